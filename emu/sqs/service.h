// SQS: the queues of every account and region.
//
// It takes its time, ids and callers from the World. Every operation but a waiting ReceiveMessage
// is atomic. Each begins by settling the queue, which lets everything happen that is due, so
// nothing has to run in the background; a timer is set only while somebody waits for a message.
#pragma once

#include <emu/result.h>
#include <emu/sqs.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/metrics.h"
#include "core/gate/operation_table.h"
#include "core/gate/regional.h"
#include "core/gate/service.h"
#include "core/gate/world.h"
#include "sqs/queue_life.h"
#include "sqs/queue_name.h"
#include "sqs/receipt_handle.h"
#include "sqs/sending.h"
#include "sqs/state.h"

namespace emu::sqs {

extern const ServiceProfile kProfile;

std::unique_ptr<Service> make_service(World& world);

struct Reception;

inline CallersPlace place_of(const Call& call) {
  return {.account = call.account(), .region = call.region()};
}

class Sqs final : public Service, private MetricSource {
 public:
  // Hands out the queues' policies to IAM. The world must outlive it.
  explicit Sqs(World& world);

  Result<CreateQueueResult> create_queue(Call& call, const CreateQueue& in);
  Result<Nothing> delete_queue(Call& call, const DeleteQueue& in);
  Result<GetQueueUrlResult> get_queue_url(Call& call, const GetQueueUrl& in);
  Result<ListQueuesResult> list_queues(Call& call, const ListQueues& in);
  Result<GetQueueAttributesResult> get_queue_attributes(Call& call, const GetQueueAttributes& in);
  Result<Nothing> set_queue_attributes(Call& call, const SetQueueAttributes& in);
  Result<Nothing> purge_queue(Call& call, const PurgeQueue& in);
  Result<ListDeadLetterSourceQueuesResult> list_dead_letter_source_queues(
      Call& call, const ListDeadLetterSourceQueues& in);
  Result<Nothing> add_permission(Call& call, const AddPermission& in);
  Result<Nothing> remove_permission(Call& call, const RemovePermission& in);
  Result<Nothing> tag_queue(Call& call, const TagQueue& in);
  Result<Nothing> untag_queue(Call& call, const UntagQueue& in);
  Result<ListQueueTagsResult> list_queue_tags(Call& call, const ListQueueTags& in);

  Result<SendMessageResult> send_message(Call& call, const SendMessage& in);
  Result<SendMessageBatchResult> send_message_batch(Call& call, const SendMessageBatch& in);
  Result<ReceiveMessageResult> receive_message(Call& call, const ReceiveMessage& in);
  Result<Nothing> delete_message(Call& call, const DeleteMessage& in);
  Result<DeleteMessageBatchResult> delete_message_batch(Call& call, const DeleteMessageBatch& in);
  Result<Nothing> change_message_visibility(Call& call, const ChangeMessageVisibility& in);
  Result<ChangeMessageVisibilityBatchResult> change_message_visibility_batch(
      Call& call, const ChangeMessageVisibilityBatch& in);

  Result<StartMessageMoveTaskResult> start_message_move_task(Call& call,
                                                             const StartMessageMoveTask& in);
  Result<CancelMessageMoveTaskResult> cancel_message_move_task(Call& call,
                                                               const CancelMessageMoveTask& in);
  Result<ListMessageMoveTasksResult> list_message_move_tasks(Call& call,
                                                             const ListMessageMoveTasks& in);

  PeekQueueResult peek_queue(const PeekQueue& in);

  const ServiceProfile& profile() const override { return kProfile; }
  void add_to(OperationTable& table) override;
  // Forgets what one account has, or all of them. Who waits for a message gets QueueDoesNotExist.
  void reset(std::optional<std::string_view> account) override;

 private:
  // The queue, settled.
  Result<Queue*> find(const Call& call, std::string_view url);
  // By URL or ARN, settled; null when there is none.
  Queue* find_to_peek(std::string_view queue);
  Queue* find_in(const QueueAddress& address);
  Queue* find_in_any_region(const QueueAddress& address);
  // Null when there is none.
  Queue* find_by_arn(std::string_view arn);

  // Lets happen what is due, and wakes who waits for it.
  void settle(Queue& queue);
  void advance(Queue& queue, Time now);
  // Puts the metrics of the minutes that are over.
  void end_minutes(Queue& queue);
  void count_activity(Queue& queue);
  static bool has_metrics(const Queue& queue, Time time);
  void publish_metrics(Time now) override;
  // After a change of messages: who waits must be woken when the next one comes up.
  void watch(Queue& queue) {
    const QueueLife* life = lives_.find(queue);
    if (life != nullptr && !life->waiting.empty()) settle(queue);
  }
  // Wakes up to so many of those who wait.
  void wake(const Queue& queue, std::int64_t count) {
    if (QueueLife* life = lives_.find(queue)) life->waiting.wake(count);
  }
  // Makes it when there is none.
  QueueLife& life_of(Queue& queue);
  // The queue's policy in the form that IAM wants, or null.
  std::shared_ptr<const std::string> policy_of(std::string_view queue_arn);

  // Whether the redrive policy, as written in the request, may be the queue's.
  Status check_redrive(std::string_view queue_arn, const QueueAttributes& attributes,
                       const AttributeMap& changes);

  // Sends a message that has been checked, unless the queue has it already.
  Sent send(Queue& queue, OutgoingMessage message, std::string_view sender);
  // Puts a message into a queue.
  SendMessageResult store(Queue& queue, const OutgoingMessage& message, std::string_view sender);
  // Gives what the receive with that attempt id has taken, if there was one.
  Status repeat(Queue& queue, const Reception& reception, std::vector<Message>& out);
  void remember(Queue& queue, const Reception& reception, const std::vector<Message>& taken);
  // What a fault rule wants of a call about a standard queue, of which it may be expected.
  static std::string_view effect_on(const Call& call, const Queue& queue) {
    return queue.attributes.is_fifo ? std::string_view() : call.effect.name;
  }
  void apply_effect(const Call& call, Queue& queue, Reception& reception);
  QueueDepth counted(const Call& call, Queue& queue);

  // Takes up to as many messages as are asked for: those of an earlier attempt, or the next ones.
  Status take(Queue& queue, const Reception& reception, std::vector<Message>& out);
  void take_next(Queue& queue, const Reception& reception, std::vector<Message>& out);
  // A long poll: takes messages as soon as there are some, none when the wait is over.
  Status wait_and_take(Queue& queue, const Reception& reception, std::vector<Message>& out);
  // The queue that the redrive policy names, while there is one.
  Queue* dead_letter_queue(const Queue& queue);
  void redrive(Queue& source, Queue& target, MessageKey key);

  // What the handle stands for, or the error when it is not of this queue.
  Result<Receipt> read_handle(const Queue& queue, std::string_view handle) const;
  // The id of the message, empty when nothing was left to delete.
  Result<std::string> delete_received(Queue& queue, std::string_view handle);
  // Succeeds as that does, and deletes nothing.
  Result<std::string> leave_received(const Queue& queue, std::string_view handle) const;
  Result<std::string> change_visibility(Queue& queue, std::string_view handle,
                                        std::chrono::seconds timeout,
                                        const std::string& caller_arn);

  // One message further, or the end of the task.
  void move_next(MoveTask& task);
  // Sets the timer of a running task's next message, the only thing of it that is not stored.
  void arrange(MoveTask& task);
  void end_move(MoveTask& task, std::string_view status);
  void stop_timer(std::string_view source_arn);
  bool is_dead_letter_queue(const RegionState& state, std::string_view arn) const;

  std::uint32_t first_serial() const;
  const std::string* intern_sender(std::string_view principal_id);

  // The queue that was found last: most calls are about the same one as the call before.
  struct LastFound {
    std::string url;
    std::string callers_account;
    std::string callers_region;
    Queue* queue = nullptr;
  };

  World& world_;
  // Stored.
  Regional<RegionState> regions_;
  std::uint32_t next_serial_;
  std::set<std::string, std::less<>> senders_;  // of messages, each text once
  // Alive beside it.
  QueueLives lives_;
  std::map<std::string, TimerId, std::less<>> move_timers_;  // of running tasks, by source ARN
  LastFound last_found_;
  const std::string* last_sender_ = nullptr;
};

}  // namespace emu::sqs
