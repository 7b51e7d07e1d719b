#include "scheduler/errors.h"

#include <fmt/format.h>

#include <utility>

namespace emu::scheduler {

namespace {

constexpr int kPaymentRequired = 402;
constexpr int kForbidden = 403;
constexpr int kNotFound = 404;
constexpr int kConflict = 409;

}  // namespace

Error access_denied(const Call&, const std::string& text) {
  return {.code = errors::kAccessDeniedException, .message = text, .status = kForbidden};
}

Error invalid(const Call&, const std::vector<Violation>& violations) {
  return validation(validation_text(violations));
}

Error validation(std::string message) {
  return {.code = errors::kValidationException, .message = std::move(message)};
}

Error schedule_does_not_exist(std::string_view name) {
  return {.code = errors::kResourceNotFoundException,
          .message = fmt::format("Schedule {} does not exist.", name),
          .status = kNotFound};
}

Error group_does_not_exist(std::string_view name) {
  return {.code = errors::kResourceNotFoundException,
          .message = fmt::format("Schedule group {} does not exist.", name),
          .status = kNotFound};
}

Error conflict(std::string message) {
  return {.code = errors::kConflictException, .message = std::move(message), .status = kConflict};
}

Error too_many(std::string_view what) {
  return {.code = errors::kServiceQuotaExceededException,
          .message = fmt::format("The request exceeds the quota of {}.", what),
          .status = kPaymentRequired};
}

Error invalid_token() { return validation("The NextToken is not valid."); }

}  // namespace emu::scheduler
