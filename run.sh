#!/usr/bin/env bash
# Installs what is missing, builds, and runs emu with the given arguments; without any, the bus
# booking scenario.
#
#   ./run.sh
#   ./run.sh run scenarios/bus-trap.yaml --verbose

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

set_up_and_build() {
  cd "$root"
  # shellcheck source=cmake/setup.sh
  source cmake/setup.sh
  install_packages "${kBuildPackages[@]}"
  build release emu_cli
}

# In a shell of its own, so that emu runs in the caller's folder and relative paths mean what the
# caller meant.
(set_up_and_build)

if (($# == 0)); then
  set -- run "$root/scenarios/bus-booking.yaml"
fi
exec "$root/build/release/emu" "$@"
