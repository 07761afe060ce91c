# The IMAP server behind Roundcube: one account, one Maildir. Sourced by up.sh and down.sh after open_state.
ACCOUNT=desk@helpdesk.test
PASSWORD=only-for-tests
MAILDIR=$STATE/mail/Maildir

dovecot_answers() {
  exec 3<>"/dev/tcp/127.0.0.1/$1"
  printf 'x LOGIN %s %s\r\n' "$ACCOUNT" "$PASSWORD" >&3
  local line
  while read -r -t 5 line <&3; do
    case $line in 'x OK'*) return 0 ;; 'x '*) return 1 ;; esac
  done
  return 1
}

# dovecot_start PORT
dovecot_start() {
  # Dovecot gives root's rights up: its users must be able to pass through every folder above.
  chmod 711 "$STATE" "$SERVERS"
  mkdir -p "$STATE/mail"
  chown mail: "$STATE/mail"
  setpriv --reuid mail --regid mail --clear-groups test -w "$STATE/mail" ||
    fail "the user mail cannot reach $STATE; set SIDECARD_SERVERS to a folder that everybody may pass through"
  # Names of sockets may have 107 characters, and Dovecot adds up to forty.
  local run=$STATE/run
  [ ${#run} -le 60 ] || run=/tmp/sidecard-$(cksum <<<"$STATE" | cut -d' ' -f1)
  rm -rf "$run"
  mkdir -p "$run"
  install -m 640 -g dovecot /dev/stdin "$STATE/accounts" <<<"$ACCOUNT:{PLAIN}$PASSWORD"
  cat >"$STATE/dovecot.conf" <<CONF
base_dir = $run
state_dir = $run
log_path = $STATE/imap.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_uid = mail
mail_gid = mail
first_valid_uid = 1
mail_location = maildir:$MAILDIR
passdb {
  driver = passwd-file
  args = $STATE/accounts
}
userdb {
  driver = static
  args = home=$STATE/mail
}
namespace {
  inbox = yes
  separator = /
$(for box in Sent Archive Drafts Trash Junk; do
    printf '  mailbox %s {\n    auto = subscribe\n    special_use = \\%s\n  }\n' $box $box
  done)
}
service imap-login {
  inet_listener imap {
    port = $1
  }
  inet_listener imaps {
    port = 0
  }
}
CONF
  launch imap "$STATE/dovecot.conf" dovecot -F -c "$STATE/dovecot.conf"
  await 60 imap eval "(dovecot_answers $1)" || { tail -n 15 "$STATE/imap.log" >&2; fail 'Dovecot did not start'; }
}

# dovecot_fill FOLDER_OF_SCRIPTS: empties the mailbox and delivers the messages of the table, so that uids are their
# numbers. The mail server keeps running: each folder is new, with a new UIDVALIDITY.
dovecot_fill() {
  rm -rf "$MAILDIR"
  node "$1/deliver.mjs" "$MAILDIR" || fail 'the messages could not be written'
  chown -R mail: "$MAILDIR"
}
