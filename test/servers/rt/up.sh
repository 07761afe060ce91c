#!/usr/bin/env bash
# Starts a Request Tracker 5 of our own on 127.0.0.1, from Debian's packages and with SQLite, filled with the table of
# table.mjs. Prints one line of JSON: url, password, state, ran (it ran before); STATE/tokens.json holds a token of each
# login. Run it again at any time: what runs already is kept; what did not run begins with the table as it was.
#
#   RT_PORT     port (default: the next free one from 8432)
#   RT_KEEP=1   what did not run goes on with what it had
#
# Needs root only where packages are missing. Nothing under /etc is changed; mail is never sent.
NAME='Request Tracker'
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$HERE/../ground.sh"
PASSWORD=only-for-tests

command -v node >/dev/null || cannot 'needs node in the PATH'
open_state "$SERVERS/rt"

# ---- packages
packages=(request-tracker5 rt5-standalone rt5-db-sqlite sqlite3)
# Without these two, apt would bring a mail server and a database assistant that asks.
[ -e /usr/sbin/sendmail ] || packages+=(msmtp-mta)
[ -n "$(any_of dbconfig-sqlite3 dbconfig-pgsql dbconfig-mysql dbconfig-no-thanks)" ] || packages+=(dbconfig-no-thanks)
answer_beforehand <<'ANSWERS'
request-tracker5 request-tracker5/dbconfig-install boolean false
request-tracker5 request-tracker5/handle-siteconfig-permissions boolean false
ANSWERS
need_packages "${packages[@]}"

# ---- what runs already is kept if it is filled with this table and still answers
ours() { printf '"url":"http://127.0.0.1:%s","password":"%s"' "$1" "$PASSWORD"; }
answers() { perl -MHTTP::Tiny -e 'exit !( HTTP::Tiny->new( timeout => 20 )->get( $ARGV[0] )->{content} =~ /name="pass"/ )' "http://127.0.0.1:$1/"; }
table=$(cat "$HERE"/{table,rights}.mjs "$HERE/seed.pl" | sha256sum | cut -c1-16)
port=$(cat "$STATE/RT_PORT" 2>/dev/null || true)
if [ -s "$STATE/up.json" ] && [ "$(cat "$STATE/filled" 2>/dev/null)" = "$table" ] &&
  [ "${RT_PORT:-$port}" = "$port" ] && answers "$port"; then
  report "$(ours "$port")" yes
  exit 0
fi
rm -f "$STATE/up.json"
end web
choose_port RT_PORT 8432

# ---- settings
mkdir -p "$STATE"/{var,mason,sessions,conf.d}
export RT_SITE_CONFIG=$STATE/RT_SiteConfig.pm RT_SITE_CONFIG_DIR=$STATE/conf.d
cat >"$RT_SITE_CONFIG" <<PERL
Set(\$rtname, 'helpdesk.test');
Set(\$Organization, 'helpdesk.test');
Set(\$WebDomain, '127.0.0.1');
Set(\$WebPort, $PORT);
Set(\$WebPath, '');
Set(\$Timezone, 'UTC');
Set(\$DatabaseType, 'SQLite');
Set(\$DatabaseName, '$STATE/rt.sqlite');
Set(\$CorrespondAddress, 'support\@helpdesk.test');
Set(\$CommentAddress, 'support-comment\@helpdesk.test');
Set(\$OwnerEmail, 'root\@helpdesk.test');
Set(\$MailCommand, 'mbox');
Set(\$BcryptCost, 4); # the usual cost of a log-in is 0.2 s
Set(\$LogToSyslog, undef);
Set(\$LogToSTDERR, 'warning');
Set(%GnuPG, Enable => 0);
Set(%SMIME, Enable => 0);
\$RT::VarPath = '$STATE/var';
\$RT::MasonDataDir = '$STATE/mason';
\$RT::MasonSessionDir = '$STATE/sessions';
1;
PERL

# ---- database: made and filled anew when the table changes
if [ "$(cat "$STATE/filled" 2>/dev/null)" != "$table" ]; then
  rm -rf "$STATE"/rt.sqlite* "$STATE/filled" "$STATE/tokens.json" "$STATE"/{mason,sessions,var}/*
  tell 'making the database'
  {
    rt-setup-database-5 --action init --dba '' </dev/null &&
      node "$HERE/table.mjs" | perl "$HERE/seed.pl" "$PASSWORD" "$STATE/tokens.json"
  } >"$STATE/seed.log" 2>&1 || { tail -n 15 "$STATE/seed.log" >&2; fail "filling failed, see $STATE/seed.log"; }
  tell "filled: $(tail -n 1 "$STATE/seed.log")"
  cp "$STATE/rt.sqlite" "$STATE/full.sqlite"
  echo "$table" >"$STATE/filled"
elif [ "${RT_KEEP:-}" != 1 ]; then
  rm -rf "$STATE"/rt.sqlite* "$STATE"/sessions/*
  cp "$STATE/full.sqlite" "$STATE/rt.sqlite"
fi

# ---- server
launch web "-I$STATE" perl "-I$STATE" /usr/share/request-tracker5/libexec/rt-server \
  --server Starlet --host 127.0.0.1 --port "$PORT" --max-workers 6
await 120 web answers "$PORT" || { tail -n 15 "$STATE/web.log" >&2; fail 'the server did not start'; }
report "$(ours "$PORT")" no
