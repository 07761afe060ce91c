# What the test servers stand on: packages, ports, processes. Sourced by up.sh and down.sh, never run.
#
# Settings, from the environment:
#   SIDECARD_SERVERS   folder for all state (default: sidecard-servers in the system's folder for temporary files)
# Exit codes: 0 up, 1 failed, 3 this machine cannot run the server (the message says what is missing).
set -euo pipefail
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive

SERVERS=${SIDECARD_SERVERS:-${TMPDIR:-/tmp}/sidecard-servers}
STARTED=$SECONDS

tell() { printf '%s: %s (%ss)\n' "$NAME" "$*" "$((SECONDS - STARTED))" >&2; }
fail() { printf '%s: %s\n' "$NAME" "$*" >&2; exit 1; }
cannot() { printf '%s: %s\n' "$NAME" "$*" >&2; exit 3; }

# open_state FOLDER: makes the state folder and lets one run at a time into it.
open_state() {
  mkdir -p "$1"
  STATE=$(cd "$1" && pwd)
  exec 7>"$STATE/lock"
  flock -w 900 7 || fail "another run has held $STATE for 15 minutes"
}

have_package() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# need_packages PACKAGE...: installs those that are missing. No service is started by it.
need_packages() {
  command -v dpkg-query >/dev/null && command -v apt-get >/dev/null ||
    cannot 'needs Debian (tried on Debian 12): there is no apt-get here'
  local wanted=() name
  for name; do have_package "$name" || wanted+=("$name"); done
  [ ${#wanted[@]} -gt 0 ] || return 0
  [ "$(id -u)" = 0 ] || cannot "not installed: ${wanted[*]}; run this once as root"
  tell "installing ${wanted[*]}"
  # A subshell: its trap takes the policy away again, however it ends.
  (
    exec 8>/run/lock/sidecard-servers-apt 7>&-
    flock 8
    policy=/usr/sbin/policy-rc.d
    if [ ! -e $policy ]; then
      trap 'rm -f $policy' EXIT
      trap 'exit 1' INT TERM
      install -m 755 /dev/stdin $policy <<<$'#!/bin/sh\nexit 101'
    fi
    fetch() {
      apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 \
        -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold -o Dpkg::Options::=--force-unsafe-io \
        "${wanted[@]}"
    }
    # Package lists are missing in fresh containers, and outdated ones name files that are gone.
    update() { local tries; for ((tries = 0; tries < 24; tries++)); do apt-get update -q && return; sleep 5; done; }
    fetch || { update && fetch; }
  ) </dev/null >"$STATE/packages.log" 2>&1 || {
    tail -n 15 "$STATE/packages.log" >&2
    fail "the packages could not be installed, see $STATE/packages.log"
  }
  tell 'packages installed'
}

# Answers that keep Debian's own set-up of a database and its questions away. need_packages must follow.
answer_beforehand() {
  if [ "$(id -u)" = 0 ] && command -v debconf-set-selections >/dev/null; then debconf-set-selections; else cat >/dev/null; fi
}

# Which of the packages that do the same is there already? Prints nothing if none is.
any_of() {
  local name
  for name; do if have_package "$name"; then echo "$name"; return; fi; done
}

port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# choose_port VARIABLE FIRST: the port asked for by the environment variable, else the one of the last run, else the
# next free one from FIRST. Sets PORT.
choose_port() {
  local asked=${!1:-} kept="$STATE/$1"
  if [ -n "$asked" ]; then
    PORT=$asked
    ! port_taken "$PORT" || fail "port $PORT (\$$1) is taken by another program"
  else
    PORT=$(cat "$kept" 2>/dev/null || echo "$2")
    while port_taken "$PORT"; do
      PORT=$((PORT + 1))
      [ "$PORT" -lt $(($2 + 100)) ] || fail "no free port from $2 on; set \$$1"
    done
  fi
  echo "$PORT" >"$kept"
}

# Processes are known by one of their arguments, which holds the state folder: a number that the system has given to
# another program meanwhile is never taken for one of ours, and no worker is missed. Some programs write over their
# environment and change their title, so neither can be trusted; the argument of each is kept in WHAT.sign.
pids() {
  [ -s "$STATE/$1.sign" ] || return 0
  # From a file: as an argument, grep would find itself.
  grep -lzxF -f "$STATE/$1.sign" /proc/[0-9]*/cmdline 2>/dev/null | cut -d/ -f3 || true
}

# launch WHAT SIGN COMMAND...: in the background, in a session of its own, without our locks. SIGN is the argument
# of the command by which its processes are known.
launch() {
  local what=$1
  printf '%s\n' "$2" >"$STATE/$what.sign"
  shift 2
  setsid -- "$@" >>"$STATE/$what.log" 2>&1 </dev/null 7>&- &
  disown
  # The arguments can be seen only once the program has replaced the shell.
  local tries
  for ((tries = 0; tries < 50; tries++)); do [ -z "$(pids "$what")" ] || return 0; sleep 0.1; done
}

# end WHAT: asks nicely, then not.
end() {
  local found tries
  found=$(pids "$1")
  [ -n "$found" ] || return 0
  # shellcheck disable=SC2086 — a list of numbers
  kill -TERM $found 2>/dev/null || true
  for ((tries = 0; tries < 100; tries++)); do
    found=$(pids "$1")
    [ -n "$found" ] || return 0
    sleep 0.1
  done
  # shellcheck disable=SC2086
  kill -KILL $found 2>/dev/null || true
}

# await SECONDS WHAT COMMAND...: until the command succeeds; fails when the program has ended or time is up.
await() {
  local until=$((SECONDS + $1)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    [ -n "$(pids "$what")" ] || return 1
    [ "$SECONDS" -lt "$until" ] || return 1
    sleep 0.2
  done
}

# report FIELDS yes|no: one line of JSON about the running server; the second says whether it ran before.
report() {
  local ran=false
  [ "$2" = no ] || ran=true
  printf '{%s,"state":"%s","ran":%s}\n' "$1" "$STATE" "$ran" | tee "$STATE/up.json"
  tell "up, $1"
}
