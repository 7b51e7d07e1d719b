// Bytes that have come in and are not yet used.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "wire/http/transport.h"

namespace emu::wire {

// It grows as far as its user lets it fill without consuming.
class InputBuffer {
 public:
  // Valid until the next fill() or shrink().
  std::string_view unread() const { return {bytes_.data() + begin_, end_ - begin_}; }

  void consume(std::size_t count);

  // Waits for bytes and adds them to the unread ones.
  Transport::Read fill(Transport& transport, Deadline deadline);

  // Gives memory back that only a large request needed; for a connection that is idle.
  void shrink();

 private:
  static constexpr std::size_t kInitialBytes = 4096;

  std::vector<char> bytes_ = std::vector<char>(kInitialBytes);
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace emu::wire
