#include "scheduler/names.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text/ascii.h"
#include "core/text/partition.h"

namespace emu::scheduler {

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_alphanumeric(c) || c == '-' || c == '_' || c == '.';
  });
}

std::string schedule_arn(std::string_view account, std::string_view region, std::string_view group,
                         std::string_view name) {
  return fmt::format("arn:{}:scheduler:{}:{}:schedule/{}/{}", partition_of(region), region, account,
                     group, name);
}

std::string group_arn(std::string_view account, std::string_view region, std::string_view name) {
  return fmt::format("arn:{}:scheduler:{}:{}:schedule-group/{}", partition_of(region), region,
                     account, name);
}

}  // namespace emu::scheduler
