#include <doctest/doctest.h>
#include <emu/describe.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "core/gate/world.h"
#include "core/task/sim_scheduler.h"

namespace emu {
namespace {

using namespace std::chrono_literals;

struct RingResult {
  std::int64_t times = 0;
  static void describe(StructureShape<RingResult>& s) { s.member("Times", &RingResult::times); }
};

struct Ring {
  static constexpr OperationName kOperation{"bell", "Ring"};
  using Result = RingResult;
  std::string bell;
  static void describe(StructureShape<Ring>& s) {
    s.member("Bell", &Ring::bell).required().range(1, 5);
  }
};

struct Silence {
  static constexpr OperationName kOperation{"bell", "Silence"};
  using Result = RingResult;
  static void describe(StructureShape<Silence>&) {}
};

Error denied(const Call&, const std::string& text) {
  return {.code = "AccessDenied", .message = text, .status = 403};
}
Error invalid(const Call&, const std::vector<Violation>& violations) {
  return {.code = "ValidationException", .message = validation_text(violations)};
}

constexpr ServiceProfile kBellProfile = {.name = "bell",
                                         .signing_name = "bell",
                                         .host_prefix = "bell",
                                         .api_version = "2026-01-01",
                                         .sdk_id = "Bell",
                                         .cli_name = "bell",
                                         .protocols = {},
                                         .errors = {},
                                         .failures = {},
                                         .access_denied = &denied,
                                         .invalid = &invalid};

std::string bell_arn(const Call& call, const Ring& in) {
  return "arn:aws:bell:" + call.region() + ":" + call.account() + ":" + in.bell;
}

// How often it has rung.
struct CountRings {
  static constexpr OperationName kOperation{"bell", "CountRings"};
  using Result = RingResult;
  static void describe(StructureShape<CountRings>&) {}
};

// A service of one operation.
class Bell final : public Service {
 public:
  const ServiceProfile& profile() const override { return kBellProfile; }
  void add_to(OperationTable& table) override {
    table.add<Ring>(*this, &Bell::ring, {&bell_arn});
    table.add_look<CountRings>(*this, &Bell::count);
  }
  void reset(std::optional<std::string_view>) override { times = 0; }

  Result<RingResult> ring(Call& call, const Ring& in) {
    call.subject = in.bell;
    if (in.bell == "mute") return Error{.code = "Muted", .message = "It makes no sound."};
    return RingResult{.times = ++times};
  }
  RingResult count(const CountRings&) { return {.times = times}; }
  std::int64_t times = 0;
};

// Lets nobody ring the bell named "tower".
class Guard final : public Authorizer {
 public:
  std::optional<std::string> refusal(const AccessRequest& request) override {
    seen.push_back(std::string(request.action) + " " + std::string(request.resource));
    if (request.resource.ends_with(":tower")) return "not the tower";
    return std::nullopt;
  }
  bool has_issued(std::string_view) override { return false; }
  Result<CallerPtr> identify(std::string_view, std::string_view) override { return Error{}; }
  Result<KeySecret> secret_of(std::string_view) override { return Error{}; }
  Result<CallerPtr> assume_for_service(std::string_view, std::string_view, std::string_view,
                                       std::string_view) override {
    return Error{};
  }
  std::vector<std::string> seen;
};

struct GateFixture {
  GateFixture() {
    bell.add_to(world.operations());
    world.set_authorizer(&guard);
  }

  Aws user() {
    return world.client(
        std::make_shared<const Caller>(Caller{.kind = Caller::Kind::kUser,
                                              .account = "111122223333",
                                              .region = "eu-west-1",
                                              .arn = "arn:aws:iam::111122223333:user/quasimodo",
                                              .principal_id = "AIDAEXAMPLE"}));
  }

  std::vector<TraceEvent> events() const {
    std::vector<TraceEvent> all;
    world.trace().each([&](const Event& event) { all.push_back(to_trace_event(event)); });
    return all;
  }

  SimScheduler scheduler{SimScheduler::Options{.start = Time(1h)}};
  mutable World world{
      {.seed = 1, .account = "000000000000", .region = "us-east-1", .trace_capacity = 4},
      scheduler};
  Bell bell;
  Guard guard;
  Aws aws = world.client(world.unnamed_caller("000000000000", "us-east-1"));
};

TEST_SUITE("core: the gate") {
  TEST_CASE_FIXTURE(GateFixture, "a call is executed and recorded") {
    CHECK(aws.send(Ring{.bell = "door"}).value().times == 1);
    REQUIRE(events().size() == 1);
    const TraceEvent event = events()[0];
    CHECK(event.sequence == 1);
    CHECK(event.is_call);
    CHECK(event.service == "bell");
    CHECK(event.name == "Ring");
    CHECK(event.resource == "arn:aws:bell:us-east-1:000000000000:door");
    CHECK(event.subject == "door");
    CHECK(event.outcome == "");
    CHECK(event.caller == "arn:aws:iam::000000000000:root");
    CHECK(to_string(event) ==
          "1970-01-01T01:00:00.000Z bell:Ring arn:aws:bell:us-east-1:000000000000:door [door] "
          "by arn:aws:iam::000000000000:root");
  }

  TEST_CASE_FIXTURE(GateFixture, "an error of the operation is the answer and the outcome") {
    CHECK(aws.send(Ring{.bell = "mute"}).error().code == "Muted");
    CHECK(events().back().outcome == "Muted");
  }

  TEST_CASE_FIXTURE(GateFixture, "a request that breaks its shape is not executed") {
    CHECK(aws.send(Ring{.bell = "too long"}).error().code == "ValidationException");
    CHECK(bell.times == 0);
    CHECK(events().back().outcome == "ValidationException");
  }

  TEST_CASE_FIXTURE(GateFixture, "permission is asked for named callers alone") {
    CHECK(aws.send(Ring{.bell = "tower"}).ok());
    CHECK(guard.seen.empty());

    const auto refused = user().send(Ring{.bell = "tower"});
    CHECK(refused.error().code == "AccessDenied");
    CHECK(refused.error().message == "not the tower");
    CHECK(guard.seen ==
          std::vector<std::string>{"bell:Ring arn:aws:bell:eu-west-1:111122223333:tower"});
    CHECK(bell.times == 1);
    CHECK(user().send(Ring{.bell = "door"}).ok());
  }

  TEST_CASE_FIXTURE(GateFixture, "a look passes no gate and leaves no trace") {
    aws.send(Ring{.bell = "door"}).value();
    world.set_fault_hook(
        [](const FaultPoint&) { return Fault{.error = Error{.code = "Broken", .message = {}}}; });
    const CountRings in;
    RingResult out;
    world.look(operation<CountRings>(), &in, &out);
    CHECK(out.times == 1);
    CHECK(events().size() == 1);
    CHECK(guard.seen.empty());
  }

  TEST_CASE_FIXTURE(GateFixture, "an operation that nobody answers is refused") {
    CHECK(aws.send(Silence{}).error().code == "UnknownOperationException");
  }

  TEST_CASE_FIXTURE(GateFixture, "a fault may delay, fail or lose the answer of a call") {
    world.set_fault_hook([](const FaultPoint& point) -> Fault {
      CHECK(point.service == "bell");
      CHECK(point.operation == "Ring");
      if (point.resource.ends_with(":slow")) return {.latency = 20ms};
      if (point.resource.ends_with(":down")) {
        return {.error = Error{.code = "ServiceUnavailable", .message = "later", .status = 503}};
      }
      if (point.resource.ends_with(":lost")) return {.answer_lost = true};
      return {};
    });
    CHECK(aws.send(Ring{.bell = "slow"}).value().times == 1);
    CHECK(events().back().took == 20ms);
    CHECK(world.now() == Time(1h + 20ms));

    CHECK(aws.send(Ring{.bell = "down"}).error().code == "ServiceUnavailable");
    CHECK(bell.times == 1);

    CHECK(aws.send(Ring{.bell = "lost"}).error().code == "RequestTimeout");
    CHECK(bell.times == 2);
  }

  TEST_CASE_FIXTURE(GateFixture, "the trace keeps the newest events; its digest covers them all") {
    for (int i = 0; i < 6; ++i) (void)aws.send(Ring{.bell = std::to_string(i)});
    REQUIRE(events().size() == 4);
    CHECK(events().front().subject == "2");
    CHECK(events().back().subject == "5");
    CHECK(world.trace().size() == 6);

    GateFixture other;
    other.aws.send(Ring{.bell = "x"}).value();
    for (int i = 1; i < 6; ++i) (void)other.aws.send(Ring{.bell = std::to_string(i)});
    CHECK(other.world.trace().digest() != world.trace().digest());

    GateFixture same;
    for (int i = 0; i < 6; ++i) (void)same.aws.send(Ring{.bell = std::to_string(i)});
    CHECK(same.world.trace().digest() == world.trace().digest());
  }
}

}  // namespace
}  // namespace emu
