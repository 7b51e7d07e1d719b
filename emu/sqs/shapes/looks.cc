#include <emu/describe.h>
#include <emu/sqs/looks.h>

namespace emu::sqs {

void QueueDepth::describe(StructureShape<QueueDepth>& s) {
  s.member("Visible", &QueueDepth::visible);
  s.member("InFlight", &QueueDepth::in_flight);
  s.member("Delayed", &QueueDepth::delayed);
}

void QueuedMessage::describe(StructureShape<QueuedMessage>& s) {
  s.member("MessageId", &QueuedMessage::message_id);
  s.member("Body", &QueuedMessage::body);
  s.member("State", &QueuedMessage::state);
  s.member("ReceiveCount", &QueuedMessage::receive_count);
  s.member("SentAt", &QueuedMessage::sent_at);
  s.member("VisibleAt", &QueuedMessage::visible_at);
  s.member("SenderId", &QueuedMessage::sender_id);
}

void PeekQueueResult::describe(StructureShape<PeekQueueResult>& s) {
  s.member("Exists", &PeekQueueResult::exists);
  s.member("Depth", &PeekQueueResult::depth);
  s.member("Messages", &PeekQueueResult::messages);
}

void PeekQueue::describe(StructureShape<PeekQueue>& s) {
  s.member("Queue", &PeekQueue::queue);
  s.member("Limit", &PeekQueue::limit);
}

}  // namespace emu::sqs

namespace emu {
EMU_DESCRIBED(sqs::QueueDepth);
EMU_DESCRIBED(sqs::QueuedMessage);
EMU_DESCRIBED(sqs::PeekQueueResult);
EMU_DESCRIBED_OPERATION(sqs::PeekQueue);
}  // namespace emu
