#!/bin/sh
# Runs a test, unless it passed before and nothing that it is made of has changed since.
#     once.sh NOTE FILES... -- COMMAND ARGUMENTS...
# NOTE is where a pass is noted: the command, a checksum of each of FILES and of COMMAND itself, and the
# last line that it printed, which is printed again in its place.
note=$1
shift
made_of=''
while [ "$1" != -- ]; do
    made_of="$made_of$(cksum "$1")
"
    shift
done
shift
[ ! -f "$1" ] || made_of="$made_of$(cksum "$1")
"
made_of="$made_of$*"

if [ -f "$note" ] && [ "$(sed '$d' "$note")" = "$made_of" ]; then
    echo "unchanged since it passed:"
    sed -n '$p' "$note"
    exit 0
fi
rm -f "$note"
mkdir -p "$(dirname "$note")"
"$@" > "$note.output" 2>&1
status=$?
cat "$note.output"
if [ $status -eq 0 ]; then
    printf '%s\n%s\n' "$made_of" "$(sed '/^$/d' "$note.output" | tail -n 1)" > "$note"
fi
rm -f "$note.output"
exit $status
