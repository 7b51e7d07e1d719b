#include "wire/protocol/protocol.h"

#include <fmt/format.h>

#include "wire/protocol/cbor.h"
#include "wire/protocol/json.h"
#include "wire/protocol/query.h"
#include "wire/protocol/query_json.h"
#include "wire/protocol/rest_json.h"
#include "wire/protocol/rest_xml.h"

namespace emu::wire {

const Protocol& protocol_of(ProtocolKind kind) {
  static const JsonProtocol kJson;
  static const CborProtocol kCbor;
  static const QueryProtocol kQuery;
  static const QueryJsonProtocol kQueryJson;
  static const RestJsonProtocol kRestJson;
  static const RestXmlProtocol kRestXml;
  switch (kind) {
    case ProtocolKind::kCbor:
      return kCbor;
    case ProtocolKind::kQuery:
      return kQuery;
    case ProtocolKind::kQueryJson:
      return kQueryJson;
    case ProtocolKind::kRestJson:
      return kRestJson;
    case ProtocolKind::kRestXml:
      return kRestXml;
    case ProtocolKind::kJson:
    default:
      return kJson;
  }
}

Error malformed_answer(int status) {
  return {.code = "UnknownError",
          .message = fmt::format("The endpoint answered with status {} and nothing that could be "
                                 "understood.",
                                 status),
          .status = status};
}

}  // namespace emu::wire
