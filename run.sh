#!/usr/bin/env bash
# ./run.sh        builds and runs EntCredit on this machine: http://127.0.0.1:7071, state in .data/, until Ctrl-C
# ./run.sh demo   plays the story with a throw-away state, prints its timeline, and exits 0 where every step is as expected
set -euo pipefail
cd "$(dirname "$0")"
. eng/prepare.sh
[ $# -le 1 ] && { [ $# -eq 0 ] || [ "$1" = demo ]; } || die "usage: ./run.sh [demo]"
mode=${1:-serve}

need_tools
azurite='' host=''
if [ "$mode" = serve ]; then
  port_is_free 7071 || die "Port 7071 is in use: end the program that listens there (is another ./run.sh running?) and start again."
  port_is_free 10000 || die "Port 10000 is in use: end the program that listens there (another Azurite?) and start again."
fi
install_azurite & installing=$!
build() { dotnet build "$1" -c Release -v q -nologo -clp:NoSummary >"$log" 2>&1 || { grep -E 'error' "$log" >&2 || cat "$log" >&2; die "The build failed (see above)."; }; }
log=$(mktemp); trap 'rm -f "$log"' EXIT

if [ "$mode" = demo ]; then
  build functions/EntCredit.Functions.csproj
  build tools/demo/EntCredit.Demo.csproj
  wait "$installing" || exit 1
  state=$(mktemp -d "${TMPDIR:-/tmp}/entcredit-demo.XXXXXX")
  trap 'stop_started "$host" "$azurite"; rm -rf "$state" "$log"' EXIT
  trap 'exit 130' INT TERM
  blob_port=$(free_port); http_port=$(free_port)
  start_azurite "$blob_port" "$state/azurite"
  export AzureWebJobsStorage; AzureWebJobsStorage=$(blob_connection "$blob_port")
  export EntCredit__Ledger__Path=$state/ledger/ledger.db LocalRuntime__State=$state/runtime LocalRuntime__Urls=http://127.0.0.1:$http_port
  bus_port=$(free_port)
  export ServiceBus="Endpoint=sb://127.0.0.1:$bus_port;SharedAccessKeyName=local;SharedAccessKey=local;UseDevelopmentEmulator=true"
  export LocalRuntime__ServiceBus__Address=amqp://127.0.0.1:$bus_port LocalRuntime__ServiceBus__Entities=$PWD/servicebus.json
  export EntCredit__Limits__PublicPerMinute=100000 EntCredit__Limits__DepartmentPerMinute=100000   # one address plays everybody
  export TASKHUB_NAME=EntCredit LocalRuntime__MovableClock=true LocalRuntime__ClockStart=2020-07-06T01:00:00Z LocalRuntime__BlobPollInterval=00:00:00.200
  LocalRuntime__Logs=simple FUNCTIONS_APPLICATION_DIRECTORY=$PWD/functions dotnet functions/bin/local/Release/net10.0/EntCredit.Functions.dll >"$state/host.log" 2>&1 &
  host=$!
  wait_for_port "$http_port" "$host" 60 || { tail -n 20 "$state/host.log" >&2; die "The host did not start (see above)."; }
  code=0
  ENTCREDIT_URL=$LocalRuntime__Urls ENTCREDIT_SAMPLES=${ENTCREDIT_SAMPLES:-$PWD/samples} \
    dotnet tools/demo/bin/local/Release/net10.0/EntCredit.Demo.dll || code=$?
  [ "$code" -eq 0 ] || { echo "--- the host's last words:" >&2; tail -n 15 "$state/host.log" >&2; }
  exit "$code"
fi

build functions/EntCredit.Functions.csproj
wait "$installing" || exit 1
export TASKHUB_NAME=${TASKHUB_NAME:-EntCredit}
[ -f functions/local.settings.json ] || cp local.settings.sample.json functions/local.settings.json
mkdir -p .data/azurite
trap 'stop_started "$host" "$azurite"; rm -f "$log"' EXIT
trap 'exit 0' INT TERM
start_azurite 10000 .data/azurite
FUNCTIONS_APPLICATION_DIRECTORY=$PWD/functions dotnet functions/bin/local/Release/net10.0/EntCredit.Functions.dll &
host=$!
wait_for_port 7071 "$host" 60 || die "The host did not start (see above)."
echo "EntCredit is at http://127.0.0.1:7071/enterprises — uploads go to http://127.0.0.1:10000/devstoreaccount1/uploads — Ctrl-C ends it."
wait "$host"
