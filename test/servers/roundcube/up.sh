#!/usr/bin/env bash
# Starts a Roundcube and a Dovecot of our own on 127.0.0.1, from Debian's packages, with one mailbox that holds the
# messages of mails/*.mjs. Prints one line of JSON: url, account, password, state, ran (it ran before). Run it again at any time: what
# runs already is kept, and the mailbox is put back.
#
#   ROUNDCUBE_PORT, ROUNDCUBE_IMAP_PORT   ports (default: the next free ones from 8412 and 8423)
#
# Needs root: Dovecot hands its work to users of lower rights. Nothing under /etc is changed.
NAME=Roundcube
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$HERE/../ground.sh"

[ "$(id -u)" = 0 ] || cannot 'needs root, because Dovecot does'
command -v node >/dev/null || cannot 'needs node in the PATH'
open_state "$SERVERS/roundcube"
. "$HERE/dovecot.sh"

# ---- packages
packages=(roundcube-core roundcube-sqlite3 roundcube-skin-larry roundcube-skin-classic php-cli sqlite3 dovecot-imapd)
# Without these two, apt would bring a web server and a database assistant that asks.
[ -n "$(any_of libapache2-mod-php8.2 php8.2-fpm php8.2-cgi php-cgi)" ] || packages+=(php-cgi)
[ -n "$(any_of dbconfig-sqlite3 dbconfig-pgsql dbconfig-mysql dbconfig-no-thanks)" ] || packages+=(dbconfig-no-thanks)
answer_beforehand <<<'roundcube-core roundcube/dbconfig-install boolean false'
need_packages "${packages[@]}"
[[ $(dovecot --version) == 2.3.* ]] || cannot "needs Dovecot 2.3, this is $(dovecot --version)"

# ---- what runs already is kept if it still answers
answers() {
  php -r 'exit(str_contains((string) @file_get_contents($argv[1]), "rcmloginuser") ? 0 : 1);' "http://127.0.0.1:$1/"
}
running=
if [ -s "$STATE/up.json" ] && [ -n "$(pids web)" ] && [ -n "$(pids imap)" ]; then
  web=$(cat "$STATE/ROUNDCUBE_PORT") imap=$(cat "$STATE/ROUNDCUBE_IMAP_PORT")
  if [ "${ROUNDCUBE_PORT:-$web}" = "$web" ] && [ "${ROUNDCUBE_IMAP_PORT:-$imap}" = "$imap" ] && answers "$web"; then
    running=yes
  fi
fi

# ---- mail server
if [ -z "$running" ]; then
  rm -f "$STATE/up.json"
  end web
  end imap
  choose_port ROUNDCUBE_IMAP_PORT 8423
  imap=$PORT
  dovecot_start "$imap"
fi
dovecot_fill "$HERE"

# ---- webmail
if [ -z "$running" ]; then
  choose_port ROUNDCUBE_PORT 8412
  web=$PORT
  mkdir -p "$STATE"/{config,temp,logs}
  ln -sfn /etc/roundcube/defaults.inc.php "$STATE/config/defaults.inc.php"
  ln -sfn /etc/roundcube/mimetypes.php "$STATE/config/mimetypes.php"
  cat >"$STATE/config/config.inc.php" <<PHP
<?php
\$config = [
  'db_dsnw' => 'sqlite:///$STATE/roundcube.sqlite?mode=0640',
  'imap_host' => '127.0.0.1:$imap',
  'smtp_host' => '127.0.0.1:9', // nothing listens there: no test can send mail
  'des_key' => substr(hash('sha256', '$STATE'), 0, 24),
  'username_domain' => '${ACCOUNT#*@}',
  'product_name' => 'Test mail',
  'plugins' => [],
  // A cookie of the test's browser chooses the skin: three skins without three servers.
  'skin' => in_array(\$_COOKIE['test_skin'] ?? '', ['larry', 'classic'], true) ? \$_COOKIE['test_skin'] : 'elastic',
  'language' => 'en_US',
  'timezone' => 'UTC',
  'temp_dir' => '$STATE/temp/',
  'log_dir' => '$STATE/logs/',
  'enable_spellcheck' => false,
  'session_lifetime' => 600,
  'drafts_mbox' => 'Drafts', 'sent_mbox' => 'Sent', 'trash_mbox' => 'Trash', 'junk_mbox' => 'Junk',
];
PHP
  rm -f "$STATE/roundcube.sqlite"
  sqlite3 "$STATE/roundcube.sqlite" </usr/share/roundcube/SQL/sqlite.initial.sql
  export ROUNDCUBE_CONFIG_DIR=$STATE/config PHP_CLI_SERVER_WORKERS=4
  launch web "error_log=$STATE/logs/php.log" php -d display_errors=0 -d log_errors=1 -d "error_log=$STATE/logs/php.log" \
    -d sys_temp_dir="$STATE/temp" -d upload_tmp_dir="$STATE/temp" \
    -S "127.0.0.1:$web" -t /var/lib/roundcube/public_html
  await 60 web answers "$web" || { tail -n 15 "$STATE/web.log" >&2; fail 'the web server did not start'; }
fi

report "$(printf '"url":"http://127.0.0.1:%s","account":"%s","password":"%s"' "$web" "$ACCOUNT" "$PASSWORD")" "${running:-no}"
