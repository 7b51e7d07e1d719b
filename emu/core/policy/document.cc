#include "core/policy/document.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/json/json_view.h"
#include "core/json/json_writer.h"
#include "core/policy/principal.h"

namespace emu::policy {

namespace {

using Type = JsonView::Type;

constexpr std::string_view kVersionOld = "2008-10-17";

// Reads a document from its JSON. Every function is false when something is wrong, and the first
// thing found stays as the refusal.
class Reader {
 public:
  explicit Reader(Document& document) : document_(document) {}

  std::optional<Refusal> read(std::string_view json) {
    std::string why;
    const std::optional<JsonDocument> parsed = JsonDocument::parse(json, why);
    if (!parsed) {
      fail(Problem::kNotJson);
    } else {
      read_document(parsed->root());
    }
    return std::move(refusal_);
  }

 private:
  bool fail(Problem problem, std::string_view subject = {}) {
    refusal_ = Refusal{.problem = problem, .subject = std::string(subject)};
    return false;
  }

  // Visits the members of an object, none of which may stand twice.
  template <class Visit>
  bool each_member_once(const JsonView& object, const Visit& visit) {
    std::set<std::string, std::less<>> seen;
    return object.each_member([&](std::string_view name, const JsonView& value) {
      if (!seen.emplace(name).second) return fail(Problem::kRepeatedMember, name);
      return visit(name, value);
    });
  }

  bool read_document(const JsonView& json) {
    if (json.type() != Type::kObject) return fail(Problem::kNotAnObject);
    std::optional<JsonView> statements;
    const bool is_read = each_member_once(json, [&](std::string_view name, const JsonView& value) {
      if (name == "Version") return read_version(value);
      if (name == "Id") return read_document_id(value);
      if (name != "Statement") return fail(Problem::kUnknownElement, name);
      statements = value;
      return true;
    });
    if (!is_read) return false;
    if (!statements) return fail(Problem::kNoStatements);
    if (statements->type() != Type::kArray) return read_statement(*statements);
    if (statements->size() == 0) return fail(Problem::kEmptyStatements);
    return statements->each_element(
        [&](const JsonView& statement) { return read_statement(statement); });
  }

  bool read_version(const JsonView& value) {
    if (value.type() != Type::kString) return fail(Problem::kVersion);
    document_.version = value.string();
    const bool is_known = document_.version == kVersionNow || document_.version == kVersionOld;
    return is_known || fail(Problem::kVersion, document_.version);
  }

  bool read_document_id(const JsonView& value) {
    if (value.type() != Type::kString) return fail(Problem::kId);
    document_.id = value.string();
    return true;
  }

  bool read_statement(const JsonView& json) {
    if (json.type() != Type::kObject) return fail(Problem::kStatement);
    Statement statement;
    bool has_effect = false;
    const bool is_read = each_member_once(json, [&](std::string_view name, const JsonView& value) {
      has_effect = has_effect || name == "Effect";
      return read_element(name, value, statement);
    });
    if (!is_read) return false;
    if (!has_effect) return fail(Problem::kNoEffect);
    document_.statements.push_back(std::move(statement));
    return true;
  }

  bool read_element(std::string_view name, const JsonView& value, Statement& statement) {
    if (name == "Sid") return read_sid(value, statement);
    if (name == "Effect") return read_effect(value, statement);
    if (name == "Principal" || name == "NotPrincipal") {
      return read_principal(name, value, statement.principal);
    }
    if (name == "Action" || name == "NotAction") {
      return read_names(name, value, statement.action, Problem::kActions, Problem::kNoActions);
    }
    if (name == "Resource" || name == "NotResource") {
      return read_names(name, value, statement.resource, Problem::kResources,
                        Problem::kNoResources);
    }
    if (name == "Condition") return read_conditions(value, statement);
    return fail(Problem::kUnknownElement, name);
  }

  bool read_sid(const JsonView& value, Statement& statement) {
    if (value.type() != Type::kString) return fail(Problem::kSid);
    statement.sid = value.string();
    const bool is_new = statement.sid.empty() || sids_.insert(statement.sid).second;
    return is_new || fail(Problem::kRepeatedSid, statement.sid);
  }

  bool read_effect(const JsonView& value, Statement& statement) {
    if (value.type() != Type::kString) return fail(Problem::kEffect);
    if (value.string() != "Allow" && value.string() != "Deny") {
      return fail(Problem::kEffect, value.string());
    }
    statement.effect = value.string() == "Allow" ? Effect::kAllow : Effect::kDeny;
    return true;
  }

  // A text or a list of texts. Whether the value is either.
  static bool read_texts(const JsonView& value, std::vector<std::string>& texts) {
    auto read_one = [&](const JsonView& text) {
      if (text.type() != Type::kString) return false;
      texts.emplace_back(text.string());
      return true;
    };
    return value.type() == Type::kArray ? value.each_element(read_one) : read_one(value);
  }

  bool read_names(std::string_view element, const JsonView& value, std::optional<Names>& names,
                  Problem no_texts, Problem empty) {
    if (names) return fail(Problem::kBothForms, element);
    names.emplace().is_negated = element.starts_with("Not");
    if (!read_texts(value, names->names)) return fail(no_texts);
    return !names->names.empty() || fail(empty);
  }

  bool read_principal(std::string_view element, const JsonView& value,
                      std::optional<Principal>& principal) {
    if (principal) return fail(Problem::kBothForms, element);
    principal.emplace().is_negated = element.starts_with("Not");
    if (value.type() == Type::kString) {
      principal->is_everyone = value.string() == "*";
      return principal->is_everyone || fail(Problem::kPrincipal);
    }
    if (value.type() != Type::kObject || value.size() == 0) return fail(Problem::kPrincipal);
    return each_member_once(value, [&](std::string_view type, const JsonView& names) {
      if (!is_principal_type(type)) return fail(Problem::kPrincipal, type);
      PrincipalNames of_type{.type = std::string(type)};
      if (!read_texts(names, of_type.names) || of_type.names.empty()) {
        return fail(Problem::kPrincipal, type);
      }
      for (const std::string& name : of_type.names) {
        if (!is_principal(type, name)) return fail_principal_name(type, name);
      }
      principal->names.push_back(std::move(of_type));
      return true;
    });
  }

  bool fail_principal_name(std::string_view type, std::string_view name) {
    std::string subject;
    append_json_string(type, subject);
    subject += ':';
    append_json_string(name, subject);
    return fail(Problem::kPrincipalName, subject);
  }

  bool read_conditions(const JsonView& value, Statement& statement) {
    if (value.type() != Type::kObject) return fail(Problem::kCondition);
    return each_member_once(value, [&](std::string_view name, const JsonView& tests) {
      const auto condition_operator = ConditionOperator::parse(name);
      if (!condition_operator) return fail(Problem::kConditionOperator, name);
      if (tests.type() != Type::kObject) return fail(Problem::kCondition);
      return each_member_once(tests, [&](std::string_view key, const JsonView& wanted) {
        Condition condition{.operator_name = std::string(name), .key = std::string(key)};
        if (key.empty()) return fail(Problem::kConditionKey);
        if (!read_values(wanted, condition.values)) return fail(Problem::kCondition);
        for (const std::string& text : condition.values) {
          if (!condition_operator->takes(text)) {
            fail(Problem::kConditionValue, text);
            refusal_->condition_operator = condition_operator;
            return false;
          }
        }
        statement.conditions.push_back(std::move(condition));
        return true;
      });
    });
  }

  // Numbers and booleans may stand without quotes.
  static bool read_values(const JsonView& wanted, std::vector<std::string>& values) {
    auto read_one = [&](const JsonView& value) {
      switch (value.type()) {
        case Type::kString:
          values.emplace_back(value.string());
          return true;
        case Type::kBoolean:
          values.emplace_back(value.boolean() ? "true" : "false");
          return true;
        case Type::kInteger:
          values.push_back(std::to_string(value.integer()));
          return true;
        case Type::kReal:
          JsonWriter(values.emplace_back()).real(value.real());
          return true;
        case Type::kNull:
        case Type::kArray:
        case Type::kObject:
          return false;
      }
      return false;
    };
    return wanted.type() == Type::kArray ? wanted.each_element(read_one) : read_one(wanted);
  }

  Document& document_;
  std::set<std::string> sids_ = {};
  std::optional<Refusal> refusal_ = {};
};

// One text is written by itself, several as a list.
void write_texts(const std::vector<std::string>& texts, JsonWriter& json) {
  if (texts.size() == 1) return json.string(texts.front());
  json.begin_array();
  for (const std::string& text : texts) json.string(text);
  json.end_array();
}

void write_names(std::string_view element, const std::optional<Names>& names, JsonWriter& json) {
  if (!names) return;
  json.key(names->is_negated ? "Not" + std::string(element) : element);
  write_texts(names->names, json);
}

void write_principal(const Principal& principal, JsonWriter& json) {
  json.key(principal.is_negated ? "NotPrincipal" : "Principal");
  if (principal.is_everyone) return json.string("*");
  json.begin_object();
  for (const PrincipalNames& of_type : principal.names) {
    json.key(of_type.type);
    write_texts(of_type.names, json);
  }
  json.end_object();
}

void write_conditions(const std::vector<Condition>& conditions, JsonWriter& json) {
  if (conditions.empty()) return;
  json.key("Condition");
  json.begin_object();
  for (std::size_t i = 0; i < conditions.size();) {
    const std::string& name = conditions[i].operator_name;
    json.key(name);
    json.begin_object();
    for (; i < conditions.size() && conditions[i].operator_name == name; ++i) {
      json.key(conditions[i].key);
      write_texts(conditions[i].values, json);
    }
    json.end_object();
  }
  json.end_object();
}

void write_statement(const Statement& statement, JsonWriter& json) {
  json.begin_object();
  if (!statement.sid.empty()) json.member("Sid", statement.sid);
  json.member("Effect", statement.effect == Effect::kAllow ? "Allow" : "Deny");
  if (statement.principal) write_principal(*statement.principal, json);
  write_names("Action", statement.action, json);
  write_names("Resource", statement.resource, json);
  write_conditions(statement.conditions, json);
  json.end_object();
}

}  // namespace

bool Document::has_variables() const { return version == kVersionNow; }

std::optional<Refusal> read(std::string_view json, Document& document) {
  document = Document();
  return Reader(document).read(json);
}

std::string write(const Document& document) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  if (!document.version.empty()) json.member("Version", document.version);
  if (document.id) json.member("Id", *document.id);
  json.key("Statement");
  json.begin_array();
  for (const Statement& statement : document.statements) write_statement(statement, json);
  json.end_array();
  json.end_object();
  return text;
}

}  // namespace emu::policy
