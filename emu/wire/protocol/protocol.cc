#include "wire/protocol/protocol.h"

#include <fmt/format.h>

#include "core/assert.h"
#include "wire/protocol/json.h"

namespace emu::wire {

const Protocol& protocol_of(ProtocolKind kind) {
  static const JsonProtocol kJson;
  switch (kind) {
    case ProtocolKind::kJson:
    default:
      return kJson;
  }
}

const ServiceWire& wire_of(const Operation& op) {
  const ServiceWire* service = find_service_wire(op.name.service);
  EMU_ASSERT(service != nullptr, "every service of the table has a row of names");
  return *service;
}

Error malformed_answer(int status) {
  return {.code = "UnknownError",
          .message = fmt::format("The endpoint answered with status {} and nothing that could be "
                                 "understood.",
                                 status),
          .status = status};
}

}  // namespace emu::wire
