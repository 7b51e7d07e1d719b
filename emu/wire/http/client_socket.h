// Connects to a host.
#pragma once

#include <emu/result.h>

#include <chrono>
#include <utility>

#include "wire/http/http_client.h"

namespace emu::wire {

// Closes itself.
class Socket {
 public:
  explicit Socket(int descriptor = -1) : descriptor_(descriptor) {}
  Socket(Socket&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  Socket& operator=(Socket&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }
  ~Socket();

  int get() const { return descriptor_; }

 private:
  int descriptor_;
};

// Tries each address of the host in turn, each for as long as `timeout`. The socket is in blocking
// mode, and what the peer does not take within `write_timeout` is not sent.
Result<Socket> connect_to(const HttpEndpoint& endpoint, std::chrono::milliseconds timeout,
                          std::chrono::milliseconds write_timeout);

}  // namespace emu::wire
