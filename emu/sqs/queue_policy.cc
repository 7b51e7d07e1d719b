#include "sqs/queue_policy.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "core/json/json_view.h"
#include "core/json/json_writer.h"
#include "sqs/errors.h"
#include "sqs/limits.h"

namespace emu::sqs {

namespace {

using Type = JsonView::Type;

constexpr std::string_view kStatement = "Statement";

void copy(const JsonView& from, JsonWriter& to) {
  switch (from.type()) {
    case Type::kNull:
      return to.null();
    case Type::kBoolean:
      return to.boolean(from.boolean());
    case Type::kInteger:
      return to.integer(from.integer());
    case Type::kReal:
      return to.real(from.real());
    case Type::kString:
      return to.string(from.string());
    case Type::kArray:
      to.begin_array();
      from.each_element([&](const JsonView& element) {
        copy(element, to);
        return true;
      });
      return to.end_array();
    case Type::kObject:
      to.begin_object();
      from.each_member([&](std::string_view key, const JsonView& value) {
        to.key(key);
        copy(value, to);
        return true;
      });
      return to.end_object();
  }
}

// Policies are checked when they are set.
JsonDocument parse(const std::string& policy) {
  std::string why;
  return *JsonDocument::parse(policy, why);
}

// A policy may have a single statement instead of a list.
template <class Visit>
void each_statement(const JsonView& policy, const Visit& visit) {
  const std::optional<JsonView> statements = policy.find(kStatement);
  if (!statements) return;
  if (statements->type() != Type::kArray) return visit(*statements);
  statements->each_element([&](const JsonView& statement) {
    visit(statement);
    return true;
  });
}

bool has_label(const JsonView& statement, std::string_view label) {
  if (statement.type() != Type::kObject) return false;
  const std::optional<JsonView> sid = statement.find("Sid");
  return sid && sid->type() == Type::kString && sid->string() == label;
}

// One entry is written by itself, several as a list.
void write_some(const std::vector<std::string>& entries, JsonWriter& json) {
  if (entries.size() == 1) return json.string(entries.front());
  json.begin_array();
  for (const std::string& entry : entries) json.string(entry);
  json.end_array();
}

void write_statement(const Permission& permission, JsonWriter& json) {
  std::vector<std::string> principals;
  for (const std::string& account : permission.accounts) {
    principals.push_back("arn:aws:iam::" + account + ":root");
  }
  std::vector<std::string> actions;
  for (const std::string& action : permission.actions) actions.push_back("SQS:" + action);
  json.begin_object();
  json.key("Sid");
  json.string(permission.label);
  json.key("Effect");
  json.string("Allow");
  json.key("Principal");
  json.begin_object();
  json.key("AWS");
  write_some(principals, json);
  json.end_object();
  json.key("Action");
  write_some(actions, json);
  json.key("Resource");
  json.string(permission.queue_arn);
  json.end_object();
}

// Copies the policy's members but its statements, then lets `statements` write those.
template <class WriteStatements>
std::string rewritten(const JsonView& policy, const WriteStatements& statements) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  policy.each_member([&](std::string_view key, const JsonView& value) {
    if (key == kStatement) return true;
    json.key(key);
    copy(value, json);
    return true;
  });
  json.key(kStatement);
  json.begin_array();
  statements(json);
  json.end_array();
  json.end_object();
  return text;
}

std::string empty_policy(const std::string& queue_arn) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  json.key("Version");
  json.string("2008-10-17");
  json.key("Id");
  json.string(queue_arn + "/SQSDefaultPolicy");
  json.end_object();
  return text;
}

Error label_unknown(std::string_view label) {
  return invalid_parameter("Label", label, "can't find label.");
}

Error too_many_statements() {
  return error(errors::kOverLimit,
               fmt::format("The policy can have at most {} statements.", kPermissionStatementsMax),
               kForbidden);
}

}  // namespace

// Checks: Amazon SQS API Reference, "AddPermission".
Result<std::string> with_statement(const std::string& policy, const Permission& permission) {
  const JsonDocument document = parse(policy.empty() ? empty_policy(permission.queue_arn) : policy);
  std::size_t count = 0;
  bool is_taken = false;
  each_statement(document.root(), [&](const JsonView& statement) {
    ++count;
    is_taken = is_taken || has_label(statement, permission.label);
  });
  if (is_taken) return invalid_parameter("Label", permission.label, "Already exists.");
  if (count >= kPermissionStatementsMax) return too_many_statements();
  return rewritten(document.root(), [&](JsonWriter& json) {
    each_statement(document.root(), [&](const JsonView& statement) { copy(statement, json); });
    write_statement(permission, json);
  });
}

Result<std::string> without_statement(const std::string& policy, std::string_view label) {
  if (policy.empty()) return label_unknown(label);
  const JsonDocument document = parse(policy);
  std::size_t count = 0;
  bool is_there = false;
  each_statement(document.root(), [&](const JsonView& statement) {
    ++count;
    is_there = is_there || has_label(statement, label);
  });
  if (!is_there) return label_unknown(label);
  if (count == 1) return std::string();
  return rewritten(document.root(), [&](JsonWriter& json) {
    each_statement(document.root(), [&](const JsonView& statement) {
      if (!has_label(statement, label)) copy(statement, json);
    });
  });
}

}  // namespace emu::sqs
