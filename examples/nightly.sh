#!/bin/sh
# A nightly batch: takes in the lists that lie in a folder, then verifies what waits by rules.
#
#   nightly.sh OFFICE_FILE RULES INBOX
#
# Lists that were taken go to INBOX/done, those that cannot be read to INBOX/failed, and the night goes on; faulty rows lie in
# INBOX as NAME.rejects.csv. What was decided is in INBOX/decisions-DATE.jsonl, one line each; what the night did, for whoever
# comes in the morning, in INBOX/report-DATE.txt. Nothing that lies there is overwritten, and only its owner can read it.
# One batch at a time: a lock lies beside the office file.
# Exit codes: 0 all done; 1 done, and somebody should look at lists, at rows or at needs that are held; 2 the command line;
# 5 the office file or another batch is busy; else what stopped the night: 3 refused, 4 the office file is damaged, 70 the
# program itself. SHUANGWEI names the program.
set -eu
umask 077

[ $# -eq 3 ] || { echo "usage: nightly.sh OFFICE_FILE RULES INBOX" >&2; exit 2; }
office=$1 rules=$2 inbox=$3
shuangwei=${SHUANGWEI:-shuangwei}
lock=$office.nightly
today=$(date +%Y-%m-%d)
report=$inbox/report-$today.txt

# When a process began: a number alone may have been given to another one since.
began() { ps -o lstart= -p "$1" 2>/dev/null || awk '{ print $22 }' "/proc/$1/stat" 2>/dev/null || true; }

# A folder is made by one only. One whose batch is gone, after a power cut, is taken over.
if ! mkdir "$lock" 2>/dev/null; then
  owner=$(cat "$lock/pid" 2>/dev/null || true)
  since=$(cat "$lock/began" 2>/dev/null || true)
  now=$([ -z "$owner" ] || began "$owner")
  if [ -z "$owner" ] || { [ -n "$now" ] && { [ -z "$since" ] || [ "$now" = "$since" ]; }; }; then
    echo "nightly: another batch is at work ($lock); if none is, remove that folder" >&2
    exit 5
  fi
fi
began $$ > "$lock/began"
echo $$ > "$lock/pid"
trap 'rm -rf "$lock"' EXIT
trap 'exit 130' INT TERM

say() { echo "$*" >> "$report"; }

# Moves a file into a folder under a name that is free there.
put_away() {
  mkdir -p "$2"
  name=$(basename "$1") to=$2/$(basename "$1") number=2
  while [ -e "$to" ]; do
    to=$2/${name%.*}-$number.${name##*.}
    number=$((number + 1))
  done
  mv "$1" "$to"
}

worst=0
# The arguments are those that cannot be read from here on.
set --
say "$(date '+%Y-%m-%d %H:%M') $office"
for list in "$inbox"/*.[cC][sS][vV] "$inbox"/*.[xX][lL][sS][xX] "$inbox"/*.[xX][lL][sS] "$inbox"/*.[oO][dD][sS]; do
  case $list in
    *.rejects.csv | *.rejects.xlsx | *.rejects-*.csv | *.rejects-*.xlsx | "$inbox/~$"*) continue ;;
  esac
  [ -f "$list" ] || continue
  say "" "$(basename "$list")"
  code=0
  "$shuangwei" --db "$office" collect wishes "$list" >> "$report" 2>&1 || code=$?
  case $code in
    0) put_away "$list" "$inbox/done" ;;
    1) worst=1; put_away "$list" "$inbox/done" ;;
    # This list cannot be read, or is of another kind: the others can. Or nothing can, which the end of the night shows.
    2 | 3) worst=1; set -- "$@" "$list" ;;
    *) say "stopped with $code"; exit "$code" ;;
  esac
done

say "" "verify --rules"
code=0
"$shuangwei" --db "$office" verify --rules "$rules" --format jsonl --fail-on reject,hold \
  >> "$inbox/decisions-$today.jsonl" 2>> "$report" || code=$?
[ "$code" -le 1 ] || { say "stopped with $code"; exit "$code"; }
[ "$code" -eq 0 ] || worst=1
for list in "$@"; do put_away "$list" "$inbox/failed"; done
say "ended with $worst"
exit "$worst"
