#include "wire/protocol/rest_xml.h"

#include <emu/describe.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/text/base64.h"
#include "wire/protocol/rest_binding.h"
#include "wire/protocol/xml_codec.h"

namespace emu::wire {

namespace {

struct RootName {
  std::string_view operation;
  std::string_view root;
};

// What documents are called that are not one member. Source: Amazon S3 API Reference, the response
// syntax of each operation.
constexpr std::array<RootName, 9> kRoots = {{
    {"DeleteObjects", "DeleteResult"},
    {"GetBucketCors", "CORSConfiguration"},
    {"GetBucketTagging", "Tagging"},
    {"GetBucketVersioning", "VersioningConfiguration"},
    {"GetBucketWebsite", "WebsiteConfiguration"},
    {"GetObjectTagging", "Tagging"},
    {"ListBuckets", "ListAllMyBucketsResult"},
    {"ListObjects", "ListBucketResult"},
    {"ListObjectsV2", "ListBucketResult"},
}};

std::string_view root_name(const Operation& op) {
  const auto* found = std::find_if(kRoots.begin(), kRoots.end(), [&](const RootName& row) {
    return row.operation == op.name.name;
  });
  return found == kRoots.end() ? op.name.name : found->root;
}

// Its answer is one element that holds a text, where others would hold a member.
// Source: Amazon S3 API Reference, "GetBucketLocation".
bool is_bare_text(const Operation& op) { return op.name.name == "GetBucketLocation"; }

bool is_document(const Member& payload) { return payload.shape().kind == Kind::kStructure; }

Error malformed_xml() {
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

void add_ids(std::string_view request_id, HttpResponse& response) {
  response.headers.add("x-amz-request-id", std::string(request_id));
  response.headers.add("x-amz-id-2", base64_encode(request_id));
}

std::string write_document(const Operation& op, std::string_view root, const Shape& shape,
                           const void* structure) {
  std::string body;
  XmlWriter xml(body);
  xml.open(root, {{"xmlns", wire_of(op).xml_namespace}});
  write_xml_members(op, shape, structure, xml);
  xml.close();
  return body;
}

std::string write_location(const Operation& op, const void* out) {
  const Member& location = op.output().members.front();
  const void* text = location.get(out, location.offset);
  std::string body;
  XmlWriter xml(body);
  xml.open("LocationConstraint", {{"xmlns", wire_of(op).xml_namespace}});
  if (text != nullptr) xml.text(location.shape().text(text));
  xml.close();
  return body;
}

bool read_location(const Operation& op, const XmlNode& root, void* out) {
  const Member& location = op.output().members.front();
  location.shape().set_text(location.emplace(out, location.offset), root.text);
  return true;
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
      !read_xml_members(op, payload.shape(), payload.emplace(in, payload.offset), *document)) {
    return malformed_xml();
  }
  return {};
}

Blob write_payload(const Operation& op, const Member& payload, const void* structure) {
  if (!is_document(payload)) return payload_bytes(payload, structure);
  const void* value = payload.get(structure, payload.offset);
  if (value == nullptr) return {};
  return Blob(write_document(op, payload.wire_name, payload.shape(), value));
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
  add_ids(request_id, response);
  write_response_bindings(op, out, response);
  bool is_xml = false;
  if (const Member* payload = payload_member(op.output())) {
    response.body = write_payload(op, *payload, out);
    is_xml = is_document(*payload);
  } else if (is_bare_text(op)) {
    response.body = Blob(write_location(op, out));
    is_xml = true;
  } else if (has_body_members(op.output())) {
    response.body = Blob(write_document(op, root_name(op), op.output(), out));
    is_xml = true;
  }
  if (is_xml) response.headers.set("Content-Type", "application/xml");
  return response;
}

HttpResponse RestXmlProtocol::write_error(const ServiceWire&, const Error& error,
                                          std::string_view request_id) const {
  HttpResponse response{.status = error.status};
  add_ids(request_id, response);
  if (error.status == 304) return response;
  std::string body;
  XmlWriter xml(body);
  xml.open("Error");
  xml.element("Code", std::string_view(error.code));
  xml.element("Message", std::string_view(error.message));
  for (const auto& [name, value] : error.fields) xml.element(name, std::string_view(value));
  xml.element("RequestId", request_id);
  xml.element("HostId", std::string_view(base64_encode(request_id)));
  xml.close();
  response.headers.add("Content-Type", "application/xml");
  response.body = Blob(std::move(body));
  return response;
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
  const bool is_read =
      document.ok() && (is_bare_text(op) ? read_location(op, *document, out)
                                         : read_xml_members(op, op.output(), out, *document));
  if (!is_read) return malformed_answer(response.status);
  return {};
}

}  // namespace emu::wire
