#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test.
#
#   ./test.sh                      the release build
#   ./test.sh asan -R sqs          another preset, and arguments for ctest

set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=cmake/setup.sh
source cmake/setup.sh

preset=release
if (($# > 0)) && [[ $1 != -* ]]; then
  preset=$1
  shift
fi

install_packages "${kBuildPackages[@]}" "${kLintPackages[@]}"
install_clients "${kClientPackages[@]}"
echo "Set up in $SECONDS s."
SECONDS=0
build "$preset"
echo "Built in $SECONDS s."
exec ctest --preset "$preset" --parallel "$(nproc)" "$@"
