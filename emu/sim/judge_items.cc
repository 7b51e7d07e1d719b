// Expectations of the items of a table or index.
#include <emu/description.h>
#include <emu/dynamodb.h>
#include <emu/json.h>
#include <emu/pages.h>
#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/judge.h"
#include "sim/quantities.h"

namespace emu::sim {

namespace {

using dynamodb::Item;

// "items of trips by day, bus = :b, seats > :s"
std::string subject_of(const ItemsExpectation& of) {
  std::string text = "items of " + of.table;
  if (of.index) text += " by " + *of.index;
  if (of.where) text += ", " + *of.where;
  if (of.filter) text += ", " + *of.filter;
  return text;
}

Result<std::vector<Item>> read(const ItemsExpectation& of, Cloud& cloud) {
  std::vector<Item> items;
  const auto add = [&](const auto& page) {
    items.insert(items.end(), page.items.begin(), page.items.end());
  };
  if (of.where) {
    EMU_CHECK(for_each_page(cloud.aws(),
                            dynamodb::Query{.table_name = of.table,
                                            .index_name = of.index,
                                            .filter_expression = of.filter,
                                            .key_condition_expression = of.where,
                                            .expression_attribute_names = of.names,
                                            .expression_attribute_values = of.values},
                            add));
  } else {
    EMU_CHECK(for_each_page(cloud.aws(),
                            dynamodb::Scan{.table_name = of.table,
                                           .index_name = of.index,
                                           .filter_expression = of.filter,
                                           .expression_attribute_names = of.names,
                                           .expression_attribute_values = of.values},
                            add));
  }
  return items;
}

// Nothing for what is no whole number.
std::optional<std::int64_t> number_of(const Item& item, const std::string& attribute) {
  const auto found = item.find(attribute);
  const auto* number = found == item.end() ? nullptr : found->second.get_if<dynamodb::N>();
  return number == nullptr ? std::nullopt : parse_whole(number->value);
}

// The first item that the condition does not hold for, or all of them.
Verdict judge_each(const Condition& condition, const std::string& subject,
                   const std::vector<Item>& items, const Report& report) {
  Verdict all = judge_count(subject + ": each ", condition, 0, report);
  all.passed = true;
  all.reason.clear();
  for (const Item& item : items) {
    const std::optional<std::int64_t> number = number_of(item, condition.figure);
    Verdict one = judge_count(subject + ": each ", condition, number.value_or(0), report);
    if (number && one.passed) continue;
    one.passed = false;
    if (!number) one.measured = "no whole number";
    one.reason = "in the item " + to_json(item);
    return one;
  }
  all.measured = fmt::format("so in {} items", items.size());
  return all;
}

}  // namespace

void judge_items(const ItemsExpectation& expectation, const Evidence& evidence,
                 std::vector<Verdict>& verdicts) {
  const std::string subject = subject_of(expectation);
  const Result<std::vector<Item>> items = read(expectation, evidence.cloud);
  if (!items) {
    verdicts.push_back(
        {.expected = subject, .measured = items.error().code, .reason = items.error().message});
    return;
  }
  if (expectation.count) {
    verdicts.push_back(judge_count(subject + ": ", *expectation.count,
                                   static_cast<std::int64_t>(items->size()), evidence.report));
  }
  for (const Condition& condition : expectation.each) {
    verdicts.push_back(judge_each(condition, subject, *items, evidence.report));
  }
}

}  // namespace emu::sim
