#include <algorithm>
#include <utility>

#include "core/json/json_view.h"
#include "core/json/json_writer.h"
#include "core/text/base64.h"
#include "sqs/errors.h"
#include "sqs/service.h"

namespace emu::sqs {

namespace {

constexpr std::string_view kTaskId = "taskId";
constexpr std::string_view kSourceArn = "sourceArn";

ListMessageMoveTasksResultEntry entry_of(const MoveTask& task) {
  return {.task_handle = task.is_running() ? task.handle : std::string(),
          .status = task.status,
          .source_arn = task.source_arn,
          .destination_arn = task.destination_arn,
          .max_number_of_messages_per_second = task.rate,
          .approximate_number_of_messages_moved = task.moved,
          .approximate_number_of_messages_to_move = task.to_move,
          .failure_reason = task.failure_reason,
          .started_timestamp = epoch_millis(task.started)};
}

Error move_source_missing() {
  return error(errors::kResourceNotFoundException,
               "The resource that you specified for the SourceArn parameter doesn't exist.",
               kNotFound);
}

Error move_destination_missing() {
  return error(errors::kResourceNotFoundException,
               "The resource that you specified for the DestinationArn parameter doesn't exist.",
               kNotFound);
}

Error move_destination_is_source() {
  return invalid_value("Source queue and destination queue can't be the same.");
}

// Source: Amazon SQS Developer Guide, "Learn how to configure a dead-letter queue redrive".
Error move_destination_of_other_type() {
  return invalid_value("Source queue and destination queue must be of the same type.");
}

Error move_task_running() {
  return invalid_value(
      "There is already a task running. Only one active task is allowed for a source queue "
      "arn at a given time.");
}

Error move_task_unknown() {
  return error(errors::kResourceNotFoundException, "Task does not exist.", kNotFound);
}

Error task_handle_invalid() { return invalid_value("Value for parameter TaskHandle is invalid."); }

}  // namespace

std::string make_task_handle(std::string_view id, std::string_view source_arn) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  json.member(kTaskId, id);
  json.member(kSourceArn, source_arn);
  json.end_object();
  return base64_encode(text);
}

std::string source_of_handle(std::string_view handle) {
  const std::optional<std::string> text = base64_decode(handle);
  if (!text) return {};
  std::string why;
  const std::optional<JsonDocument> document = JsonDocument::parse(*text, why);
  if (!document || document->root().type() != JsonView::Type::kObject) return {};
  const std::optional<JsonView> arn = document->root().find(kSourceArn);
  if (!arn || arn->type() != JsonView::Type::kString || !document->root().find(kTaskId)) return {};
  return std::string(arn->string());
}

bool Sqs::is_dead_letter_queue(const RegionState& state, std::string_view arn) const {
  return std::any_of(state.queues.begin(), state.queues.end(), [&](const auto& queue) {
    const std::optional<RedrivePolicy>& redrive = queue.second.attributes.redrive;
    return redrive && redrive->target_arn == arn;
  });
}

// Checks: Amazon SQS API Reference, "StartMessageMoveTask".
Result<StartMessageMoveTaskResult> Sqs::start_message_move_task(Call& call,
                                                                const StartMessageMoveTask& in) {
  Queue* source = find_by_arn(in.source_arn);
  if (source == nullptr) return move_source_missing();
  const std::optional<QueueAddress> address = address_of_arn(in.source_arn);
  RegionState& state = *regions_.find(address->account, address->region);
  if (!is_dead_letter_queue(state, in.source_arn)) {
    return invalid_value("Source queue must be configured as a Dead Letter Queue.");
  }
  if (!in.destination_arn.empty()) {
    const Queue* destination = find_by_arn(in.destination_arn);
    if (destination == nullptr) return move_destination_missing();
    if (destination->attributes.is_fifo != source->attributes.is_fifo) {
      return move_destination_of_other_type();
    }
  }
  if (in.destination_arn == in.source_arn) return move_destination_is_source();
  const std::int64_t rate = in.max_number_of_messages_per_second.value_or(kMoveRateMax);
  if (rate < 1 || rate > kMoveRateMax) {
    return count_out_of_range("MaxNumberOfMessagesPerSecond", rate, kMoveRateMax);
  }
  std::deque<MoveTask>& tasks = state.moves[in.source_arn];
  if (!tasks.empty() && tasks.front().is_running()) return move_task_running();

  settle(*source);
  if (tasks.size() == kMoveTasksKept) tasks.pop_back();
  MoveTask& task = tasks.emplace_front();
  task.handle = make_task_handle(world_.uuid(), in.source_arn);
  task.source_arn = in.source_arn;
  task.destination_arn = in.destination_arn;
  task.rate = in.max_number_of_messages_per_second;
  task.interval = Duration(std::chrono::seconds(1)) / rate;
  task.to_move = source->messages.visible();
  task.end_sequence = source->messages.next_sequence();
  task.started = world_.now();
  task.next = task.started + task.interval;
  task.sender = call.caller.principal_id;
  arrange(task);
  call.subject = task.handle;
  return StartMessageMoveTaskResult{.task_handle = task.handle};
}

// Checks: Amazon SQS API Reference, "CancelMessageMoveTask".
Result<CancelMessageMoveTaskResult> Sqs::cancel_message_move_task(Call& call,
                                                                  const CancelMessageMoveTask& in) {
  const std::string source_arn = source_of_handle(in.task_handle);
  if (source_arn.empty()) return task_handle_invalid();
  const std::optional<QueueAddress> address = address_of_arn(source_arn);
  RegionState* state = address ? regions_.find(address->account, address->region) : nullptr;
  if (state == nullptr) return move_task_unknown();
  const auto tasks = state->moves.find(source_arn);
  if (tasks == state->moves.end()) return move_task_unknown();
  for (MoveTask& task : tasks->second) {
    if (task.handle != in.task_handle || !task.is_running()) continue;
    end_move(task, move_statuses::kCancelled);
    call.subject = task.handle;
    return CancelMessageMoveTaskResult{.approximate_number_of_messages_moved = task.moved};
  }
  return move_task_unknown();
}

// Checks: Amazon SQS API Reference, "ListMessageMoveTasks".
Result<ListMessageMoveTasksResult> Sqs::list_message_move_tasks(Call&,
                                                                const ListMessageMoveTasks& in) {
  if (find_by_arn(in.source_arn) == nullptr) return move_source_missing();
  const std::int64_t max = in.max_results.value_or(1);
  constexpr auto kResultsMax = static_cast<std::int64_t>(kMoveTasksKept);
  if (max < 1 || max > kResultsMax) return count_out_of_range("MaxResults", max, kResultsMax);

  const std::optional<QueueAddress> address = address_of_arn(in.source_arn);
  const RegionState& state = *regions_.find(address->account, address->region);
  ListMessageMoveTasksResult out;
  const auto tasks = state.moves.find(in.source_arn);
  if (tasks == state.moves.end()) return out;
  for (const MoveTask& task : tasks->second) {
    if (out.results.size() == static_cast<std::size_t>(max)) break;
    out.results.push_back(entry_of(task));
  }
  return out;
}

}  // namespace emu::sqs
