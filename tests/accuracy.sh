#!/bin/sh
# Renews docs/accuracy.md: tests/accuracy.sh DATA
# DATA is the folder of the development sets, none of which belongs to the project.
set -eu
[ $# -eq 1 ] || { echo "usage: $0 DATA" >&2; exit 2; }
data="$(cd "$1" && pwd)"
cd "$(dirname "$0")/.."
dotnet run -c Release --verbosity quiet --project tests/Simpul.Accuracy -- "$data" docs/accuracy.md
