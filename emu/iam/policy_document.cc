#include "iam/policy_document.h"

#include <emu/arn.h>
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>
#include <vector>

#include "core/text/ascii.h"
#include "iam/errors.h"
#include "iam/limits.h"

namespace emu::iam {

namespace {

using Json = nlohmann::json;

constexpr std::string_view kVersionNow = "2012-10-17";
constexpr std::string_view kVersionOld = "2008-10-17";

bool is_account_id(std::string_view text) {
  return text.size() == kAccountIdDigits && std::all_of(text.begin(), text.end(), is_digit);
}

Error syntax_error() { return malformed("Syntax errors in policy."); }
Error no_actions() { return malformed("Policy statement must contain actions."); }
Error no_resources() { return malformed("Policy statement must contain resources."); }
Error not_about_assuming() {
  return malformed("AssumeRole policy may only specify STS AssumeRole actions.");
}

// Builds a policy from its JSON; the first thing found wrong stays as the error.
class DocumentReader {
 public:
  explicit DocumentReader(DocumentKind kind) : kind_(kind) {}

  Status read(const Json& document, CompiledPolicy& policy) {
    if (!document.is_object()) return syntax_error();
    for (const auto& [name, value] : document.items()) {
      if (name == "Version") {
        if (!value.is_string()) return syntax_error();
        if (value != kVersionNow && value != kVersionOld)
          return malformed("Policy document must be version 2012-10-17 or greater.");
        if (value == kVersionNow) variables_ = Variables::kActive;
      } else if (name != "Id" && name != "Statement") {
        return syntax_error();
      }
    }
    const auto statements = document.find("Statement");
    if (statements == document.end()) return syntax_error();
    if (statements->is_object()) return read_statement(*statements, policy);
    if (!statements->is_array() || statements->empty()) return syntax_error();
    for (const Json& statement : *statements) {
      EMU_CHECK(read_statement(statement, policy));
    }
    return {};
  }

 private:
  Status read_statement(const Json& json, CompiledPolicy& policy) {
    if (!json.is_object()) return syntax_error();
    Statement statement;
    statement.id = "#" + std::to_string(policy.statements.size() + 1);
    for (const auto& [name, value] : json.items()) {
      EMU_CHECK(read_element(name, value, statement));
    }
    EMU_CHECK(check_elements(json));
    statement.any_resource = kind_ == DocumentKind::kTrust;
    policy.statements.push_back(std::move(statement));
    return {};
  }

  Status read_element(const std::string& name, const Json& value, Statement& statement) {
    if (name == "Sid") return read_id(value, statement);
    if (name == "Effect") {
      if (value != "Allow" && value != "Deny") return syntax_error();
      statement.effect = value == "Allow" ? Effect::kAllow : Effect::kDeny;
      return {};
    }
    if (name == "Action" || name == "NotAction") {
      statement.is_not_action = name == "NotAction";
      return read_actions(value, statement);
    }
    if (name == "Resource" || name == "NotResource") {
      statement.is_not_resource = name == "NotResource";
      return read_resources(value, statement);
    }
    if (name == "Principal" || name == "NotPrincipal") {
      statement.has_principals = true;
      statement.is_not_principal = name == "NotPrincipal";
      return read_principals(value, statement.principals);
    }
    if (name == "Condition") return read_conditions(value, statement);
    return syntax_error();
  }

  // Which elements a statement must have, and which it must not.
  Status check_elements(const Json& json) const {
    if (!json.contains("Effect")) return syntax_error();
    const auto has_both = [&](const char* name, const char* not_name) {
      return json.contains(name) && json.contains(not_name);
    };
    if (has_both("Action", "NotAction") || has_both("Resource", "NotResource") ||
        has_both("Principal", "NotPrincipal")) {
      return syntax_error();
    }
    const bool has_principals = json.contains("Principal") || json.contains("NotPrincipal");
    const bool has_resources = json.contains("Resource") || json.contains("NotResource");
    if (kind_ == DocumentKind::kPermissions && has_principals)
      return malformed("Policy document should not specify a principal.");
    if (kind_ == DocumentKind::kTrust && has_resources) {
      return malformed("Has prohibited field Resource");
    }
    if (!json.contains("Action") && !json.contains("NotAction")) return no_actions();
    if (kind_ != DocumentKind::kTrust && !has_resources) return no_resources();
    if (kind_ != DocumentKind::kPermissions && !has_principals) {
      return malformed("Missing required field Principal");
    }
    return {};
  }

  Status read_id(const Json& value, Statement& statement) {
    if (!value.is_string()) return syntax_error();
    const auto& id = value.get_ref<const std::string&>();
    // Policies of resources may have spaces and more in their Sids.
    if (kind_ != DocumentKind::kResource && !std::all_of(id.begin(), id.end(), is_alphanumeric)) {
      return malformed(
          "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular "
          "expression [0-9A-Za-z]*");
    }
    if (id.empty()) return {};
    if (!sids_.insert(id).second)
      return malformed("Statement IDs (SID) in a single policy must be unique.");
    statement.id = id;
    return {};
  }

  static bool read_texts(const Json& value, std::vector<std::string>& texts) {
    if (value.is_string()) {
      texts.push_back(value.get<std::string>());
      return true;
    }
    if (!value.is_array()) return false;
    for (const Json& entry : value) {
      if (!entry.is_string()) return false;
      texts.push_back(entry.get<std::string>());
    }
    return true;
  }

  Status read_actions(const Json& value, Statement& statement) const {
    std::vector<std::string> actions;
    if (!read_texts(value, actions)) return syntax_error();
    if (actions.empty()) return no_actions();
    for (const std::string& action : actions) {
      if (action != "*") {
        const std::size_t colon = action.find(':');
        if (colon == action.npos || colon == 0 || colon + 1 == action.size()) {
          return malformed(
              "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
        }
        if (action.find(':', colon + 1) != action.npos)
          return malformed("Actions/Condition can contain only one colon.");
        // The queue policies of old write SQS:SendMessage.
        if (kind_ == DocumentKind::kTrust && !equal_ignoring_case(action.substr(0, colon), "sts")) {
          return not_about_assuming();
        }
      } else if (kind_ == DocumentKind::kTrust) {
        return not_about_assuming();
      }
      statement.actions.emplace_back(lower_case(action), Wildcards::kActive, Variables::kLiteral);
    }
    return {};
  }

  Status read_resources(const Json& value, Statement& statement) const {
    std::vector<std::string> resources;
    if (!read_texts(value, resources)) return syntax_error();
    if (resources.empty()) return no_resources();
    for (const std::string& resource : resources) {
      // A queue's policy may name the queue as its owner and name alone.
      const bool has_form = resource.starts_with("arn:") || resource == "*" ||
                            (resource.starts_with("*") && resource.find(':') != resource.npos) ||
                            kind_ == DocumentKind::kResource;
      if (!has_form)
        return malformed(fmt::format("Resource {} must be in ARN format or \"*\".", resource));
      statement.resources.emplace_back(resource, variables_);
    }
    return {};
  }

  Status read_principals(const Json& value, Principals& principals) const {
    if (value == "*") {
      principals.everyone = true;
      return {};
    }
    if (!value.is_object() || value.empty()) return syntax_error();
    for (const auto& [type, names] : value.items()) {
      std::vector<std::string> texts;
      if (!read_texts(names, texts)) return syntax_error();
      for (const std::string& text : texts) {
        if (!add_principal(type, text, principals)) {
          return malformed_principal(type == "Service" ? "SERVICE" : type, text);
        }
      }
    }
    return {};
  }

  static bool add_principal(const std::string& type, const std::string& name,
                            Principals& principals) {
    if (type == "Service") {
      if (name == "*") {
        principals.every_service = true;
        return true;
      }
      principals.services.push_back(name);
      return name.find('.') != name.npos;
    }
    if (type == "Federated" || type == "CanonicalUser") return !name.empty();
    if (type != "AWS") return false;
    if (name == "*") {
      principals.everyone = true;
      return true;
    }
    if (is_account_id(name)) {
      principals.accounts.push_back(name);
      return true;
    }
    const std::optional<Arn> arn = Arn::parse(name);
    if (!arn || (arn->service != "iam" && arn->service != "sts") || !is_account_id(arn->account)) {
      // A deleted user or role stands as its id.
      return name.starts_with("AIDA") || name.starts_with("AROA");
    }
    if (arn->resource == "root") {
      principals.accounts.push_back(arn->account);
    } else {
      principals.arns.push_back(name);
    }
    return arn->resource.find('*') == std::string::npos;
  }

  Status read_conditions(const Json& value, Statement& statement) const {
    if (!value.is_object()) return syntax_error();
    for (const auto& [operator_name, tests] : value.items()) {
      if (!tests.is_object()) return syntax_error();
      for (const auto& [key, wanted] : tests.items()) {
        std::vector<std::string> values;
        if (!read_condition_values(wanted, values)) return syntax_error();
        std::optional<Condition> condition =
            Condition::make(operator_name, key, values, variables_);
        if (!condition)
          return malformed(fmt::format("Invalid Condition type : {}.", operator_name));
        statement.conditions.push_back(std::move(*condition));
      }
    }
    return {};
  }

  // Numbers and booleans may stand without quotes.
  static bool read_condition_values(const Json& wanted, std::vector<std::string>& values) {
    const auto read_one = [&](const Json& value) {
      if (value.is_string()) {
        values.push_back(value.get<std::string>());
      } else if (value.is_number() || value.is_boolean()) {
        values.push_back(value.dump());
      } else {
        return false;
      }
      return true;
    };
    if (!wanted.is_array()) return read_one(wanted);
    return std::all_of(wanted.begin(), wanted.end(), read_one);
  }

  DocumentKind kind_;
  Variables variables_ = Variables::kLiteral;
  std::set<std::string> sids_ = {};
};

Json parse(std::string_view json) {
  // No policy is as deep as that.
  const Json::parser_callback_t limit = [](int depth, Json::parse_event_t, Json&) {
    return depth <= kDocumentDepthMax;
  };
  return Json::parse(json, limit, /*allow_exceptions=*/false);
}

}  // namespace

Result<std::shared_ptr<const CompiledPolicy>> read_policy(DocumentKind kind,
                                                          std::string_view json) {
  const Json document = parse(json);
  if (document.is_discarded()) return malformed("The policy is not in the valid JSON format.");
  auto policy = std::make_shared<CompiledPolicy>();
  EMU_CHECK(DocumentReader(kind).read(document, *policy));
  return std::shared_ptr<const CompiledPolicy>(std::move(policy));
}

Status check_policy(DocumentKind kind, std::string_view json) {
  EMU_CHECK(read_policy(kind, json));
  return {};
}

std::string merge_documents(std::span<const std::string> documents) {
  Json statements = Json::array();
  for (const std::string& document : documents) {
    Json statement = parse(document).at("Statement");
    if (statement.is_object()) statement = Json::array({std::move(statement)});
    for (Json& entry : statement) {
      entry.erase("Sid");
      statements.push_back(std::move(entry));
    }
  }
  return Json{{"Version", kVersionNow}, {"Statement", std::move(statements)}}.dump();
}

std::size_t counted_size(std::string_view json) {
  return static_cast<std::size_t>(std::count_if(json.begin(), json.end(), [](char c) {
    return c != ' ' && c != '\t' && c != '\n' && c != '\r';
  }));
}

}  // namespace emu::iam
