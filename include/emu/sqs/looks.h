// Looking into queues, without receiving: for tests and tools, not for applications.
//
//   CHECK(cloud.look(sqs::PeekQueue{.queue = url}).depth.visible == 0);
#pragma once

#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::sqs {

// Where a message of a queue is.
namespace message_states {
inline constexpr const char* kVisible = "visible";
inline constexpr const char* kInFlight = "in_flight";
inline constexpr const char* kDelayed = "delayed";
}  // namespace message_states

struct QueueDepth {
  std::int64_t visible = 0;
  std::int64_t in_flight = 0;
  std::int64_t delayed = 0;
  static void describe(StructureShape<QueueDepth>& s);
};

struct QueuedMessage {
  std::string message_id = {};
  std::string body = {};
  std::string state = {};  // one of message_states
  std::int32_t receive_count = 0;
  Time sent_at = {};
  std::optional<Time> visible_at = {};  // unless it is visible now
  std::string sender_id = {};
  static void describe(StructureShape<QueuedMessage>& s);
};

struct PeekQueueResult {
  bool exists = false;  // whether there is such a queue
  QueueDepth depth = {};
  std::vector<QueuedMessage> messages = {};  // those that were sent first come first
  static void describe(StructureShape<PeekQueueResult>& s);
};

// How much is in a queue of any account, and its oldest messages, as of now.
struct PeekQueue {
  static constexpr OperationName kOperation{"sqs", "PeekQueue"};
  using Result = PeekQueueResult;
  std::string queue;       // its URL or ARN; a URL that names no region finds it in whichever it is
  std::int32_t limit = 0;  // of the messages
  static void describe(StructureShape<PeekQueue>& s);
};

}  // namespace emu::sqs
