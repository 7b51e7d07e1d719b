#include "s3/lifecycle_filter.h"

#include <fmt/format.h>

#include <algorithm>

namespace emu::s3 {

LifecycleFilter::LifecycleFilter(const LifecycleRule& rule) {
  if (rule.prefix) prefix_ = *rule.prefix;
  if (!rule.filter) return;
  const LifecycleRuleFilter& filter = *rule.filter;
  if (filter.prefix) prefix_ = *filter.prefix;
  if (filter.tag) tags_.push_back(&*filter.tag);
  greater_than_ = filter.object_size_greater_than;
  less_than_ = filter.object_size_less_than;
  if (!filter.and_operator) return;
  const LifecycleRuleAndOperator& all = *filter.and_operator;
  if (all.prefix) prefix_ = *all.prefix;
  for (const Tag& tag : all.tags) tags_.push_back(&tag);
  greater_than_ = all.object_size_greater_than;
  less_than_ = all.object_size_less_than;
}

std::string LifecycleFilter::text() const {
  return prefix_ ? fmt::format("filter '(prefix={})'", *prefix_) : "filter '()'";
}

bool LifecycleFilter::fits(std::string_view key, std::uint64_t size,
                           const std::vector<Tag>& tags) const {
  if (!fits_key(key)) return false;
  const auto bytes = static_cast<std::int64_t>(size);
  if (greater_than_ && bytes <= *greater_than_) return false;
  if (less_than_ && bytes >= *less_than_) return false;
  return std::all_of(tags_.begin(), tags_.end(), [&](const Tag* wanted) {
    return std::any_of(tags.begin(), tags.end(), [&](const Tag& tag) {
      return tag.key == wanted->key && tag.value == wanted->value;
    });
  });
}

}  // namespace emu::s3
