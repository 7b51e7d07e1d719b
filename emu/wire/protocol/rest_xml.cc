#include "wire/protocol/rest_xml.h"

#include <emu/description.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

#include "core/base/assert.h"
#include "core/text/base64.h"
#include "wire/protocol/rest_binding.h"
#include "wire/protocol/xml_codec.h"

namespace emu::wire {

namespace {

const ProtocolProfile& rest_xml_of(const ServiceProfile& service) {
  const ProtocolProfile* protocol = find_protocol(service, ProtocolKind::kRestXml);
  EMU_ASSERT(protocol != nullptr, "the router chose a protocol that the service speaks");
  return *protocol;
}

const ProtocolProfile& rest_xml_of(const Operation& op) { return rest_xml_of(profile_of(op)); }

// The member whose text is all that the document of a result holds, or null.
const Member* document_text(const Shape& shape) {
  const auto& members = shape.members;
  return members.size() == 1 && members.front().is_document_text ? &members.front() : nullptr;
}

bool is_document(const Member& payload) { return payload.shape().kind == Kind::kStructure; }

Error malformed_body() {
  return {.code = "MalformedXML",
          .message =
              "The XML you provided was not well-formed or did not validate against our "
              "published schema"};
}

Error bad_binding(const BadBinding& bad) {
  if (bad.member.location == Location::kPath) {
    return {.code = "InvalidURI", .message = "Couldn't parse the specified URI."};
  }
  const bool is_number = bad.member.shape().kind == Kind::kInteger;
  return {.code = "InvalidArgument",
          .message = is_number ? fmt::format("Provided {} not an integer or within integer range",
                                             bad.member.wire_name)
                               : fmt::format("Invalid value for {}", bad.member.wire_name),
          .status = 400,
          .fields = {{"ArgumentName", std::string(bad.member.wire_name)},
                     {"ArgumentValue", bad.value}}};
}

std::string write_document(const ProtocolProfile& protocol, std::string_view root,
                           const Shape& shape, const void* structure) {
  std::string body;
  XmlWriter xml(body);
  xml.open(root, {{"xmlns", protocol.xml_namespace}});
  write_xml_members(protocol, shape, structure, xml);
  xml.close();
  return body;
}

std::string write_text_document(const ProtocolProfile& protocol, const Member& member,
                                const void* structure) {
  const void* text = member.get(structure, member.offset);
  std::string body;
  XmlWriter xml(body);
  const std::pair<std::string_view, std::string_view> xmlns = {"xmlns", protocol.xml_namespace};
  if (text == nullptr) {
    xml.empty(member.wire_name, {xmlns});
    return body;
  }
  xml.open(member.wire_name, {xmlns});
  xml.text(member.shape().text(text));
  xml.close();
  return body;
}

std::string write_result_document(const Operation& op, const void* out) {
  const Shape& shape = op.output();
  const ProtocolProfile& protocol = rest_xml_of(op);
  if (const Member* text = document_text(shape)) return write_text_document(protocol, *text, out);
  return write_document(protocol, shape.document_name.empty() ? op.name.name : shape.document_name,
                        shape, out);
}

bool read_result_document(const Operation& op, const XmlNode& root, void* out) {
  if (const Member* text = document_text(op.output())) {
    text->shape().set_text(text->emplace(out, text->offset), root.text);
    return true;
  }
  return read_xml_members(rest_xml_of(op), op.output(), out, root);
}

Status read_payload(const Operation& op, const Member& payload, const Blob& body, void* in) {
  if (!is_document(payload)) {
    set_payload_bytes(payload, body, in);
    return {};
  }
  if (body.empty()) {
    if (payload.is_required) {
      return Error{.code = "MissingRequestBodyError", .message = "Request Body is empty"};
    }
    return {};
  }
  const auto document = parse_xml(body);
  if (!document || document->name != payload.wire_name ||
      !read_xml_members(rest_xml_of(op), payload.shape(), payload.emplace(in, payload.offset),
                        *document)) {
    return malformed_body();
  }
  return {};
}

Blob write_payload(const Operation& op, const Member& payload, const void* structure) {
  if (!is_document(payload)) return payload_bytes(payload, structure);
  const void* value = payload.get(structure, payload.offset);
  if (value == nullptr) return {};
  return Blob(write_document(rest_xml_of(op), payload.wire_name, payload.shape(), value));
}

// Of an answer to HEAD, which has no body to tell the code.
Error error_of_status(int status) {
  switch (status) {
    case 304:
      return {.code = "NotModified", .message = "Not Modified", .status = status};
    case 403:
      return {.code = "Forbidden", .message = "Forbidden", .status = status};
    case 404:
      return {.code = "NotFound", .message = "Not Found", .status = status};
    case 412:
      return {.code = "PreconditionFailed", .message = "Precondition Failed", .status = status};
    default:
      return malformed_answer(status);
  }
}

Error read_error(const HttpResponse& response) {
  const auto document = parse_xml(response.body);
  const std::string* code = document.ok() ? document->text_of("Code") : nullptr;
  if (code == nullptr) return error_of_status(response.status);
  Error error{.code = *code, .message = {}, .status = response.status};
  for (const XmlNode& child : document->children) {
    if (child.name == "Message") {
      error.message = child.text;
    } else if (child.name != "Code" && child.name != "RequestId" && child.name != "HostId") {
      error.fields.emplace_back(child.name, child.text);
    }
  }
  return error;
}

}  // namespace

void add_rest_xml_ids(const ServiceProfile& service, const RestXmlIds& ids,
                      HttpResponse& response) {
  response.headers.add("x-amz-id-2", std::string(ids.host_id));
  response.headers.add("x-amz-request-id", std::string(ids.request_id));
  if (!service.server_header.empty()) {
    response.headers.add("Server", std::string(service.server_header));
  }
}

HttpResponse rest_xml_error(const ServiceProfile& service, const Error& error,
                            const RestXmlIds& ids) {
  HttpResponse response{.status = error.status};
  add_rest_xml_ids(service, ids, response);
  if (error.detail) write_headers(error.detail->shape(), error.detail->value(), response.headers);
  if (error.status == 304) {
    for (const auto& [name, value] : error.fields) response.headers.add(name, value);
    return response;
  }
  std::string body;
  XmlWriter xml(body);
  xml.open("Error");
  xml.element("Code", std::string_view(error.code));
  xml.element("Message", std::string_view(error.message));
  for (const auto& [name, value] : error.fields) xml.element(name, std::string_view(value));
  xml.element("RequestId", ids.request_id);
  xml.element("HostId", ids.host_id);
  xml.close();
  response.headers.add("Content-Type", "application/xml");
  response.body = Blob(std::move(body));
  return response;
}

Status RestXmlProtocol::read_request(const Operation& op, const WireRequest& request,
                                     void* in) const {
  if (const auto bad = read_request_bindings(op, request, in)) return bad_binding(*bad);
  const Member* payload = payload_member(op.input());
  return payload == nullptr ? Status() : read_payload(op, *payload, request.http.body, in);
}

HttpResponse RestXmlProtocol::write_result(const Operation& op, const void* out,
                                           std::string_view request_id) const {
  HttpResponse response;
  response.headers.reserve(16);
  const std::string host_id = base64_encode(request_id);
  add_rest_xml_ids(profile_of(op), {.request_id = request_id, .host_id = host_id}, response);
  write_response_bindings(op, out, response);
  bool is_xml = false;
  if (const Member* payload = payload_member(op.output())) {
    response.body = write_payload(op, *payload, out);
    is_xml = is_document(*payload);
  } else if (has_body_members(op.output())) {
    response.body = Blob(write_result_document(op, out));
    is_xml = true;
  }
  if (is_xml) response.headers.set("Content-Type", "application/xml");
  return response;
}

HttpResponse RestXmlProtocol::write_error(const ServiceProfile& service, const Error& error,
                                          std::string_view request_id) const {
  const std::string host_id = base64_encode(request_id);
  return rest_xml_error(service, error, {.request_id = request_id, .host_id = host_id});
}

HttpRequest RestXmlProtocol::write_request(const Operation& op, const void* in) const {
  HttpRequest request;
  write_request_bindings(op, in, request);
  if (const Member* payload = payload_member(op.input())) {
    request.body = write_payload(op, *payload, in);
    if (is_document(*payload) && !request.body.empty()) {
      request.headers.set("Content-Type", "application/xml");
    }
  }
  return request;
}

Status RestXmlProtocol::read_response(const Operation& op, const HttpResponse& response,
                                      void* out) const {
  if (response.status >= 300) return read_error(response);
  if (read_response_bindings(op, response, out)) return malformed_answer(response.status);
  if (const Member* payload = payload_member(op.output())) {
    return read_payload(op, *payload, response.body, out);
  }
  if (!has_body_members(op.output())) return {};
  const auto document = parse_xml(response.body);
  if (!document || !read_result_document(op, *document, out)) {
    return malformed_answer(response.status);
  }
  return {};
}

}  // namespace emu::wire
