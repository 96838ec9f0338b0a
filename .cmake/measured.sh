#!/bin/sh
# A compiler launcher for CMake: runs a compiler and records its time and memory.
#     measured.sh LOG COMPILER ARGUMENTS...
# appends a line to LOG: user seconds, system seconds, peak KiB, output file.
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
