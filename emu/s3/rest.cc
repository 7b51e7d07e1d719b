#include "s3/rest.h"

#include <emu/describe.h>
#include <fmt/format.h>

#include <utility>

namespace emu::s3 {

namespace {

std::string as_header(const Shape& shape, const void* value) {
  switch (shape.kind) {
    case Kind::kString:
      return std::string(shape.text(value));
    case Kind::kBoolean:
      return shape.integer(value) != 0 ? "true" : "false";
    case Kind::kInteger:
      return std::to_string(shape.integer(value));
    case Kind::kTimestamp:
      return http_date(Time(Duration(shape.integer(value))));
    default:
      return {};
  }
}

void add_prefixed(const Member& member, const void* map, HttpHeaders& headers) {
  struct Visitor {
    const Member& member;
    const Shape& element;
    HttpHeaders& headers;
  } visitor{member, member.shape().element(), headers};
  member.shape().each(map, &visitor, [](void* v, std::string_view key, const void* value) {
    auto& at = *static_cast<Visitor*>(v);
    at.headers.add(std::string(at.member.wire_name) + std::string(key),
                   as_header(at.element, value));
  });
}

}  // namespace

HttpHeaders headers_of(const Shape& shape, const void* result) {
  HttpHeaders headers;
  for (const Member& member : shape.members) {
    const void* value = member.get(result, member.offset);
    if (value == nullptr) continue;
    if (member.location == Location::kHeader) {
      headers.add(std::string(member.wire_name), as_header(member.shape(), value));
    } else if (member.location == Location::kHeaderPrefix) {
      add_prefixed(member, value, headers);
    }
  }
  return headers;
}

std::string escape_markup(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

HttpResponse error_response(const Error& error, const ErrorIds& ids) {
  HttpResponse response{.status = error.status};
  response.headers.add("x-amz-request-id", ids.request_id);
  response.headers.add("x-amz-id-2", ids.host_id);
  if (error.status == 304) return response;

  std::string body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>";
  const auto element = [&body](std::string_view name, std::string_view text) {
    body += fmt::format("<{0}>{1}</{0}>", name, escape_markup(text));
  };
  element("Code", error.code);
  element("Message", error.message);
  for (const auto& [name, text] : error.fields) element(name, text);
  element("RequestId", ids.request_id);
  element("HostId", ids.host_id);
  body += "</Error>";
  response.headers.add("Content-Type", "application/xml");
  response.headers.add("Content-Length", std::to_string(body.size()));
  response.body = std::move(body);
  return response;
}

}  // namespace emu::s3
