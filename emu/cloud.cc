#include <emu/cloud.h>

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "apigatewayv2/service.h"
#include "core/gate/service_profile.h"
#include "core/gate/world.h"
#include "dynamodb/service.h"
#include "iam/authorizer.h"
#include "iam/service.h"
#include "lambda/service.h"
#include "logs/service.h"
#include "runtime.h"
#include "s3/http.h"
#include "s3/service.h"
#include "sqs/service.h"
#include "sts/service.h"

namespace emu {

namespace {

bool is_account_id(std::string_view text) {
  return text.size() == 12 && text.find_first_not_of("0123456789") == text.npos;
}

// In the order of their names.
constexpr std::array<const ServiceProfile*, 8> kProfiles = {
    &apigatewayv2::kProfile, &dynamodb::kProfile, &iam::kProfile, &lambda::kProfile,
    &logs::kProfile,         &s3::kProfile,       &sqs::kProfile, &sts::kProfile,
};

}  // namespace

std::span<const ServiceProfile* const> all_profiles() { return kProfiles; }

// Every service of the account, put together. Tasks end before the services that they use.
struct Cloud::Parts {
  explicit Parts(CloudOptions from)
      : options(std::move(from)),
        runtime(options),
        scheduler(runtime.scheduler()),
        world({.seed = options.seed,
               .account = options.account,
               .region = options.region,
               .trace_capacity = options.trace_capacity},
              scheduler) {
    world.set_authorizer(&authorizer);
    iam::register_operations(iam, world.operations());
    sts::register_operations(sts, world.operations());
    dynamodb::register_operations(dynamodb, world.operations());
    logs::register_operations(logs, world.operations());
    s3::register_operations(s3, world.operations());
    sqs::register_operations(sqs, world.operations());
    apigatewayv2::register_operations(apigateway, world.operations());
    lambda::register_operations(lambda, world.operations());
  }
  ~Parts() { runtime.shut_down(); }
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;

  CallerPtr caller(const ClientOptions& who);
  void forget(std::optional<std::string_view> account);
  void forget_all();

  CloudOptions options;
  Runtime runtime;
  Scheduler& scheduler;
  World world;
  iam::Iam iam{world};
  iam::IamAuthorizer authorizer{world, iam.directory()};
  sts::Sts sts{world, iam.directory()};
  dynamodb::Dynamodb dynamodb{world};
  logs::Logs logs{world};
  s3::S3 s3{world};
  sqs::Sqs sqs{world};
  apigatewayv2::ApiGateway apigateway{world};
  lambda::Lambda lambda{world};
};

CallerPtr Cloud::Parts::caller(const ClientOptions& who) {
  const std::string& region = who.region ? *who.region : options.region;
  const std::string& account = who.account ? *who.account : options.account;
  if (who.anonymous) {
    return std::make_shared<const Caller>(Caller{.kind = Caller::Kind::kAnonymous,
                                                 .account = account,
                                                 .region = region,
                                                 .arn = {},
                                                 .principal_id = "ANONYMOUS"});
  }
  if (!who.access_key_id) return world.unnamed_caller(account, region);
  // Twelve digits are an account, not a key.
  if (is_account_id(*who.access_key_id)) return world.unnamed_caller(*who.access_key_id, region);
  return world.authorizer()->identify(*who.access_key_id, region).value();
}

// Code is stopped before what it works on goes.
void Cloud::Parts::forget(std::optional<std::string_view> account) {
  lambda.reset(account);
  apigateway.reset(account);
  sqs.reset(account);
  dynamodb.reset(account);
  s3.reset(account);
  logs.reset(account);
  iam.directory().forget(account);
}

// Twice, since who was stopped or answered the first time may still make something on its way out.
// Only then do ids begin again.
void Cloud::Parts::forget_all() {
  {
    const WorldEntry inside(scheduler);
    forget(std::nullopt);
  }
  runtime.settle();
  const WorldEntry inside(scheduler);
  forget(std::nullopt);
  world.random() = Random(options.seed);
  world.trace().clear();
}

Cloud::Cloud(CloudOptions options) : parts_(std::make_unique<Parts>(std::move(options))) {}
Cloud::~Cloud() = default;
Cloud::Cloud(Cloud&&) noexcept = default;
Cloud& Cloud::operator=(Cloud&&) noexcept = default;

const CloudOptions& Cloud::options() const { return parts_->options; }
World& Cloud::world() { return parts_->world; }

Aws Cloud::aws(const ClientOptions& who) {
  const WorldEntry inside(parts_->scheduler);
  return parts_->world.client(parts_->caller(who));
}

HttpResponse Cloud::http(const HttpRequest& request) {
  const WorldEntry inside(parts_->scheduler);
  if (auto answer = s3::answer_http(parts_->world, parts_->s3, request)) return std::move(*answer);
  return parts_->apigateway.handle(request);
}

Time Cloud::now() const { return parts_->scheduler.now(); }
void Cloud::advance(Duration duration) { parts_->runtime.advance(duration); }
void Cloud::run_until(Time time) { parts_->runtime.run_until(time); }
bool Cloud::run_until(const std::function<bool()>& done, Time limit) {
  return parts_->runtime.run_until(done, limit);
}
void Cloud::run_until_idle() { parts_->runtime.run_until_idle(); }

ClockState Cloud::clock() const { return parts_->runtime.clock(); }
void Cloud::hold_clock() { parts_->runtime.hold_clock(); }
void Cloud::resume_clock() { parts_->runtime.resume_clock(); }
void Cloud::scale_clock(double scale) { parts_->runtime.scale_clock(scale); }

void Cloud::reset(const std::optional<std::string>& account) {
  if (!account) return parts_->forget_all();
  const WorldEntry inside(parts_->scheduler);
  parts_->forget(*account);
}

void Cloud::bind(std::string function_name, lambda::Handler handler) {
  bind(std::move(function_name),
       [handler = std::move(handler)](lambda::Context&) { return handler; });
}

void Cloud::bind(std::string function_name, lambda::HandlerFactory factory) {
  const WorldEntry inside(parts_->scheduler);
  parts_->lambda.bind(std::move(function_name), std::move(factory));
}

void Cloud::spawn(const char* name, std::function<void()> body) {
  parts_->scheduler.spawn({.name = name}, [&scheduler = parts_->scheduler, body = std::move(body)] {
    scheduler.outside(body);
  });
}

void Cloud::set_fault_hook(FaultHook hook) {
  const WorldEntry inside(parts_->scheduler);
  parts_->world.set_fault_hook(std::move(hook));
}

void Cloud::each_trace_event(const std::function<void(const TraceEvent&)>& visit) const {
  const WorldEntry inside(parts_->scheduler);
  parts_->world.trace().each(visit);
}

void Cloud::on_trace(TraceSink sink) {
  const WorldEntry inside(parts_->scheduler);
  parts_->world.trace().set_sink(std::move(sink));
}

std::string Cloud::trace_digest() const {
  const WorldEntry inside(parts_->scheduler);
  return parts_->world.trace().digest();
}

std::uint64_t Cloud::trace_size() const {
  const WorldEntry inside(parts_->scheduler);
  return parts_->world.trace().size();
}

QueueDepth Cloud::peek(std::string_view queue) const {
  const WorldEntry inside(parts_->scheduler);
  return parts_->sqs.peek(queue);
}

std::optional<std::vector<QueuedMessage>> Cloud::peek_messages(std::string_view queue,
                                                               std::size_t limit) const {
  const WorldEntry inside(parts_->scheduler);
  return parts_->sqs.peek_messages(queue, limit);
}

}  // namespace emu
