#include "sesv2/errors.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "ses/errors.h"

namespace emu::sesv2 {

namespace {

constexpr int kNotFoundStatus = 404;
constexpr int kForbidden = 403;
constexpr int kTooManyRequests = 429;

struct OtherCode {
  std::string_view code;
  const char* here;
  int status = 400;
};

constexpr std::array kOtherCodes = {
    OtherCode{ses::errors::kAccountSendingPausedException, errors::kSendingPausedException},
    OtherCode{ses::errors::kAlreadyExists, errors::kAlreadyExistsException},
    OtherCode{ses::errors::kConfigurationSetAlreadyExists, errors::kAlreadyExistsException},
    OtherCode{ses::errors::kConfigurationSetDoesNotExist, errors::kNotFoundException,
              kNotFoundStatus},
    OtherCode{ses::errors::kConfigurationSetSendingPausedException,
              errors::kSendingPausedException},
    OtherCode{ses::errors::kEventDestinationAlreadyExists, errors::kAlreadyExistsException},
    OtherCode{ses::errors::kEventDestinationDoesNotExist, errors::kNotFoundException,
              kNotFoundStatus},
    OtherCode{ses::errors::kLimitExceeded, errors::kLimitExceededException},
    OtherCode{ses::errors::kMessageRejected, errors::kMessageRejected},
    OtherCode{ses::errors::kTemplateDoesNotExist, errors::kNotFoundException, kNotFoundStatus},
    OtherCode{ses::errors::kThrottling, errors::kTooManyRequestsException, kTooManyRequests},
    OtherCode{ses::kNotFound, errors::kNotFoundException, kNotFoundStatus},
};

}  // namespace

Error bad_request(std::string message) {
  return {.code = errors::kBadRequestException, .message = std::move(message)};
}

Error not_found(std::string message) {
  return {
      .code = errors::kNotFoundException, .message = std::move(message), .status = kNotFoundStatus};
}

Error already_exists(std::string message) {
  return {.code = errors::kAlreadyExistsException, .message = std::move(message)};
}

Error identity_does_not_exist(std::string_view name) {
  return not_found(fmt::format("Email identity {} does not exist.", name));
}

Error translated(Error error) {
  const auto other = std::find_if(kOtherCodes.begin(), kOtherCodes.end(),
                                  [&](const OtherCode& known) { return known.code == error.code; });
  const bool is_known = other != kOtherCodes.end();
  error.code = is_known ? other->here : errors::kBadRequestException;
  error.status = is_known ? other->status : 400;
  return error;
}

Error access_denied(const Call&, const std::string& text) {
  return {.code = errors::kAccessDeniedException,
          .message = ses::access_denied_text(text),
          .status = kForbidden};
}

Error invalid(const Call&, const std::vector<Violation>& violations) {
  return bad_request(validation_text(violations));
}

}  // namespace emu::sesv2
