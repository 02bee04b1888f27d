# Sourced by run.sh and test.sh: checks what the machine must have, and installs what the project brings itself.

die() { printf '%s\n' "$*" >&2; exit 1; }

need_tools() {
  command -v dotnet >/dev/null 2>&1 || die "The .NET 10 SDK is missing: install it so that 'dotnet' is on the PATH."
  dotnet --list-sdks 2>/dev/null | grep -q '^10\.' || die "The .NET 10 SDK is missing: 'dotnet --list-sdks' lists no 10.x version."
  command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 || die "Node.js 20 is missing: install it so that 'node' and 'npm' are on the PATH."
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || die "Node.js 20 or newer is needed; 'node --version' says $(node --version)."
}

# Azurite, from the lock file; again only when the lock file has changed.
install_azurite() {
  [ node_modules/.package-lock.json -nt package-lock.json ] && [ -x node_modules/.bin/azurite-blob ] && return
  npm ci --silent --no-progress >"${TMPDIR:-/tmp}/entcredit-npm.$$" 2>&1 || { cat "${TMPDIR:-/tmp}/entcredit-npm.$$" >&2; die "npm could not install Azurite (see above)."; }
  rm -f "${TMPDIR:-/tmp}/entcredit-npm.$$"
  touch node_modules/.package-lock.json
}

port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

free_port() { node -e 'const s=require("net").createServer();s.listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'; }

# wait_for_port PORT PID SECONDS: true once it answers, false when the process has ended or time is up.
wait_for_port() {
  local end=$((SECONDS + $3))
  while port_is_free "$1"; do
    kill -0 "$2" 2>/dev/null || return 1
    [ $SECONDS -lt $end ] || return 1
    sleep 0.1
  done
}

start_azurite() { # PORT FOLDER
  node node_modules/.bin/azurite-blob --silent --disableTelemetry --skipApiVersionCheck --blobHost 127.0.0.1 --blobPort "$1" --location "$2" >/dev/null &
  azurite=$!
  wait_for_port "$1" "$azurite" 30 || die "Azurite did not start on port $1."
}

# Ends only what was started here, and waits for it: Azurite writes its state when it is told to end.
stop_started() {
  local pid
  for pid in "$@"; do [ -n "$pid" ] && kill "$pid" 2>/dev/null || true; done
  for pid in "$@"; do [ -n "$pid" ] && wait "$pid" 2>/dev/null || true; done
}

blob_connection() { # PORT: Azurite's published development account
  printf 'DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=%s;BlobEndpoint=http://127.0.0.1:%s/devstoreaccount1;' \
    'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==' "$1"
}
