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
groups=() limits=/sys/fs/cgroup/cpu
[ -d $limits ] || limits=/sys/fs/cgroup
finish() {
  [ -z "$silo" ] || kill "$silo" 2> /dev/null || true
  deploy/local-cluster delete > /dev/null 2>&1 || true
  [ ${#groups[@]} = 0 ] || rmdir "${groups[@]}"
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
# Each time into a new corpus: what is repeated is not read, and a new silo would stay cold.
warm() { head -n 3000 "$work/corpus.jsonl" > "$work/some.jsonl"; simpul submit "$work/some.jsonl" --corpus "warm-$SECONDS" "$@" > /dev/null 2>&1; }
one_more() { "$@" deploy/local-cluster scale "$(($(processes | wc -l) + 1))" > /dev/null; }
none() { kill $(processes); while [ -n "$(processes)" ]; do sleep 0.1; done; }
half() { # starts one silo more, which may use half of a core's time: the rest is for the client and the server
  local group=$limits/simpul-$$-${#groups[@]}
  one_more
  mkdir "$group"
  groups+=("$group")
  if [ -e "$group/cpu.max" ]; then echo '5000 10000' > "$group/cpu.max"
  else echo 10000 > "$group/cpu.cfs_period_us"; echo 5000 > "$group/cpu.cfs_quota_us"; fi
  processes | tail -n 1 > "$group/cgroup.procs"
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
simpul submit "$work/some.jsonl" --corpus more --cluster "$(gateways)" > /dev/null 2>&1
echo "queries to a corpus while it is submitted:"
submit 'one running silo, PostgreSQL, with queries' more --cluster "$(gateways)" > "$work/beside" &
measure queries "$(gateways)" more 15
wait $!
cat "$work/beside"
echo "queries while nothing else is done:"
measure queries "$(gateways)" speed 10

none
one_more taskset -c 0
warm --cluster "$(gateways)"
submit 'one silo on one core, PostgreSQL' pinned1 --cluster "$(gateways)"
one_more taskset -c 1
warm --cluster "$(gateways)"
submit 'two silos on a core each, PostgreSQL' pinned2 --cluster "$(gateways)"

if ! mkdir "$limits/simpul-$$" 2> /dev/null; then
  echo 'silos with half of a core each: left out, since this user may not limit processes (cgroups)'
  exit
fi
rmdir "$limits/simpul-$$"
none
half
warm --cluster "$(gateways)"
submit 'one silo with half of a core, PostgreSQL' half1 --cluster "$(gateways)"
half
warm --cluster "$(gateways)"
submit 'two silos with half of a core each, PostgreSQL' half2 --cluster "$(gateways)"
