#include "sns/tags.h"

#include <optional>

#include "core/json/json_view.h"
#include "sns/errors.h"
#include "sns/limits.h"

namespace emu::sns {

// Source: Amazon SNS Developer Guide, "Amazon SNS topic tagging".
Result<std::map<std::string, std::string>> with_tags(std::map<std::string, std::string> tags,
                                                     const std::vector<Tag>& more) {
  for (const Tag& tag : more) {
    if (tag.key.starts_with("aws:")) {
      return invalid_parameter("Tags", "Tag keys must not begin with the reserved prefix aws:");
    }
    tags.insert_or_assign(tag.key, tag.value);
  }
  if (tags.size() <= kTagsMax) return tags;
  return error(errors::kTagLimitExceeded,
               "Could not complete request: tag quota of per resource exceeded");
}

Status check_data_protection(std::string_view json) {
  if (json.empty()) return {};
  std::string why;
  const auto document = json.size() <= kPolicyMax ? JsonDocument::parse(json, why) : std::nullopt;
  const bool is_object = document && document->root().type() == JsonView::Type::kObject;
  return is_object ? Status() : invalid_parameter("DataProtectionPolicy");
}

}  // namespace emu::sns
