// How each service is spoken to: its protocols and the names that it has in them.
// Source: the services' API models.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace emu::wire {

enum class ProtocolKind : std::uint8_t { kJson, kQuery, kRestJson, kRestXml };

struct ServiceWire {
  std::string_view service;  // as in OperationName: "sqs"
  ProtocolKind protocol;     // of today's SDKs
  std::string_view signing_name;
  std::string_view endpoint_prefix;  // "logs" of logs.us-east-1.amazonaws.com
  std::string_view api_version;
  std::optional<ProtocolKind> older_protocol = {};  // of SDKs before 2024
  std::string_view target_prefix = {};              // of X-Amz-Target
  std::string_view json_version = {};
  std::string_view error_namespace = {};  // of "__type", with its '#'
  std::string_view xml_namespace = {};
};

std::span<const ServiceWire> all_service_wires();

// By the name in OperationName; null for another one.
const ServiceWire* find_service_wire(std::string_view service);

}  // namespace emu::wire
