#include "cloudformation/reasons.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "core/hash/ids.h"

namespace emu::cloudformation {

namespace {

// Parts of services' error codes, and what CloudFormation calls such a failure. Source:
// CloudFormation CLI User Guide, "Handler error codes".
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kHandlerCodes = {{
    {"AlreadyExists", "AlreadyExists"},
    {"AlreadyOwnedByYou", "AlreadyExists"},
    {"EntityExists", "AlreadyExists"},
    {"NotFound", "NotFound"},
    {"NoSuch", "NotFound"},
    {"DoesNotExist", "NotFound"},
    {"NonExistent", "NotFound"},
    {"AccessDenied", "AccessDenied"},
    {"Throttl", "Throttling"},
    {"LimitExceeded", "ServiceLimitExceeded"},
    {"InUse", "ResourceConflict"},
    {"Conflict", "ResourceConflict"},
    {"Invalid", "InvalidRequest"},
    {"Validation", "InvalidRequest"},
}};

std::string_view handler_code(std::string_view code) {
  for (const auto& [part, handler] : kHandlerCodes) {
    if (code.find(part) != code.npos) return handler;
  }
  return "GeneralServiceException";
}

// "Sqs" of "AWS::SQS::Queue", as the SDK that resource handlers are written with calls it.
std::string service_of(std::string_view resource_type) {
  const auto begin = resource_type.find("::") + 2;
  std::string name(resource_type.substr(begin, resource_type.find("::", begin) - begin));
  bool after_upper = false;
  for (char& c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper && after_upper) c = static_cast<char>(c - 'A' + 'a');
    after_upper = upper;
  }
  return name;
}

}  // namespace

bool is_absence(const Error& error) { return handler_code(error.code) == "NotFound"; }

std::string reason_of(const Error& error, std::string_view resource_type, Random& random) {
  if (error.operation.empty()) return error.message;
  return fmt::format(
      "Resource handler returned message: \"{} (Service: {}, Status Code: {}, Request ID: {})\" "
      "(RequestToken: {}, HandlerErrorCode: {})",
      error.message, service_of(resource_type), error.status, uuid4(random), uuid4(random),
      handler_code(error.code));
}

}  // namespace emu::cloudformation
