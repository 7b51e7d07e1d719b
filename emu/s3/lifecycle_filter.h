// Which objects a lifecycle rule is about. Views into the rule, which must outlive it.
// Source: Amazon S3 API Reference, "LifecycleRuleFilter".
#pragma once

#include <emu/s3.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace emu::s3 {

class LifecycleFilter {
 public:
  explicit LifecycleFilter(const LifecycleRule& rule);

  std::string_view prefix() const { return prefix_.value_or(""); }
  bool has_size() const { return greater_than_ || less_than_; }
  bool fits_key(std::string_view key) const { return key.starts_with(prefix()); }
  bool fits(std::string_view key, std::uint64_t size, const std::vector<Tag>& tags) const;
  // As AWS's refusals name it: "filter '(prefix=logs/)'".
  std::string text() const;
  // Delete markers and uploads have no tags and no size.
  bool asks_for_more_than_a_prefix() const { return !tags_.empty() || has_size(); }

 private:
  std::optional<std::string_view> prefix_ = {};
  std::vector<const Tag*> tags_ = {};
  std::optional<std::int64_t> greater_than_ = {};
  std::optional<std::int64_t> less_than_ = {};
};

}  // namespace emu::s3
