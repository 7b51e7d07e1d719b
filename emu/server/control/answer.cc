#include <utility>

#include "core/json/json_writer.h"
#include "server/control/control.h"

namespace emu::server {

HttpResponse json_answer(std::string json, int status) {
  json += '\n';
  return {.status = status,
          .headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}},
          .body = Blob(std::move(json))};
}

HttpResponse error_answer(const Error& error) {
  std::string json;
  JsonWriter writer(json);
  writer.begin_object();
  writer.key("error");
  writer.begin_object();
  writer.member("code", error.code);
  writer.member("message", error.message);
  writer.end_object();
  writer.end_object();
  return json_answer(std::move(json), error.status);
}

Error bad_request(std::string message) {
  return {.code = "BadRequest", .message = std::move(message), .status = 400};
}

Error not_found(std::string message) {
  return {.code = "NotFound", .message = std::move(message), .status = 404};
}

}  // namespace emu::server
