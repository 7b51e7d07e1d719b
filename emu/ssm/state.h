// What Parameter Store keeps of one account and region: parameters with their versions.
#pragma once

#include <emu/ssm.h>
#include <emu/time.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/time/deadlines.h"

namespace emu::ssm {

struct ParameterVersion {
  std::int64_t number = 1;
  std::string type = {};
  std::string value = {};
  std::string description = {};
  std::string allowed_pattern = {};
  std::string key_id = {};  // of a SecureString
  std::string data_type = {};
  bool is_advanced = false;
  std::vector<ParameterInlinePolicy> policies = {};
  std::optional<Time> expires = {};  // as one of the policies says
  Time modified = {};
  std::string modified_by = {};
  std::set<std::string, std::less<>> labels = {};
};

struct StoredParameter {
  std::deque<ParameterVersion> versions = {};  // the oldest first, without gaps, never empty
  std::map<std::string, std::string> tags = {};

  const ParameterVersion& latest() const { return versions.back(); }
  // Null for a version that is gone or never was.
  ParameterVersion* version(std::int64_t number);
  // By a version's number or a label; the latest for an empty selector. Null when there is none.
  ParameterVersion* select(std::string_view selector);
};

struct State {
  using Parameters = std::map<std::string, StoredParameter, std::less<>>;

  State(std::string account_id, std::string region_name)
      : account(std::move(account_id)), region(std::move(region_name)) {}

  StoredParameter* find(std::string_view name);
  // Of the latest versions.
  std::size_t count(bool is_advanced) const;
  // Makes it the parameter's latest version. `name` may be new.
  StoredParameter& add(const std::string& name, ParameterVersion version);
  bool erase(std::string_view name);
  // Takes away what has expired.
  void settle(Time now);

  std::string account;
  std::string region;
  Parameters parameters = {};

 private:
  void forget_latest(const std::string& name, const ParameterVersion& version);

  std::size_t advanced_ = 0;
  Deadlines expiries_ = {};
};

}  // namespace emu::ssm
