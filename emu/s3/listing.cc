#include "s3/listing.h"

#include <utility>

namespace emu::s3 {

namespace {

// The first text, in the order of bytes, that comes behind all that begin with the prefix; empty
// when no text does.
std::string behind(std::string prefix) {
  while (!prefix.empty() && prefix.back() == '\xff') prefix.pop_back();
  if (!prefix.empty()) prefix.back() = static_cast<char>(prefix.back() + 1);
  return prefix;
}

Objects::const_iterator skip_group(const Objects& objects, std::string_view group) {
  const std::string next = behind(std::string(group));
  return next.empty() ? objects.end() : objects.lower_bound(next);
}

// The group that a key is folded into, or nothing.
std::string_view group_of(std::string_view key, const ListQuery& query) {
  if (query.delimiter.empty()) return {};
  const auto found = key.find(query.delimiter, query.prefix.size());
  return found == key.npos ? std::string_view() : key.substr(0, found + query.delimiter.size());
}

Objects::const_iterator begin_of(const Objects& objects, const ListQuery& query) {
  if (query.after < query.prefix) return objects.lower_bound(query.prefix);
  auto begin = objects.upper_bound(query.after);
  if (!query.after.starts_with(query.prefix)) return begin;
  // A marker inside a group, or the group itself, leaves the whole group behind.
  const std::string_view group = group_of(query.after, query);
  return group.empty() ? begin : skip_group(objects, group);
}

}  // namespace

ListPage list(const Objects& objects, const ListQuery& query) {
  ListPage page;
  if (query.limit == 0) return page;
  std::size_t count = 0;
  auto at = begin_of(objects, query);
  while (at != objects.end() && at->first.starts_with(query.prefix)) {
    if (count == query.limit) {
      page.truncated = true;
      break;
    }
    ++count;
    const std::string_view group = group_of(at->first, query);
    if (group.empty()) {
      page.last = at->first;
      page.objects.push_back(&*at);
      ++at;
    } else {
      page.last = group;
      page.common_prefixes.push_back(page.last);
      at = skip_group(objects, page.last);
    }
  }
  return page;
}

}  // namespace emu::s3
