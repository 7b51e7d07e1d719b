// Interfaces: what services offer to others in code, beyond their operations, found by its type.
//
//   world.interfaces().add<HttpOrigin>(*this);                       // a service, when it is made
//   for (HttpOrigin* origin : world.interfaces().all<HttpOrigin>()) …   // whoever needs it
//
// So nobody has to know which service it is.
#pragma once

#include <map>
#include <vector>

#include "core/base/assert.h"

namespace emu {

class Interfaces {
 public:
  // `offered` must stay as long as anybody may ask.
  template <class T>
  void add(T& offered) {
    by_type_[key<T>()].push_back(&offered);
  }

  // In the order in which they were added.
  template <class T>
  std::vector<T*> all() const {
    std::vector<T*> found;
    if (const auto entry = by_type_.find(key<T>()); entry != by_type_.end()) {
      for (void* offered : entry->second) found.push_back(static_cast<T*>(offered));
    }
    return found;
  }

  // The only one.
  template <class T>
  T& one() const {
    const auto entry = by_type_.find(key<T>());
    EMU_ASSERT(entry != by_type_.end() && entry->second.size() == 1, "exactly one offers it");
    return *static_cast<T*>(entry->second.front());
  }

 private:
  using Key = const void*;

  // An address that no other type has.
  template <class T>
  static Key key() {
    static const char kKey = 0;
    return &kKey;
  }

  std::map<Key, std::vector<void*>> by_type_;
};

}  // namespace emu
