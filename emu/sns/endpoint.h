// Endpoints of subscriptions: which ones each protocol takes.
// Source: Amazon SNS API Reference, "Subscribe".
#pragma once

#include <emu/result.h>

#include <string>
#include <string_view>

namespace emu::sns {

// What is to be subscribed to a topic.
struct EndpointRequest {
  std::string_view protocol;
  std::string_view endpoint;
  bool is_fifo;  // the topic
};

Status check_endpoint(const EndpointRequest& request);

// Whether the endpoint has to confirm when that account subscribes it.
bool must_confirm(std::string_view protocol, std::string_view endpoint, std::string_view account);

// A phone number in the form E.164.
bool is_phone_number(std::string_view text);

}  // namespace emu::sns
