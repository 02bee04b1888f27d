#!/usr/bin/env bash
# Checks the Azure deployment in infra-bicep/: it builds, the linter and the resource types find nothing (a warning fails),
# its format is the CLI's own, and no key, password or connection string occurs in it.
# Usage: eng/bicep.sh            uses the CLI that Directory.Packages.props pins (Linux x64), else a bicep on the path
#        eng/bicep.sh --cli      prints the path of that CLI
set -euo pipefail
cd "$(dirname "$0")/.."

find_cli() {
  if [ "$(uname -sm)" = 'Linux x86_64' ]; then
    dotnet restore eng/bicep/bicep.csproj --verbosity quiet >&2
    dotnet msbuild eng/bicep/bicep.csproj -nologo -getProperty:BicepCli
  elif command -v bicep; then
    :
  else
    echo 'bicep.sh: the pinned Bicep CLI is for Linux x64; on another system install bicep and put it on the path.' >&2
    return 1
  fi
}

bicep=$(find_cli)
[ -x "$bicep" ] || { echo "bicep.sh: no Bicep CLI at '$bicep'." >&2; exit 1; }
[ "${1:-}" != --cli ] || { echo "$bicep"; exit 0; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
fail() {
  echo "bicep.sh: $1" >&2
  failed=1
}

# The second stage reads its parameters from the environment; for the check any value will do.
export ENTCREDIT_APP_HOST=app.invalid ENTCREDIT_UPLOAD_FUNCTION=UploadArrived ENTCREDIT_WEBHOOK_KEY=none
export ENTCREDIT_STORAGE=storage ENTCREDIT_UPLOADS_TOPIC=topic ENTCREDIT_IDENTITY=identity

# Warnings do not change the CLI's exit code, so whatever it says is a failure.
quiet() {
  local said
  if ! said=$("$bicep" "$@" 2>&1 >"$work/out") || [ -n "$said" ]; then
    printf '%s\n' "$said" >&2
    fail "failed: bicep $*"
  fi
}

quiet build --pattern 'infra-bicep/**/*.bicep' --outdir "$work/built"
quiet build-params --pattern 'infra-bicep/*.bicepparam' --outdir "$work/params"
cp -r infra-bicep "$work/formatted"
quiet format --pattern "$work/formatted/**/*.bicep"
quiet format --pattern "$work/formatted/*.bicepparam"
diff -ru infra-bicep "$work/formatted" || fail 'not formatted: see above (bicep format --pattern does it).'

# Looked for in what Bicep builds, where no comment is left, and in the parameter files.
secrets='list(Keys|Secrets|AccountSas|ServiceSas|AdminKeys|QueryKeys|ConnectionStrings|HostKeys)'
secrets="$secrets|(AccountKey|SharedAccessKey|SharedAccessKeyName|SharedAccessSignature|Password|Pwd)="
secrets="$secrets|(primary|secondary)(Key|MasterKey|ConnectionString|SharedKey)|BEGIN [A-Z ]*PRIVATE KEY"
if grep -EnHri "$secrets" "$work/built" "$work/params" infra-bicep/*.bicepparam; then fail 'a key, password or connection string occurs above.'; fi
openings='allowSharedKeyAccess": true|allowBlobPublicAccess": true|disableLocalAuth": false|"publicAccess": "(Blob|Container)"|"allow": true'
if grep -EnHr "$openings" "$work/built"; then fail 'a door that must stay shut is open above.'; fi
for bolt in storage:allowSharedKeyAccess storage:allowBlobPublicAccess ledger:disableLocalAuth messages:disableLocalAuth monitoring:DisableLocalAuth; do
  grep -q "\"${bolt#*:}\": " "$work/built/modules/${bolt%%:*}.json" || fail "modules/${bolt%%:*}.bicep does not set ${bolt#*:}."
done

[ $failed -eq 0 ] || exit 1
echo "bicep.sh: $(find "$work/built" "$work/params" -name '*.json' | wc -l) files built, no warning."
