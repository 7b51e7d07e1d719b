// STS: who is calling, and sessions of roles and users.
//
// It hands out sessions of IAM's identities, which IAM keeps, so it has no state of its own.
#pragma once

#include <emu/sts.h>

#include <memory>
#include <optional>
#include <string_view>

#include "core/gate/call.h"
#include "core/gate/identities.h"
#include "core/gate/service.h"
#include "core/gate/world.h"

namespace emu::sts {

extern const ServiceProfile kProfile;

std::unique_ptr<Service> make_service(World& world);

class Sts final : public Service {
 public:
  // IAM, which must outlive the service.
  explicit Sts(Identities& identities) : identities_(identities) {}

  const ServiceProfile& profile() const override { return kProfile; }
  void add_to(OperationTable& table) override;
  std::optional<Error> instead_of_reason(const Call& call,
                                         std::string_view resource) const override;
  // Sessions are kept by IAM, and go with it.
  void reset(std::optional<std::string_view>) override {}

  Result<GetCallerIdentityResult> get_caller_identity(Call& call, const GetCallerIdentity& in);
  Result<AssumeRoleResult> assume_role(Call& call, const AssumeRole& in);
  Result<GetSessionTokenResult> get_session_token(Call& call, const GetSessionToken& in);
  Result<GetAccessKeyInfoResult> get_access_key_info(Call& call, const GetAccessKeyInfo& in);

 private:
  Credentials begin_session(Caller caller, std::chrono::seconds duration);

  Identities& identities_;
};

}  // namespace emu::sts
