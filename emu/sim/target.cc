#include "sim/target.h"

#include <emu/description.h>
#include <emu/dynamodb.h>
#include <emu/s3/errors.h>
#include <emu/sqs.h>
#include <emu/sts.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>

#include "sim/arrivals.h"
#include "sim/quantities.h"

namespace emu::sim {

namespace {

// A run ends when its pollers have come back, so they wait less long at a time than they might.
constexpr std::chrono::seconds kPollMax{1};

constexpr std::chrono::seconds kTablePoll{1};
constexpr int kTablePollsMax = 120;

bool is(const Operation& operation, const OperationName& name) {
  return operation.name.service == name.service && operation.name.name == name.name;
}

// Calls the endpoint from inside the world, which is free for others meanwhile.
class Forwarder {
 public:
  Forwarder(World& world, std::shared_ptr<AwsBackend> target)
      : world_(world), target_(std::move(target)) {}

  Status call(const Operation& operation, const void* in, void* out) {
    if (is(operation, sqs::ReceiveMessage::kOperation)) return receive(operation, in, out);
    Status status = send(operation, in, out);
    if (is(operation, dynamodb::CreateTable::kOperation)) {
      if (!status && status.error().code != dynamodb::errors::kResourceInUseException)
        return status;
      return wait_for_table(static_cast<const dynamodb::CreateTable*>(in)->table_name);
    }
    if (!status && status.error().code == s3::errors::kBucketAlreadyOwnedByYou) return {};
    return status;
  }

 private:
  Status send(const Operation& operation, const void* in, void* out) {
    Status status;
    world_.scheduler().outside([&] { status = target_->call(operation, in, out); });
    return status;
  }

  Status receive(const Operation& operation, const void* in, void* out) {
    auto request = *static_cast<const sqs::ReceiveMessage*>(in);
    if (request.wait_time_seconds) {
      request.wait_time_seconds =
          std::min<std::chrono::seconds>(*request.wait_time_seconds, kPollMax);
    }
    return send(operation, &request, out);
  }

  Status wait_for_table(const std::string& name) {
    const dynamodb::DescribeTable request{.table_name = name};
    for (int poll = 0; poll < kTablePollsMax; ++poll) {
      dynamodb::DescribeTableResult answer;
      Status status = send(operation<dynamodb::DescribeTable>(), &request, &answer);
      if (!status || answer.table.table_status == dynamodb::table_statuses::kActive) return status;
      world_.scheduler().sleep_until(world_.now() + kTablePoll);
    }
    return Error{.code = "ResourceNotReady",
                 .message = "the table " + name + " does not become active"};
  }

  World& world_;
  std::shared_ptr<AwsBackend> target_;
};

std::int64_t attribute(const std::map<std::string, std::string>& attributes,
                       const std::string& name) {
  const auto found = attributes.find(name);
  return found == attributes.end() ? 0 : parse_count(found->second).value_or(0);
}

bool refers_to_messages(const std::optional<Amount>& amount) {
  return amount && amount->kind == Amount::Kind::kFigure && amount->figure.starts_with("messages.");
}

bool refers_to_messages(const std::vector<Condition>& conditions) {
  return std::any_of(conditions.begin(), conditions.end(), [](const Condition& c) {
    return refers_to_messages(c.equals) || refers_to_messages(c.at_least) ||
           refers_to_messages(c.at_most);
  });
}

}  // namespace

Result<std::string> account_of(const std::shared_ptr<AwsBackend>& target) {
  EMU_TRY(auto identity, Aws(target).send(sts::GetCallerIdentity{}));
  return std::move(identity.account);
}

void forward_stores(World& world, std::shared_ptr<AwsBackend> target) {
  const WorldEntry inside(world.scheduler());
  const auto forwarder = std::make_shared<Forwarder>(world, std::move(target));
  for (const OperationEntry* entry : world.operations().all()) {
    if (!entry->profile->keeps_application_data) continue;
    world.operations().redirect(*entry->operation,
                                [forwarder](Call& call, const void* in, void* out) {
                                  return forwarder->call(call.operation, in, out);
                                });
  }
}

Result<sqs::QueueDepth> depth_at(const std::shared_ptr<AwsBackend>& target,
                                 const std::string& queue) {
  Aws aws(target);
  std::string url = queue;
  if (queue.starts_with("arn:")) {
    EMU_TRY(auto found,
            aws.send(sqs::GetQueueUrl{.queue_name = queue.substr(queue.rfind(':') + 1)}));
    url = std::move(found.queue_url);
  }
  EMU_TRY(const auto answer,
          aws.send(sqs::GetQueueAttributes{
              .queue_url = url,
              .attribute_names = {"ApproximateNumberOfMessages",
                                  "ApproximateNumberOfMessagesNotVisible",
                                  "ApproximateNumberOfMessagesDelayed"}}));
  return sqs::QueueDepth{
      .visible = attribute(answer.attributes, "ApproximateNumberOfMessages"),
      .in_flight = attribute(answer.attributes, "ApproximateNumberOfMessagesNotVisible"),
      .delayed = attribute(answer.attributes, "ApproximateNumberOfMessagesDelayed")};
}

bool needs_inside_of_queues(const Expectation& expectation) {
  if (const auto* figures = std::get_if<FiguresExpectation>(&expectation.what)) {
    return figures->subject == FiguresExpectation::Subject::kMessages ||
           refers_to_messages(figures->conditions);
  }
  if (const auto* rows = std::get_if<RowsExpectation>(&expectation.what)) {
    return refers_to_messages(rows->each);
  }
  const auto* item = std::get_if<ItemExpectation>(&expectation.what);
  return item != nullptr && refers_to_messages(item->numbers);
}

std::vector<Phase> lasting(std::vector<Phase> phases, Duration duration) {
  const Duration whole = total_duration(phases);
  if (whole <= Duration(0)) return phases;
  const double factor = static_cast<double>(duration.count()) / static_cast<double>(whole.count());
  for (Phase& phase : phases) {
    phase.duration =
        Duration(static_cast<Duration::rep>(static_cast<double>(phase.duration.count()) * factor));
  }
  return phases;
}

}  // namespace emu::sim
