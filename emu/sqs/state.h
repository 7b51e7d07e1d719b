// What is stored of one account in one region.
#pragma once

#include <emu/time.h>

#include <deque>
#include <map>
#include <string>
#include <string_view>

#include "sqs/move_task.h"
#include "sqs/queue.h"

namespace emu::sqs {

struct RegionState {
  RegionState(std::string account_id, std::string region_name)
      : account(std::move(account_id)), region(std::move(region_name)) {}

  Queue* find(std::string_view name) {
    auto found = queues.find(name);
    return found == queues.end() ? nullptr : &found->second;
  }

  std::string account;
  std::string region;
  std::map<std::string, Queue, std::less<>> queues;                // by name
  std::map<std::string, Time, std::less<>> deleted;                // when, by name
  std::map<std::string, std::deque<MoveTask>, std::less<>> moves;  // by source ARN, newest first
};

}  // namespace emu::sqs
