#!/bin/sh
# Renews the figures that the evaluation's tests expect: renew-scores.sh SCORER
# SCORER is the standard scorer, a Python program that takes GOLD PRED --json.
set -eu
[ $# -eq 1 ] || { echo "usage: $0 SCORER" >&2; exit 2; }
cd "$(dirname "$0")/Evaluation/pairs"
for gold in *.gold.jsonl; do
    name="${gold%.gold.jsonl}"
    python3 "$1" "$gold" "$name.pred.jsonl" --json > "$name.scores.json"
done
