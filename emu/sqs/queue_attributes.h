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

  static void describe(StructureShape<QueueAttributes>& s);
};

using AttributeMap = std::map<std::string, std::string>;

// `attributes` with the changes, or the error of the first of them that is invalid. What a redrive
// policy refers to is not looked up.
Result<QueueAttributes> with_changes(QueueAttributes attributes, const AttributeMap& changes);

// Whether there is an attribute of that name, readable or writable.
bool is_attribute(std::string_view name);

// The attribute's text, or nothing when it is not set.
std::optional<std::string> attribute_text(const QueueAttributes& attributes, std::string_view name);
// Adds the texts of all that are set.
void add_attribute_texts(const QueueAttributes& attributes, AttributeMap& out);

}  // namespace emu::sqs
