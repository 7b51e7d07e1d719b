// What a change of a cluster or an instance gives.
#pragma once

#include <emu/rds/types.h>

#include <optional>
#include <string>
#include <vector>

namespace emu::rds {

template <class T>
void set_given(T& member, const std::optional<T>& value) {
  if (value) member = *value;
}

template <class T>
void set_given(std::optional<T>& member, const std::optional<T>& value) {
  if (value) member = value;
}

inline void set_security_groups(const std::vector<std::string>& ids,
                                std::vector<VpcSecurityGroupMembership>& groups) {
  if (!ids.empty()) groups.clear();
  for (const std::string& id : ids) {
    groups.push_back({.vpc_security_group_id = id, .status = "active"});
  }
}

inline void set_log_exports(const std::optional<CloudwatchLogsExportConfiguration>& change,
                            std::vector<std::string>& enabled) {
  if (!change) return;
  for (const std::string& type : change->disable_log_types) std::erase(enabled, type);
  for (const std::string& type : change->enable_log_types) {
    std::erase(enabled, type);
    enabled.push_back(type);
  }
}

}  // namespace emu::rds
