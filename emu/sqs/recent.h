// What happened under a name in the last five minutes: sends by deduplication id, receives by
// attempt id.
#pragma once

#include <emu/time.h>

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/ring.h"
#include "sqs/limits.h"

namespace emu::sqs {

template <class T>
class Recent {
 public:
  // Forgets what is five minutes old.
  void advance(Time now) {
    while (!by_age_.empty() && by_age_[0].first + kDeduplicationInterval <= now) {
      by_name_.erase(by_name_.find(*by_age_.pop_front().second));
    }
  }

  // Null when there is nothing under that name.
  T* find(std::string_view name) {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : &found->second;
  }

  // Under a name that has nothing.
  void add(std::string name, T value, Time now) {
    const auto added = by_name_.emplace(std::move(name), std::move(value)).first;
    by_age_.push_back({now, &added->first});
  }

 private:
  std::map<std::string, T, std::less<>> by_name_;
  Ring<std::pair<Time, const std::string*>> by_age_;
};

}  // namespace emu::sqs
