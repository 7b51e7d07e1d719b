#include "dynamodb/resource_policy.h"

#include <emu/dynamodb/errors.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

#include "core/policy/document.h"
#include "core/policy/public.h"
#include "core/text/ascii.h"
#include "dynamodb/errors.h"
#include "dynamodb/limits.h"

namespace emu::dynamodb {

namespace {

constexpr std::string_view kNoPolicy = "NO_POLICY";

Error invalid_policy(std::string_view what) {
  return validation(fmt::format("Invalid policy document: {}", what));
}

bool is_dynamodb_action(std::string_view action) {
  constexpr std::string_view kVendor = "dynamodb:";
  return action == "*" || (action.size() > kVendor.size() &&
                           equal_ignoring_case(action.substr(0, kVendor.size()), kVendor));
}

// The table, its indexes, the stream, or whatever wildcards make of it.
bool is_resource_of(std::string_view resource, std::string_view arn) {
  if (resource == "*") return true;
  const std::size_t wildcard = resource.find_first_of("*?");
  if (wildcard != resource.npos && wildcard <= arn.size()) {
    return arn.starts_with(resource.substr(0, wildcard));
  }
  return table_part(resource) == arn;
}

Status check_policy_statement(const policy::Statement& statement, std::string_view arn) {
  if (!statement.principal) return invalid_policy("a statement has no Principal");
  if (!statement.action) return invalid_policy("a statement has no Action");
  if (!statement.resource) return invalid_policy("a statement has no Resource");
  for (const std::string& action : statement.action->names) {
    if (!is_dynamodb_action(action)) {
      return invalid_policy(fmt::format("{} is no action of DynamoDB", action));
    }
  }
  for (const std::string& resource : statement.resource->names) {
    if (!is_resource_of(resource, arn)) {
      return invalid_policy(fmt::format("{} is not a resource of {}", resource, arn));
    }
  }
  if (policy::is_public(statement, policy::kKeysOfCallers)) {
    return invalid_policy("it lets the public in");
  }
  return {};
}

std::int64_t revision_of(const std::optional<ResourcePolicySettings>& policy) {
  std::int64_t revision = 0;
  if (policy) {
    const std::string& id = policy->revision_id;
    std::from_chars(id.data(), id.data() + id.size(), revision);
  }
  return revision;
}

}  // namespace

Status check_resource_policy(std::string_view json, std::string_view arn) {
  if (json.size() > kPolicyBytesMax) {
    return invalid_policy(fmt::format("it is longer than {} bytes", kPolicyBytesMax));
  }
  policy::Document document;
  if (policy::read(json, document)) return invalid_policy("its syntax is not that of a policy");
  for (const policy::Statement& statement : document.statements) {
    EMU_CHECK(check_policy_statement(statement, arn));
  }
  return {};
}

// A revision is a time in milliseconds, as AWS's examples show it.
ResourcePolicySettings new_policy(std::string json, Time now,
                                  const std::optional<ResourcePolicySettings>& before) {
  const std::int64_t revision = std::max(epoch_millis(now), revision_of(before) + 1);
  return {.document = std::make_shared<const std::string>(std::move(json)),
          .revision_id = fmt::format("{}", revision)};
}

Status check_revision(const std::optional<std::string>& expected, const PolicyHolder& holder) {
  if (!expected) return {};
  const std::string_view current =
      holder.policy ? std::string_view(holder.policy->revision_id) : kNoPolicy;
  if (*expected != current) return policy_not_found(holder.arn);
  return {};
}

Error policy_not_found(std::string_view arn) {
  return {.code = errors::kPolicyNotFoundException,
          .message =
              fmt::format("Resource-based policy not found for the provided ResourceArn: {}", arn)};
}

std::string_view table_part(std::string_view arn) { return arn.substr(0, arn.find("/index/")); }

std::string_view table_of_stream(std::string_view arn) {
  const std::size_t end = arn.find("/stream/");
  return end == arn.npos ? std::string_view() : arn.substr(0, end);
}

}  // namespace emu::dynamodb
