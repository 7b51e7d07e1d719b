// The attributes of a queue that can be set, as values, and their texts on the wire.
#pragma once

#include <emu/result.h>
#include <emu/shape.h>

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sqs/limits.h"

namespace emu::sqs {

// When messages leave for a dead-letter queue.
struct RedrivePolicy {
  std::string target_arn = {};
  std::int64_t max_receive_count = 0;

  static void describe(StructureShape<RedrivePolicy>& s);
};

// Whose dead-letter queue a queue may be.
namespace redrive_permissions {
inline constexpr std::string_view kAllowAll = "allowAll";
inline constexpr std::string_view kDenyAll = "denyAll";
inline constexpr std::string_view kByQueue = "byQueue";
}  // namespace redrive_permissions

struct RedriveAllowPolicy {
  std::string permission = std::string(redrive_permissions::kAllowAll);
  std::vector<std::string> source_arns = {};

  static void describe(StructureShape<RedriveAllowPolicy>& s);

  bool allows(std::string_view source_arn) const;
};

// Among which messages of a FIFO queue duplicates are looked for.
namespace deduplication_scopes {
inline constexpr std::string_view kQueue = "queue";
inline constexpr std::string_view kMessageGroup = "messageGroup";
}  // namespace deduplication_scopes

namespace fifo_throughput_limits {
inline constexpr std::string_view kPerQueue = "perQueue";
inline constexpr std::string_view kPerMessageGroupId = "perMessageGroupId";
}  // namespace fifo_throughput_limits

struct QueueAttributes {
  std::chrono::seconds delay{0};
  std::int64_t message_bytes_max = kMessageBytesMax;
  std::chrono::seconds retention{kRetentionDefault};
  std::chrono::seconds wait{0};
  std::chrono::seconds visibility{kVisibilityDefault};
  std::string policy = {};  // empty: none
  std::optional<RedrivePolicy> redrive = {};
  std::optional<RedriveAllowPolicy> redrive_allow = {};
  std::string kms_key = {};
  std::chrono::seconds kms_reuse{kKmsReuseDefault};
  bool sqs_managed_sse = true;

  bool is_fifo = false;  // Never changes. The others are of FIFO queues only.
  bool deduplicates_by_content = false;
  std::string deduplication_scope = std::string(deduplication_scopes::kQueue);
  std::string fifo_throughput_limit = std::string(fifo_throughput_limits::kPerQueue);

  static void describe(StructureShape<QueueAttributes>& s);
};

using AttributeMap = std::map<std::string, std::string>;

// `attributes` with the changes, or the error of the first of them that is invalid. What a redrive
// policy refers to is not looked up.
Result<QueueAttributes> with_changes(QueueAttributes attributes, const AttributeMap& changes);

// Whether a queue of that kind has an attribute of that name, readable or writable.
bool is_attribute(const QueueAttributes& attributes, std::string_view name);

// The attribute's text, or nothing when it is not set.
std::optional<std::string> attribute_text(const QueueAttributes& attributes, std::string_view name);
// Adds the texts of all that are set.
void add_attribute_texts(const QueueAttributes& attributes, AttributeMap& out);

}  // namespace emu::sqs
