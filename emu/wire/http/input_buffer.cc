#include "wire/http/input_buffer.h"

#include <algorithm>

namespace emu::wire {

void InputBuffer::consume(std::size_t count) {
  begin_ += count;
  if (begin_ == end_) begin_ = end_ = 0;
}

Transport::Read InputBuffer::fill(Transport& transport, Deadline deadline) {
  if (end_ == bytes_.size() && begin_ > 0) {
    std::copy(bytes_.begin() + static_cast<std::ptrdiff_t>(begin_),
              bytes_.begin() + static_cast<std::ptrdiff_t>(end_), bytes_.begin());
    end_ -= begin_;
    begin_ = 0;
  }
  if (end_ == bytes_.size()) bytes_.resize(2 * bytes_.size());
  const Transport::Read read = transport.read(bytes_.data() + end_, bytes_.size() - end_, deadline);
  end_ += read.count;
  return read;
}

void InputBuffer::shrink() {
  if (bytes_.size() > kInitialBytes && begin_ == end_) {
    bytes_ = std::vector<char>(kInitialBytes);
    begin_ = end_ = 0;
  }
}

}  // namespace emu::wire
