#include "runtimes/clock/page.h"

#include <fcntl.h>
#include <linux/futex.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <climits>
#include <span>
#include <string>
#include <system_error>
#include <tuple>

namespace emu::runtimes {

namespace {

using std::chrono::nanoseconds;

constexpr nanoseconds kTimeSinceBoot = std::chrono::seconds(10);

std::int64_t nanoseconds_of(Time time) { return nanoseconds(time.time_since_epoch()).count(); }

std::span<EmuClockSlot> slots_of(EmuClockPage& page) {
  return {page.slots, static_cast<std::size_t>(read_shared(page.slots_used))};
}

}  // namespace

ClockPage::ClockPage(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  void* memory = MAP_FAILED;
  if (descriptor >= 0 && ::ftruncate(descriptor, sizeof(EmuClockPage)) == 0) {
    memory =
        ::mmap(nullptr, sizeof(EmuClockPage), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  }
  const int error = errno;
  if (descriptor >= 0) ::close(descriptor);
  if (memory == MAP_FAILED) {
    throw std::system_error(error, std::generic_category(), "no page for a function's clock");
  }
  memory_ = static_cast<EmuClockPage*>(memory);
}

ClockPage::~ClockPage() { ::munmap(memory_, sizeof(EmuClockPage)); }

void ClockPage::begin(Time now) {
  write_shared(memory_->realtime_base, nanoseconds_of(now) - kTimeSinceBoot.count());
  set_now(now);
}

void ClockPage::set_now(Time now) {
  write_shared(memory_->monotonic, nanoseconds_of(now) - read_shared(memory_->realtime_base));
}

std::optional<ClockPage::Wait> ClockPage::next_wait() {
  const EmuClockSlot* first = nullptr;
  const auto order = [](const EmuClockSlot& slot) {
    return std::tuple(read_shared(slot.deadline), read_shared(slot.thread));
  };
  const std::span<EmuClockSlot> slots = slots_of(*memory_);
  for (const EmuClockSlot& slot : slots) {
    if (read_shared(slot.process) == 0 || read_shared(slot.deadline) == 0) continue;
    if (first == nullptr || order(slot) < order(*first)) first = &slot;
  }
  if (first == nullptr) return std::nullopt;
  const nanoseconds deadline(read_shared(first->deadline));
  const nanoseconds base(read_shared(memory_->realtime_base));
  return Wait{.time = Time(std::chrono::ceil<Duration>(base + deadline)),
              .thread = read_shared(first->thread),
              .slot = static_cast<int>(first - slots.data())};
}

void ClockPage::wake(const Wait& wait) {
  write_shared(memory_->woken_slot, static_cast<std::int32_t>(wait.slot));
  __atomic_fetch_add(&memory_->wakes, 1, __ATOMIC_SEQ_CST);
  ::syscall(SYS_futex, &memory_->wakes, FUTEX_WAKE, INT_MAX, nullptr, nullptr, 0);
}

bool ClockPage::is_followed() { return read_shared(memory_->processes) > 0; }

EmuClockConnection* ClockPage::find_connection(int port) {
  const auto used = static_cast<std::size_t>(read_shared(memory_->connections_used));
  for (EmuClockConnection& each : std::span(memory_->connections, used)) {
    if (read_shared(each.state) != kEmuFree && read_shared(each.port) == port) return &each;
  }
  return nullptr;
}

}  // namespace emu::runtimes
