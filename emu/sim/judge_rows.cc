// Expectations of the rows that a query of a database gives.
#include <emu/rdsdata.h>
#include <fmt/format.h>

#include <optional>
#include <string>
#include <vector>

#include "sim/judge.h"
#include "sim/quantities.h"

namespace emu::sim {

namespace {

using rdsdata::PeekDatabaseResult;
using Row = std::vector<rdsdata::Field>;

// Nothing for what is no whole number. Exact numbers that are no integers come as texts.
std::optional<std::int64_t> whole_number_of(const rdsdata::Field& field) {
  if (field.long_value) return field.long_value;
  return field.string_value ? parse_whole(*field.string_value) : std::nullopt;
}

std::string text_of_field(const rdsdata::Field& field) {
  if (const auto number = whole_number_of(field)) return format_count(*number);
  if (field.string_value) return *field.string_value;
  if (field.double_value) return fmt::format("{}", *field.double_value);
  if (field.boolean_value) return *field.boolean_value ? "true" : "false";
  return field.blob_value ? "bytes" : "NULL";
}

// "product is glazed, sold is 100"
std::string text_of_row(const PeekDatabaseResult& found, const Row& row) {
  std::string text;
  for (std::size_t i = 0; i < row.size(); ++i) {
    text += fmt::format("{}{} is {}", text.empty() ? "" : ", ", found.columns[i],
                        text_of_field(row[i]));
  }
  return text;
}

const rdsdata::Field* cell(const PeekDatabaseResult& found, const Row& row,
                           const std::string& column) {
  for (std::size_t i = 0; i < found.columns.size(); ++i) {
    if (found.columns[i] == column) return &row[i];
  }
  return nullptr;
}

// The first row that the condition does not hold for, or all of them.
Verdict judge_column(const Condition& condition, const std::string& subject,
                     const PeekDatabaseResult& found, const Report& report) {
  Verdict all = judge_count(subject + ": each ", condition, 0, report);
  all.passed = true;
  all.reason.clear();
  for (const Row& row : found.records) {
    const rdsdata::Field* field = cell(found, row, condition.figure);
    const auto number = field == nullptr ? std::nullopt : whole_number_of(*field);
    Verdict one = judge_count(subject + ": each ", condition, number.value_or(0), report);
    if (number && one.passed) continue;
    one.passed = false;
    if (!number) one.measured = field == nullptr ? "no such column" : "no whole number";
    one.reason = "in the row where " + text_of_row(found, row);
    return one;
  }
  all.measured = fmt::format("so in {} rows", found.records.size());
  return all;
}

Verdict judge_equal_columns(const std::vector<std::string>& names, const std::string& subject,
                            const PeekDatabaseResult& found) {
  Verdict verdict{.passed = true,
                  .expected = fmt::format("{}: each {}", subject, fmt::join(names, " = ")),
                  .measured = fmt::format("so in {} rows", found.records.size())};
  for (const Row& row : found.records) {
    const rdsdata::Field* first = cell(found, row, names.front());
    for (const std::string& name : names) {
      const rdsdata::Field* field = cell(found, row, name);
      if (field != nullptr && text_of_field(*field) == text_of_field(*first)) continue;
      verdict.passed = false;
      verdict.measured = field == nullptr ? "no such column" : "not equal";
      verdict.reason = "in the row where " + text_of_row(found, row);
      return verdict;
    }
  }
  return verdict;
}

}  // namespace

void judge_rows(const RowsExpectation& expectation, const Evidence& evidence,
                std::vector<Verdict>& verdicts) {
  const std::string subject = fmt::format("rows of {}, {}", expectation.cluster, expectation.sql);
  rdsdata::PeekDatabase look{
      .cluster = expectation.cluster, .sql = expectation.sql, .database = expectation.database};
  for (const auto& [name, value] : expectation.parameters) {
    look.parameters.push_back({.name = name, .value = value});
  }
  const PeekDatabaseResult found = evidence.cloud.look(look);
  if (!found.problem.empty()) {
    verdicts.push_back(
        {.expected = subject, .measured = "cannot be read", .reason = found.problem});
    return;
  }
  if (expectation.count) {
    verdicts.push_back(judge_count(subject + ": ", *expectation.count,
                                   static_cast<std::int64_t>(found.records.size()),
                                   evidence.report));
  }
  if (!expectation.equal.empty()) {
    verdicts.push_back(judge_equal_columns(expectation.equal, subject, found));
  }
  for (const Condition& condition : expectation.each) {
    verdicts.push_back(judge_column(condition, subject, found, evidence.report));
  }
}

}  // namespace emu::sim
