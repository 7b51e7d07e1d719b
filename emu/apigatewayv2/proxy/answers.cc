#include "apigatewayv2/proxy/answers.h"

#include <string>

namespace emu::apigatewayv2 {

namespace {

HttpResponse answer(int status, const char* body) {
  HttpResponse response{.status = status, .headers = {}, .body = Blob(body)};
  response.headers.add("content-type", "application/json");
  return response;
}

}  // namespace

HttpResponse not_found_answer() { return answer(404, R"({"message":"Not Found"})"); }

HttpResponse payload_too_large_answer() {
  return answer(413, R"({"message":"Request Entity Too Large"})");
}

HttpResponse headers_too_large_answer() {
  return answer(431, R"({"message":"Request Header Fields Too Large"})");
}

HttpResponse internal_server_error_answer() {
  return answer(500, R"({"message":"Internal Server Error"})");
}

HttpResponse service_unavailable_answer() {
  return answer(503, R"({"message":"Service Unavailable"})");
}

}  // namespace emu::apigatewayv2
