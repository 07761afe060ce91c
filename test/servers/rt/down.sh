#!/usr/bin/env bash
# Ends what up.sh started from the same state folder, and nothing else. The folder stays; delete it to be rid of it.
NAME='Request Tracker'
. "$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/../ground.sh"
[ -d "$SERVERS/rt" ] || { tell 'nothing to stop'; exit 0; }
open_state "$SERVERS/rt"
rm -f "$STATE/up.json"
end web
tell 'stopped'
