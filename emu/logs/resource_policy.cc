#include "logs/resource_policy.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "logs/errors.h"

namespace emu::logs {

namespace {

// Sids may stand in several policies, and only once in one.
void add_statements(const StoredPolicy& policy, std::vector<policy::Statement>& statements) {
  for (policy::Statement statement : policy.document.statements) {
    statement.sid.clear();
    statements.push_back(std::move(statement));
  }
}

std::shared_ptr<const std::string> written(std::vector<policy::Statement> statements) {
  if (statements.empty()) return nullptr;
  return std::make_shared<const std::string>(policy::write(
      {.version = std::string(policy::kVersionNow), .statements = std::move(statements)}));
}

bool is_complete(const policy::Statement& statement) {
  return statement.principal && statement.action && statement.resource;
}

}  // namespace

Result<StoredPolicy> StoredPolicy::make(const PutResourcePolicy& in) {
  StoredPolicy policy;
  const auto refusal = policy::read(in.policy_document, policy.document);
  const auto& statements = policy.document.statements;
  if (refusal || !std::all_of(statements.begin(), statements.end(), &is_complete)) {
    return invalid_parameter("Invalid resource policy document");
  }
  policy.described = {.policy_name = in.policy_name, .policy_document = in.policy_document};
  return policy;
}

std::shared_ptr<const std::string> ResourcePolicies::of(std::string_view group) const {
  const auto own = of_groups_.find(group);
  if (own == of_groups_.end()) return joined_;
  const auto known = joined_of_groups_.find(group);
  if (known != joined_of_groups_.end()) return known->second;
  std::vector<policy::Statement> statements = statements_of_account();
  add_statements(own->second, statements);
  return joined_of_groups_.emplace(group, written(std::move(statements))).first->second;
}

void ResourcePolicies::put_of_account(StoredPolicy policy) {
  std::string name = policy.described.policy_name;
  of_account_.insert_or_assign(std::move(name), std::move(policy));
  join();
}

void ResourcePolicies::put_of_group(const std::string& group, StoredPolicy policy) {
  of_groups_.insert_or_assign(group, std::move(policy));
  joined_of_groups_.erase(group);
}

bool ResourcePolicies::erase_of_account(std::string_view name) {
  const auto found = of_account_.find(name);
  if (found == of_account_.end()) return false;
  of_account_.erase(found);
  join();
  return true;
}

bool ResourcePolicies::erase_of_group(std::string_view group) {
  const auto found = of_groups_.find(group);
  if (found == of_groups_.end()) return false;
  joined_of_groups_.erase(found->first);
  of_groups_.erase(found);
  return true;
}

std::vector<policy::Statement> ResourcePolicies::statements_of_account() const {
  std::vector<policy::Statement> statements;
  for (const auto& [name, policy] : of_account_) add_statements(policy, statements);
  return statements;
}

void ResourcePolicies::join() {
  joined_ = written(statements_of_account());
  joined_of_groups_.clear();
}

}  // namespace emu::logs
