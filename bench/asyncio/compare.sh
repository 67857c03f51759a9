#!/usr/bin/env bash
# Runs the benchmarks of asyncio under CPython 3.13, in Go with our loop, and by hand with goroutines, in turn ROUNDS times (3 by default), and
# prints the least CPU time of each and the ratios as Markdown tables.
# usage: bench/asyncio/compare.sh [PYTHON]
set -eu
cd "$(dirname "$0")"
python=${1:-${PY2GO_PYTHON:-python3.13}}
bin=$(mktemp -d)
trap 'rm -r "$bin"' EXIT
go test -c -o "$bin/bench" .
for _ in $(seq "${ROUNDS:-3}"); do
  "$python" bench.py | sed 's/^/python /'
  "$bin/bench" -test.run '^$' -test.bench '[^s]$' -test.benchtime 0.3s | sed -n 's/^Benchmark\([A-Za-z0-9]*\)\(-[0-9]*\)\? .* \([0-9.]*\) cpu-ns\/op.*/go \1 \3/p'
  for b in Sleepers HandSleepers; do # a process each
    "$bin/bench" -test.run '^$' -test.bench "^Benchmark$b\$" -test.benchtime 1x | sed -n 's/^Benchmark\([A-Za-z0-9]*\)\(-[0-9]*\)\? .* \([0-9.]*\) B\/task.*/go \1 \3/p'
  done
done | awk '
  function least(who, name, value) { if (!((who, name) in best) || value < best[who, name]) best[who, name] = value }
  function row(name, python, go, hand) {
    printf "| %s | %d | %.4g | %.4g | %.3g | %.2g |\n", name, python, go, hand, python / go, go / hand
  }
  { name = tolower($2); gsub("_", "", name) }
  $1 == "python" { if (!((1, name) in best) && name != "sleepers") order[++n] = name; least(1, name, $3 + 0) }
  $1 == "go" && name ~ /^hand/ { sub("^hand", "", name); least(3, name, $3 + 0); next }
  $1 == "go" { least(2, name, $3 + 0) }
  END {
    head = "| CPython 3.13 | Go | by hand | CPython / Go | Go / by hand |\n|---|---|---|---|---|---|"
    print "| operation, ns " head
    for (i = 1; i <= n; i++) row(order[i], best[1, order[i]], best[2, order[i]], best[3, order[i]])
    print "\n| memory, bytes " head
    row("a sleeping task", best[1, "sleepers"], best[2, "sleepers"], best[3, "sleepers"])
  }'
