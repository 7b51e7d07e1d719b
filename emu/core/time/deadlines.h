// Deadlines: what ends when, of state that settles when somebody looks.
//
//   deadlines.set(name, in.deletion_date);
//   deadlines.settle(world.now(), [&](const std::string& name) { secrets.erase(name); });
//
// Nothing happens by itself: whoever looks at the state settles it first. Keys are names of what
// the state holds, so there are no more deadlines than there is state.
#pragma once

#include <emu/time.h>

#include <set>
#include <string>
#include <utility>

namespace emu {

class Deadlines {
 public:
  void set(const std::string& key, Time end) { by_end_.emplace(end, key); }
  // Without effect for one that was not set.
  void clear(const std::string& key, Time end) { by_end_.erase({end, key}); }

  // Hands what has ended by `now` to `end`, the earliest first. It is cleared before.
  template <class End>
  void settle(Time now, const End& end) {
    while (!by_end_.empty() && by_end_.begin()->first <= now) {
      const auto ended = by_end_.extract(by_end_.begin());
      end(ended.value().second);
    }
  }

 private:
  std::set<std::pair<Time, std::string>> by_end_;
};

}  // namespace emu
