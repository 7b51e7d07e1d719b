// The page that the processes of one sandbox take their time from, from the emulator's side.
#pragma once

#include <emu/time.h>

#include <cstdint>
#include <filesystem>
#include <optional>

#include "runtimes/preload/clock_page.h"

namespace emu::runtimes {

// A field of the page, which others change meanwhile.
template <class T>
T read_shared(const T& field) {
  return __atomic_load_n(&field, __ATOMIC_SEQ_CST);
}
template <class T>
void write_shared(T& field, T value) {
  __atomic_store_n(&field, value, __ATOMIC_SEQ_CST);
}

class ClockPage {
 public:
  // A thread of a process that waits for a time.
  struct Wait {
    Time time = {};  // when its time has come
    std::int64_t thread = 0;
    int slot = 0;
  };

  // Makes the file. Throws std::system_error.
  explicit ClockPage(const std::filesystem::path& file);
  ~ClockPage();
  ClockPage(const ClockPage&) = delete;
  ClockPage& operator=(const ClockPage&) = delete;

  EmuClockPage& memory() { return *memory_; }

  // The monotonic clock begins near zero, as after a start of a machine: programs that add to it
  // expect that.
  void begin(Time now);
  void set_now(Time now);

  // The earliest; of several the one whose thread comes first.
  std::optional<Wait> next_wait();
  void wake(const Wait& wait);

  // Whether a process has found the page.
  bool is_followed();
  // The connection whose process's end has that port; null when there is none (yet).
  EmuClockConnection* find_connection(int port);
  // Whether a process has begun a connection that its other end does not know (yet).
  template <class IsKnown>
  bool has_unknown_connection(const IsKnown& is_known);

 private:
  EmuClockPage* memory_ = nullptr;
};

template <class IsKnown>
bool ClockPage::has_unknown_connection(const IsKnown& is_known) {
  const int used = read_shared(memory_->connections_used);
  for (int i = 0; i < used; ++i) {
    const EmuClockConnection& each = memory_->connections[i];
    if (read_shared(each.state) == kEmuFree) continue;
    const int port = read_shared(each.port);
    if (port == 0 || !is_known(port)) return true;
  }
  return false;
}

}  // namespace emu::runtimes
