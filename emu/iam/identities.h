// What STS asks of IAM.
#pragma once

#include "core/gate/identities.h"
#include "core/gate/world.h"
#include "iam/directory.h"

namespace emu::iam {

class IamIdentities final : public Identities {
 public:
  // Both must outlive this.
  IamIdentities(World& world, Directory& directory) : world_(world), directory_(directory) {}

  std::optional<RoleTerms> role(std::string_view arn) override;
  Caller assume_role(std::string_view role_arn, std::string_view session_name,
                     std::string_view region) override;
  Result<std::size_t> measure_policy(std::string_view document) override;
  std::optional<std::string> managed_policy(std::string_view account,
                                            std::string_view arn) override;
  std::string merge_policies(std::span<const std::string> documents) override;
  SessionKeys begin_session(Caller caller, std::chrono::seconds duration) override;
  std::optional<std::string> account_of_key(std::string_view access_key_id) override;

 private:
  World& world_;
  Directory& directory_;
};

}  // namespace emu::iam
