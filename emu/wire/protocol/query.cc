#include "wire/protocol/query.h"

#include <emu/sqs/error_codes.h>
#include <fmt/format.h>

#include <string>
#include <utility>

#include "core/base/assert.h"
#include "wire/protocol/form_codec.h"
#include "wire/protocol/xml_codec.h"

namespace emu::wire {

namespace {

// SQS begins its documents with a declaration, IAM and STS do not.
XmlWriter::Declaration declaration(const ServiceWire& service) {
  return service.service == "sqs" ? XmlWriter::Declaration::kWrite : XmlWriter::Declaration::kOmit;
}

// IAM's UpdateRole has a result without members, and some SDKs look for it. All other operations
// without members have no result at all. Source: the services' API models.
bool has_empty_result(const Operation& op) { return op.name.name == "UpdateRole"; }

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
  if (op.name.service == "sqs") error.code = sqs::error_code_of_query(*code);
  return error;
}

}  // namespace

Status QueryProtocol::read_request(const Operation& op, const WireRequest& request,
                                   void* in) const {
  EMU_ASSERT(request.form.has_value(), "the router reads the form that names the operation");
  const std::string bad = read_form(op, *request.form, in);
  if (bad.empty()) return {};
  return Error{.code = "MalformedInput",
               .message = fmt::format("The value of the parameter {} cannot be read.", bad)};
}

HttpResponse QueryProtocol::write_result(const Operation& op, const void* out,
                                         std::string_view request_id) const {
  const ServiceWire& service = wire_of(op);
  const std::string response_name = fmt::format("{}Response", op.name.name);
  const std::string result_name = fmt::format("{}Result", op.name.name);
  std::string body;
  XmlWriter xml(body, declaration(service));
  xml.open(response_name, {{"xmlns", service.xml_namespace}});
  if (!op.output().members.empty() || has_empty_result(op)) {
    xml.open(result_name);
    write_xml_members(op, op.output(), out, xml);
    xml.close();
  }
  xml.open("ResponseMetadata");
  xml.element("RequestId", request_id);
  xml.close();
  xml.close();
  return respond(200, std::move(body), request_id);
}

HttpResponse QueryProtocol::write_error(const ServiceWire& service, const Error& error,
                                        std::string_view request_id) const {
  const bool is_sqs = service.service == "sqs";
  std::string body;
  XmlWriter xml(body, declaration(service));
  xml.open("ErrorResponse", {{"xmlns", service.xml_namespace}});
  xml.open("Error");
  xml.element("Type", error.status < 500 ? "Sender" : "Receiver");
  xml.element("Code", is_sqs ? sqs::query_error_code(error.code) : std::string_view(error.code));
  xml.element("Message", std::string_view(error.message));
  if (is_sqs) xml.empty("Detail");
  xml.close();
  xml.element("RequestId", request_id);
  xml.close();
  return respond(error.status, std::move(body), request_id);
}

HttpRequest QueryProtocol::write_request(const Operation& op, const void* in) const {
  HttpRequest request{.method = "POST"};
  request.headers.add("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
  std::string body = fmt::format("Action={}&Version={}", op.name.name, wire_of(op).api_version);
  write_form(op, in, body);
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
  if (result == nullptr || !read_xml_members(op, op.output(), out, *result)) {
    return malformed_answer(response.status);
  }
  return {};
}

}  // namespace emu::wire
