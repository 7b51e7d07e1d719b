#include <fmt/format.h>

#include <utility>

#include "sqs/errors.h"
#include "sqs/service.h"
#include "sqs/tags.h"

namespace emu::sqs {

namespace {

Error queue_name_exists(std::string_view attribute) {
  return error(errors::kQueueNameExists,
               fmt::format("A queue already exists with the same name and a "
                           "different value for attribute {}",
                           attribute));
}

// The URL of a queue that is there already, when nothing that is asked for differs from it.
Result<CreateQueueResult> existing(const Call& call, const Queue& queue, const CreateQueue& in) {
  EMU_TRY(const QueueAttributes wanted, with_changes(queue.attributes, in.attributes));
  for (const auto& [name, text] : in.attributes) {
    if (attribute_text(wanted, name) != attribute_text(queue.attributes, name)) {
      return queue_name_exists(name);
    }
  }
  return CreateQueueResult{.queue_url = url_at(call.caller.endpoint, queue.url)};
}

bool wants_fifo(const CreateQueue& in) {
  const auto fifo = in.attributes.find("FifoQueue");
  return fifo != in.attributes.end() && fifo->second == "true";
}

Status check_name(std::string_view name, bool is_fifo) {
  if (is_fifo && !is_fifo_queue_name(name)) return invalid_fifo_queue_name();
  if (!is_fifo && !is_plain_name(name)) return invalid_queue_name();
  return {};
}

Error queue_deleted_recently() {
  return error(errors::kQueueDeletedRecently,
               fmt::format("You must wait {} seconds after deleting a queue before you can create "
                           "another with the same name.",
                           kQueueNameReusedAfter.count()));
}

}  // namespace

// Checks: Amazon SQS API Reference, "CreateQueue".
Result<CreateQueueResult> Sqs::create_queue(Call& call, const CreateQueue& in) {
  const bool is_fifo = wants_fifo(in);
  EMU_CHECK(check_name(in.queue_name, is_fifo));
  RegionState& state = regions_.at(call.account(), call.region());
  if (const Queue* queue = state.find(in.queue_name)) return existing(call, *queue, in);

  const Time now = world_.now();
  const auto deleted = state.deleted.find(in.queue_name);
  if (deleted != state.deleted.end() && now < deleted->second + kQueueNameReusedAfter) {
    return queue_deleted_recently();
  }
  EMU_TRY(QueueAttributes attributes, with_changes({.is_fifo = is_fifo}, in.attributes));
  const QueueAddress address{
      .account = state.account, .region = state.region, .name = in.queue_name};
  std::string arn = arn_of(address);
  EMU_CHECK(check_redrive(arn, attributes, in.attributes));
  EMU_CHECK(check_tags(in.queue_name, in.tags, in.tags.size()));

  if (deleted != state.deleted.end()) state.deleted.erase(deleted);
  Queue& queue = state.queues[in.queue_name];
  queue.name = in.queue_name;
  queue.url = url_of(address);
  queue.arn = std::move(arn);
  queue.serial = next_serial_++;
  queue.attributes = std::move(attributes);
  if (is_fifo) queue.messages.order_by_group();
  queue.tags = in.tags;
  queue.created = queue.modified = now;
  return CreateQueueResult{.queue_url = url_at(call.caller.endpoint, queue.url)};
}

}  // namespace emu::sqs
