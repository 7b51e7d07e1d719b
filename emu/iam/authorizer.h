// Answers the gate: who is calling, and may they.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/authorizer.h"
#include "core/gate/world.h"
#include "iam/compiled_policies.h"
#include "iam/decision_cache.h"
#include "iam/directory.h"
#include "iam/evaluate.h"

namespace emu::iam {

class IamAuthorizer final : public Authorizer {
 public:
  // Both must outlive the authorizer.
  IamAuthorizer(World& world, Directory& directory);

  std::optional<std::string> refusal(const AccessRequest& request) override;

  // Errors: InvalidClientTokenId for an unknown or inactive key, ExpiredToken.
  Result<CallerPtr> identify(std::string_view access_key_id, std::string_view region) override;

  bool has_issued(std::string_view access_key_id) override {
    return directory_.has_issued(access_key_id);
  }

  // Errors: as identify().
  Result<KeySecret> secret_of(std::string_view access_key_id) override;

  // Errors: AccessDenied.
  Result<CallerPtr> assume_for_service(std::string_view role_arn,
                                       std::string_view service_principal,
                                       std::string_view session_name,
                                       std::string_view region) override;

  // The decision with the statement behind it, for people who ask why. Never from the cache.
  Decision explain(const AccessRequest& request);

 private:
  struct Ruling {
    Decision decision;
    std::string refusal = {};  // its text, when refused
    bool may_be_kept = false;
  };
  Error refused_key(std::string_view access_key_id) const;
  Ruling rule(const AccessRequest& request, const ResourceTerms& terms);

  World& world_;
  Directory& directory_;
  CompiledPolicies compiled_;
  DecisionCache decisions_;
};

}  // namespace emu::iam
