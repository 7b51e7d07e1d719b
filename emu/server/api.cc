#include "server/api.h"

#include <chrono>
#include <string>
#include <utility>

#include "core/scheduler.h"
#include "server/credentials.h"
#include "server/errors.h"
#include "server/request_ids.h"
#include "server/router.h"
#include "wire/protocol/protocol.h"

namespace emu::server {

namespace {

Time machine_time() {
  return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
}

CredentialsOptions credentials_options(const ApiOptions& options) {
  return {.verify = options.verify_signatures, .now = options.now ? options.now : &machine_time};
}

std::size_t body_bytes_max(std::string_view service, std::size_t object_bytes_max) {
  if (service == "s3") return object_bytes_max + kFormOverheadBytesMax;
  if (service == "dynamodb") return kDynamodbBytesMax;
  if (service == "sqs") return kSqsBytesMax;
  if (service == "lambda") return kLambdaBytesMax;
  return kOtherBytesMax;
}

}  // namespace

struct Api::Parts {
  Parts(World& in_world, ApiOptions from)
      : world(in_world),
        options(std::move(from)),
        router(world.operations()),
        credentials(world, credentials_options(options)),
        ids(world.random()) {}

  Result<HttpResponse> perform(HttpRequest& request, const Route& route,
                               std::string_view request_id);

  World& world;
  ApiOptions options;
  Router router;
  Credentials credentials;
  RequestIds ids;
};

Result<HttpResponse> Api::Parts::perform(HttpRequest& request, const Route& route,
                                         std::string_view request_id) {
  auto identity = credentials.identify(request, *route.service, route.protocol);
  if (!identity) return std::move(identity.error());
  if (route.entry == nullptr) return route.error;

  const Operation& op = *route.entry->operation;
  const wire::Protocol& protocol = wire::protocol_of(route.protocol);
  const auto in = route.entry->make_input();
  if (Status read = protocol.read_request(op, route.request, in.get()); !read) {
    return std::move(read.error());
  }
  const auto out = route.entry->make_output();
  if (Status status = world.call(identity->caller, op, in.get(), out.get()); !status) {
    return std::move(status.error());
  }
  return protocol.write_result(op, out.get(), request_id);
}

Api::Api(World& world, ApiOptions options)
    : parts_(std::make_unique<Parts>(world, std::move(options))) {}
Api::~Api() = default;

wire::HeadDecision Api::look(const HttpRequest& head) const {
  return {.body_bytes_max =
              body_bytes_max(Router::service_by_head(head), parts_->options.object_bytes_max)};
}

HttpResponse Api::answer(HttpRequest& request) {
  const Route route = parts_->router.route(request);
  const std::string request_id = parts_->ids.next(route.service->service);
  const auto refuse = [&](const Error& error) {
    return wire::protocol_of(route.protocol).write_error(*route.service, error, request_id);
  };
  try {
    auto response = parts_->perform(request, route, request_id);
    return response ? std::move(*response) : refuse(response.error());
  } catch (const TaskKilled&) {
    // The world is shutting down while the call waits.
    return refuse(service_unavailable());
  }
}

}  // namespace emu::server
