#include "server/api.h"

#include <emu/events.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "core/gate/http_front.h"
#include "core/task/scheduler.h"
#include "server/chunked_body.h"
#include "server/compressed_body.h"
#include "server/cors.h"
#include "server/credentials.h"
#include "server/errors.h"
#include "server/request_ids.h"
#include "server/router.h"
#include "wire/http/body_budget.h"
#include "wire/limits.h"
#include "wire/protocol/protocol.h"

namespace emu::server {

namespace {

// As recorded from AWS: neither JSON nor the error document of another protocol, and no type.
HttpResponse unknown_operation_document(std::string_view request_id) {
  HttpResponse response{.status = 404};
  response.headers.add("x-amzn-RequestId", std::string(request_id));
  response.body = "<UnknownOperationException/>\n";
  return response;
}

Time machine_time() {
  return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
}

CredentialsOptions credentials_options(const ApiOptions& options) {
  return {.verify = options.verify_signatures, .now = options.now ? options.now : &machine_time};
}

// Chunks of the least size that AWS takes, signed, add a sixty-fourth to an object.
std::size_t with_chunk_signatures(std::size_t object_bytes) {
  return object_bytes + object_bytes / 64 + kFormOverheadBytesMax;
}

std::size_t body_bytes_max(const ServiceProfile* service, std::size_t object_bytes_max) {
  if (service == nullptr) return kOtherBytesMax;
  if (service->body_bytes_max != 0) return service->body_bytes_max;
  return with_chunk_signatures(object_bytes_max);
}

// Of smaller bodies the gate asks whether there is room for them.
constexpr std::size_t kBodyBytesUnasked = std::size_t{1} << 20;

// What the header says, or 0.
std::size_t length_in(const HttpRequest& head, std::string_view name) {
  std::size_t length = 0;
  if (const std::string* text = head.headers.find(name)) {
    std::from_chars(text->data(), text->data() + text->size(), length);
  }
  return length;
}

// A service with a front has rules of its own for pages. Besides, a page may show what everybody
// may read, and link to what its visitor may.
bool lets_page_in(const HttpFront& front, const RequestParts& parts, const Sender& sender,
                  HttpDoor& door) {
  if (parts.http.method == "OPTIONS") return true;  // it is about these rules
  if (!sender.origin.empty() && front.lets_page_in(parts, sender.origin)) return true;
  if (parts.http.method != "GET" && parts.http.method != "HEAD") return false;
  if (sender.kind == Sender::Kind::kLink) return true;
  const auto identity = door.identify();
  return identity && identity->caller->kind == Caller::Kind::kAnonymous;
}

HttpResponse write_error(const ServiceProfile& service, ProtocolKind protocol, const Error& error,
                         std::string_view request_id) {
  return wire::protocol_of(protocol).write_error(service, error, request_id);
}

}  // namespace

// A request for something that nobody here answers.
struct Unknown {
  const ServiceProfile* service;
  std::string code;
  std::string message;
};

struct Api::Parts {
  Parts(World& in_world, ApiOptions from)
      : world(in_world),
        options(std::move(from)),
        router(world),
        credentials(world, credentials_options(options)),
        ids(world.random()),
        decompressed{{.bytes_max = large_bodies_bytes_max(world)}} {}

  // An object is held in memory while it is received.
  std::size_t object_bytes_max() const {
    const std::size_t most = options.object_bytes_max;
    return world.memory() == nullptr ? most : std::min(most, world.memory()->bodies_bytes_max());
  }
  // Whether what a body brings can be stored; asked before it is received.
  bool has_room(std::size_t body_bytes) const {
    return world.memory() == nullptr || body_bytes < kBodyBytesUnasked ||
           world.memory()->has_room(body_bytes);
  }

  // Waits for the turn of a compressed body that can come to so many bytes.
  wire::BodyBudget::Lease take_turn(std::size_t decompressed_bytes) {
    if (decompressed_bytes < kBodyBytesUnasked) return {};
    return decompressed.take(decompressed_bytes);
  }

  // Whether a browser asks about a request before it makes it, to a service without a front.
  bool asks_for_permission(const RequestParts& parts) const;
  // Why a request is not answered, whose sender or host is not one that may make it.
  std::optional<Error> refusal(const RequestParts& parts, const Sender& sender, const Route& route,
                               HttpDoor& door) const;

  void record_unknown(const RequestParts& parts, const Unknown& unknown, int status);

  // Whether the body is so long, or waited with, that what is wrong without it is said at once.
  // Where signatures are verified, nothing is said to who has signed before that is done.
  bool is_refused_by_head(const RequestParts& parts) const {
    if (options.verify_signatures && !parts.credential_service().empty()) return false;
    return parts.http.headers.find("Expect") != nullptr ||
           parts.http.headers.find("Transfer-Encoding") != nullptr ||
           length_in(parts.http, "Content-Length") >= kBodyBytesUnasked;
  }

  World& world;
  ApiOptions options;
  Router router;
  Credentials credentials;
  RequestIds ids;
  wire::BodyBudget decompressed;
};

// What is done for one request, with or without a front.
class Api::Door final : public HttpDoor, public RequestKeys {
 public:
  Door(Parts& api, HttpRequest& request, const RequestParts& parts, const Route& route)
      : api_(api),
        request_(request),
        parts_(parts),
        service_(*route.service),
        protocol_(route.protocol),
        front_(route.front),
        path_(route.asked.path),
        other_uri_(route.other_uri),
        request_id_(api.ids.next(service_)) {}

  // The call of a service without a front.
  Result<HttpResponse> call(Route route) {
    EMU_TRY(const HttpIdentity identity, identify());
    if (route.names_nothing) return unknown_operation_document(request_id_);
    if (route.asked.entry == nullptr) return std::move(route.asked.error);
    const std::size_t decompressed = decompressed_bytes_max(service_, request_);
    wire::BodyBudget::Lease turn = api_.take_turn(decompressed);
    if (!api_.has_room(decompressed)) return too_fast(service_);
    EMU_CHECK(decompress_body(service_, request_));
    if (request_.body.size() < kBodyBytesUnasked) turn = {};  // most come to little
    return carry_out(std::move(route.asked), request_, identity.caller, std::move(route.form));
  }

  Result<HttpIdentity> identify() override {
    EMU_TRY(Identity identity, api_.credentials.identify(parts_, service_, protocol_, path_));
    chunks_ = std::move(identity.chunks);
    return HttpIdentity{.caller = std::move(identity.caller),
                        .names_region = identity.names_region};
  }

  Result<HttpIdentity> identify_form(const FormSignature& form) override {
    EMU_TRY(Identity identity, api_.credentials.identify_form(parts_, service_, protocol_, form));
    return HttpIdentity{.caller = std::move(identity.caller),
                        .names_region = identity.names_region};
  }

  Status unwrap_chunks() override {
    return server::unwrap_chunks(request_, std::exchange(chunks_, std::nullopt));
  }

  Time now() const override { return api_.credentials.now(); }

  Result<HttpResponse> perform(HttpRoute route, const HttpRequest& request,
                               const CallerPtr& caller) override {
    return carry_out(std::move(route), request, caller, std::nullopt);
  }

  HttpResponse refuse(const Error& error) override {
    return write_error(service_, protocol_, error, request_id_);
  }

  void add_to(std::vector<ConditionValue>& out) const override {
    const auto add = [&](std::string_view header, std::string_view key) {
      const std::string* value = parts_.http.headers.find(header);
      if (value != nullptr) out.push_back({.key = std::string(key), .values = {*value}});
    };
    add("Referer", "aws:Referer");
    add("User-Agent", "aws:UserAgent");
    if (front_ != nullptr) front_->add_keys(parts_, now(), out);
  }

 private:
  Result<HttpResponse> carry_out(HttpRoute route, const HttpRequest& request,
                                 const CallerPtr& caller, std::optional<wire::QueryNode> form) {
    const Operation& op = *route.entry->operation;
    const wire::Protocol& protocol = wire::protocol_of(protocol_);
    const auto in = route.entry->make_input();
    EMU_CHECK(protocol.read_request(op,
                                    {.http = request,
                                     .path = std::move(route.path),
                                     .query = std::move(route.query),
                                     .form = std::move(form),
                                     .other_uri = other_uri_},
                                    in.get()));
    const auto out = route.entry->make_output();
    EMU_CHECK(api_.world.call(traced(caller), op, in.get(), out.get(), request_id_, this));
    return protocol.write_result(op, out.get(), request_id_);
  }

  // The caller with the trace that the request belongs to.
  CallerPtr traced(const CallerPtr& caller) const {
    const std::string* header = request_.headers.find("X-Amzn-Trace-Id");
    if (header == nullptr || header->size() > kTraceHeaderBytesMax) return caller;
    Caller with_trace = *caller;
    with_trace.trace_header = *header;
    return std::make_shared<const Caller>(std::move(with_trace));
  }

  Parts& api_;
  HttpRequest& request_;
  const RequestParts& parts_;
  const ServiceProfile& service_;
  ProtocolKind protocol_;
  const HttpFront* front_;
  std::string path_;
  std::string_view other_uri_;
  std::string request_id_;
  std::optional<wire::ChunkSigner> chunks_ = {};
};

// Whose the request will be shows in its path.
bool Api::Parts::asks_for_permission(const RequestParts& parts) const {
  if (!is_preflight(parts.http)) return false;
  if (is_preflight_of_target(parts.http)) return true;
  if (is_preflight_of_form(parts) && !router.names_resource(parts)) return true;
  const HttpRequest asked{.method = *parts.http.headers.find("Access-Control-Request-Method"),
                          .host = parts.http.host,
                          .target = parts.http.target};
  return router.route(RequestParts(asked)).front == nullptr;
}

std::optional<Error> Api::Parts::refusal(const RequestParts& parts, const Sender& sender,
                                         const Route& route, HttpDoor& door) const {
  if (auto why = options.guard.host_refusal(parts)) {
    return not_for_pages(route.protocol, std::move(*why));
  }
  if (sender.is_trusted()) return std::nullopt;
  // What REST has GET for changes nothing; a form may ask for anything by it.
  if (sender.kind == Sender::Kind::kLink && route.protocol == ProtocolKind::kRestJson) {
    return std::nullopt;
  }
  if (route.front != nullptr && lets_page_in(*route.front, parts, sender, door)) {
    return std::nullopt;
  }
  return not_for_pages(route.protocol, Guard::page_refusal(sender));
}

std::size_t large_bodies_bytes_max(World& world) {
  constexpr std::size_t kMost = wire::kLargeBodiesBytesMax;
  return world.memory() == nullptr ? kMost : std::min(kMost, world.memory()->bodies_bytes_max());
}

Api::Api(World& world, ApiOptions options)
    : parts_(std::make_unique<Parts>(world, std::move(options))) {}
Api::~Api() = default;

wire::HeadDecision Api::look(const RequestParts& head) const {
  const ServiceProfile* service = parts_->router.service_by_head(head);
  const std::size_t most = parts_->object_bytes_max();
  wire::HeadDecision decision{.body_bytes_max = body_bytes_max(service, most)};
  const HttpFront* front = service == nullptr ? nullptr : parts_->router.front_of(*service);
  if (front == nullptr) return decision;
  const auto refuse = [&](const Error& error) {
    decision.answer =
        write_error(*service, service->protocols.front().kind, error, parts_->ids.next(*service));
  };
  const std::size_t announced = length_in(head.http, "Content-Length");
  if (!parts_->has_room(announced)) {
    refuse(too_fast(*service));
  } else if (announced > decision.body_bytes_max) {
    refuse(front->body_too_large(announced, most));
  } else if (const auto malformed = front->malformed_head(head)) {
    refuse(*malformed);
  } else if (parts_->is_refused_by_head(head)) {
    if (const auto error = front->refusal_by_head(head)) refuse(*error);
  }
  if (const std::size_t decoded = length_in(head.http, "x-amz-decoded-content-length")) {
    decision.chunked_bytes_max = with_chunk_signatures(std::min(decoded, most));
  }
  return decision;
}

HttpResponse Api::refuse(const RequestParts& parts, const wire::HttpRefusal& refusal) const {
  const Route route = parts_->router.route_unread(parts);
  const Error error = route.front != nullptr
                          ? route.front->unreadable(parts, refusal.status, refusal.reason)
                          : unreadable_request(refusal.status, refusal.reason);
  return write_error(*route.service, route.protocol, error, parts_->ids.next(*route.service));
}

// What nobody here answers is in the trace too, with what was said instead.
void Api::Parts::record_unknown(const RequestParts& parts, const Unknown& unknown, int status) {
  const std::string* target = parts.http.headers.find("X-Amz-Target");
  std::string asked = target != nullptr ? *target : parts.http.method + " " + parts.http.target;
  if (asked.size() > kUnknownNameBytesMax) asked.resize(kUnknownNameBytesMax);
  const WorldEntry inside(world.scheduler());
  world.record<events::CallAnswered>([&](events::CallAnswered& event) {
    event.service = unknown.service->name;
    event.operation = "UnknownOperation";
    event.subject = std::move(asked);
    event.outcome = unknown.code;
    event.note = fmt::format("answered {}: {}", status, unknown.message);
  });
}

HttpResponse Api::answer(HttpRequest& request, const RequestParts& parts) {
  const Sender sender = parts_->options.guard.sender(parts);
  if (parts_->asks_for_permission(parts)) return answer_preflight(request, sender);
  Route route = parts_->router.route(parts);
  Door door(*parts_, request, parts, route);
  if (const auto error = parts_->refusal(parts, sender, route, door)) return door.refuse(*error);
  std::optional<Unknown> unknown;
  if (route.asked.entry == nullptr && request.method != "OPTIONS") {
    const Error& error = route.asked.error;
    unknown = {.service = route.service, .code = error.code, .message = error.message};
  }
  try {
    HttpResponse response;
    if (route.front != nullptr) {
      response = route.front->answer(request, parts, std::move(route.asked), door);
    } else {
      const ServiceProfile& service = *route.service;
      auto result = door.call(std::move(route));
      response = result ? std::move(*result) : door.refuse(result.error());
      compress_body(service, request, response);
      allow_page(sender, response);
    }
    // A form that a browser posts is no operation, and may be answered nevertheless.
    if (unknown && response.status >= 400) {
      parts_->record_unknown(parts, *unknown, response.status);
    }
    return response;
  } catch (const TaskKilled&) {
    // The world is shutting down while the call waits.
    return door.refuse(service_unavailable());
  }
}

}  // namespace emu::server
