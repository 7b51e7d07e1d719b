#include "s3/listing.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/text/percent.h"
#include "s3/errors.h"
#include "s3/limits.h"

namespace emu::s3 {

namespace {

Objects::const_iterator skip_group(const Objects& objects, Objects::const_iterator from,
                                   std::string_view group) {
  const std::string next = behind(std::string(group));
  return next.empty() ? objects.end() : objects.lower_bound(from, next);
}

Objects::const_iterator begin_of(const Objects& objects, const ListQuery& query) {
  if (query.after < query.prefix) return objects.lower_bound(query.prefix);
  auto begin = objects.upper_bound(query.after);
  if (!query.after.starts_with(query.prefix)) return begin;
  // A marker inside a group, or the group itself, leaves the whole group behind.
  const std::string_view group = group_of(query.after, query.prefix, query.delimiter);
  return group.empty() ? begin : skip_group(objects, begin, group);
}

}  // namespace

std::string_view group_of(std::string_view key, std::string_view prefix,
                          std::string_view delimiter) {
  if (delimiter.empty()) return {};
  const auto found = key.find(delimiter, prefix.size());
  return found == key.npos ? std::string_view() : key.substr(0, found + delimiter.size());
}

std::string behind(std::string prefix) {
  while (!prefix.empty() && prefix.back() == '\xff') prefix.pop_back();
  if (!prefix.empty()) prefix.back() = static_cast<char>(prefix.back() + 1);
  return prefix;
}

Status check_not_negative(std::optional<std::int32_t> number, const NumberParameter& parameter) {
  if (!number || *number >= 0) return {};
  return invalid_argument(
      fmt::format("Argument {} must be an integer between 0 and 2147483647", parameter.in_refusal),
      parameter.name, std::to_string(*number));
}

Result<std::size_t> page_limit(std::optional<std::int32_t> most, const NumberParameter& parameter) {
  EMU_CHECK(check_not_negative(most, parameter));
  return most ? std::min(static_cast<std::size_t>(*most), kListMax) : kListMax;
}

Status check_encoding_type(std::string_view encoding_type) {
  if (encoding_type.empty() || encoding_type == "url") return {};
  return invalid_argument("Invalid Encoding Method specified in Request", "encoding-type",
                          encoding_type);
}

std::string encode_name(std::string_view text) {
  const std::string encoded = percent_encode(text, Slash::kKeep);
  std::string result;
  result.reserve(encoded.size());
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    if (encoded.compare(i, 3, "%20") == 0) {
      result += '+';
      i += 2;
    } else {
      result += encoded[i];
    }
  }
  return result;
}

ListPage list(const Objects& objects, const ListQuery& query) {
  ListPage page;
  if (query.limit == 0) return page;
  std::size_t count = 0;
  auto at = begin_of(objects, query);
  while (at != objects.end() && at.key().starts_with(query.prefix)) {
    if (count == query.limit) {
      page.truncated = true;
      break;
    }
    ++count;
    const std::string_view group = group_of(at.key(), query.prefix, query.delimiter);
    if (group.empty()) {
      page.last = at.key();
      page.objects.push_back({.key = at.key(), .object = at.value()});
      ++at;
    } else {
      page.last = group;
      page.common_prefixes.push_back(page.last);
      at = skip_group(objects, at, page.last);
    }
  }
  return page;
}

}  // namespace emu::s3
