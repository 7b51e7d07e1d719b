#include <emu/arn.h>
#include <fmt/format.h>

#include <algorithm>

#include "core/json/json_writer.h"
#include "core/policy/principal.h"
#include "core/text/ascii.h"
#include "lambda/errors.h"
#include "lambda/function_reference.h"
#include "lambda/limits.h"
#include "lambda/service.h"

namespace emu::lambda {

namespace {

// "s3.amazonaws.com"
bool is_service(std::string_view principal) {
  constexpr std::string_view kDomains[] = {".amazonaws.com", ".amazonaws.com.cn", ".amazon.com"};
  return std::any_of(std::begin(kDomains), std::end(kDomains), [&](std::string_view domain) {
    if (principal.size() <= domain.size() || !principal.ends_with(domain)) return false;
    principal.remove_suffix(domain.size());
    return std::all_of(principal.begin(), principal.end(),
                       [](char c) { return is_lower(c) || is_digit(c) || c == '-' || c == '.'; });
  });
}

// Source: AWS Lambda API Reference, "AddPermission", Principal.
bool is_principal(std::string_view principal) {
  return is_service(principal) || policy::is_principal("AWS", principal);
}

void write_principal(std::string_view principal, JsonWriter& json) {
  json.key("Principal");
  if (principal == "*") {
    json.string(principal);
    return;
  }
  json.begin_object();
  json.key(is_service(principal) ? "Service" : "AWS");
  if (is_account_id(principal)) {
    json.string("arn:aws:iam::" + std::string(principal) + ":root");
  } else {
    json.string(principal);
  }
  json.end_object();
}

void write_condition(std::string_view key, std::string_view value, JsonWriter& json) {
  json.begin_object();
  json.key(key);
  json.string(value);
  json.end_object();
}

void write_conditions(const AddPermission& in, JsonWriter& json) {
  struct Equal {
    std::string_view key;
    const std::optional<std::string>& value;
  };
  const Equal equals[] = {{"AWS:SourceAccount", in.source_account},
                          {"aws:PrincipalOrgID", in.principal_org_id},
                          {"lambda:EventSourceToken", in.event_source_token},
                          {"lambda:FunctionUrlAuthType", in.function_url_auth_type}};
  const bool has_equals = std::any_of(std::begin(equals), std::end(equals),
                                      [](const Equal& equal) { return equal.value.has_value(); });
  if (!has_equals && !in.source_arn) return;
  json.key("Condition");
  json.begin_object();
  if (has_equals) {
    json.key("StringEquals");
    json.begin_object();
    for (const Equal& equal : equals) {
      if (!equal.value) continue;
      json.key(equal.key);
      json.string(*equal.value);
    }
    json.end_object();
  }
  if (in.source_arn) {
    json.key("ArnLike");
    write_condition("AWS:SourceArn", *in.source_arn, json);
  }
  json.end_object();
}

std::string statement_of(const AddPermission& in, const std::string& function_arn) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  json.key("Sid");
  json.string(in.statement_id);
  json.key("Effect");
  json.string("Allow");
  write_principal(in.principal, json);
  json.key("Action");
  json.string(in.action);
  json.key("Resource");
  json.string(function_arn);
  write_conditions(in, json);
  json.end_object();
  return text;
}

auto statement_named(std::vector<PolicyStatement>& statements, std::string_view id) {
  return std::find_if(statements.begin(), statements.end(),
                      [&](const PolicyStatement& statement) { return statement.id == id; });
}

Error statement_exists(std::string_view id) {
  return conflict(
      fmt::format("The statement id ({}) provided already exists. Please provide a new statement "
                  "id, or remove the existing statement.",
                  id));
}

Error policy_missing() { return not_found("No policy is associated with the given resource."); }

// As recorded from AWS: it is the policy that a function which is not there does not have.
Error policy_of_nothing(Error error) {
  constexpr std::string_view kFunction = "Function not found: ";
  if (error.message.starts_with(kFunction)) {
    error.message.replace(0, kFunction.size(), "No policy found for: ");
  }
  return error;
}

Error latest_takes_no_policy() {
  return invalid_parameter("We currently do not support adding policies for $LATEST.");
}

Error statement_not_found(std::string_view id) {
  return not_found(fmt::format("Statement {} is not found in resource policy.", id));
}

Error policy_too_large(std::size_t bytes) {
  return user_error(errors::kPolicyLengthExceededException, 400,
                    fmt::format("The final policy size ({}) is bigger than the limit ({}).", bytes,
                                kPolicyBytesMax));
}

Error principal_invalid() {
  return invalid_parameter(
      "The provided principal was invalid. Please check the principal and try again.");
}

}  // namespace

Result<AddPermissionResult> Lambda::add_permission(Call& call, const AddPermission& in) {
  if (in.qualifier == "$LATEST") return latest_takes_no_policy();
  EMU_TRY(const FunctionPtr function, find(call, in.function_name, in.qualifier));
  Function& stored = *function->stored;
  if (!is_principal(in.principal)) return principal_invalid();
  if (statement_named(stored.policy, in.statement_id) != stored.policy.end()) {
    return statement_exists(in.statement_id);
  }
  if (in.revision_id && *in.revision_id != stored.policy_revision_id) {
    return revision_differs("GetPolicy");
  }
  std::vector<PolicyStatement> statements = stored.policy;
  statements.push_back({.id = in.statement_id, .json = statement_of(in, function->arn())});
  std::shared_ptr<const std::string> document = policy_document_of(statements);
  if (document->size() > kPolicyBytesMax) return policy_too_large(document->size());

  stored.policy = std::move(statements);
  function->policy_document = std::move(document);
  stored.policy_revision_id = world_.uuid();
  return AddPermissionResult{.statement = stored.policy.back().json};
}

Result<Nothing> Lambda::remove_permission(Call& call, const RemovePermission& in) {
  const Result<FunctionPtr> found = find(call, in.function_name, in.qualifier);
  if (!found) return policy_of_nothing(found.error());
  LiveFunction* const function = found->get();
  Function& stored = *function->stored;
  if (stored.policy.empty()) return policy_missing();
  const auto statement = statement_named(stored.policy, in.statement_id);
  if (statement == stored.policy.end()) return statement_not_found(in.statement_id);
  if (in.revision_id && *in.revision_id != stored.policy_revision_id) {
    return revision_differs("GetPolicy");
  }

  stored.policy.erase(statement);
  function->policy_document = policy_document_of(stored.policy);
  stored.policy_revision_id = world_.uuid();
  return Nothing{};
}

Result<GetPolicyResult> Lambda::get_policy(Call& call, const GetPolicy& in) {
  EMU_TRY(const FunctionPtr function, find(call, in.function_name, in.qualifier));
  Function& stored = *function->stored;
  if (function->policy_document == nullptr) return resource_not_found();
  return GetPolicyResult{.policy = *function->policy_document,
                         .revision_id = stored.policy_revision_id};
}

}  // namespace emu::lambda
