#include "sns/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/text/ascii.h"
#include "core/text/partition.h"
#include "sns/errors.h"
#include "sns/limits.h"

namespace emu::sns {

namespace {

constexpr std::string_view kFifoSuffix = ".fifo";
constexpr std::size_t kArnElements = 6;

bool is_name_char(char c) { return is_alphanumeric(c) || c == '-' || c == '_'; }

bool is_plain_name(std::string_view name) {
  return !name.empty() && name.size() <= kTopicNameMax &&
         std::all_of(name.begin(), name.end(), &is_name_char);
}

Error too_few_elements(std::string_view parameter, std::size_t count) {
  return invalid_parameter(parameter,
                           fmt::format("An ARN must have at least 6 elements, not {}", count));
}

}  // namespace

Result<ResourceAddress> address_of(std::string_view arn, std::string_view parameter) {
  std::array<std::string_view, kArnElements> parts;
  std::size_t count = 0;
  std::string_view rest = arn;
  while (count + 1 < kArnElements && rest.find(':') != rest.npos) {
    parts[count++] = take_until(rest, ':');
  }
  parts[count++] = rest;
  if (count < kArnElements) return too_few_elements(parameter, count);
  if (parts[0] != "arn" || parts[2] != "sns" || parts[5].empty()) {
    return invalid_parameter(parameter);
  }
  return ResourceAddress{
      .partition = parts[1], .region = parts[3], .account = parts[4], .resource = parts[5]};
}

std::string_view account_of(std::string_view arn) {
  constexpr int kBefore = 4;  // arn, partition, service, region
  for (int i = 0; i < kBefore; ++i) take_until(arn, ':');
  return take_until(arn, ':');
}

std::string_view topic_name(std::string_view resource) {
  return resource.substr(0, resource.find(':'));
}

std::string topic_arn(std::string_view account, std::string_view region, std::string_view name) {
  return fmt::format("arn:{}:sns:{}:{}:{}", partition_of(region), region, account, name);
}

// Source: Amazon SNS API Reference, "CreateTopic".
Status check_topic_name(std::string_view name, bool is_fifo) {
  if (!is_fifo) return is_plain_name(name) ? Status() : invalid_parameter("Topic Name");
  if (name.size() <= kTopicNameMax && name.ends_with(kFifoSuffix) &&
      is_plain_name(name.substr(0, name.size() - kFifoSuffix.size()))) {
    return {};
  }
  return invalid_parameter(
      "Fifo Topic names must end with .fifo and must be made up of only uppercase and lowercase "
      "ASCII letters, numbers, underscores, and hyphens, and must be between 1 and 256 characters "
      "long.");
}

}  // namespace emu::sns
