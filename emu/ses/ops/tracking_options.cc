#include <fmt/format.h>

#include "ses/errors.h"
#include "ses/service.h"

namespace emu::ses {

namespace {

Error tracking_options_do_not_exist(const std::string& set) {
  return error(errors::kTrackingOptionsDoesNotExistException,
               fmt::format("Tracking options for configuration set <{}> do not exist.", set));
}

// The domain is one that the account may send from.
Status check_redirect_domain(Backend& backend, const Call& call, const TrackingOptions& options) {
  const std::string domain = options.custom_redirect_domain.value_or(std::string());
  if (domain.empty()) return error(errors::kInvalidTrackingOptions, "A domain is required.");
  if (find_covering(backend.state(call).identities, "a@" + domain) != nullptr) return {};
  return error(errors::kInvalidTrackingOptions,
               fmt::format("The domain <{}> is not verified.", domain));
}

}  // namespace

Result<CreateConfigurationSetTrackingOptionsResult> Ses::create_configuration_set_tracking_options(
    Call& call, const CreateConfigurationSetTrackingOptions& in) {
  EMU_TRY(StoredConfigurationSet * set,
          backend_.find_configuration_set(call, in.configuration_set_name));
  if (set->redirect_domain) {
    return error(errors::kTrackingOptionsAlreadyExistsException,
                 fmt::format("Tracking options for configuration set <{}> already exist.",
                             in.configuration_set_name));
  }
  EMU_CHECK(check_redirect_domain(backend_, call, in.tracking_options));
  set->redirect_domain = in.tracking_options.custom_redirect_domain;
  return CreateConfigurationSetTrackingOptionsResult{};
}

Result<UpdateConfigurationSetTrackingOptionsResult> Ses::update_configuration_set_tracking_options(
    Call& call, const UpdateConfigurationSetTrackingOptions& in) {
  EMU_TRY(StoredConfigurationSet * set,
          backend_.find_configuration_set(call, in.configuration_set_name));
  if (!set->redirect_domain) return tracking_options_do_not_exist(in.configuration_set_name);
  EMU_CHECK(check_redirect_domain(backend_, call, in.tracking_options));
  set->redirect_domain = in.tracking_options.custom_redirect_domain;
  return UpdateConfigurationSetTrackingOptionsResult{};
}

Result<DeleteConfigurationSetTrackingOptionsResult> Ses::delete_configuration_set_tracking_options(
    Call& call, const DeleteConfigurationSetTrackingOptions& in) {
  EMU_TRY(StoredConfigurationSet * set,
          backend_.find_configuration_set(call, in.configuration_set_name));
  if (!set->redirect_domain) return tracking_options_do_not_exist(in.configuration_set_name);
  set->redirect_domain.reset();
  return DeleteConfigurationSetTrackingOptionsResult{};
}

}  // namespace emu::ses
