#include "sqs/tags.h"

#include <fmt/format.h>

#include "core/text/utf8.h"
#include "sqs/errors.h"
#include "sqs/limits.h"

namespace emu::sqs {

namespace {

constexpr std::string_view kReservedPrefix = "aws:";

Error too_many_tags(std::string_view queue_name) {
  return invalid_value(fmt::format("Too many tags added for queue {}.", queue_name));
}

}  // namespace

Status check_tags(const std::string& queue_name, const std::map<std::string, std::string>& tags,
                  std::size_t total) {
  for (const auto& [key, value] : tags) {
    if (key.empty()) return invalid_value("Tag keys must not be empty.");
    if (count_code_points(key) > kTagKeyMax) {
      return invalid_value("Tag keys must be between 1 and 128 characters in length.");
    }
    if (count_code_points(value) > kTagValueMax) {
      return invalid_value("Tag values must be between 0 and 256 characters in length.");
    }
    if (key.starts_with(kReservedPrefix)) {
      return invalid_value("Tag keys must not begin with the reserved prefix aws:.");
    }
  }
  if (total > kTagsMax) return too_many_tags(queue_name);
  return {};
}

}  // namespace emu::sqs
