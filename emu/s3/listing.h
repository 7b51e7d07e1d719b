// What the listings share: the walk over keys in order, with the groups that a delimiter folds, and
// the parameters of pages.
// Source: Amazon S3 User Guide, "Organizing objects using prefixes".
#pragma once

#include <emu/result.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "s3/state.h"

namespace emu::s3 {

struct ListQuery {
  std::string_view prefix;
  std::string_view delimiter;  // empty: nothing is folded
  std::string_view after;      // a key or common prefix; what is listed comes behind it
  std::size_t limit;
};

// Holds until the bucket changes.
struct ListedObject {
  std::string_view key;
  const StoredObject& object;
};

struct ListPage {
  std::vector<ListedObject> objects;
  std::vector<std::string> common_prefixes;
  std::string last = {};  // the last key or prefix of the page
  bool truncated = false;
};

// The first text, in the order of bytes, that comes behind all that begin with the prefix; empty
// when no text does.
std::string behind(std::string prefix);

// The common prefix that a delimiter folds a key into, or nothing. The key has the prefix.
std::string_view group_of(std::string_view key, std::string_view prefix,
                          std::string_view delimiter);

// Percent-encoding as listings use it: a space is +, and slashes stay.
std::string encode_name(std::string_view text);

// O(log n) for each entry of the page, however many keys a common prefix stands for.
ListPage list(const Objects& objects, const ListQuery& query);

// A number in a request: its name, and what S3's refusal calls it.
struct NumberParameter {
  std::string_view name;
  std::string_view in_refusal;
};

Status check_not_negative(std::optional<std::int32_t> number, const NumberParameter& parameter);
// How many entries a page has: as many as asked for, at most 1,000.
Result<std::size_t> page_limit(std::optional<std::int32_t> most, const NumberParameter& parameter);
inline constexpr NumberParameter kMaxKeys = {.name = "maxKeys", .in_refusal = "maxKeys"};

Status check_encoding_type(std::string_view encoding_type);

}  // namespace emu::s3
