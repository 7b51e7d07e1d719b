#include "dynamodb/streams/shard_iterator.h"

#include <fmt/format.h>

#include <charconv>

#include "core/text/base64.h"

namespace emu::dynamodb {

namespace {

constexpr std::string_view kVersion = "|1|";

// Takes what stands before the next comma, or all that is left.
std::string_view take_field(std::string_view& fields) {
  const std::string_view field = fields.substr(0, fields.find(','));
  fields.remove_prefix(std::min(fields.size(), field.size() + 1));
  return field;
}

}  // namespace

std::string ShardIterator::text() const {
  const std::string fields =
      fmt::format("{},{},{}", shard_id, position.text(), issued.time_since_epoch().count());
  return fmt::format("{}{}{}", stream_arn, kVersion, base64_encode(fields));
}

std::optional<ShardIterator> ShardIterator::parse(std::string_view text) {
  const auto split = text.find(kVersion);
  if (split == std::string_view::npos) return std::nullopt;
  const std::optional<std::string> decoded = base64_decode(text.substr(split + kVersion.size()));
  if (!decoded) return std::nullopt;
  std::string_view fields = *decoded;
  ShardIterator iterator{.stream_arn = std::string(text.substr(0, split)),
                         .shard_id = std::string(take_field(fields)),
                         .position = {},
                         .issued = {}};
  const std::optional<SequenceNumber> position = SequenceNumber::parse(take_field(fields));
  if (!position) return std::nullopt;
  iterator.position = *position;
  const std::string_view issued = take_field(fields);
  std::int64_t microseconds = 0;
  const char* const end = issued.data() + issued.size();
  const auto [at, error] = std::from_chars(issued.data(), end, microseconds);
  if (error != std::errc() || at != end || !fields.empty()) return std::nullopt;
  if (microseconds < 0) return std::nullopt;
  iterator.issued = Time(Duration(microseconds));
  return iterator;
}

}  // namespace emu::dynamodb
