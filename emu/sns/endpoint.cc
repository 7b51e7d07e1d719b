#include "sns/endpoint.h"

#include <emu/arn.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "core/text/ascii.h"
#include "core/text/queue_url.h"
#include "sns/errors.h"
#include "sns/limits.h"
#include "sns/names.h"

namespace emu::sns {

namespace {

bool is_arn_of(std::string_view text, std::string_view service) {
  const std::optional<Arn> arn = Arn::parse(text);
  return arn && arn->service == service && !arn->resource.empty();
}

Status check_queue(const EndpointRequest& request) {
  if (!is_arn_of(request.endpoint, "sqs")) return invalid_parameter("SQS endpoint ARN");
  if (request.is_fifo || !is_fifo_queue(request.endpoint)) return {};
  return invalid_parameter("Endpoint",
                           "FIFO SQS Queues can not be subscribed to standard SNS topics");
}

Status check_function(const EndpointRequest& request) {
  return is_arn_of(request.endpoint, "lambda") ? Status()
                                               : invalid_parameter("Lambda endpoint ARN");
}

Status check_stream(const EndpointRequest& request) {
  return is_arn_of(request.endpoint, "firehose") ? Status()
                                                 : invalid_parameter("Firehose endpoint ARN");
}

Status check_device(const EndpointRequest& request) {
  if (is_arn_of(request.endpoint, "sns")) return {};
  return invalid_parameter("Application endpoint arn invalid");
}

Status check_web(const EndpointRequest& request) {
  const std::string scheme = fmt::format("{}://", request.protocol);
  if (!request.endpoint.starts_with(scheme)) {
    return invalid_parameter("Endpoint must match the specified protocol");
  }
  const std::string_view host = request.endpoint.substr(scheme.size());
  const bool is_url =
      !host.empty() && host.front() != '/' &&
      std::all_of(host.begin(), host.end(), [](char c) { return c > ' ' && c < 127; });
  return is_url ? Status() : invalid_parameter("Unreachable Endpoint");
}

Status check_mail(const EndpointRequest& request) {
  const std::string_view address = request.endpoint;
  const auto at = address.find('@');
  const bool is_address =
      at != address.npos && at > 0 && at + 1 < address.size() &&
      std::all_of(address.begin(), address.end(), [](char c) { return c > ' ' && c != 127; });
  return is_address ? Status() : invalid_parameter("Email address");
}

Status check_phone(const EndpointRequest& request) {
  if (is_phone_number(request.endpoint)) return {};
  return invalid_parameter(fmt::format("Invalid SMS endpoint: {}", request.endpoint));
}

struct ProtocolRule {
  std::string_view name;
  Status (*check)(const EndpointRequest& request);
  bool confirms;  // whoever subscribes it
};

constexpr std::array kProtocolRules = {
    ProtocolRule{"application", &check_device, false},
    ProtocolRule{"email", &check_mail, true},
    ProtocolRule{"email-json", &check_mail, true},
    ProtocolRule{"firehose", &check_stream, false},
    ProtocolRule{"http", &check_web, true},
    ProtocolRule{"https", &check_web, true},
    ProtocolRule{"lambda", &check_function, false},
    ProtocolRule{"sms", &check_phone, false},
    ProtocolRule{"sqs", &check_queue, false},
};

const ProtocolRule* find_protocol_rule(std::string_view protocol) {
  const auto* rule =
      std::find_if(kProtocolRules.begin(), kProtocolRules.end(),
                   [&](const ProtocolRule& candidate) { return candidate.name == protocol; });
  return rule == kProtocolRules.end() ? nullptr : rule;
}

}  // namespace

Status check_endpoint(const EndpointRequest& request) {
  const ProtocolRule* rule = find_protocol_rule(request.protocol);
  if (rule == nullptr) {
    return invalid_parameter(
        fmt::format("Amazon SNS does not support this protocol string: {}", request.protocol));
  }
  if (request.endpoint.size() > kEndpointMax) return invalid_parameter("Endpoint");
  // Source: Amazon SNS Developer Guide, "Amazon SNS message delivery for FIFO topics".
  if (request.is_fifo && rule->name != "sqs") {
    return invalid_parameter("Protocol", "Only SQS queues can be subscribed to FIFO topics");
  }
  return rule->check(request);
}

bool must_confirm(std::string_view protocol, std::string_view endpoint, std::string_view account) {
  if (protocol == "sqs") return account_of(endpoint) != account;
  const ProtocolRule* rule = find_protocol_rule(protocol);
  return rule != nullptr && rule->confirms;
}

bool is_phone_number(std::string_view text) {
  constexpr std::size_t kDigitsMin = 7;
  constexpr std::size_t kDigitsMax = 15;
  if (!text.starts_with('+')) return false;
  text.remove_prefix(1);
  return text.size() >= kDigitsMin && text.size() <= kDigitsMax && text.front() != '0' &&
         std::all_of(text.begin(), text.end(), &is_digit);
}

}  // namespace emu::sns
