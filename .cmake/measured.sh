#!/bin/sh
# Runs a compiler and notes what it took, as a launcher of CMake's:
#     measured.sh LOG COMPILER ARGUMENTS...
# appends "seconds of processor, MiB at most, what was made" to LOG.
log=$1
shift
made='' argument=''
for argument in "$@"; do
    [ "$made" != -o ] || break
    made=$argument
done
[ "$made" != -o ] && exec "$@"
exec /usr/bin/time -a -o "$log" -f "%U %S %M $argument" -- "$@"
