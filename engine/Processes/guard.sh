# Becomes a program in its own session. Arguments: its log or "" for the starter's outputs, bound or detached, folder to remove or "", grace in seconds, command...
# Bound: standard input is a pipe held by the starter. When the starter goes, even by kill -9, the pipe ends and so does the program's whole process group.
log=$1 lifetime=$2 remove=$3 grace=$4
shift 4
[ -z "$log" ] || exec >>"$log" 2>&1
if [ "$lifetime" = bound ]; then
    exec 3<&0
    # Two forks: the watcher is nobody's child, so the program never meets it as a zombie. It stays in the group, which keeps the group's number from being reused.
    (
        (
            read -r _ <&3
            kill -s TERM $$
            tenths=$((grace * 10))
            while [ $tenths -gt 0 ] && kill -0 $$; do
                sleep 0.1
                tenths=$((tenths - 1))
            done
            exec setsid sh -c 'kill -s KILL -- "-$1"; [ -z "$2" ] || rm -rf -- "$2"' sh $$ "$remove"
        ) >/dev/null 2>&1 &
    )
    exec 3<&-
fi
exec "$@" </dev/null
