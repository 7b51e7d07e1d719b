#include "wire/protocol/rest_json.h"

#include <emu/description.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "core/base/assert.h"
#include "core/json/json_codec.h"
#include "wire/protocol/json_error.h"
#include "wire/protocol/rest_binding.h"

namespace emu::wire {

namespace {

const ProtocolProfile& rest_json_of(const ServiceProfile& service) {
  const ProtocolProfile* protocol = find_protocol(service, ProtocolKind::kRestJson);
  EMU_ASSERT(protocol != nullptr, "the router chose a protocol that the service speaks");
  return *protocol;
}

JsonTime json_time(const Operation& op) { return rest_json_of(profile_of(op)).json_time; }

Error serialization_error(std::string message) {
  return {.code = "SerializationException", .message = std::move(message)};
}

// Whether a member may be in the document; `is_elsewhere`, also one that is usually in the query.
bool is_in_document(const Member& member, bool is_elsewhere) {
  return member.location == Location::kBody ||
         (is_elsewhere && member.location == Location::kQuery);
}

Status read_document(const Shape& shape, void* structure, std::string_view body, JsonTime time,
                     bool is_elsewhere = false) {
  std::string why;
  const auto document = JsonDocument::parse(body.empty() ? std::string_view("{}") : body, why);
  if (!document) return serialization_error(std::move(why));
  if (document->root().type() != JsonView::Type::kObject) {
    return serialization_error("The body of the request must be a JSON object.");
  }
  const bool all_fit =
      document->root().each_member([&](std::string_view key, const JsonView& value) {
        const auto member = std::find_if(
            shape.members.begin(), shape.members.end(),
            [&](const Member& m) { return m.wire_name == key && is_in_document(m, is_elsewhere); });
        if (member == shape.members.end() || value.is_null()) return true;
        return read_json(member->shape(), member->emplace(structure, member->offset), value, why,
                         {.time = time});
      });
  if (!all_fit) return serialization_error(std::move(why));
  return {};
}

std::string write_document(const Shape& shape, const void* structure, JsonTime time) {
  std::string body;
  JsonWriter writer(body);
  writer.begin_object();
  for (std::size_t i = 0; i < shape.members.size(); ++i) {
    const Member& member = shape.members[i];
    if (member.location != Location::kBody) continue;
    const void* value = shape.present(structure, i);
    if (value == nullptr) {
      if (!member.always_written) continue;
      value = static_cast<const char*>(structure) + member.offset;  // an empty container
    }
    writer.key(member.wire_name);
    write_json(member.shape(), value, writer, time);
  }
  writer.end_object();
  return body;
}

// The body of either side: a payload as it is, or a document, or nothing.
Blob write_body(const Shape& shape, const void* structure, JsonTime time) {
  if (const Member* payload = payload_member(shape)) return payload_bytes(*payload, structure);
  return has_body_members(shape) ? Blob(write_document(shape, structure, time)) : Blob();
}

Status read_body(const Shape& shape, void* structure, const Blob& body, JsonTime time) {
  if (const Member* payload = payload_member(shape)) {
    set_payload_bytes(*payload, body, structure);
    return {};
  }
  return has_body_members(shape) ? read_document(shape, structure, body, time) : Status();
}

std::string_view message_member(const ServiceProfile& service, std::string_view code) {
  const ErrorProfile* error = find_error(service, code);
  return error == nullptr || error->message_member.empty() ? rest_json_of(service).message_member
                                                           : error->message_member;
}

}  // namespace

Status RestJsonProtocol::read_request(const Operation& op, const WireRequest& request,
                                      void* in) const {
  if (const auto bad = read_request_bindings(op, request, in)) {
    return serialization_error(
        fmt::format("The value '{}' of {} cannot be read.", bad->value, bad->member.wire_name));
  }
  if (!request.other_uri.empty()) {
    return read_document(op.input(), in, request.http.body, json_time(op), true);
  }
  return read_body(op.input(), in, request.http.body, json_time(op));
}

HttpResponse RestJsonProtocol::write_result(const Operation& op, const void* out,
                                            std::string_view request_id) const {
  HttpResponse response;
  response.headers.add("x-amzn-RequestId", std::string(request_id));
  write_response_bindings(op, out, response);
  response.body = write_body(op.output(), out, json_time(op));
  if (!response.body.empty()) response.headers.set("Content-Type", "application/json");
  return response;
}

HttpResponse RestJsonProtocol::write_error(const ServiceProfile& service, const Error& error,
                                           std::string_view request_id) const {
  std::string body;
  JsonWriter writer(body);
  writer.begin_object();
  write_error_members(error, writer);
  writer.key(message_member(service, error.code));
  writer.string(error.message);
  writer.end_object();
  HttpResponse response{.status = error.status};
  response.headers.add("x-amzn-RequestId", std::string(request_id));
  response.headers.add("x-amzn-ErrorType", error.code);
  response.headers.add("Content-Type", "application/json");
  response.body = Blob(std::move(body));
  return response;
}

HttpRequest RestJsonProtocol::write_request(const Operation& op, const void* in) const {
  HttpRequest request;
  write_request_bindings(op, in, request);
  request.body = write_body(op.input(), in, json_time(op));
  if (!request.body.empty()) request.headers.set("Content-Type", "application/json");
  return request;
}

Status RestJsonProtocol::read_response(const Operation& op, const HttpResponse& response,
                                       void* out) const {
  if (response.status >= 300) return read_json_error(response);
  if (read_response_bindings(op, response, out)) return malformed_answer(response.status);
  return read_body(op.output(), out, response.body, json_time(op));
}

}  // namespace emu::wire
