// A connection's bytes, in and out: a socket, TLS over one, or memory in tests.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace emu::wire {

// When waiting for the peer is given up; nothing waits for as long as the connection lasts.
using Deadline = std::optional<std::chrono::steady_clock::time_point>;

// Used by one thread. The file descriptor beneath belongs to whoever made the transport.
class Transport {
 public:
  virtual ~Transport() = default;

  enum class Outcome { kBytes, kEnd, kTimeout };
  struct Read {
    Outcome outcome = Outcome::kEnd;
    std::size_t count = 0;  // with kBytes, and then at least 1
  };

  // Waits for bytes. An error of the connection is its end.
  virtual Read read(char* buffer, std::size_t size, Deadline deadline) = 0;

  // Sends both parts as one, whole. False when the connection is gone or the peer takes nothing.
  virtual bool write(std::string_view head, std::string_view body) = 0;

  // Says that no more will be sent, while the peer's bytes can still be read.
  virtual void end_writing() = 0;

  // Whether the peer has not hung up, as far as can be known without waiting.
  virtual bool is_open() = 0;
};

// The sockets' own. They must be in blocking mode.
std::unique_ptr<Transport> make_socket_transport(int socket);

// Waits until the socket can be read or written, or has failed. False at the deadline.
bool wait_readable(int socket, Deadline deadline);
bool wait_writable(int socket, Deadline deadline);
// False when the peer has closed its side.
bool is_socket_open(int socket);

}  // namespace emu::wire
