#include "cli/resident_memory.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <string_view>

#include "cli/allocator.h"

namespace emu::cli {

namespace {

// Giving back takes as long as a thousand calls.
constexpr std::chrono::milliseconds kGiveBackInterval{100};
// The bodies that are being received come on top of the bound: large ones, and as much again of
// those of moderate size.
constexpr std::size_t kPartForBodies = 32;

}  // namespace

ResidentMemory::ResidentMemory(std::size_t bytes_max)
    : bytes_max_(bytes_max), statistics_(::open("/proc/self/statm", O_RDONLY | O_CLOEXEC)) {}

ResidentMemory::~ResidentMemory() {
  if (statistics_ >= 0) ::close(statistics_);
}

// The second number of the file, in pages.
std::size_t ResidentMemory::resident() const {
  std::array<char, 64> text;
  const ssize_t size = ::pread(statistics_, text.data(), text.size(), 0);
  if (size <= 0) return 0;
  std::string_view rest(text.data(), static_cast<std::size_t>(size));
  rest.remove_prefix(std::min(rest.find(' ') + 1, rest.size()));
  std::size_t pages = 0;
  std::from_chars(rest.data(), rest.data() + rest.size(), pages);
  static const auto kPageBytes = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  return pages * kPageBytes;
}

bool ResidentMemory::has_room(std::size_t more) {
  if (bytes_max_ == 0 || resident() + more <= bytes_max_) return true;
  {
    const std::lock_guard lock(mutex_);
    const auto now = std::chrono::steady_clock::now();
    if (now - given_back_ < kGiveBackInterval) return false;
    given_back_ = now;
  }
  give_back_memory();
  return resident() + more <= bytes_max_;
}

std::size_t ResidentMemory::bodies_bytes_max() const {
  return bytes_max_ == 0 ? std::numeric_limits<std::size_t>::max() : bytes_max_ / kPartForBodies;
}

void ResidentMemory::give_back() { give_back_memory(); }

}  // namespace emu::cli
