#include "sim/judge.h"

#include <fmt/format.h>

#include <utility>
#include <variant>

namespace emu::sim {

namespace {

// Puts the outputs into a text in place; keeps the first Error.
class Filler {
 public:
  explicit Filler(const Outputs& outputs) : outputs_(outputs) {}

  void operator()(std::string& text) {
    Result<std::string> filled = put_in_outputs(text, outputs_);
    if (filled) {
      text = std::move(*filled);
    } else if (status_.ok()) {
      status_ = std::move(filled.error());
    }
  }
  void operator()(ItemReference& item) {
    (*this)(item.table);
    for (auto& [name, value] : item.key) {
      if (auto* text = value.get_if<dynamodb::S>()) (*this)(text->value);
    }
  }
  void operator()(FiguresExpectation& of) { (*this)(of.name); }
  void operator()(ItemExpectation& of) {
    (*this)(of.item);
    for (auto& [name, text] : of.texts) (*this)(text);
  }
  void operator()(ItemsExpectation& of) {
    (*this)(of.table);
    for (auto& [name, value] : of.values) {
      if (auto* text = value.get_if<dynamodb::S>()) (*this)(text->value);
    }
  }
  void operator()(RowsExpectation& of) {
    (*this)(of.cluster);
    (*this)(of.sql);
    for (auto& [name, value] : of.parameters) {
      if (value.string_value) (*this)(*value.string_value);
    }
  }
  void operator()(ObjectExpectation& of) {
    (*this)(of.bucket);
    (*this)(of.key);
    (*this)(of.contains);
    if (of.same_as_item) (*this)(*of.same_as_item);
  }
  void operator()(RefusalExpectation&) {}

  Status& status() { return status_; }

 private:
  const Outputs& outputs_;
  Status status_;
};

}  // namespace

Result<Expectation> resolve(const Expectation& expectation, const Outputs& outputs) {
  Result<Expectation> resolved = expectation;
  Filler fill(outputs);
  std::visit([&](auto& what) { fill(what); }, resolved->what);
  EMU_CHECK(std::move(fill.status()));
  return resolved;
}

void judge(const Expectation& expectation, const Evidence& evidence,
           std::vector<Verdict>& verdicts) {
  if (const auto* figures = std::get_if<FiguresExpectation>(&expectation.what)) {
    judge_figures(*figures, evidence, verdicts);
  } else if (const auto* item = std::get_if<ItemExpectation>(&expectation.what)) {
    judge_item(*item, evidence, verdicts);
  } else if (const auto* items = std::get_if<ItemsExpectation>(&expectation.what)) {
    judge_items(*items, evidence, verdicts);
  } else if (const auto* rows = std::get_if<RowsExpectation>(&expectation.what)) {
    judge_rows(*rows, evidence, verdicts);
  } else if (const auto* object = std::get_if<ObjectExpectation>(&expectation.what)) {
    judge_object(*object, evidence, verdicts);
  } else if (const auto* refusal = std::get_if<RefusalExpectation>(&expectation.what)) {
    judge_refusal(*refusal, evidence.report, verdicts);
  }
}

void judge_refusal(const RefusalExpectation& expectation, const Report& report,
                   std::vector<Verdict>& verdicts) {
  Verdict verdict{.expected = "AWS refuses the deployment: " + expectation.code};
  if (!report.deployment_refused) {
    verdict.measured = "deployed";
    verdict.reason = "nothing was refused";
  } else {
    const Error& error = *report.deployment_refused;
    verdict.measured = error.code;
    if (error.code != expectation.code) {
      verdict.reason = "another error: " + error.message;
    } else if (error.message.find(expectation.message_contains) == std::string::npos) {
      verdict.reason =
          fmt::format("'{}' is not in: {}", expectation.message_contains, error.message);
    } else {
      verdict.measured = "refused so";
      verdict.passed = true;
    }
  }
  verdicts.push_back(std::move(verdict));
}

void judge_refused_deployment(const std::vector<Expectation>& expectations, Report& report) {
  const Error& refused = *report.deployment_refused;
  bool was_expected = false;
  std::size_t unjudged = 0;
  for (const Expectation& expectation : expectations) {
    if (const auto* refusal = std::get_if<RefusalExpectation>(&expectation.what)) {
      was_expected = true;
      judge_refusal(*refusal, report, report.verdicts);
    } else {
      ++unjudged;
    }
  }
  if (!was_expected) {
    report.verdicts.push_back({.expected = "AWS accepts the deployment",
                               .measured = refused.code,
                               .reason = refused.message});
  }
  if (unjudged > 0) {
    report.verdicts.push_back(
        {.expected =
             fmt::format("{} more {}", unjudged, unjudged == 1 ? "expectation" : "expectations"),
         .measured = "not judged",
         .reason = "nothing ran, because the deployment was refused"});
  }
}

}  // namespace emu::sim
