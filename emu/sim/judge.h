// Whether expectations hold.
#pragma once

#include <emu/cloud.h>
#include <emu/sim/report.h>
#include <emu/sim/scenario.h>

#include <functional>
#include <string>
#include <vector>

#include "sim/placeholders.h"

namespace emu::sim {

// What expectations are judged by. The report holds the figures so far.
struct Evidence {
  Cloud& cloud;
  const Report& report;
  const Outputs& outputs;
  // What lies in a queue, by its URL or ARN.
  std::function<sqs::QueueDepth(const std::string& queue)> depth;
};

// The expectation with the outputs put into its names; an unknown output is an Error.
Result<Expectation> resolve(const Expectation& expectation, const Outputs& outputs);

// One verdict for each condition of the expectation. Items and objects are read with calls, from
// outside of any task; rows with a look.
void judge(const Expectation& expectation, const Evidence& evidence,
           std::vector<Verdict>& verdicts);

// The same for each kind of expectation.
void judge_figures(const FiguresExpectation& expectation, const Evidence& evidence,
                   std::vector<Verdict>& verdicts);
void judge_item(const ItemExpectation& expectation, const Evidence& evidence,
                std::vector<Verdict>& verdicts);
void judge_items(const ItemsExpectation& expectation, const Evidence& evidence,
                 std::vector<Verdict>& verdicts);
void judge_rows(const RowsExpectation& expectation, const Evidence& evidence,
                std::vector<Verdict>& verdicts);
void judge_object(const ObjectExpectation& expectation, const Evidence& evidence,
                  std::vector<Verdict>& verdicts);
void judge_refusal(const RefusalExpectation& expectation, const Report& report,
                   std::vector<Verdict>& verdicts);

// All expectations of a scenario whose deployment was refused: only a refusal can be as expected.
void judge_refused_deployment(const std::vector<Expectation>& expectations, Report& report);

// A condition against a count.
Verdict judge_count(const std::string& subject, const Condition& condition, std::int64_t measured,
                    const Report& report);

}  // namespace emu::sim
