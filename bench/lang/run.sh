#!/usr/bin/env bash
# Runs each program of this folder with CPython 3.13 and as converted Go, and
# prints the best CPU time of RUNS runs and the ratio. Usage: run.sh [NAME...]
set -eu
cd "$(dirname "$0")"
runs=${RUNS:-5}
tmp=$(mktemp -d "$PWD/_buildXXXX") # below the module, ignored by ./...
trap 'rm -rf "$tmp"' EXIT
(cd ../.. && go build -o "$tmp/py2go-async" ./cmd/py2go-async)
export PYENV_VERSION=${PYENV_VERSION:-3.13.0} PYTHONHASHSEED=0 TIMEFORMAT=%U

# best prints the least user time of the command in seconds.
best() {
	for _ in $(seq "$runs"); do
		{ time "$@" >/dev/null; } 2>&1
	done | sort -n | head -1
}

printf '%-12s %9s %9s %7s\n' program CPython Go ratio
for f in ${@:-*.py}; do
	name=$(basename "$f" .py)
	if ! { "$tmp/py2go-async" convert "$name.py" -o "$tmp/$name" && go build -o "$tmp/$name/run" "./${tmp##*/}/$name"; } >"$tmp/err" 2>&1; then
		cat "$tmp/err"
		continue
	fi
	python3 "$name.py" >"$tmp/want"
	"$tmp/$name/run" >"$tmp/got"
	cmp -s "$tmp/want" "$tmp/got" || { echo "$name: other output"; diff "$tmp/want" "$tmp/got" | head -5; continue; }
	py=$(best python3 "$name.py")
	go=$(best "$tmp/$name/run")
	awk -v n="$name" -v p="$py" -v g="$go" 'BEGIN { printf "%-12s %8.2fs %8.3fs %6.1fx\n", n, p, g, p / (g > 0 ? g : 0.001) }'
done
