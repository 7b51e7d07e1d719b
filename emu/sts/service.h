// STS: who is calling, and sessions of roles and users.
//
// It hands out sessions of IAM's identities and keeps them in IAM's directory, so it has no state
// of its own.
#pragma once

#include <emu/sts.h>

#include "core/gate/call.h"
#include "core/gate/service_profile.h"
#include "core/gate/world.h"
#include "iam/state.h"

namespace emu {
class OperationTable;
}  // namespace emu

namespace emu::sts {

extern const ServiceProfile kProfile;

class Sts {
 public:
  // Both must outlive the service.
  Sts(World& world, iam::Directory& directory) : world_(world), directory_(directory) {}

  Result<GetCallerIdentityResult> get_caller_identity(Call& call, const GetCallerIdentity& in);
  Result<AssumeRoleResult> assume_role(Call& call, const AssumeRole& in);
  Result<GetSessionTokenResult> get_session_token(Call& call, const GetSessionToken& in);
  Result<GetAccessKeyInfoResult> get_access_key_info(Call& call, const GetAccessKeyInfo& in);

 private:
  Credentials begin_session(Caller caller, std::chrono::seconds duration);

  World& world_;
  iam::Directory& directory_;
};

// `sts` must outlive the table.
void register_operations(Sts& sts, OperationTable& table);

}  // namespace emu::sts
