#include "donuts/messages.h"

#include <emu/json.h>
#include <emu/lambda/events.h>
#include <fmt/format.h>

#include <chrono>
#include <utility>

namespace donuts {

namespace lambda = emu::lambda;

namespace {

// The rest is passed over.
struct ApiEvent {
  std::string body = {};
  bool is_base64_encoded = false;
  static void describe(emu::StructureShape<ApiEvent>& s) {
    s.member("body", &ApiEvent::body);
    s.member("isBase64Encoded", &ApiEvent::is_base64_encoded);
  }
};

struct Answer {
  std::string status;
  static void describe(emu::StructureShape<Answer>& s) { s.member("status", &Answer::status); }
};

constexpr std::chrono::seconds kPatience{5};

}  // namespace

std::string body_of(std::string_view event) {
  const ApiEvent read = emu::from_json<ApiEvent>(event).value();
  return lambda::decoded_body(read.body, read.is_base64_encoded);
}

std::string answer(int status, const std::string& word) {
  return emu::to_json(
      lambda::ApiGatewayV2HttpResponse{.status_code = status,
                                       .headers = {{"content-type", "application/json"}},
                                       .body = emu::to_json(Answer{.status = word})});
}

void post(lambda::Context& context, const std::string& url, std::string json, int expected) {
  const auto answer = context.http({.method = "POST",
                                    .url = url,
                                    .headers = {{"content-type", "application/json"}},
                                    .body = std::move(json),
                                    .timeout = kPatience});
  if (!answer) throw lambda::FunctionError(answer.error().code, answer.error().message);
  if (answer->status == expected) return;
  throw lambda::FunctionError("HttpError", fmt::format("{} answered {}", url, answer->status));
}

const std::string& required_env(lambda::Context& context, const char* name) {
  const std::string* value = context.env(name);
  if (value == nullptr) throw lambda::FunctionError("KeyError", "'" + std::string(name) + "'");
  return *value;
}

}  // namespace donuts
