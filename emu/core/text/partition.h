// The partitions of AWS, which ARNs begin with.
// Source: AWS General Reference, "Amazon Resource Names (ARNs)".
#pragma once

#include <string>
#include <string_view>

namespace emu {

inline constexpr std::string_view kCommercialPartition = "aws";

// The partition that a region lies in.
constexpr std::string_view partition_of(std::string_view region) {
  if (region.starts_with("cn-")) return "aws-cn";
  if (region.starts_with("us-gov-")) return "aws-us-gov";
  return kCommercialPartition;
}

// The ARN as it is in another partition; what is none stays as it is.
inline std::string in_partition(std::string_view arn, std::string_view partition) {
  constexpr std::string_view kPrefix = "arn:";
  const std::size_t end = arn.find(':', kPrefix.size());
  if (!arn.starts_with(kPrefix) || end == arn.npos) return std::string(arn);
  return std::string(kPrefix).append(partition).append(arn.substr(end));
}

}  // namespace emu
