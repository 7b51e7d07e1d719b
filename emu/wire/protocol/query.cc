#include "wire/protocol/query.h"

#include <emu/description.h>
#include <fmt/format.h>

#include <string>
#include <utility>

#include "core/base/assert.h"
#include "wire/protocol/form_codec.h"
#include "wire/protocol/xml_codec.h"

namespace emu::wire {

namespace {

const ProtocolProfile& query_of(const ServiceProfile& service) {
  const ProtocolProfile* protocol = find_protocol(service, ProtocolKind::kQuery);
  EMU_ASSERT(protocol != nullptr, "the router chose a protocol that the service speaks");
  return *protocol;
}

XmlWriter::Declaration declaration(const ProtocolProfile& protocol) {
  return protocol.has_xml_declaration ? XmlWriter::Declaration::kWrite
                                      : XmlWriter::Declaration::kOmit;
}

// A result without members is written too, and some SDKs look for it; only operations that have
// none leave it out.
bool has_result(const Operation& op) { return &op.output() != &shape_of<Nothing>(); }

HttpResponse respond(int status, std::string body, std::string_view request_id) {
  HttpResponse response{.status = status};
  response.headers.add("x-amzn-RequestId", std::string(request_id));
  response.headers.add("Content-Type", "text/xml");
  response.body = Blob(std::move(body));
  return response;
}

Error read_error(const Operation& op, const HttpResponse& response) {
  const auto document = parse_xml(response.body);
  const XmlNode* node = document.ok() ? document->child("Error") : nullptr;
  const std::string* code = node == nullptr ? nullptr : node->text_of("Code");
  if (code == nullptr) return malformed_answer(response.status);
  Error error{.code = *code, .message = {}, .status = response.status};
  if (const std::string* message = node->text_of("Message")) error.message = *message;
  error.code = error_code_of_query(profile_of(op), *code);
  return error;
}

}  // namespace

Status QueryProtocol::read_request(const Operation& op, const WireRequest& request,
                                   void* in) const {
  EMU_ASSERT(request.form.has_value(), "the router reads the form that names the operation");
  const std::string bad = read_form(query_of(profile_of(op)), op.input(), *request.form, in);
  if (bad.empty()) return {};
  return Error{.code = "MalformedInput",
               .message = fmt::format("The value of the parameter {} cannot be read.", bad)};
}

HttpResponse QueryProtocol::write_result(const Operation& op, const void* out,
                                         std::string_view request_id) const {
  const ProtocolProfile& protocol = query_of(profile_of(op));
  const std::string response_name = std::string(op.name.name).append("Response");
  const std::string result_name = std::string(op.name.name).append("Result");
  std::string body;
  XmlWriter xml(body, declaration(protocol));
  xml.open(response_name, {{"xmlns", protocol.xml_namespace}});
  if (has_result(op)) {
    xml.open(result_name);
    write_xml_members(protocol, op.output(), out, xml);
    xml.close_compactly();
  }
  xml.open("ResponseMetadata");
  xml.element("RequestId", request_id);
  xml.close();
  xml.close();
  return respond(200, std::move(body), request_id);
}

HttpResponse QueryProtocol::write_error(const ServiceProfile& service, const Error& error,
                                        std::string_view request_id) const {
  const ProtocolProfile& protocol = query_of(service);
  std::string body;
  XmlWriter xml(body, declaration(protocol));
  xml.open("ErrorResponse", {{"xmlns", protocol.xml_namespace}});
  xml.open("Error");
  xml.element("Type", error.status < 500 ? "Sender" : "Receiver");
  xml.element("Code", query_error_code(service, error.code));
  xml.element("Message", query_error_message(service, error));
  if (protocol.has_error_detail) xml.empty("Detail");
  xml.close();
  xml.element("RequestId", request_id);
  xml.close();
  return respond(error.status, std::move(body), request_id);
}

HttpRequest QueryProtocol::write_request(const Operation& op, const void* in) const {
  HttpRequest request{.method = "POST"};
  request.headers.add("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
  const ServiceProfile& service = profile_of(op);
  std::string body = fmt::format("Action={}&Version={}", op.name.name, service.api_version);
  write_form(query_of(service), op.input(), in, body);
  request.body = Blob(std::move(body));
  return request;
}

Status QueryProtocol::read_response(const Operation& op, const HttpResponse& response,
                                    void* out) const {
  if (response.status >= 300) return read_error(op, response);
  if (op.output().members.empty()) return {};
  const auto document = parse_xml(response.body);
  const XmlNode* result =
      document.ok() ? document->child(fmt::format("{}Result", op.name.name)) : nullptr;
  if (result == nullptr || !read_xml_members(query_of(profile_of(op)), op.output(), out, *result)) {
    return malformed_answer(response.status);
  }
  return {};
}

}  // namespace emu::wire
