// Names and ARNs of schedules and their groups.
#pragma once

#include <string>
#include <string_view>

namespace emu::scheduler {

inline constexpr std::string_view kDefaultGroup = "default";
inline constexpr std::string_view kServicePrincipal = "scheduler.amazonaws.com";

inline constexpr const char* kNamePattern = "^[0-9a-zA-Z-_.]+$";
bool is_name(std::string_view text);

std::string schedule_arn(std::string_view account, std::string_view region, std::string_view group,
                         std::string_view name);
std::string group_arn(std::string_view account, std::string_view region, std::string_view name);

}  // namespace emu::scheduler
