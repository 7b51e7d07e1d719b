#!/usr/bin/env bash
# Installs packages of npm into a folder of the build tree, and runs tests with them.
#
#   node_packages.sh install <where package.json is> <folder>
#   node_packages.sh run <folder> <tests> [<argument>…]
#
# What was installed before is used again, without the network, until the lock file or Node.js
# changes. `run` runs a program of tests/clients/node as if it lay in the folder, so that it finds
# the packages there.
#
# Exit code 77, which ctest counts as skipped: something is missing and could not be fetched. Where
# the environment variable CI is set, that is a failure, unless test.sh has found that the machine's
# packages lack it.

set -euo pipefail

readonly kNodeVersionMin=18
readonly kStamp=installed

give_up() {
  echo "$1" >&2
  if [[ -n ${CI:-} && " ${EMU_MISSING_CLIENTS:-} " != *" ${2:-} "* ]]; then
    exit 1
  fi
  echo "Skipped." >&2
  exit 77
}

need_node() {
  local version
  version=$(node --version 2>/dev/null) || give_up "Node.js is not installed." nodejs
  version=${version#v}
  if ((${version%%.*} < kNodeVersionMin)); then
    give_up "Node.js $version is installed, but $kNodeVersionMin or later is needed." nodejs
  fi
}

# What decides whether an earlier installation will do.
stamp_of() {
  cat "$1/package-lock.json"
  node --version
}

install() {
  local source=$1 folder=$2
  need_node
  mkdir -p "$folder"
  if [[ -f $folder/$kStamp ]] && cmp --silent "$folder/$kStamp" <(stamp_of "$source"); then
    echo "Installed already."
    return
  fi
  rm -f "$folder/$kStamp"
  cp "$source/package.json" "$source/package-lock.json" "$source/.npmrc" "$folder/"
  command -v npm >/dev/null || give_up "npm is not installed." npm
  if ! (cd "$folder" && npm ci --ignore-scripts --prefer-offline --loglevel=error) 2>&1 |
    tee "$folder/npm.log"; then
    if grep --quiet --extended-regexp \
      'ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET' \
      "$folder/npm.log"; then
      give_up "The packages cannot be reached."
    fi
    echo "npm has failed." >&2
    exit 1
  fi
  stamp_of "$source" >"$folder/$kStamp"
}

run() {
  local folder=$1 tests=$2
  shift 2
  need_node
  [[ -f $folder/$kStamp ]] || give_up "The packages of npm are not installed." npm
  local here
  here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
  ln --symbolic --force --no-dereference "$here/node" "$folder/tests"
  cd "$folder"
  exec node --preserve-symlinks --preserve-symlinks-main --test-reporter=spec "tests/$tests" "$@"
}

case ${1:-} in
  install | run) "$@" ;;
  *)
    echo "usage: $0 install <where package.json is> <folder> | run <folder> <tests> …" >&2
    exit 2
    ;;
esac
