#include <emu/cloud.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cloudformation/stacks.h"
#include "core/gate/function_host.h"
#include "core/gate/http_origin.h"
#include "core/gate/http_sender.h"
#include "core/gate/internet.h"
#include "core/gate/outbox.h"
#include "core/gate/request_parts.h"
#include "core/gate/service.h"
#include "core/gate/world.h"
#include "core/text/account_id.h"
#include "runtime.h"

// Every service, by its folder, in the order in which they are made; they are reset and go in the
// opposite one. Who uses another one comes after it.
// clang-format off
#define EMU_EACH_SERVICE(X) \
  X(iam)                    \
  X(sts)                    \
  X(logs)                   \
  X(secretsmanager)         \
  X(ssm)                    \
  X(rds)                    \
  X(rdsdata)                \
  X(cloudwatch)             \
  X(s3)                     \
  X(dynamodb)               \
  X(dynamodbstreams)        \
  X(sqs)                    \
  X(sns)                    \
  X(eventbridge)            \
  X(scheduler)              \
  X(ses)                    \
  X(sesv2)                  \
  X(apigatewayv2)           \
  X(lambda)
// clang-format on

#define EMU_DECLARE_SERVICE(folder)                    \
  namespace emu::folder {                              \
  extern const ServiceProfile kProfile;                \
  std::unique_ptr<Service> make_service(World& world); \
  }
EMU_EACH_SERVICE(EMU_DECLARE_SERVICE)

namespace emu {

namespace {

struct ListedService {
  const ServiceProfile& profile;
  std::unique_ptr<Service> (*make)(World& world);
};

#define EMU_LISTED_SERVICE(folder) {.profile = folder::kProfile, .make = &folder::make_service},
const ListedService kServices[] = {EMU_EACH_SERVICE(EMU_LISTED_SERVICE)};

std::vector<const ServiceProfile*> sorted_profiles() {
  std::vector<const ServiceProfile*> profiles;
  for (const ListedService& service : kServices) profiles.push_back(&service.profile);
  std::sort(profiles.begin(), profiles.end(),
            [](const ServiceProfile* a, const ServiceProfile* b) { return a->name < b->name; });
  return profiles;
}

}  // namespace

std::span<const ServiceProfile* const> all_profiles() {
  static const std::vector<const ServiceProfile*> kProfiles = sorted_profiles();
  return kProfiles;
}

// Every service of the account, put together. Tasks end before the services that they use.
struct Cloud::Parts {
  explicit Parts(CloudOptions from)
      : options(std::move(from)),
        owned_scheduler(make_scheduler(options)),
        scheduler(*owned_scheduler),
        world({.seed = options.seed,
               .account = options.account,
               .region = options.region,
               .trace_capacity = options.trace_capacity},
              scheduler) {
    world.interfaces().add(outlet);
    world.interfaces().add(options.dynamodb);
    world.interfaces().add(options.s3);
    world.interfaces().add(outbox);
    world.interfaces().add(stacks);
    world.operations().add_look<PeekOutbox>(outbox, &Outbox::peek);
    for (const ListedService& listed : kServices) services.push_back(listed.make(world));
    for (const auto& service : services) service->add_to(world.operations());
  }
  ~Parts() {
    scheduler.shut_down();
    while (!services.empty()) services.pop_back();
  }
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;

  CallerPtr caller(const ClientOptions& who);
  void forget(std::optional<std::string_view> account);
  void forget_all();

  CloudOptions options;
  std::unique_ptr<DrivenScheduler> owned_scheduler;
  DrivenScheduler& scheduler;
  World world;
  HttpOutlet outlet;
  Outbox outbox{options.account};
  cloudformation::Stacks stacks{world};
  std::vector<std::unique_ptr<Service>> services;
  // For subscriptions, which may outlive all of this.
  std::shared_ptr<Parts*> self = std::make_shared<Parts*>(this);
};

CallerPtr Cloud::Parts::caller(const ClientOptions& who) {
  const std::string& region = who.region ? *who.region : options.region;
  const std::string& account = who.account ? *who.account : options.account;
  if (who.anonymous) return world.anonymous_caller(account, region);
  if (!who.access_key_id) return world.unnamed_caller(account, region);
  // Twelve digits are an account, not a key.
  if (is_account_id(*who.access_key_id)) return world.unnamed_caller(*who.access_key_id, region);
  return world.authorizer()->identify(*who.access_key_id, region).value();
}

// Code is stopped before what it works on goes.
void Cloud::Parts::forget(std::optional<std::string_view> account) {
  for (auto service = services.rbegin(); service != services.rend(); ++service) {
    (*service)->reset(account);
  }
  outbox.clear(account);
  stacks.reset(account);
}

// Twice, since who was stopped or answered the first time may still make something on its way out.
// Only then do ids begin again.
void Cloud::Parts::forget_all() {
  {
    const WorldEntry inside(scheduler);
    forget(std::nullopt);
  }
  scheduler.run_ready();
  const WorldEntry inside(scheduler);
  forget(std::nullopt);
  world.random() = Random(options.seed);
  world.faults().clear();
  world.trace().clear();
  if (world.memory() != nullptr) world.memory()->give_back();
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
  auto answer = answer_here(parts_->world, request);
  return answer ? std::move(*answer) : HttpResponse{.status = 404};
}

Time Cloud::now() const { return parts_->scheduler.now(); }
void Cloud::advance(Duration duration) {
  const Time begin = now();
  run_until(begin + std::min(duration, kLatestTime - begin));
}
void Cloud::run_until(Time time) { parts_->scheduler.run_until(std::min(time, kLatestTime)); }
bool Cloud::run_until(const std::function<bool()>& done, Time limit) {
  return parts_->scheduler.run_until(done, std::min(limit, kLatestTime));
}
void Cloud::run_until_idle() { parts_->scheduler.run_until_idle(); }
void Cloud::settle() { parts_->scheduler.run_ready(); }

ClockState Cloud::clock() const {
  const DrivenScheduler::Clock clock = parts_->scheduler.clock();
  return {.now = clock.now, .held = clock.held, .scale = clock.scale};
}
void Cloud::hold_clock() { parts_->scheduler.hold(); }
void Cloud::resume_clock() { parts_->scheduler.resume(); }
void Cloud::scale_clock(double scale) { parts_->scheduler.set_scale(checked_scale(scale)); }

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
  parts_->world.interfaces().one<FunctionHost>().bind(std::move(function_name), std::move(factory));
}

void Cloud::spawn(const char* name, std::function<void()> body) {
  parts_->scheduler.spawn({.name = name}, [&scheduler = parts_->scheduler, body = std::move(body)] {
    scheduler.outside(body);
  });
}

FaultGuard Cloud::fail(FaultRule rule) {
  const WorldEntry inside(parts_->scheduler);
  World& world = parts_->world;
  if (const Status fit = check_fault_rule(rule, world.operations()); !fit) {
    throw std::invalid_argument(fit.error().message);
  }
  const std::uint64_t id = world.add_fault(std::move(rule));
  const std::weak_ptr<Parts*> of = parts_->self;
  return FaultGuard(
      [id, of] {
        const std::shared_ptr<Parts*> parts = of.lock();
        if (parts == nullptr) return FaultCounts{};
        const WorldEntry looking((*parts)->scheduler);
        const FaultRules::Entry* entry = (*parts)->world.faults().find(id);
        return entry == nullptr ? FaultCounts{} : entry->counts;
      },
      [id, of] {
        const std::shared_ptr<Parts*> parts = of.lock();
        if (parts == nullptr) return;
        const WorldEntry ending((*parts)->scheduler);
        (*parts)->world.faults().remove(id);
      });
}

void Cloud::set_fault_hook(FaultHook hook) {
  const WorldEntry inside(parts_->scheduler);
  parts_->world.set_fault_hook(std::move(hook));
}

Subscription Cloud::subscribe(EventSink sink) {
  const WorldEntry inside(parts_->scheduler);
  const Trace::SinkId id = parts_->world.trace().subscribe(std::move(sink));
  return Subscription([id, of = std::weak_ptr<Parts*>(parts_->self)] {
    const std::shared_ptr<Parts*> parts = of.lock();
    if (parts == nullptr) return;
    const WorldEntry ending((*parts)->scheduler);
    (*parts)->world.trace().unsubscribe(id);
  });
}

void Cloud::each_event(const std::function<void(const Event&)>& visit) const {
  const WorldEntry inside(parts_->scheduler);
  parts_->world.trace().each(visit);
}

void Cloud::each_trace_event(const std::function<void(const TraceEvent&)>& visit) const {
  each_event([&](const Event& event) { visit(to_trace_event(event)); });
}

std::string Cloud::trace_digest() const {
  const WorldEntry inside(parts_->scheduler);
  return parts_->world.trace().digest();
}

std::uint64_t Cloud::trace_size() const {
  const WorldEntry inside(parts_->scheduler);
  return parts_->world.trace().size();
}

void Cloud::look_at(const Operation& look, const void* in, void* out) const {
  parts_->world.look(look, in, out);
}

}  // namespace emu
