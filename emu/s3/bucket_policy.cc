#include "s3/bucket_policy.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/json/json_view.h"
#include "s3/errors.h"
#include "s3/limits.h"
#include "s3/policy_public.h"

namespace emu::s3 {

namespace {

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// The texts of a value that is a text or a list of texts; nothing when it is neither.
std::optional<std::vector<std::string_view>> texts_of(const JsonView& value) {
  std::vector<std::string_view> texts;
  if (value.type() == JsonView::Type::kString) {
    texts.push_back(value.string());
    return texts;
  }
  if (value.type() != JsonView::Type::kArray) return std::nullopt;
  const bool all = value.each_element([&](const JsonView& element) {
    if (element.type() != JsonView::Type::kString) return false;
    texts.push_back(element.string());
    return true;
  });
  if (!all || texts.empty()) return std::nullopt;
  return texts;
}

std::optional<JsonView> either(const JsonView& statement, std::string_view name,
                               std::string_view negated) {
  auto found = statement.find(name);
  return found ? found : statement.find(negated);
}

bool is_account(std::string_view text) {
  return text.size() == 12 && text.find_first_not_of("0123456789") == text.npos;
}

bool is_aws_principal(std::string_view text) {
  return text == "*" || is_account(text) || text.starts_with("arn:aws:iam::") ||
         text.starts_with("arn:aws:sts::");
}

bool is_principal(const JsonView& principal) {
  if (principal.type() == JsonView::Type::kString) return principal.string() == "*";
  if (principal.type() != JsonView::Type::kObject || principal.size() == 0) return false;
  return principal.each_member([](std::string_view kind, const JsonView& value) {
    static constexpr std::array<std::string_view, 4> kKinds = {"AWS", "Service", "CanonicalUser",
                                                               "Federated"};
    if (!is_one_of(kind, kKinds)) return false;
    const auto names = texts_of(value);
    if (!names) return false;
    return kind != "AWS" || std::all_of(names->begin(), names->end(), &is_aws_principal);
  });
}

bool is_action(std::string_view action) { return action == "*" || action.starts_with("s3:"); }

// The bucket itself or something in it.
bool is_resource_of(std::string_view resource, std::string_view bucket) {
  constexpr std::string_view kArn = "arn:aws:s3:::";
  if (!resource.starts_with(kArn)) return false;
  resource.remove_prefix(kArn.size());
  if (!resource.starts_with(bucket)) return false;
  resource.remove_prefix(bucket.size());
  return resource.empty() || resource.front() == '/' || resource.front() == '*';
}

bool is_object_action(std::string_view action) {
  static constexpr std::array<std::string_view, 4> kOthers = {
      "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts", "s3:BypassGovernanceRetention",
      "s3:RestoreObject"};
  if (is_one_of(action, kOthers)) return true;
  return action.find("Object") != action.npos && action.find("Bucket") == action.npos;
}

// Whether an action can concern any of the resources; an action with wildcards always can.
bool applies(std::string_view action, const std::vector<std::string_view>& resources) {
  if (action.find_first_of("*?") != action.npos) return true;
  const bool of_objects = is_object_action(action);
  return std::any_of(resources.begin(), resources.end(), [&](std::string_view resource) {
    const bool names_objects = resource.find('/') != resource.npos;
    return names_objects == of_objects || (!names_objects && resource.ends_with('*'));
  });
}

Error malformed_policy(std::string_view message) {
  return make_error("MalformedPolicy", message, 400);
}

Status check_elements(const JsonView& statement) {
  static constexpr std::array<std::string_view, 9> kElements = {
      "Sid",       "Effect",   "Principal",   "NotPrincipal", "Action",
      "NotAction", "Resource", "NotResource", "Condition"};
  std::string unknown;
  statement.each_member([&](std::string_view name, const JsonView&) {
    if (!is_one_of(name, kElements)) unknown = name;
    return unknown.empty();
  });
  if (!unknown.empty()) return malformed_policy(fmt::format("Unknown field {}", unknown));
  return {};
}

Status check_statement(const JsonView& statement, std::string_view bucket) {
  if (statement.type() != JsonView::Type::kObject) {
    return malformed_policy("Policy statement must be an object");
  }
  EMU_CHECK(check_elements(statement));

  const auto effect = statement.find("Effect");
  if (!effect) return malformed_policy("Missing required field Effect");
  const bool is_text = effect->type() == JsonView::Type::kString;
  if (!is_text || (effect->string() != "Allow" && effect->string() != "Deny")) {
    return malformed_policy(
        fmt::format("Invalid effect: {}", is_text ? effect->string() : std::string_view()));
  }
  const auto principal = either(statement, "Principal", "NotPrincipal");
  if (!principal) return malformed_policy("Missing required field Principal");
  if (!is_principal(*principal)) return malformed_policy("Invalid principal in policy");

  const auto action = either(statement, "Action", "NotAction");
  if (!action) return malformed_policy("Missing required field Action");
  const auto actions = texts_of(*action);
  if (!actions || !std::all_of(actions->begin(), actions->end(), &is_action)) {
    return malformed_policy("Policy has invalid action");
  }
  const auto resource = either(statement, "Resource", "NotResource");
  if (!resource) return malformed_policy("Missing required field Resource");
  const auto resources = texts_of(*resource);
  const bool concerns =
      resources && std::all_of(resources->begin(), resources->end(),
                               [&](std::string_view name) { return is_resource_of(name, bucket); });
  if (!concerns) return malformed_policy("Policy has invalid resource");
  if (statement.find("Action") && statement.find("Resource")) {
    for (const std::string_view name : *actions) {
      if (!applies(name, *resources)) {
        return malformed_policy("Action does not apply to any resource(s) in statement");
      }
    }
  }
  return {};
}

Status check_version(const JsonView& policy) {
  const auto version = policy.find("Version");
  if (!version) return {};
  if (version->type() == JsonView::Type::kString &&
      (version->string() == "2012-10-17" || version->string() == "2008-10-17")) {
    return {};
  }
  return malformed_policy("The policy must contain a valid version string");
}

}  // namespace

Result<PolicyFacts> check_policy(std::string_view policy, std::string_view bucket) {
  if (policy.size() > kPolicyBytesMax) {
    return malformed_policy("Policy exceeds the maximum allowed document size.");
  }
  std::string why;
  const auto document = JsonDocument::parse(policy, why);
  if (!document || document->root().type() != JsonView::Type::kObject) {
    return malformed_policy("Policies must be valid JSON and the first byte must be '{'");
  }
  const JsonView root = document->root();
  EMU_CHECK(check_version(root));
  const auto statements = root.find("Statement");
  if (!statements) return malformed_policy("Missing required field Statement");

  PolicyFacts facts;
  Status status;
  auto look_at = [&](const JsonView& statement) {
    status = check_statement(statement, bucket);
    if (status && is_public_statement(statement)) facts.is_public = true;
    return status.ok();
  };
  if (statements->type() != JsonView::Type::kArray) {
    look_at(*statements);
  } else if (statements->size() == 0) {
    status = malformed_policy("Could not parse the policy: Statement is empty!");
  } else {
    statements->each_element(look_at);
  }
  EMU_CHECK(std::move(status));
  return facts;
}

}  // namespace emu::s3
