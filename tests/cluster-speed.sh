#!/usr/bin/env bash
# Measures silos on this machine: tests/cluster-speed.sh FILE [ARTICLES]
# FILE is a corpus of JSON lines, read over and over under new ids until there are ARTICLES (66,624 unless given) of them.
set -euo pipefail
[ $# -ge 1 ] || { echo "usage: $0 FILE [ARTICLES]" >&2; exit 2; }
file=$(realpath "$1") count=${2:-66624}
cd "$(dirname "$0")/.."
for project in silo client tests/Simpul.Benchmarks; do dotnet build $project -c Release --nologo -v q > /dev/null; done

work=$(mktemp -d)
chmod 755 "$work"
export SIMPUL_LOCAL=$work/cluster
silo=''
finish() {
  [ -z "$silo" ] || kill "$silo" 2> /dev/null || true
  deploy/local-cluster delete > /dev/null 2>&1 || true
  rm -rf "$work"
}
trap finish EXIT

simpul() { dotnet client/bin/Release/net10.0/simpul.dll "$@"; }
measure() { dotnet tests/Simpul.Benchmarks/bin/Release/net10.0/Simpul.Benchmarks.dll "$@"; }
processes() { deploy/local-cluster status | grep -oE "process [0-9]+" | cut -d" " -f2 || true; }
memory() { awk '/VmHWM/ { printf "%d MiB", $2 / 1024 }' "/proc/$1/status"; }

# WHAT CORPUS OPTION...: submits the corpus and says how long that took
submit() {
  local what=$1 corpus=$2 from to; shift 2
  from=$(date +%s.%N)
  simpul submit "$work/corpus.jsonl" --corpus "$corpus" "$@" > "$work/out" 2>&1 || { cat "$work/out" >&2; exit 1; }
  to=$(date +%s.%N)
  awk -v what="$what" -v n="$count" -v s="$(awk "BEGIN { print $to - $from }")" 'BEGIN { printf "%-48s %6.1f s %8.0f articles/s\n", what, s, n / s }'
}
gateways() { deploy/local-cluster status | sed -n 's/^clients .*--cluster //p'; }
warm() { head -n 3000 "$work/corpus.jsonl" > "$work/some.jsonl"; simpul submit "$work/some.jsonl" --corpus warm "$@" > /dev/null 2>&1; }
only_on() { # CORE: starts one silo more, which has that core alone
  taskset -c "$1" deploy/local-cluster scale "$(($(processes | wc -l) + 1))" > /dev/null
}

measure copies "$file" "$count" > "$work/corpus.jsonl"
echo "$count articles on $(nproc) cores; whole commands with their start-up"
measure loop "$work/corpus.jsonl"
submit 'embedded silo, SQLite' speed --data "$work/embedded"

dotnet silo/bin/Release/net10.0/silo.dll --data "$work/data" --http-port 28080 --silo-port 28111 --gateway-port 28300 > "$work/silo" 2>&1 &
silo=$!
until grep -q '^Silo ready' "$work/silo"; do sleep 0.1; done
warm --cluster 127.0.0.1:28300
submit 'one running silo, SQLite' speed --cluster 127.0.0.1:28300
echo "  its peak memory: $(memory $silo)"
kill $silo; wait $silo || true; silo=''

deploy/local-cluster up 1 > /dev/null
warm --cluster "$(gateways)"
submit 'one running silo, PostgreSQL' speed --cluster "$(gateways)"
echo "  its peak memory: $(memory "$(processes)")"
echo "queries while the same corpus is submitted once more, as another one:"
submit 'one running silo, PostgreSQL, with queries' again --cluster "$(gateways)" > "$work/beside" &
measure queries "$(gateways)" speed 15
wait $!
cat "$work/beside"
echo "queries while nothing else is done:"
measure queries "$(gateways)" speed 10

kill "$(processes)"
while [ -n "$(processes)" ]; do sleep 0.1; done
only_on 0
warm --cluster "$(gateways)"
submit 'one silo on one core, PostgreSQL' pinned1 --cluster "$(gateways)"
only_on 1
warm --cluster "$(gateways)"
submit 'two silos on a core each, PostgreSQL' pinned2 --cluster "$(gateways)"
