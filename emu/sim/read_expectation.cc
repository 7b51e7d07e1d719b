#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "sim/figures.h"
#include "sim/quantities.h"
#include "sim/scenario_parts.h"

namespace emu::sim {

namespace {

// Those that other expectations may refer to.
std::string names_of_counts(Subject subject) {
  std::string names;
  for (const FigureKind& figure : figures_of(subject)) {
    if (!figure.is_time) names += (names.empty() ? "" : ", ") + std::string(figure.name);
  }
  return names;
}

// About a reference that is none: "requests.snt" of "${requests.snt}".
std::string reference_advice(const std::string& text, const std::string& reference) {
  for (const Subject subject : {Subject::kRequests, Subject::kMessages}) {
    const std::string name = subject == Subject::kRequests ? "requests" : "messages";
    if (!reference.starts_with(name + ".")) continue;
    return fmt::format("there is no count '{}' of {}; there is {}",
                       reference.substr(name.size() + 1), name, names_of_counts(subject));
  }
  return fmt::format("'{}' is not a count of requests or messages such as ${{requests.succeeded}}",
                     text);
}

// What a figure is compared with. A time needs a unit, a count has none.
Amount read_amount(const YAML::Node& node, const FigureKind& figure, YamlProblems& problems) {
  const std::string text = node.IsScalar() ? node.Scalar() : std::string();
  if (figure.is_time)
    return {.kind = Amount::Kind::kDuration, .value = read_duration(node, problems).count()};
  if (const auto count = parse_count(text)) return {.value = *count};
  if (const auto percent = parse_percent(text)) {
    if (figure.whole.empty()) {
      problems.report(
          node, fmt::format("'{}' is no share of a whole, so it has no percentage", figure.name));
    }
    return {.kind = Amount::Kind::kPercent, .value = *percent};
  }
  if (text.starts_with("${") && text.ends_with('}')) {
    const std::string reference = text.substr(2, text.size() - 3);
    Subject subject{};
    std::string_view name;
    if (split_reference(reference, subject, name)) {
      return {.kind = Amount::Kind::kFigure, .figure = reference};
    }
    problems.report(node, reference_advice(text, reference));
    return {};
  }
  problems.report(node,
                  (figure.whole.empty() ? "expected a whole number, ${requests.…} or ${messages.…}"
                                        : "expected a whole number, a percentage, ${requests.…} or "
                                          "${messages.…}") +
                      percent_advice(text));
  return {};
}

// `5`, or `{at_least: 1, at_most: 5}`.
Condition read_condition(const YAML::Node& node, const FigureKind& figure, YamlProblems& problems) {
  Condition condition{.figure = std::string(figure.name)};
  if (!node.IsMap()) {
    condition.equals = read_amount(node, figure, problems);
    return condition;
  }
  YamlFields fields(node, fmt::format("the bounds of '{}'", figure.name), problems);
  if (const auto least = fields.optional("at_least")) {
    condition.at_least = read_amount(*least, figure, problems);
  }
  if (const auto most = fields.optional("at_most")) {
    condition.at_most = read_amount(*most, figure, problems);
  }
  if (!condition.at_least && !condition.at_most) {
    problems.report(node, "expected at_least, at_most or both");
  }
  fields.finish();
  return condition;
}

// Every figure of the subject that the mapping names.
void read_conditions(YamlFields& fields, FiguresExpectation& expectation) {
  for (const FigureKind& figure : figures_of(expectation.subject)) {
    if (const auto node = fields.optional(figure.name)) {
      expectation.conditions.push_back(read_condition(*node, figure, fields.problems()));
    }
  }
}

// What an expectation of figures is about, in a message.
const char* subject_name(Subject subject) {
  switch (subject) {
    case Subject::kRequests:
      return "requests have";
    case Subject::kMessages:
      return "messages have";
    case Subject::kQueue:
      return "a queue has";
    case Subject::kFunction:
      return "a function has";
    case Subject::kCalls:
      return "calls have";
  }
  return "";
}

// A figure that does not exist, or none at all.
void check_figures(const YAML::Node& node, const YamlFields& fields,
                   const FiguresExpectation& expectation, YamlProblems& problems) {
  if (!node.IsMap()) return;
  const std::string names = names_of_figures(expectation.subject);
  if (const auto key = fields.unknown()) {
    problems.report(*key, fmt::format("{} no figure '{}'; there is {}",
                                      subject_name(expectation.subject), key->Scalar(), names));
  } else if (expectation.conditions.empty()) {
    problems.report(node, "nothing is expected here; there is " + names);
  }
}

FiguresExpectation read_totals(const YAML::Node& node, Subject subject, const char* what,
                               YamlProblems& problems) {
  YamlFields fields(node, what, problems);
  FiguresExpectation expectation{.subject = subject};
  read_conditions(fields, expectation);
  check_figures(node, fields, expectation, problems);
  return expectation;
}

// Whose figures stand beside its name, in one mapping.
bool is_named(Subject subject) {
  return subject != Subject::kRequests && subject != Subject::kMessages;
}

FiguresExpectation read_named(const YAML::Node& name, Subject subject, YamlFields& fields) {
  FiguresExpectation expectation{.subject = subject, .name = read_text(name, fields.problems())};
  read_conditions(fields, expectation);
  if (subject != Subject::kQueue) return expectation;
  if (const auto empty = fields.optional("empty")) {
    if (!read_boolean(*empty, fields.problems())) {
      fields.problems().report(*empty, "expected true; for the opposite: total: {at_least: 1}");
    }
    expectation.conditions.push_back({.figure = "total", .equals = Amount{}});
  }
  return expectation;
}

// A number when it is written as one without quotes, else text.
dynamodb::AttributeValue read_key_value(const YAML::Node& node, YamlProblems& problems) {
  const std::string text = read_text(node, problems);
  if (!is_quoted(node) && parse_count(text)) return dynamodb::N(text);
  return dynamodb::S(text);
}

void read_item_reference(YamlFields& fields, ItemReference& item) {
  fields.required_text("table", item.table);
  fields.each_entry("key", [&](const std::string& name, const YAML::Node& value) {
    item.key[name] = read_key_value(value, fields.problems());
  });
  if (item.key.empty()) fields.problems().report(fields.place(), "an item needs its 'key'");
}

bool is_number(const YAML::Node& node) {
  return node.IsMap() ||
         (node.IsScalar() && !is_quoted(node) && parse_count(node.Scalar()).has_value()) ||
         (node.IsScalar() && node.Scalar().starts_with("${"));
}

ItemExpectation read_item(const YAML::Node& node, YamlFields& fields) {
  ItemExpectation expectation;
  YamlFields item(node, "an item", fields.problems());
  read_item_reference(item, expectation.item);
  item.finish();
  fields.texts("equal", expectation.equal);
  fields.each_entry("attributes", [&](const std::string& name, const YAML::Node& value) {
    if (is_number(value)) {
      expectation.numbers.push_back(
          read_condition(value, FigureKind{.name = name}, fields.problems()));
    } else {
      expectation.texts[name] = read_text(value, fields.problems());
    }
  });
  if (expectation.equal.empty() && expectation.numbers.empty() && expectation.texts.empty()) {
    fields.problems().report(node, "expected 'equal' or 'attributes' beside an item");
  }
  return expectation;
}

ItemsExpectation read_items(const YAML::Node& node, YamlFields& fields) {
  ItemsExpectation expectation;
  YamlProblems& problems = fields.problems();
  YamlFields items(node, "items", problems);
  items.required_text("table", expectation.table);
  const auto text = [&](std::string_view key, std::optional<std::string>& out) {
    if (const auto found = items.optional(key)) out = read_text(*found, problems);
  };
  text("index", expectation.index);
  text("where", expectation.where);
  text("filter", expectation.filter);
  items.each_entry("names", [&](const std::string& name, const YAML::Node& value) {
    expectation.names[name] = read_text(value, problems);
  });
  items.each_entry("values", [&](const std::string& name, const YAML::Node& value) {
    expectation.values[name] = read_key_value(value, problems);
  });
  items.finish();
  if (const auto count = fields.optional("count")) {
    expectation.count = read_condition(*count, FigureKind{.name = "count"}, problems);
  }
  fields.each_entry("each", [&](const std::string& name, const YAML::Node& value) {
    expectation.each.push_back(read_condition(value, FigureKind{.name = name}, problems));
  });
  if (!expectation.count && expectation.each.empty()) {
    problems.report(node, "expected 'count' or 'each' beside items");
  }
  return expectation;
}

rdsdata::Field read_parameter(const YAML::Node& node, YamlProblems& problems) {
  const std::string text = read_text(node, problems);
  const auto number = is_quoted(node) ? std::nullopt : parse_count(text);
  return number ? rdsdata::Field{.long_value = *number} : rdsdata::Field{.string_value = text};
}

RowsExpectation read_rows(const YAML::Node& node, YamlFields& fields) {
  RowsExpectation expectation;
  YamlProblems& problems = fields.problems();
  YamlFields rows(node, "rows", problems);
  rows.required_text("cluster", expectation.cluster);
  rows.required_text("sql", expectation.sql);
  rows.text("database", expectation.database);
  rows.each_entry("parameters", [&](const std::string& name, const YAML::Node& value) {
    expectation.parameters[name] = read_parameter(value, problems);
  });
  rows.finish();
  if (const auto count = fields.optional("count")) {
    expectation.count = read_condition(*count, FigureKind{.name = "count"}, problems);
  }
  fields.texts("equal", expectation.equal);
  fields.each_entry("each", [&](const std::string& name, const YAML::Node& value) {
    expectation.each.push_back(read_condition(value, FigureKind{.name = name}, problems));
  });
  if (!expectation.count && expectation.equal.empty() && expectation.each.empty()) {
    problems.report(node, "expected 'count', 'equal' or 'each' beside rows");
  }
  return expectation;
}

ObjectExpectation read_object(const YAML::Node& node, YamlFields& fields) {
  ObjectExpectation expectation;
  YamlFields object(node, "an object", fields.problems());
  object.required_text("bucket", expectation.bucket);
  object.required_text("key", expectation.key);
  object.finish();
  fields.text("contains", expectation.contains);
  if (const auto same = fields.optional("same_as_item")) {
    YamlFields item(*same, "an item", fields.problems());
    read_item_reference(item, expectation.same_as_item.emplace());
    item.texts("members", expectation.members);
    if (same->IsMap() && expectation.members.empty()) {
      fields.problems().report(*same, "expected 'members', the names to compare");
    }
    item.finish();
  }
  return expectation;
}

RefusalExpectation read_refusal(const YAML::Node& node, YamlProblems& problems) {
  YamlFields fields(node, "a refusal", problems);
  RefusalExpectation expectation;
  fields.required_text("code", expectation.code);
  fields.text("message_contains", expectation.message_contains);
  fields.finish();
  return expectation;
}

}  // namespace

Expectation read_expectation(const YAML::Node& node, YamlProblems& problems) {
  YamlFields fields(node, "an expectation", problems);
  Expectation expectation;
  expectation.place = fields.place();
  int subjects = 0;
  const auto subject = [&](std::string_view key) {
    auto found = fields.optional(key);
    if (found) ++subjects;
    return found;
  };
  if (const auto of = subject("requests")) {
    expectation.what = read_totals(*of, Subject::kRequests, "an expectation of requests", problems);
  }
  if (const auto of = subject("messages")) {
    expectation.what = read_totals(*of, Subject::kMessages, "an expectation of messages", problems);
  }
  if (const auto of = subject("queue")) {
    expectation.what = read_named(*of, Subject::kQueue, fields);
  }
  if (const auto of = subject("function")) {
    expectation.what = read_named(*of, Subject::kFunction, fields);
  }
  if (const auto of = subject("calls")) {
    expectation.what = read_named(*of, Subject::kCalls, fields);
  }
  if (const auto of = subject("item")) expectation.what = read_item(*of, fields);
  if (const auto of = subject("items")) expectation.what = read_items(*of, fields);
  if (const auto of = subject("rows")) expectation.what = read_rows(*of, fields);
  if (const auto of = subject("object")) expectation.what = read_object(*of, fields);
  if (const auto of = subject("deployment_refused")) {
    expectation.what = read_refusal(*of, problems);
  }
  const auto* figures = std::get_if<FiguresExpectation>(&expectation.what);
  if (node.IsMap() && subjects != 1) {
    const auto key = subjects == 0 ? fields.unknown() : std::nullopt;
    problems.report(key ? *key : node,
                    (key ? "an expectation is not of '" + key->Scalar() + "' but"
                         : std::string("an expectation is")) +
                        " of one of requests, messages, queue, function, calls, item, items, rows, "
                        "object and deployment_refused");
  } else if (figures != nullptr && is_named(figures->subject)) {
    check_figures(node, fields, *figures, problems);
  } else {
    fields.finish();
  }
  return expectation;
}

}  // namespace emu::sim
