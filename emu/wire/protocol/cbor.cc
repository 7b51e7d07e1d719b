#include "wire/protocol/cbor.h"

#include <emu/description.h>
#include <fmt/format.h>

#include <utility>

#include "core/base/assert.h"
#include "wire/protocol/cbor_codec.h"
#include "wire/protocol/json_error.h"

namespace emu::wire {

namespace {

constexpr std::string_view kServicePart = "/service/";
constexpr std::string_view kOperationPart = "/operation/";
constexpr std::string_view kContentType = "application/cbor";

const ProtocolProfile& cbor_of(const ServiceProfile& service) {
  const ProtocolProfile* protocol = find_protocol(service, ProtocolKind::kCbor);
  EMU_ASSERT(protocol != nullptr, "the router chose a protocol that the service speaks");
  return *protocol;
}

HttpResponse respond(int status, std::string body, std::string_view request_id) {
  HttpResponse response{.status = status};
  response.headers.reserve(4);
  response.headers.add("x-amzn-RequestId", std::string(request_id));
  response.headers.add("Content-Type", std::string(kContentType));
  response.headers.add(std::string(kCborProtocolHeader), std::string(kCborProtocolName));
  response.body = Blob(std::move(body));
  return response;
}

Error unreadable(std::string why) {
  return {.code = "SerializationException", .message = std::move(why)};
}

Error read_error(const HttpResponse& response) {
  Error error = malformed_answer(response.status);
  CborReader reader(response.body);
  auto map = reader.begin_map();
  std::string key;
  std::string text;
  while (map && reader.next(*map) && reader.text(key)) {
    if (reader.peek() != CborReader::Type::kText) {
      reader.skip();
      continue;
    }
    if (!reader.text(text)) break;
    if (key == "__type") {
      error.code = bare_error_code(text);
    } else if (key == "message" || key == "Message") {
      error.message = text;
    } else {
      error.fields.emplace_back(key, text);
    }
  }
  return error;
}

}  // namespace

std::optional<std::string> cbor_target(std::string_view path) {
  const std::size_t service = path.find(kServicePart);
  const std::size_t operation = path.rfind(kOperationPart);
  if (service == path.npos || operation == path.npos) return std::nullopt;
  const std::size_t begin = service + kServicePart.size();
  if (operation < begin) return std::nullopt;
  return fmt::format("{}.{}", path.substr(begin, operation - begin),
                     path.substr(operation + kOperationPart.size()));
}

Status CborProtocol::read_request(const Operation& op, const WireRequest& request, void* in) const {
  const std::string_view body = request.http.body;
  if (body.empty()) return {};
  std::string why;
  CborReader reader(body);
  if (!read_cbor(op.input(), in, reader, why)) return unreadable(std::move(why));
  if (!reader.at_end()) return unreadable("The request is not well-formed CBOR.");
  return {};
}

HttpResponse CborProtocol::write_result(const Operation& op, const void* out,
                                        std::string_view request_id) const {
  std::string body;
  if (&op.output() != &shape_of<Nothing>()) {
    body.reserve(256);
    write_cbor(op.output(), out, body);
  }
  return respond(200, std::move(body), request_id);
}

HttpResponse CborProtocol::write_error(const ServiceProfile& service, const Error& error,
                                       std::string_view request_id) const {
  const ProtocolProfile& protocol = cbor_of(service);
  std::size_t details = 0;
  if (error.detail) {
    for (const Member& member : error.detail->shape().members) {
      if (member.get(error.detail->value(), member.offset) != nullptr) ++details;
    }
  }
  std::string body;
  write_cbor_map_head(2 + error.fields.size() + details, body);
  write_cbor_text("__type", body);
  write_cbor_text(
      fmt::format("{}{}", protocol.error_namespace, json_error_code(service, error.code)), body);
  write_cbor_text(protocol.message_member, body);
  write_cbor_text(error.message, body);
  for (const auto& [name, value] : error.fields) {
    write_cbor_text(name, body);
    write_cbor_text(value, body);
  }
  if (error.detail) {
    for (const Member& member : error.detail->shape().members) {
      const void* value = member.get(error.detail->value(), member.offset);
      if (value == nullptr) continue;
      write_cbor_text(member.wire_name, body);
      write_cbor(member.shape(), value, body);
    }
  }
  HttpResponse response = respond(error.status, std::move(body), request_id);
  if (protocol.names_query_errors) {
    response.headers.add("x-amzn-query-error",
                         fmt::format("{};{}", query_error_code(service, error.code),
                                     error.status < 500 ? "Sender" : "Receiver"));
  }
  return response;
}

HttpRequest CborProtocol::write_request(const Operation& op, const void* in) const {
  const ProtocolProfile& protocol = cbor_of(profile_of(op));
  HttpRequest request{.method = "POST"};
  request.target =
      fmt::format("{}{}{}{}", kServicePart, protocol.target_prefix, kOperationPart, op.name.name);
  request.headers.add(std::string(kCborProtocolHeader), std::string(kCborProtocolName));
  request.headers.add("Content-Type", std::string(kContentType));
  request.headers.add("Accept", std::string(kContentType));
  std::string body;
  write_cbor(op.input(), in, body);
  request.body = Blob(std::move(body));
  return request;
}

Status CborProtocol::read_response(const Operation& op, const HttpResponse& response,
                                   void* out) const {
  if (response.status >= 300) {
    Error error = read_error(response);
    error.code = error_code_of_json(profile_of(op), error.code);
    return error;
  }
  if (response.body.empty() || op.output().members.empty()) return {};
  std::string why;
  CborReader reader(response.body);
  if (!read_cbor(op.output(), out, reader, why)) return unreadable(std::move(why));
  return {};
}

}  // namespace emu::wire
