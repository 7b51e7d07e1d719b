#include "server/api.h"

#include <charconv>
#include <chrono>
#include <initializer_list>
#include <memory>
#include <string>
#include <utility>

#include "core/task/scheduler.h"
#include "core/text/uri.h"
#include "server/cors.h"
#include "server/credentials.h"
#include "server/errors.h"
#include "server/request_ids.h"
#include "server/router.h"
#include "server/s3_post.h"
#include "server/s3_request.h"
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
  // Chunks of the least size that S3 takes, signed, add a sixty-fourth to it.
  if (service == "s3") return object_bytes_max + object_bytes_max / 64 + kFormOverheadBytesMax;
  if (service == "dynamodb") return kDynamodbBytesMax;
  if (service == "sqs") return kSqsBytesMax;
  if (service == "lambda") return kLambdaBytesMax;
  return kOtherBytesMax;
}

// What the header says, or 0.
std::size_t announced_length(const HttpRequest& head) {
  std::size_t length = 0;
  if (const std::string* text = head.headers.find("Content-Length")) {
    std::from_chars(text->data(), text->data() + text->size(), length);
  }
  return length;
}

bool is_s3(const Route& route) { return route.protocol == ProtocolKind::kRestXml; }

// The bucket of a path in path style; empty when it names an object too, or nothing.
std::string bucket_of_path(std::string_view path) {
  const auto segments = path_segments(path);
  if (!segments) return {};
  const bool is_bucket =
      segments->size() == 1 || (segments->size() == 2 && segments->back().empty());
  return is_bucket ? segments->front() : std::string();
}

}  // namespace

struct Api::Parts {
  Parts(World& in_world, ApiOptions from)
      : world(in_world),
        options(std::move(from)),
        router(world.operations()),
        credentials(world, credentials_options(options)),
        ids(world.random()) {}

  // The operation, carried out, or why not.
  Result<HttpResponse> perform(HttpRequest& request, const Route& route,
                               std::string_view request_id);
  Result<HttpResponse> carry_out(const Route& route, const Identity& identity,
                                 std::string_view request_id);
  // A form that a browser posts to a bucket.
  Result<HttpResponse> upload(const HttpRequest& request, const Route& route,
                              std::string_view request_id);
  Status call(const Route& route, const Identity& identity, const void* in, void* out,
              std::string_view request_id);
  // Whether it is a browser's question about a request to another service than S3.
  bool is_preflight(const HttpRequest& request) const;
  // What S3 adds to its answers.
  void finish_s3(const HttpRequest& request, const Route& route, HttpResponse& response) const;

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
  if (is_s3(route)) {
    const bool is_anonymous = identity->caller->kind == Caller::Kind::kAnonymous;
    if (is_anonymous && overrides_headers(split_target(request.target).query)) {
      return s3_anonymous_override();
    }
    if (Status body = unwrap_chunks(request, std::move(identity->chunks)); !body) {
      return std::move(body.error());
    }
  }

  return carry_out(route, *identity, request_id);
}

Result<HttpResponse> Api::Parts::carry_out(const Route& route, const Identity& identity,
                                           std::string_view request_id) {
  const Operation& op = *route.entry->operation;
  const wire::Protocol& protocol = wire::protocol_of(route.protocol);
  const auto in = route.entry->make_input();
  if (Status read = protocol.read_request(op, route.request, in.get()); !read) {
    return std::move(read.error());
  }
  const auto out = route.entry->make_output();
  if (Status status = call(route, identity, in.get(), out.get(), request_id); !status) {
    return std::move(status.error());
  }
  return protocol.write_result(op, out.get(), request_id);
}

Result<HttpResponse> Api::Parts::upload(const HttpRequest& request, const Route& route,
                                        std::string_view request_id) {
  const auto form = read_post_form(request);
  if (!form) return form.error();
  const HttpRequest put = put_of_form(*form, request, route.request.path);
  const Route put_route = router.route(put);
  if (put_route.entry == nullptr) return put_route.error;
  const std::string bucket = bucket_of_path(route.request.path);

  Identity maker;
  if (form->fields.find("policy") == nullptr) {
    auto identity = credentials.identify(request, *route.service, route.protocol);
    if (!identity) return std::move(identity.error());
    maker = std::move(*identity);
  } else {
    for (const std::string_view field : {"x-amz-credential", "x-amz-date", "x-amz-signature"}) {
      if (form->field(field).empty()) return s3_post_field_missing(field);
    }
    auto identity =
        credentials.identify_post(request, {.credential = form->field("x-amz-credential"),
                                            .date = form->field("x-amz-date"),
                                            .signature = form->field("x-amz-signature"),
                                            .session_token = form->field("x-amz-security-token"),
                                            .policy = form->field("policy")});
    if (!identity) return std::move(identity.error());
    if (Status policy = check_post_policy(*form, bucket, credentials.now()); !policy) {
      return std::move(policy.error());
    }
    maker = std::move(*identity);
  }
  auto response = carry_out(put_route, maker, request_id);
  if (!response) return response;
  return answer_post(*form, request, bucket, std::move(*response));
}

Status Api::Parts::call(const Route& route, const Identity& identity, const void* in, void* out,
                        std::string_view request_id) {
  const Operation& op = *route.entry->operation;
  const CallerPtr& caller = identity.caller;
  Status status = world.call(caller, op, in, out, request_id);
  if (status || identity.names_region) return status;
  // Meant is the region where the bucket is.
  const std::string region = redirect_region(status.error());
  if (region.empty() || region == caller->region) return status;
  auto there = std::make_shared<Caller>(*caller);
  there->region = region;
  return world.call(there, op, in, out, request_id);
}

void Api::Parts::finish_s3(const HttpRequest& request, const Route& route,
                           HttpResponse& response) const {
  if (options.browse) add_cors(options.browse, request, route.request.path, response);
  if (request.method == "HEAD") response.body = {};
}

Api::Api(World& world, ApiOptions options)
    : parts_(std::make_unique<Parts>(world, std::move(options))) {}
Api::~Api() = default;

wire::HeadDecision Api::look(const HttpRequest& head) const {
  const std::string_view service = Router::service_by_head(head);
  const std::size_t most = parts_->options.object_bytes_max;
  wire::HeadDecision decision{.body_bytes_max = body_bytes_max(service, most)};
  const std::size_t announced = announced_length(head);
  if (service == "s3" && announced > decision.body_bytes_max) {
    decision.answer = wire::protocol_of(ProtocolKind::kRestXml)
                          .write_error(*find_profile(service), s3_entity_too_large(announced, most),
                                       parts_->ids.next(service));
  }
  return decision;
}

// A browser asks about a request before it makes it: whose it will be shows in its path.
bool Api::Parts::is_preflight(const HttpRequest& request) const {
  const std::string* method = request.headers.find("Access-Control-Request-Method");
  if (request.method != "OPTIONS" || method == nullptr) return false;
  if (is_preflight_of_post(request)) return true;
  const HttpRequest asked{.method = *method, .host = request.host, .target = request.target};
  return !is_s3(router.route(asked));
}

HttpResponse Api::answer(HttpRequest& request) {
  if (parts_->is_preflight(request)) return answer_preflight(request);
  const Route route = parts_->router.route(request);
  const std::string request_id = parts_->ids.next(route.service->name);
  const auto refuse = [&](const Error& error) {
    HttpResponse response =
        wire::protocol_of(route.protocol).write_error(*route.service, error, request_id);
    if (std::string region = redirect_region(error); !region.empty()) {
      response.headers.add("x-amz-bucket-region", std::move(region));
    }
    return response;
  };
  try {
    if (is_s3(route) && request.method == "OPTIONS" && parts_->options.browse) {
      return s3_preflight(parts_->options.browse, request, route.request.path);
    }
    const bool is_form = is_s3(route) && route.entry == nullptr && is_post_form(request) &&
                         !bucket_of_path(route.request.path).empty();
    auto result = is_form ? parts_->upload(request, route, request_id)
                          : parts_->perform(request, route, request_id);
    HttpResponse response = result ? std::move(*result) : refuse(result.error());
    if (is_s3(route)) {
      parts_->finish_s3(request, route, response);
    } else {
      allow_local_page(request, response);
    }
    return response;
  } catch (const TaskKilled&) {
    // The world is shutting down while the call waits.
    return refuse(service_unavailable());
  }
}

}  // namespace emu::server
