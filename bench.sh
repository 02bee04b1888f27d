#!/usr/bin/env bash
# Measures: ./bench.sh SCENARIO... [--rounds N], ./bench.sh all, ./bench.sh --list. One JSON line a figure.
set -euo pipefail
root=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
runtime=${EntCreditRuntime:-local}
if ! log=$(dotnet build "$root/bench" -c Release -p:EntCreditRuntime="$runtime" -v q --nologo --nodereuse:false '-clp:ErrorsOnly;NoSummary' 2>&1); then
  printf '%s\n' "$log" >&2
  exit 1
fi
exec dotnet "$root/bench/bin/$runtime/Release/net10.0/EntCredit.Bench.dll" "$@"
