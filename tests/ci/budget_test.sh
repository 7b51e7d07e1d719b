#!/usr/bin/env bash
# What .ci/budget.sh lets run, under a clock that this test moves.

set -euo pipefail

# shellcheck source=.ci/budget.sh
source "$(dirname "${BASH_SOURCE[0]}")/../../.ci/budget.sh"

now=0
budget_clock() { echo "$now"; }

failures=0
check() {
  local what=$1 expected=$2 actual=$3
  if [[ $expected != "$actual" ]]; then
    printf '%s:\n  expected %q\n  actual   %q\n' "$what" "$expected" "$actual"
    failures=$((failures + 1))
  fi
}

# What report_stages says after one stage that begins at a second and needs some.
after_stage() {
  local begin=$1 need=$2
  shift 2
  stages_passed=() stages_failed=() stages_left_out=()
  now=$begin
  run_stage s "$need" "$@" >/dev/null
  report_stages || echo "(failed)"
}

check "a stage that ends in time runs" "Passed: s: 0 s" "$(after_stage 0 600 true)"
check "its failure is the run's" $'FAILED: s: 0 s\n(failed)' "$(after_stage 0 600 false)"
check "a stage may begin before minute 55" "Passed: s: 0 s" "$(after_stage 3299 60 true)"
check "and not at minute 55" "Left out for time: s: 55 min have passed" \
  "$(after_stage 3300 0 false)"
check "a stage may end at minute 65" "Passed: s: 0 s" "$(after_stage 1800 2100 true)"
check "and not later" "Left out for time: s: it needs 36 min, and 30 min have passed" \
  "$(after_stage 1800 2101 false)"

# Under a clock that goes by itself: one that takes longer than it was thought to.
check "a stage that overruns is ended" "Left out for time: s: it was ended after 1 min" "$(
  kStageEndMax=3001
  SECONDS=0
  budget_clock() { echo "$((now + SECONDS))"; }
  after_stage 3000 0 sleep 20
)"
check "a stage that others ended has failed" $'FAILED: s: 0 s\n(failed)' \
  "$(after_stage 0 0 bash -c 'kill -KILL $$' 2>/dev/null)"

# Several: each one is noted, and the clock decides anew each time.
now=0
stages_passed=() stages_failed=() stages_left_out=()
{
  run_stage first 60 true
  now=600
  run_stage second 60 false
  now=3000
  run_stage third 1200 true
  run_stage fourth 60 true
} >/dev/null
check "stages are judged one by one" "Passed: first: 0 s
Passed: fourth: 0 s
Left out for time: third: it needs 20 min, and 50 min have passed
FAILED: second: 0 s" "$(report_stages || true)"

((failures == 0))
