#include "sts/session_tags.h"

#include <algorithm>
#include <utility>

#include "core/text/ascii.h"
#include "sts/errors.h"

namespace emu::sts {

namespace {

bool is_among(std::string_view key, const std::vector<std::string>& keys) {
  return std::any_of(keys.begin(), keys.end(),
                     [&](const std::string& other) { return equal_ignoring_case(key, other); });
}

std::vector<std::string> keys_of(const std::vector<Tag>& tags) {
  std::vector<std::string> keys;
  keys.reserve(tags.size());
  for (const Tag& tag : tags) keys.push_back(tag.key);
  return keys;
}

// The texts are as recorded from AWS.
Status check_keys(const Caller& caller, const AssumeRole& in) {
  std::vector<std::string> seen;
  for (const Tag& tag : in.tags) {
    if (is_among(tag.key, seen)) {
      return invalid_parameter_value(
          "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    }
    seen.push_back(tag.key);
  }
  const std::vector<std::string> given = keys_of(in.tags);
  for (const std::string& key : in.transitive_tag_keys) {
    if (!is_among(key, given)) {
      return invalid_parameter_value(
          "The specified transitive tag key must be included in the requested tags.");
    }
  }
  for (const std::string& key : given) {
    if (is_among(key, caller.transitive_tags)) {
      return invalid_parameter_value(
          "One of the specified transitive tag keys can't be set because it conflicts with a "
          "transitive tag key from the calling session.");
    }
  }
  return {};
}

}  // namespace

Result<SessionTags> session_tags(const Caller& caller, const AssumeRole& in) {
  EMU_CHECK(check_keys(caller, in));
  SessionTags session{.tags = {}, .transitive = caller.transitive_tags};
  for (const std::string& key : caller.transitive_tags) {
    const auto found = caller.session_tags.find(key);
    if (found != caller.session_tags.end()) session.tags.insert(*found);
  }
  for (const Tag& tag : in.tags) {
    session.tags.emplace(tag.key, tag.value);
    // In the spelling of the tag, by which it is found again.
    if (is_among(tag.key, in.transitive_tag_keys)) session.transitive.push_back(tag.key);
  }
  return session;
}

}  // namespace emu::sts
