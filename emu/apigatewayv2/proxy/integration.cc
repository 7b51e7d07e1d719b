#include "apigatewayv2/proxy/integration.h"

#include <emu/lambda.h>

#include <memory>
#include <optional>
#include <utility>

#include "apigatewayv2/proxy/answers.h"
#include "apigatewayv2/proxy/response.h"

namespace emu::apigatewayv2 {

namespace {

// Shared by the request and the task that invokes; whoever ends first leaves it to the other.
struct Invocation {
  Aws client;
  lambda::Invoke request;
  std::optional<Result<lambda::InvokeResult>> answer = {};
  Waiter* waiter = nullptr;  // of the request, while it waits
};

// Forgets the waiter before its frame is left, also when the request is killed.
class Waiting {
 public:
  explicit Waiting(Invocation& invocation) : invocation_(invocation) {
    invocation_.waiter = &waiter_;
  }
  ~Waiting() { invocation_.waiter = nullptr; }
  Waiting(const Waiting&) = delete;
  Waiting& operator=(const Waiting&) = delete;

  Waiter& waiter() { return waiter_; }

 private:
  Waiter waiter_;
  Invocation& invocation_;
};

HttpResponse failed(const Error& error) {
  if (error.code == lambda::errors::kRequestEntityTooLargeException)
    return payload_too_large_answer();
  if (error.code == "TooManyRequestsException" || error.code == "RequestTimeout") {
    return service_unavailable_answer();
  }
  return internal_server_error_answer();
}

}  // namespace

HttpResponse invoke_function(World& world, Aws client, IntegrationCall call) {
  Scheduler& scheduler = world.scheduler();
  auto invocation =
      std::make_shared<Invocation>(Invocation{.client = std::move(client),
                                              .request = {.function_name = std::move(call.function),
                                                          .payload = Blob(std::move(call.event))}});
  const Time deadline = scheduler.now() + call.timeout;
  scheduler.spawn({.name = "integration"}, [invocation, &scheduler] {
    invocation->answer = invocation->client.send(invocation->request);
    if (invocation->waiter != nullptr) scheduler.wake(*invocation->waiter);
  });
  {
    Waiting waiting(*invocation);
    scheduler.park(waiting.waiter(), deadline);
  }
  if (!invocation->answer) return service_unavailable_answer();

  const Result<lambda::InvokeResult>& answer = *invocation->answer;
  if (!answer) return failed(answer.error());
  if (answer->function_error) return internal_server_error_answer();
  auto response = call.payload_v1 ? response_v1(answer->payload) : response_v2(answer->payload);
  return response ? std::move(*response) : internal_server_error_answer();
}

}  // namespace emu::apigatewayv2
