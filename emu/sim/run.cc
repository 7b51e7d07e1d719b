#include <emu/arn.h>
#include <emu/sim.h>
#include <emu/sqs.h>
#include <emu/sqs/looks.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/gate/world.h"
#include "core/hash/random.h"
#include "core/task/scheduler.h"
#include "sim/check_names.h"
#include "sim/collector.h"
#include "sim/depth_series.h"
#include "sim/fault_plan.h"
#include "sim/judge.h"
#include "sim/load_generator.h"
#include "sim/target.h"
#include "sim/wall_clock.h"

namespace emu::sim {

namespace {

// How often queues are looked into and the end is considered.
constexpr Duration kStep = std::chrono::seconds(1);

// One run from the deployment to the report.
class Run {
 public:
  // `account` is the one that the resources of a run against an endpoint belong to.
  Run(const Scenario& scenario, const RunOptions& options, const std::string& account)
      : scenario_(scenario),
        options_(options),
        seed_(options.seed.value_or(scenario.seed)),
        random_(seed_),
        cloud_(cloud_options(account)) {}

  Status deploy();
  bool was_refused() const { return report_.deployment_refused.has_value(); }
  void go();
  Report report();

 private:
  CloudOptions cloud_options(const std::string& account) const;
  Error error_at(Place place, const std::string& text) const;
  Status resolve_scenario();
  void name_queue(Expectation& expectation) const;
  bool is_own_call() { return cloud_.world().scheduler().current() == TaskId{}; }
  void begin();
  bool step();
  void pass_time(Time next);
  void sample_queues();
  void sample(const std::string& queue);
  sqs::QueueDepth depth(const std::string& queue);
  bool is_drained() const;
  Evidence evidence();
  bool is_settled();
  void collect_figures();
  bool all_hold();
  Progress progress() const;

  const Scenario& scenario_;
  const RunOptions& options_;
  const std::uint64_t seed_;
  const Random random_;
  Report report_;
  Outputs outputs_;
  std::vector<Expectation> expectations_;
  Collector collector_;
  std::optional<FaultPlan> faults_;
  RequestCounter requests_;
  std::vector<std::unique_ptr<LoadGenerator>> loads_;
  std::map<std::string, DepthSeries> queues_;  // by ARN; of an endpoint by URL
  Duration load_time_ = {};
  Duration sampled_ = {};
  WallClock wall_clock_;
  Time begin_ = {};
  Subscription watching_;
  Subscription collecting_;
  Cloud cloud_;  // behind the others: its tasks use them until they have ended
  std::shared_ptr<void> beside_;
};

CloudOptions Run::cloud_options(const std::string& account) const {
  CloudOptions made{.seed = seed_, .region = scenario_.region, .trace_capacity = 1};
  if (!options_.target) return made;
  made.account = account;
  made.start = options_.target->now();
  made.live = LiveOptions{};
  return made;
}

Error Run::error_at(Place place, const std::string& text) const {
  return {.code = kInvalidScenario,
          .message = fmt::format("{}:{}:{}: {}", scenario_.file, place.line, place.column, text)};
}

Status Run::deploy() {
  if (options_.trace) watching_ = cloud_.subscribe(options_.trace);
  if (options_.target) forward_stores(cloud_.world(), options_.target);
  if (options_.beside && !options_.target) beside_ = options_.beside(cloud_);
  auto outputs = sim::deploy(scenario_, options_.applications, cloud_);
  if (outputs) {
    outputs_ = std::move(*outputs);
  } else if (outputs.error().code == kInvalidScenario) {
    return std::move(outputs).failure();
  } else {
    report_.deployment_refused = std::move(outputs.error());
    return {};
  }
  return resolve_scenario();
}

// A queue may be given by its name alone: then it is the scenario's own.
void Run::name_queue(Expectation& expectation) const {
  auto* of = std::get_if<FiguresExpectation>(&expectation.what);
  if (of == nullptr || of->subject != FiguresExpectation::Subject::kQueue) return;
  if (of->name.find_first_of(":/") != std::string::npos) return;
  const Arn arn{.service = std::string(operation<sqs::GetQueueUrl>().name.service),
                .region = scenario_.region,
                .account = cloud_.options().account,
                .resource = of->name};
  of->name = arn.str();
}

// Everything that may name an output is looked at before the load begins.
Status Run::resolve_scenario() {
  if (const auto misnamed = find_misnamed(scenario_, cloud_.world().operations())) {
    return error_at(misnamed->place, misnamed->text);
  }
  for (Load load : scenario_.load) {
    if (options_.load_time) load.phases = lasting(load.phases, *options_.load_time);
    Result<RequestMaker> maker = RequestMaker::parse(load.request, outputs_);
    if (!maker) return error_at(load.place, maker.error().message);
    const Random random = random_.fork(fmt::format("load {}", loads_.size() + 1));
    loads_.push_back(
        std::make_unique<LoadGenerator>(cloud_, requests_, load, std::move(*maker), random));
    load_time_ = std::max(load_time_, total_duration(load.phases));
  }
  for (const Expectation& expectation : scenario_.expect) {
    Result<Expectation> resolved = resolve(expectation, outputs_);
    if (!resolved) return error_at(expectation.place, resolved.error().message);
    name_queue(*resolved);
    if (options_.target && needs_inside_of_queues(*resolved)) {
      report_.skipped.push_back(
          fmt::format("line {}: the endpoint does not tell what became of "
                      "each message",
                      expectation.place.line));
      continue;
    }
    expectations_.push_back(std::move(*resolved));
  }
  return {};
}

// Calls from outside of any task are the runner's own, made to judge expectations: no fault befalls
// them and no figure counts them.
void Run::begin() {
  begin_ = cloud_.now();
  wall_clock_ = WallClock();
  std::vector<FaultRule> rules;
  for (const ScenarioFault& fault : scenario_.faults) rules.push_back(fault.rule);
  faults_.emplace(rules, scenario_.latency, begin_, random_);
  if (!scenario_.faults.empty() || !scenario_.latency.empty()) {
    cloud_.set_fault_hook([this](const FaultPoint& point) {
      return is_own_call() ? Fault{} : faults_->decide(point);
    });
  }
  collecting_ =
      cloud_.subscribe([this](const Event& event) { collector_.see(event, is_own_call()); });
  for (const auto& load : loads_) load->start();
}

void Run::go() {
  begin();
  while (step()) {
  }
  report_.wall_time = wall_clock_.elapsed();
}

// One more second; false when it was the last.
bool Run::step() {
  const Time next = std::min(cloud_.now() + kStep, begin_ + scenario_.time_limit);
  pass_time(next);
  // In a run in real time requests go on meanwhile.
  const WorldEntry inside(cloud_.world().scheduler());
  sample_queues();
  report_.virtual_time = next - begin_;
  report_.settled = is_settled();
  if (options_.on_progress && !options_.on_progress(progress())) {
    report_.interrupted = !report_.settled;
    return false;
  }
  return !report_.settled && next < begin_ + scenario_.time_limit;
}

void Run::pass_time(Time next) {
  if (options_.target) {
    cloud_.aws().sleep(next - cloud_.now());
  } else {
    cloud_.run_until(next);
  }
}

// Against an endpoint only the queues that something is expected of are known.
void Run::sample_queues() {
  if (options_.target) {
    for (const Expectation& expectation : expectations_) {
      const auto* of = std::get_if<FiguresExpectation>(&expectation.what);
      if (of != nullptr && of->subject == FiguresExpectation::Subject::kQueue) sample(of->name);
    }
  } else {
    for (const std::string& arn : collector_.queues()) sample(arn);
  }
  sampled_ += kStep;
}

void Run::sample(const std::string& queue) {
  const auto [series, is_new] = queues_.try_emplace(queue, kStep);
  // It was empty before its first message.
  for (Duration t{}; is_new && t < sampled_; t += kStep) series->second.add({});
  series->second.add(depth(queue));
}

// Throws AwsError when the endpoint does not tell.
sqs::QueueDepth Run::depth(const std::string& queue) {
  if (!options_.target) return cloud_.look(sqs::PeekQueue{.queue = queue}).depth;
  Scheduler& scheduler = cloud_.world().scheduler();
  const WorldEntry inside(scheduler);
  Result<sqs::QueueDepth> depth = sqs::QueueDepth{};
  scheduler.outside([&] { depth = depth_at(options_.target, queue); });
  return std::move(depth).value();
}

bool Run::is_drained() const {
  if (!options_.target) return collector_.messages().pending() == 0;
  return std::all_of(queues_.begin(), queues_.end(),
                     [](const auto& queue) { return total(queue.second.last()) == 0; });
}

Evidence Run::evidence() {
  return {cloud_, report_, outputs_, [this](const std::string& queue) { return depth(queue); }};
}

bool Run::is_settled() {
  const bool load_over =
      std::all_of(loads_.begin(), loads_.end(), [](const auto& load) { return load->is_over(); });
  if (!load_over || requests_.answered() < requests_.sent()) return false;
  if (!is_drained()) return false;
  collect_figures();
  return all_hold();
}

void Run::collect_figures() {
  report_.requests = requests_.figures();
  report_.messages = collector_.messages().figures();
  report_.functions = collector_.functions().figures();
  report_.calls = collector_.calls();
  report_.queues.clear();
  for (const auto& [arn, series] : queues_) report_.queues.push_back(series.figures(arn));
}

// What costs nothing comes first, and the first failure is enough.
bool Run::all_hold() {
  const auto costs_calls = [](const Expectation& e) {
    return !std::holds_alternative<FiguresExpectation>(e.what);
  };
  for (const bool with_calls : {false, true}) {
    for (const Expectation& expectation : expectations_) {
      if (costs_calls(expectation) != with_calls) continue;
      std::vector<Verdict> verdicts;
      judge(expectation, evidence(), verdicts);
      for (const Verdict& verdict : verdicts) {
        if (!verdict.passed) return false;
      }
    }
  }
  return true;
}

Progress Run::progress() const {
  Progress progress{.virtual_time = report_.virtual_time,
                    .wall_time = wall_clock_.elapsed(),
                    .load_time = load_time_,
                    .sent = requests_.sent(),
                    .answered = requests_.answered(),
                    .processed = collector_.messages().processed()};
  for (const auto& [arn, series] : queues_) progress.queued += total(series.last());
  return progress;
}

Report Run::report() {
  report_.scenario = scenario_.name;
  report_.shows = scenario_.shows;
  report_.advice = scenario_.advice;
  report_.region = scenario_.region;
  report_.seed = seed_;
  const WorldEntry inside(cloud_.world().scheduler());
  // Before the last judgement makes calls of its own.
  report_.digest = cloud_.trace_digest();
  report_.trace_events = cloud_.trace_size();
  collect_figures();
  if (faults_) report_.faults = faults_->figures();
  if (!was_refused()) {
    for (const Expectation& expectation : expectations_) {
      judge(expectation, evidence(), report_.verdicts);
    }
  } else {
    judge_refused_deployment(scenario_.expect, report_);
  }
  return std::move(report_);
}

}  // namespace

Result<Report> run(const Scenario& scenario, const RunOptions& options) {
  std::string account;
  if (options.target) {
    EMU_TRY(account, account_of(options.target));
  }
  Run run(scenario, options, account);
  EMU_CHECK(run.deploy());
  try {
    if (!run.was_refused()) run.go();
    return run.report();
  } catch (const AwsError& failed) {
    return failed.error();
  }
}

}  // namespace emu::sim
