// Expectations of what is stored: items and objects.
#include <emu/dynamodb.h>
#include <emu/s3.h>
#include <fmt/format.h>

#include <optional>
#include <string>

#include "core/json/json_view.h"
#include "sim/judge.h"
#include "sim/quantities.h"

namespace emu::sim {

namespace {

using dynamodb::AttributeValue;
using dynamodb::Item;

// A value for people; "nothing" when it is absent.
std::string text_of(const Item& item, const std::string& attribute) {
  const auto found = item.find(attribute);
  if (found == item.end()) return "nothing";
  if (const auto* number = found->second.get_if<dynamodb::N>()) {
    const auto count = parse_whole(number->value);
    return count ? format_count(*count) : number->value;
  }
  if (const auto* text = found->second.get_if<dynamodb::S>()) return text->value;
  return "a value of another type";
}

std::string text_of(const ItemReference& item) {
  std::string text = item.table + " {";
  for (const auto& [name, value] : item.key) {
    text += fmt::format("{}{}: {}", text.ends_with('{') ? "" : ", ", name, text_of(item.key, name));
  }
  return text + "}";
}

Result<Item> read(const ItemReference& item, Cloud& cloud) {
  EMU_TRY(auto read,
          cloud.aws().send(dynamodb::GetItem{
              .table_name = item.table, .key = item.key, .consistent_read = true}));
  if (read.item.empty()) {
    return Error{.code = "NoItem", .message = "the table has no such item"};
  }
  return std::move(read.item);
}

std::string reason(const Error& error) { return error.code + ": " + error.message; }

Verdict judge_equal(const std::vector<std::string>& names, const std::string& subject,
                    const Item& item) {
  Verdict verdict{.passed = true,
                  .expected = fmt::format("{}: {}", subject, fmt::join(names, " = "))};
  const auto first = item.find(names.front());
  for (const std::string& name : names) {
    const auto value = item.find(name);
    verdict.passed = verdict.passed && value != item.end() && value->second == first->second;
    verdict.reason +=
        fmt::format("{}{} is {}", verdict.reason.empty() ? "" : ", ", name, text_of(item, name));
  }
  verdict.measured = verdict.passed ? text_of(item, names.front()) : "not equal";
  if (verdict.passed) verdict.reason.clear();
  return verdict;
}

Verdict judge_number(const Condition& condition, const std::string& subject, const Item& item,
                     const Report& report) {
  const auto found = item.find(condition.figure);
  const auto* number = found == item.end() ? nullptr : found->second.get_if<dynamodb::N>();
  const auto count = number == nullptr ? std::nullopt : parse_whole(number->value);
  Verdict verdict = judge_count(subject + ": ", condition, count.value_or(0), report);
  if (count) return verdict;
  verdict.passed = false;
  verdict.measured = text_of(item, condition.figure);
  verdict.reason = "it is no whole number";
  return verdict;
}

// The members of the object, parsed as JSON, against the attributes of the item.
Verdict judge_members(const ObjectExpectation& expectation, const std::string& subject,
                      std::string_view body, Cloud& cloud) {
  const ItemReference& reference = *expectation.same_as_item;
  Verdict verdict{.expected = fmt::format("{} equals {}: {}", subject, text_of(reference),
                                          fmt::join(expectation.members, ", "))};
  const Result<Item> item = read(reference, cloud);
  if (!item) {
    verdict.reason = reason(item.error());
    return verdict;
  }
  std::string why;
  const auto document = JsonDocument::parse(body, why);
  if (!document || document->root().type() != JsonView::Type::kObject) {
    verdict.reason = "the object is not a JSON object";
    return verdict;
  }
  for (const std::string& name : expectation.members) {
    const auto member = document->root().find(name);
    std::string in_object = "nothing";
    if (member && member->type() == JsonView::Type::kInteger) {
      in_object = format_count(member->integer());
    } else if (member && member->type() == JsonView::Type::kString) {
      in_object = member->string();
    }
    const std::string in_item = text_of(*item, name);
    verdict.measured += (verdict.measured.empty() ? "" : ", ") + in_object;
    if (in_object != in_item || in_object == "nothing") {
      verdict.reason += fmt::format("{}{} is {} in the object and {} in the item",
                                    verdict.reason.empty() ? "" : "; ", name, in_object, in_item);
    }
  }
  verdict.passed = verdict.reason.empty();
  return verdict;
}

}  // namespace

void judge_item(const ItemExpectation& expectation, const Evidence& evidence,
                std::vector<Verdict>& verdicts) {
  const std::string subject = "item " + text_of(expectation.item);
  const Result<Item> item = read(expectation.item, evidence.cloud);
  if (!item) {
    verdicts.push_back({.expected = subject, .reason = reason(item.error())});
    return;
  }
  if (!expectation.equal.empty()) {
    verdicts.push_back(judge_equal(expectation.equal, subject, *item));
  }
  for (const Condition& condition : expectation.numbers) {
    verdicts.push_back(judge_number(condition, subject, *item, evidence.report));
  }
  for (const auto& [name, text] : expectation.texts) {
    const std::string found = text_of(*item, name);
    verdicts.push_back({.passed = found == text,
                        .expected = fmt::format("{}: {} = {}", subject, name, text),
                        .measured = found,
                        .reason = found == text ? "" : "another text"});
  }
}

void judge_object(const ObjectExpectation& expectation, const Evidence& evidence,
                  std::vector<Verdict>& verdicts) {
  const std::string subject = fmt::format("object {}/{}", expectation.bucket, expectation.key);
  const auto object = evidence.cloud.aws().send(
      s3::GetObject{.bucket = expectation.bucket, .key = expectation.key});
  if (!object) {
    verdicts.push_back({.expected = subject + " exists", .reason = reason(object.error())});
    return;
  }
  const std::string_view body = object->body;
  if (!expectation.same_as_item && expectation.contains.empty()) {
    verdicts.push_back({.passed = true,
                        .expected = subject + " exists",
                        .measured = format_count(static_cast<std::uint64_t>(body.size())) + " B"});
  }
  if (!expectation.contains.empty()) {
    const bool found = body.find(expectation.contains) != body.npos;
    verdicts.push_back({.passed = found,
                        .expected = fmt::format("{} contains '{}'", subject, expectation.contains),
                        .measured = found ? "it does" : "it does not",
                        .reason = found ? "" : "the text is not there"});
  }
  if (expectation.same_as_item) {
    verdicts.push_back(judge_members(expectation, subject, body, evidence.cloud));
  }
}

}  // namespace emu::sim
