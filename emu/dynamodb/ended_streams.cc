#include "dynamodb/ended_streams.h"

#include <fmt/format.h>

#include <iterator>
#include <utility>

namespace emu::dynamodb {

void EndedStreams::add(Stream stream) {
  std::string arn = stream.identity().arn;
  by_arn_.emplace(arn, std::move(stream));
  arns_.push_back(std::move(arn));
  if (arns_.size() > count_max_) drop_oldest();
}

void EndedStreams::drop_gone(Time now) {
  while (!arns_.empty() && find(arns_.front())->gone() <= now) drop_oldest();
}

Time EndedStreams::forget_changes(Time now) {
  drop_gone(now);
  for (auto& [arn, stream] : by_arn_) stream.trim(now);
  return arns_.empty() ? Time::max() : find(arns_.front())->gone();
}

Stream* EndedStreams::find(std::string_view arn) {
  const auto found = by_arn_.find(arn);
  return found == by_arn_.end() ? nullptr : &found->second;
}

std::optional<std::string> EndedStreams::last_label(std::string_view table_arn) const {
  // Labels are of one length, and '0' comes next to '/'.
  const auto behind = by_arn_.lower_bound(fmt::format("{}/stream0", table_arn));
  if (behind == by_arn_.begin()) return std::nullopt;
  const auto& [arn, stream] = *std::prev(behind);
  if (!arn.starts_with(fmt::format("{}/stream/", table_arn))) return std::nullopt;
  return stream.identity().label;
}

void EndedStreams::drop_oldest() {
  by_arn_.erase(by_arn_.find(arns_.front()));
  arns_.pop_front();
}

}  // namespace emu::dynamodb
