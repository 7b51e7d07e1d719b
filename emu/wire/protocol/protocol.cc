#include "wire/protocol/protocol.h"

#include <fmt/format.h>

#include "core/base/assert.h"
#include "wire/protocol/json.h"
#include "wire/protocol/query.h"
#include "wire/protocol/rest_json.h"
#include "wire/protocol/rest_xml.h"

namespace emu::wire {

const Protocol& protocol_of(ProtocolKind kind) {
  static const JsonProtocol kJson;
  static const QueryProtocol kQuery;
  static const RestJsonProtocol kRestJson;
  static const RestXmlProtocol kRestXml;
  switch (kind) {
    case ProtocolKind::kQuery:
      return kQuery;
    case ProtocolKind::kRestJson:
      return kRestJson;
    case ProtocolKind::kRestXml:
      return kRestXml;
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
