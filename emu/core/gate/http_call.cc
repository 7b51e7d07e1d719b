#include "core/gate/http_call.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/gate/internet.h"
#include "core/json/json_writer.h"

namespace emu {

namespace {

constexpr std::size_t kUrlBytesMax = 8192;

constexpr Operation operation_of(std::string_view method) {
  return {.name = {.service = "http", .name = method},
          .input = &shape_of<Nothing>,
          .output = &shape_of<Nothing>,
          .index = SIZE_MAX};  // in no table
}

constexpr Operation kOperations[] = {
    operation_of("DELETE"), operation_of("GET"),  operation_of("HEAD"), operation_of("OPTIONS"),
    operation_of("PATCH"),  operation_of("POST"), operation_of("PUT")};

const Operation* find_operation(std::string_view method) {
  const auto* const found =
      std::find_if(std::begin(kOperations), std::end(kOperations),
                   [&](const Operation& operation) { return operation.name.name == method; });
  return found == std::end(kOperations) ? nullptr : found;
}

// What who asks and who carries the request out share: either may end first.
struct Exchange {
  HttpRequest request = {};
  Fault fault = {};
  std::optional<Result<HttpResponse>> answer = {};
  Waiter* waiter = nullptr;  // while somebody waits
};

Error invalid_request(std::string message) {
  return {.code = http_errors::kInvalidRequest, .message = std::move(message)};
}

Error timed_out(const std::string& url, Duration timeout) {
  const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(timeout);
  return {.code = http_errors::kRequestTimeout,
          .message = fmt::format("No answer came from {} within {} ms.", url, ms.count()),
          .status = 408};
}

// It would begin another line of the request.
bool breaks_line(std::string_view text) {
  return text.find_first_of(std::string_view("\r\n\0", 3)) != text.npos;
}

Result<HttpRequest> to_send(const UrlRequest& in) {
  if (in.url.size() > kUrlBytesMax) {
    return invalid_request(fmt::format("A URL has at most {} bytes.", kUrlBytesMax));
  }
  auto request = request_to(in.url);
  if (!request) return invalid_request(fmt::format("'{}' is no URL of HTTP.", in.url));
  for (const auto& [name, value] : in.headers) {
    if (name.empty() || breaks_line(name) || breaks_line(value)) {
      return invalid_request(fmt::format("'{}' cannot be a header.", name));
    }
    request->headers.add(name, value);
  }
  request->method = in.method;
  request->body = in.body;
  return std::move(*request);
}

// Without user, password and query, which may be secrets.
std::string resource_of(const HttpRequest& request) {
  const std::string_view path =
      std::string_view(request.target).substr(0, request.target.find('?'));
  return fmt::format("{}{}{}", request.tls ? "https://" : "http://", request.host, path);
}

bool is_without_answer(std::string_view code) {
  return code == http_errors::kHostNotFound || code == http_errors::kConnectionFailed ||
         code == http_errors::kRequestTimeout;
}

Result<HttpResponse> injected(Error error) {
  if (is_without_answer(error.code)) return error;
  std::string body;
  JsonWriter json(body);
  json.begin_object();
  json.member("message", error.message);
  json.end_object();
  return HttpResponse{.status = error.status,
                      .headers = {{"content-type", "application/json"}},
                      .body = std::move(body)};
}

void carry_out(World& world, Exchange& exchange) {
  Fault& fault = exchange.fault;
  Scheduler& scheduler = world.scheduler();
  if (fault.latency > Duration(0)) scheduler.sleep_until(scheduler.now() + fault.latency);
  Result<HttpResponse> answer =
      fault.error ? injected(std::move(*fault.error)) : send_to_internet(world, exchange.request);
  if (fault.answer_lost) return;
  exchange.answer = std::move(answer);
  if (exchange.waiter != nullptr) scheduler.wake(*exchange.waiter);
}

// A task of its own carries it out, so that who asks can give up, or be stopped, meanwhile.
bool is_answered_by(World& world, const std::shared_ptr<Exchange>& exchange, Time deadline) {
  struct Registration {
    Waiter*& registered;
    ~Registration() { registered = nullptr; }
  };
  Waiter waiter;
  const Registration registration{exchange->waiter = &waiter};
  world.scheduler().spawn({.name = "http request"},
                          [&world, exchange] { carry_out(world, *exchange); });
  world.scheduler().park(waiter, deadline);
  return exchange->answer.has_value();
}

std::string outcome_of(const Result<HttpResponse>& answer) {
  if (!answer) return answer.error().code;
  return answer->status < 400 ? std::string() : std::to_string(answer->status);
}

}  // namespace

std::span<const Operation> http_operations() { return kOperations; }

Result<HttpResponse> call_http(World& world, const CallerPtr& caller, const UrlRequest& in) {
  const WorldEntry inside(world.scheduler());
  const Operation* operation = find_operation(in.method);
  if (operation == nullptr) {
    return invalid_request(fmt::format("'{}' is no method of HTTP.", in.method));
  }
  EMU_TRY(HttpRequest request, to_send(in));
  const Time begun = world.now();
  std::string resource = resource_of(request);
  const auto exchange = std::make_shared<Exchange>(Exchange{.request = std::move(request)});
  exchange->fault = world.decide_fault({.service = operation->name.service,
                                        .operation = operation->name.name,
                                        .resource = resource,
                                        .caller = caller->arn,
                                        .at = begun});
  const Duration timeout = std::clamp(in.timeout, Duration(0), kLatestTime - begun);
  Result<HttpResponse> answer = timed_out(resource, timeout);
  if (is_answered_by(world, exchange, begun + timeout)) answer = std::move(*exchange->answer);

  world.record<events::CallAnswered>([&](events::CallAnswered& event) {
    event.type = operation;
    event.service = operation->name.service;
    event.operation = operation->name.name;
    event.took = world.now() - begun;
    event.caller_arn = caller->arn;
    event.resource_arn = std::move(resource);
    event.outcome = outcome_of(answer);
  });
  return answer;
}

}  // namespace emu
