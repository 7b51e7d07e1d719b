#include "wire/protocol/json.h"

#include <emu/description.h>
#include <emu/json.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/base/assert.h"
#include "core/hash/crc.h"
#include "core/json/json_codec.h"
#include "wire/protocol/json_error.h"

namespace emu::wire {

namespace {

// Errors of AWS's framework rather than of the service itself come from another namespace.
// Source: Amazon DynamoDB Developer Guide, "Error handling with DynamoDB".
constexpr std::array<std::string_view, 6> kFrameworkErrors = {
    "AccessDeniedException",  "IncompleteSignatureException", "MissingAuthenticationToken",
    "SerializationException", "UnknownOperationException",    "UnrecognizedClientException",
};

const ProtocolProfile& json_of(const ServiceProfile& service) {
  const ProtocolProfile* protocol = find_protocol(service, ProtocolKind::kJson);
  EMU_ASSERT(protocol != nullptr, "the router chose a protocol that the service speaks");
  return *protocol;
}

std::string_view error_namespace(const ServiceProfile& service, std::string_view code) {
  const ProtocolProfile& protocol = json_of(service);
  if (protocol.error_namespace.empty()) return {};
  if (std::find(kFrameworkErrors.begin(), kFrameworkErrors.end(), code) != kFrameworkErrors.end()) {
    return "com.amazon.coral.service#";
  }
  const ErrorProfile* error = find_error(service, code);
  return error == nullptr || error->json_namespace.empty() ? protocol.error_namespace
                                                           : error->json_namespace;
}

// "com.amazonaws.dynamodb.v20120810", which errors come from.
std::string_view package_of(const ProtocolProfile& protocol) {
  std::string_view name = protocol.error_namespace;
  return name.substr(0, name.find('#'));
}

Error serialization_error(std::string why) {
  return {.code = "SerializationException", .message = std::move(why)};
}

std::string_view message_member(const ServiceProfile& service, std::string_view code) {
  const ErrorProfile* error = find_error(service, code);
  return error == nullptr || error->message_member.empty() ? json_of(service).message_member
                                                           : error->message_member;
}

HttpResponse respond(const ProtocolProfile& protocol, int status, std::string body,
                     std::string_view request_id) {
  HttpResponse response{.status = status};
  response.headers.reserve(4);
  response.headers.add("x-amzn-RequestId", std::string(request_id));
  response.headers.add("Content-Type",
                       fmt::format("application/x-amz-json-{}", protocol.json_version));
  if (protocol.has_crc32) {
    response.headers.add("x-amz-crc32", std::to_string(crc32(body)));
  }
  response.body = Blob(std::move(body));
  return response;
}

}  // namespace

Status JsonProtocol::read_request(const Operation& op, const WireRequest& request, void* in) const {
  const ProtocolProfile& protocol = json_of(profile_of(op));
  const std::string_view body = request.http.body;
  JsonReading how;
  if (protocol.has_first_words) how.java_package = package_of(protocol);
  std::string why;
  const auto document = JsonDocument::parse(body.empty() ? std::string_view("{}") : body, why);
  const bool is_object = document && document->root().type() == JsonView::Type::kObject;
  if (protocol.has_first_words && !is_object) return serialization_error("");
  if (!document) return serialization_error(std::move(why));
  if (!read_json(op.input(), in, document->root(), why, how)) {
    return serialization_error(std::move(why));
  }
  return {};
}

HttpResponse JsonProtocol::write_result(const Operation& op, const void* out,
                                        std::string_view request_id) const {
  const Shape& shape = op.output();
  std::string body;
  if (!shape.members.empty()) {
    body.reserve(256);
    write_json(shape, out, body);
  }
  return respond(json_of(profile_of(op)), 200, std::move(body), request_id);
}

HttpResponse JsonProtocol::write_error(const ServiceProfile& service, const Error& error,
                                       std::string_view request_id) const {
  std::string body;
  JsonWriter writer(body);
  writer.begin_object();
  writer.key("__type");
  writer.string(fmt::format("{}{}", error_namespace(service, error.code),
                            json_error_code(service, error.code)));
  // The framework's first version says nothing of broken JSON.
  if (!error.message.empty() || !json_of(service).has_first_words) {
    writer.key(message_member(service, error.code));
    writer.string(error.message);
  }
  write_error_members(error, writer);
  writer.end_object();
  const ProtocolProfile& protocol = json_of(service);
  HttpResponse response = respond(protocol, error.status, std::move(body), request_id);
  if (protocol.names_query_errors) {
    // Programs that were written for the codes of the Query protocol still find them.
    response.headers.add("x-amzn-query-error",
                         fmt::format("{};{}", query_error_code(service, error.code),
                                     error.status < 500 ? "Sender" : "Receiver"));
  }
  return response;
}

HttpRequest JsonProtocol::write_request(const Operation& op, const void* in) const {
  const ProtocolProfile& protocol = json_of(profile_of(op));
  HttpRequest request{.method = "POST"};
  request.headers.add("X-Amz-Target", fmt::format("{}.{}", protocol.target_prefix, op.name.name));
  request.headers.add("Content-Type",
                      fmt::format("application/x-amz-json-{}", protocol.json_version));
  std::string body;
  write_json(op.input(), in, body);
  request.body = Blob(std::move(body));
  return request;
}

Status JsonProtocol::read_response(const Operation& op, const HttpResponse& response,
                                   void* out) const {
  if (response.status >= 300) {
    Error error = read_json_error(response);
    error.code = error_code_of_json(profile_of(op), error.code);
    return error;
  }
  if (response.body.empty() || op.output().members.empty()) return {};
  return read_json(op.output(), out, response.body);
}

}  // namespace emu::wire
