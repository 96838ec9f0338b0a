#!/bin/sh
# A compiler launcher for CMake: runs a compiler and notes what it took.
#     measured.sh LOG COMPILER ARGUMENTS...
# adds "seconds of user, of system, KiB at most, what was made" as a line to LOG.
log=$1
shift
made=''
for argument in "$@"; do
    if [ "$made" = next ]; then
        made=$argument
        break
    fi
    [ "$argument" != -o ] || made=next
done
exec /usr/bin/time --quiet -a -o "$log" -f "%U %S %M $made" -- "$@"
