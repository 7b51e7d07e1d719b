// The resource policies of an account and region: its own, and those of groups.
#pragma once

#include <emu/logs/resource_policies.h>
#include <emu/result.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/policy/document.h"

namespace emu::logs {

struct StoredPolicy {
  ResourcePolicy described;
  policy::Document document;

  // Errors: InvalidParameterException.
  static Result<StoredPolicy> make(const PutResourcePolicy& in);
};

class ResourcePolicies {
 public:
  using ByName = std::map<std::string, StoredPolicy, std::less<>>;

  const ByName& of_account() const { return of_account_; }
  const ByName& of_groups() const { return of_groups_; }  // by the group's name

  // What holds for a group, as one policy: that of the account and its own. Null when there is
  // none; the same one until it changes.
  std::shared_ptr<const std::string> of(std::string_view group) const;

  void put_of_account(StoredPolicy policy);
  void put_of_group(const std::string& group, StoredPolicy policy);
  // Whether there was one.
  bool erase_of_account(std::string_view name);
  bool erase_of_group(std::string_view group);

 private:
  std::vector<policy::Statement> statements_of_account() const;
  void join();

  ByName of_account_;
  ByName of_groups_;
  std::shared_ptr<const std::string> joined_;
  // Of groups that have their own, as far as somebody has asked.
  mutable std::map<std::string, std::shared_ptr<const std::string>, std::less<>> joined_of_groups_;
};

}  // namespace emu::logs
