// What SNS stores in one account and region.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "sns/devices.h"
#include "sns/topic.h"

namespace emu::sns {

struct RegionState {
  RegionState(std::string account_id, std::string region_name)
      : account(std::move(account_id)), region(std::move(region_name)) {}

  StoredTopic* find(std::string_view name) {
    const auto found = topics.find(name);
    return found == topics.end() ? nullptr : &found->second;
  }

  std::string account;
  std::string region;
  std::map<std::string, StoredTopic, std::less<>> topics = {};  // by name
  std::size_t fifo_topics = 0;
  std::size_t filter_policies = 0;
  std::map<std::string, StoredApplication, std::less<>> applications = {};  // "GCM/name"
  std::map<std::string, std::string> sms_attributes = {};
  std::map<std::string, SandboxNumber> sandbox_numbers = {};
  // The subscriptions of this account, to topics of any: the topics' ARNs, by serial.
  std::map<std::uint64_t, std::string> own_subscriptions = {};
};

}  // namespace emu::sns
