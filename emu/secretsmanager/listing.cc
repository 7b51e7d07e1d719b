#include "secretsmanager/listing.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/base64.h"
#include "secretsmanager/errors.h"

namespace emu::secretsmanager {

namespace {

bool begins_with_any_case(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && equal_ignoring_case(text.substr(0, prefix.size()), prefix);
}

// Whether a test holds for the key or the value of a tag.
template <class Test>
bool any_tag(const Secret& secret, const Test& test) {
  return std::any_of(secret.tags.begin(), secret.tags.end(), test);
}

bool has_word(const Secret& secret, const std::string& word) {
  const auto is_in = [&](std::string_view text) {
    return lower_case(text).find(word) != std::string::npos;
  };
  return is_in(secret.name) || is_in(secret.description) ||
         any_tag(secret, [&](const auto& tag) { return is_in(tag.first) || is_in(tag.second); });
}

bool has_all_words(const Secret& secret, std::string_view text) {
  while (!text.empty()) {
    const std::string_view word = take_until(text, ' ');
    if (!word.empty() && !has_word(secret, lower_case(word))) return false;
  }
  return true;
}

// Secrets of emu have no owning service, and no replicas that have a primary region.
bool has_value(const Secret& secret, std::string_view key, std::string_view value) {
  if (key == "name") return secret.name.starts_with(value);
  if (key == "description") return begins_with_any_case(secret.description, value);
  if (key == "all") return has_all_words(secret, value);
  if (key == "tag-key") {
    return any_tag(secret, [&](const auto& tag) { return tag.first.starts_with(value); });
  }
  if (key == "tag-value") {
    return any_tag(secret, [&](const auto& tag) { return tag.second.starts_with(value); });
  }
  return false;
}

bool passes(const Secret& secret, const Filter& filter) {
  return std::any_of(filter.values.begin(), filter.values.end(), [&](std::string_view value) {
    const bool is_negated = value.starts_with('!');
    if (is_negated) value.remove_prefix(1);
    return has_value(secret, filter.key, value) != is_negated;
  });
}

bool is_listed(const Secret& secret, const ListRequest& request) {
  return (request.with_deleted || !secret.deleted) &&
         std::all_of(request.filters.begin(), request.filters.end(),
                     [&](const Filter& filter) { return passes(secret, filter); });
}

// What secrets are put in order by, and then their age.
struct Position {
  std::string text = {};
  std::int64_t serial = 0;
  friend auto operator<=>(const Position&, const Position&) = default;
};

std::string sortable(std::optional<Time> time) {
  return time ? fmt::format("{:020}", epoch_millis(*time)) : std::string();
}

Position position_of(const Secret& secret, std::string_view sort_by) {
  if (sort_by == "name") return {.text = secret.name, .serial = secret.serial};
  if (sort_by == "last-changed-date") {
    return {.text = sortable(secret.changed), .serial = secret.serial};
  }
  if (sort_by == "last-accessed-date") {
    return {.text = sortable(secret.accessed), .serial = secret.serial};
  }
  return {.text = {}, .serial = secret.serial};
}

std::string token_of(const Position& position) {
  return base64_encode(fmt::format("{} {}", position.serial, position.text));
}

Result<std::optional<Position>> read_position(const std::optional<std::string>& token) {
  if (!token || token->empty()) return std::optional<Position>();
  const std::optional<std::string> text = base64_decode(*token);
  if (!text) return invalid_token();
  Position position;
  const char* end = text->data() + text->size();
  const auto read = std::from_chars(text->data(), end, position.serial);
  if (read.ec != std::errc() || read.ptr == end || *read.ptr != ' ') return invalid_token();
  position.text.assign(read.ptr + 1, end);
  return std::optional<Position>(std::move(position));
}

using Secrets = std::vector<Secret*>;

// One more than there is room for says that a page follows.
template <class Iterator>
Secrets take_listed(Iterator at, Iterator end, const ListRequest& request) {
  Secrets taken;
  for (; at != end && taken.size() <= request.room; ++at) {
    if (is_listed(*at->second, request)) taken.push_back(at->second);
  }
  return taken;
}

Secrets by_age(State& state, const ListRequest& request, const std::optional<Position>& last) {
  auto& secrets = state.by_age;
  if (!request.is_descending) {
    return take_listed(last ? secrets.upper_bound(last->serial) : secrets.begin(), secrets.end(),
                       request);
  }
  const auto end = last ? secrets.lower_bound(last->serial) : secrets.end();
  return take_listed(std::make_reverse_iterator(end), secrets.rend(), request);
}

Secrets sorted(State& state, const ListRequest& request, const std::optional<Position>& last) {
  std::vector<std::pair<Position, Secret*>> all;
  const auto is_before = [&](const Position& a, const Position& b) {
    return request.is_descending ? b < a : a < b;
  };
  for (const auto& [serial, secret] : state.by_age) {
    Position position = position_of(*secret, request.sort_by);
    if (last && !is_before(*last, position)) continue;
    if (is_listed(*secret, request)) all.emplace_back(std::move(position), secret);
  }
  const std::size_t count = std::min(all.size(), request.room + 1);
  std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count), all.end(),
                    [&](const auto& a, const auto& b) { return is_before(a.first, b.first); });
  Secrets taken;
  for (std::size_t i = 0; i < count; ++i) taken.push_back(all[i].second);
  return taken;
}

}  // namespace

Result<ListPage> list_secrets(State& state, const ListRequest& request) {
  EMU_TRY(const auto last, read_position(request.token));
  const bool is_by_age = request.sort_by.empty() || request.sort_by == "created-date";
  ListPage page{.secrets = is_by_age ? by_age(state, request, last) : sorted(state, request, last)};
  if (page.secrets.size() <= request.room) return page;
  page.secrets.pop_back();
  page.next_token = token_of(position_of(*page.secrets.back(), request.sort_by));
  return page;
}

}  // namespace emu::secretsmanager
