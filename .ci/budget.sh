# shellcheck shell=bash
# What continuous integration does after the part that must always run, as far as its time allows.
# Machines differ fourfold in speed, so how long a stage takes is measured and not assumed. Sourced
# by .ci/run; tests/ci/budget_test.sh hands in another clock.
#
#   run_stage <name> <seconds it needs> <program> <argument>…
#       runs the program when a stage may still begin, and when it would end in time; ends it when
#       it does not. Always succeeds, and notes what became of it.
#   report_stages
#       says what passed, failed or was left out; fails when a stage failed

# No stage begins later, and none runs longer.
kStageBeginMax=$((55 * 60))
kStageEndMax=$((65 * 60))

# Prints the seconds since the run began.
budget_clock() { echo "$SECONDS"; }

stages_passed=()
stages_failed=()
stages_left_out=()

minutes() { echo "$((($1 + 59) / 60)) min"; }

run_stage() {
  local name=$1 need=$2 begin taken status=0
  shift 2
  begin=$(budget_clock)
  if ((begin >= kStageBeginMax)); then
    stages_left_out+=("$name: $(minutes "$begin") have passed")
    return 0
  fi
  if ((begin + need > kStageEndMax)); then
    stages_left_out+=("$name: it needs $(minutes "$need"), and $(minutes "$begin") have passed")
    return 0
  fi
  echo "Stage $name, after $(minutes "$begin")"
  timeout --kill-after=30 "$((kStageEndMax - begin))" "$@" </dev/null || status=$?
  taken=$(($(budget_clock) - begin))
  if ((status == 0)); then
    stages_passed+=("$name: $taken s")
  elif ((begin + taken >= kStageEndMax)); then
    stages_left_out+=("$name: it was ended after $(minutes "$taken")")
  else
    stages_failed+=("$name: $taken s")
  fi
}

report_stages() {
  ((${#stages_passed[@]} == 0)) || printf 'Passed: %s\n' "${stages_passed[@]}"
  ((${#stages_left_out[@]} == 0)) || printf 'Left out for time: %s\n' "${stages_left_out[@]}"
  ((${#stages_failed[@]} == 0)) || printf 'FAILED: %s\n' "${stages_failed[@]}"
  ((${#stages_failed[@]} == 0))
}
