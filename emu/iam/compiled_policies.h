// Policies in the form in which they are evaluated, made from their documents when somebody asks.
//
// Nothing here is stored: all of it can be thrown away at any time and is made again.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "iam/directory.h"
#include "iam/evaluate.h"
#include "iam/policy.h"

namespace emu::iam {

class CompiledPolicies {
 public:
  // The directory must outlive this.
  explicit CompiledPolicies(Directory& directory) : directory_(directory) {}

  using PolicyPtr = std::shared_ptr<const CompiledPolicy>;

  // A role's or user's own policies. The names refer to the identity.
  struct OfIdentity {
    std::vector<NamedPolicy> own = {};
    std::optional<NamedPolicy> boundary = {};
  };
  // Valid until the directory changes or another identity is asked for.
  const OfIdentity& of_identity(const Identity& identity);

  // The policy of a resource; a document that cannot be read denies everything. Null gives null.
  PolicyPtr of_resource(const std::shared_ptr<const std::string>& document);
  // Who may assume a role.
  PolicyPtr of_trust(const RoleEntity& role);
  // A session's policy; null when there is none.
  PolicyPtr of_session(const std::string& document);

 private:
  using ByDocument = std::unordered_map<std::string, PolicyPtr>;
  struct KeptOfIdentity {
    std::uint64_t version = 0;  // of the directory; 0 is never current
    OfIdentity policies = {};
    std::vector<PolicyPtr> owners = {};  // of what the policies point to
  };
  struct KeptOfResource {
    std::shared_ptr<const std::string> document;  // keeps its address from being used again
    PolicyPtr policy;
  };

  NamedPolicy add(std::string_view name, const std::string& document, KeptOfIdentity& kept);
  void fill(const Identity& identity, KeptOfIdentity& kept);

  Directory& directory_;
  ByDocument permissions_;
  ByDocument trusts_;
  std::unordered_map<std::string, KeptOfIdentity> of_identities_;  // by ARN
  std::unordered_map<const std::string*, KeptOfResource> of_resources_;
};

}  // namespace emu::iam
