#include "sesv2/service.h"

#include <array>

#include "ses/errors.h"
#include "sesv2/errors.h"

namespace emu::sesv2 {

namespace {

// Today's SDKs list with POST, those of 2022 asked for signing in the first version of the path.
constexpr std::array kOtherUris = {
    OtherUri{"ListContacts", "GET", "/v2/email/contact-lists/{ContactListName}/contacts"},
    OtherUri{"ListConfigurationSets", "POST", "/v2/email/list-configuration-sets"},
    OtherUri{"ListEmailIdentities", "POST", "/v2/email/list-identities"},
    OtherUri{"PutEmailIdentityDkimSigningAttributes", "PUT",
             "/v1/email/identities/{EmailIdentity}/dkim/signing"},
};

}  // namespace

std::unique_ptr<Service> make_service(World& world) {
  return std::make_unique<SesV2>(world, world.interfaces().one<ses::Backend>());
}

SesV2::SesV2(World& world, ses::Backend& backend)
    : backend_(backend), other_uris_{.service = kProfile.name, .uris = kOtherUris} {
  world.interfaces().add(other_uris_);
}

Result<ses::StoredIdentity*> SesV2::require_identity(const Call& call, std::string_view name) {
  ses::StoredIdentity* identity = backend_.find_identity(call, name);
  if (identity == nullptr) return identity_does_not_exist(name);
  return identity;
}

Status SesV2::check_configuration_set(const Call& call, std::string_view name) {
  if (name.empty() || backend_.state(call).configuration_sets.contains(name)) return {};
  return translated(ses::configuration_set_does_not_exist(name));
}

}  // namespace emu::sesv2
