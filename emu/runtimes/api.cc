#include "runtimes/api.h"

#include <fmt/format.h>

#include <chrono>
#include <string>
#include <string_view>
#include <utility>

#include "core/json/json_writer.h"
#include "runtimes/limits.h"

namespace emu::runtimes {

namespace {

constexpr std::string_view kRoot = "/2018-06-01/runtime/";
constexpr std::string_view kNext = "invocation/next";
constexpr std::string_view kInitError = "init/error";
constexpr std::string_view kInvocation = "invocation/";
constexpr std::string_view kResponse = "/response";
constexpr std::string_view kError = "/error";
constexpr std::string_view kErrorType = "Lambda-Runtime-Function-Error-Type";
constexpr std::size_t kConnectionsOfOne = 16;

HttpResponse json_answer(int status, std::string body) {
  return {
      .status = status, .headers = {{"Content-Type", "application/json"}}, .body = std::move(body)};
}

HttpResponse refused(int status, std::string_view type, std::string_view message) {
  std::string body;
  JsonWriter json(body);
  json.begin_object();
  json.member("errorMessage", message);
  json.member("errorType", type);
  json.end_object();
  return json_answer(status, std::move(body));
}

HttpResponse answer_to(Taken taken) {
  if (taken == Taken::kAccepted) return json_answer(202, "{\"status\":\"OK\"}\n");
  if (taken == Taken::kNoSuchRequest) {
    return refused(400, "InvalidRequestID", "Invalid request ID");
  }
  return refused(403, "InvalidStateTransition", "State transition is not allowed");
}

// What is left of the invocation counts from now.
std::int64_t deadline_of(const RuntimeEvent& event, Time now) {
  const Time deadline = now + event.remaining;
  return std::chrono::duration_cast<std::chrono::milliseconds>(deadline.time_since_epoch()).count();
}

// "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0", made from the id of the request.
std::string trace_id_of(std::string_view request_id) {
  std::string digits;
  for (const char c : request_id) {
    if (c != '-') digits += c;
  }
  digits.resize(32, '0');
  return fmt::format("Root=1-{}-{};Parent={};Sampled=0", digits.substr(0, 8), digits.substr(8),
                     digits.substr(16));
}

HttpResponse event_answer(RuntimeEvent event, Time now) {
  HttpResponse out{
      .headers = {{"Content-Type", "application/json"},
                  {"Lambda-Runtime-Aws-Request-Id", event.request_id},
                  {"Lambda-Runtime-Deadline-Ms", fmt::format("{}", deadline_of(event, now))},
                  {"Lambda-Runtime-Invoked-Function-Arn", event.function_arn},
                  {"Lambda-Runtime-Trace-Id", trace_id_of(event.request_id)}},
      .body = std::move(event.payload)};
  if (!event.client_context.empty()) {
    out.headers.add("Lambda-Runtime-Client-Context", event.client_context);
  }
  return out;
}

std::string text_of(const std::string* text) { return text == nullptr ? std::string() : *text; }

class Api {
 public:
  explicit Api(RuntimeApiHost& sandbox) : sandbox_(sandbox) {}

  static wire::HeadDecision look(const HttpRequest& request) {
    // No page of a browser is a runtime.
    if (request.headers.find("Origin") != nullptr ||
        request.headers.find("Sec-Fetch-Site") != nullptr ||
        !request.host.starts_with("127.0.0.1:")) {
      return {.answer = refused(403, "Forbidden", "This is a function's Runtime API.")};
    }
    const bool is_response = request.target.ends_with(kResponse);
    return {.body_bytes_max = is_response ? kResponseBytesMax : kErrorBytesMax,
            .chunked_bytes_max = is_response ? kResponseBytesMax : kErrorBytesMax};
  }

  HttpResponse answer(HttpRequest& request) {
    std::string_view path = request.target;
    if (!path.starts_with(kRoot)) return refused(404, "NotFound", "404 page not found");
    path.remove_prefix(kRoot.size());
    if (path == kNext && request.method == "GET") return next(request);
    if (request.method != "POST") return refused(404, "NotFound", "404 page not found");
    if (path == kInitError) return answer_to(sandbox_.fail_init(failure_of(request)));
    if (!path.starts_with(kInvocation)) return refused(404, "NotFound", "404 page not found");
    path.remove_prefix(kInvocation.size());
    if (path.ends_with(kError)) {
      path.remove_suffix(kError.size());
      return answer_to(sandbox_.answer(path, failure_of(request)));
    }
    if (!path.ends_with(kResponse)) return refused(404, "NotFound", "404 page not found");
    path.remove_suffix(kResponse.size());
    // A streamed answer that breaks says so behind its body.
    if (const std::string* type = request.trailers.find(kErrorType)) {
      return answer_to(sandbox_.answer(
          path, {.has_failed = true,
                 .error_type = *type,
                 .body = text_of(request.trailers.find("Lambda-Runtime-Function-Error-Body"))}));
    }
    return answer_to(sandbox_.answer(path, {.body = request.body.str()}));
  }

  std::optional<HttpResponse> refuse(const HttpRequest& request, const wire::HttpRefusal& refusal) {
    if (refusal.status != 413 || !request.target.ends_with(kResponse)) return std::nullopt;
    sandbox_.refuse_answer();
    return refused(
        413, "RequestEntityTooLarge",
        fmt::format("Exceeded maximum allowed payload size ({} bytes).", kResponseBytesMax));
  }

 private:
  HttpResponse next(const HttpRequest& request) {
    auto event = sandbox_.next(request.is_awaited);
    if (!event) return refused(500, "Ended", "The sandbox has ended.");
    return event_answer(std::move(*event), sandbox_.time_of_process());
  }

  static Answer failure_of(const HttpRequest& request) {
    return {.has_failed = true,
            .error_type = text_of(request.headers.find(kErrorType)),
            .body = request.body.str()};
  }

  RuntimeApiHost& sandbox_;
};

}  // namespace

wire::HttpHandler runtime_api(RuntimeApiHost& sandbox) {
  const auto api = std::make_shared<Api>(sandbox);
  return {
      .look = &Api::look,
      .answer = [api](HttpRequest& request) { return api->answer(request); },
      .refuse = [api](const HttpRequest& request,
                      const wire::HttpRefusal& refusal) { return api->refuse(request, refusal); }};
}

Result<std::unique_ptr<wire::Listener>> serve_runtime_api(RuntimeApiHost& sandbox) {
  return wire::Listener::start({.connections_max = kConnectionsOfOne}, runtime_api(sandbox));
}

}  // namespace emu::runtimes
