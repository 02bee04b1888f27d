#!/usr/bin/env bash
# ./test.sh          restores, builds with warnings as errors, and runs every test
# ./test.sh --full   runs the long versions of the same tests
# The last line is "N passed, N failed, N skipped"; what failed, and why, stands above it. Results lie in TestResults/.
set -euo pipefail
cd "$(dirname "$0")"
. eng/prepare.sh
# The most that one project may take, in seconds: ten simulated years alone take most of an hour.
limit=1800
case "$*" in
  '') ;;
  --full) export ENTCREDIT_FULL=1; limit=14400 ;;
  *) die "usage: ./test.sh [--full]" ;;
esac

need_tools
command -v git >/dev/null 2>&1 || die "git is missing: install it so that 'git' is on the PATH."
install_azurite

results=TestResults
rm -rf "$results"
mkdir -p "$results"
running=''
trap '[ -z "$running" ] || kill "$running" 2>/dev/null || true' EXIT
trap 'exit 130' INT TERM

# The tests start what they need by themselves; nothing that stays behind the build may hold its files.
echo "Building"
if ! dotnet build EntCredit.Functions.sln -c Release -v q -nologo -clp:NoSummary -nodeReuse:false >"$results/build.log" 2>&1; then
  grep -E '(error|warning) ' "$results/build.log" | sort -u >&2 || cat "$results/build.log" >&2
  echo "The build failed (see above)."
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
fi

# A check that is a program of its own counts as one test.
echo "Checking infra-bicep"
check_started=$SECONDS
if eng/bicep.sh >"$results/bicep.log" 2>&1; then
  echo "infra-bicep passed $((SECONDS - check_started))" >"$results/bicep.check"
else
  echo "infra-bicep failed $((SECONDS - check_started))" >"$results/bicep.check"
fi

# One project after the other: each uses both cores by itself, and the last ones start processes of their own.
for project in tests/*/*.Tests.csproj; do
  name=$(basename "$project" .csproj)
  echo "Running $name"
  program=$(dirname "$project")/bin/local/Release/net10.0/$name
  code=0
  timeout --kill-after=30 "$limit" "$program" -noLogo -noColor -ctrf "$results/$name.json" >"$results/$name.log" 2>&1 &
  running=$!
  wait "$running" || code=$?
  running=''
  echo "$code" >"$results/$name.exit"
done

exec node eng/test-results.mjs "$results"
