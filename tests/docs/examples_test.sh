#!/usr/bin/env bash
# Runs the examples of docs/ci.md as somebody does who has copied them: with two workers at a time.
#
#   examples_test.sh pytest <scratch folder>
#   examples_test.sh jest <scratch folder> <folder in which npm has installed Jest>
#
# EMU_PROGRAM is the program. Exit code 77, which ctest counts as skipped: what is needed is not
# installed.

set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
page=$here/../../docs/ci.md
kind=$1
scratch=$2
python=${EMU_CLIENT_PYTHON:-/usr/bin/python3}
export EMU=${EMU_PROGRAM:?}
export AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED=true

# As failed where it should be there: see test.sh.
give_up() {
  echo "$1" >&2
  [[ -z ${CI:-} || " ${EMU_MISSING_CLIENTS:-} " == *" $2 "* ]] || exit 1
  exit 77
}

rm -rf "$scratch"
case $kind in
  pytest)
    "$python" -c 'import boto3, pytest, xdist' 2>/dev/null ||
      give_up "boto3, pytest and pytest-xdist are needed." python3-pytest-xdist
    "$python" -B "$here/examples.py" "$page" python "$scratch"
    cd "$scratch"
    exec "$python" -B -m pytest -n 2 -p no:cacheprovider
    ;;
  jest)
    modules=$3/node_modules
    [[ -d $modules/jest ]] || give_up "Jest is not installed in $3."
    "$python" -B "$here/examples.py" "$page" js "$scratch"
    ln -s "$modules" "$scratch/node_modules"
    cd "$scratch"
    # Two files, so that both workers have something to do.
    cp orders.test.js more_orders.test.js
    exec node node_modules/jest/bin/jest.js --ci --maxWorkers=2 --no-cache
    ;;
  *)
    echo "usage: $0 pytest|jest <scratch folder> …" >&2
    exit 2
    ;;
esac
