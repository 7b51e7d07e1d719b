#!/usr/bin/env bash
# Holds how cmake/setup.sh installs the clients of the tests, with commands that stand for those of
# Debian: the system has no package awscli, chromium is installed, and npm cannot be.

set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
stand_ins=$(mktemp -d)
trap 'rm -rf "$stand_ins"' EXIT

stand_in() {
  cat >"$stand_ins/$1"
  chmod +x "$stand_ins/$1"
}
stand_in dpkg-query <<<'#!/bin/sh
echo "<chromium installed>"'
stand_in apt-cache <<<'#!/bin/sh
[ "$2" = awscli ] && echo "  Candidate: (none)" || echo "  Candidate: 1.0"'
stand_in apt-get <<<'#!/bin/sh
for package; do :; done
[ "$package" != npm ] || exit 100
echo "apt-get: $package" >>"'"$stand_ins"'/calls"'
stand_in sudo <<<'#!/bin/sh
exec "$@"'

PATH=$stand_ins:$PATH
# shellcheck source=cmake/setup.sh
source cmake/setup.sh
notices=$(
  install_clients awscli chromium python3-boto3 npm 2>&1
  echo "missing:$EMU_MISSING_CLIENTS"
)

expect() {
  if [[ $2 != *"$1"* ]]; then
    printf 'Expected "%s" in:\n%s\n' "$1" "$2" >&2
    exit 1
  fi
}
expect "no package awscli: tests that need it are skipped" "$notices"
expect "npm could not be installed" "$notices"
expect "missing: awscli" "$notices"
expect "apt-get: python3-boto3" "$(cat "$stand_ins/calls")"
[[ $(cat "$stand_ins/calls") != *chromium* ]]
echo "Clients are installed one by one."
