#!/usr/bin/env bash
# Runs the benchmarks of asyncio under CPython 3.13 and in Go in one run, and prints the ratios as a Markdown table.
# usage: bench/asyncio/compare.sh [PYTHON]
set -eu
cd "$(dirname "$0")"
python=${1:-${PY2GO_PYTHON:-python3.13}}
{
  "$python" bench.py | sed 's/^/python /'
  go test -run '^$' -bench . -benchtime 0.5s . | sed -n 's/^Benchmark\([A-Za-z0-9]*\)\(-[0-9]*\)\? .* \([0-9.]*\) ns\/op.*/go \1 \3/p'
} | awk '
  { name = tolower($2); gsub("_", "", name) }
  $1 == "python" { python[name] = $3; order[++n] = name }
  $1 == "go" { go[name] = $3 }
  END {
    print "| operation | CPython 3.13, ns | Go, ns | ratio |\n|---|---|---|---|"
    for (i = 1; i <= n; i++) if (go[order[i]] > 0)
      printf "| %s | %d | %.0f | %.0f |\n", order[i], python[order[i]], go[order[i]], python[order[i]] / go[order[i]]
  }'
