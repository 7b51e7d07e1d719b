// Condition keys of tags, as every service that has tags offers them.
// Source: AWS IAM User Guide, "Controlling access to AWS resources using tags".
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/gate/authorizer.h"

namespace emu {

// aws:TagKeys, of a request that names keys alone.
inline void add_tag_keys(std::vector<std::string> keys, std::vector<ConditionValue>& out) {
  if (!keys.empty()) out.push_back({.key = "aws:TagKeys", .values = std::move(keys)});
}

// aws:RequestTag/KEY and aws:TagKeys, of a request with a list of structs that have key and value.
template <class Tags>
void add_request_tags(const Tags& tags, std::vector<ConditionValue>& out) {
  std::vector<std::string> keys;
  for (const auto& tag : tags) {
    out.push_back({.key = "aws:RequestTag/" + tag.key, .values = {tag.value}});
    keys.push_back(tag.key);
  }
  add_tag_keys(std::move(keys), out);
}

// aws:ResourceTag/KEY and, if it is not empty, what the service itself calls it, "ssm:resourceTag/"
// and KEY, of a map of the tags that a resource has.
template <class Tags>
void add_resource_tags(const Tags& tags, std::string_view own_prefix,
                       std::vector<ConditionValue>& out) {
  for (const auto& [key, value] : tags) {
    out.push_back({.key = "aws:ResourceTag/" + key, .values = {value}});
    if (own_prefix.empty()) continue;
    out.push_back({.key = std::string(own_prefix) + key, .values = {value}});
  }
}

}  // namespace emu
