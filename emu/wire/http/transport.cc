#include "wire/http/transport.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <thread>

namespace emu::wire {

namespace {

constexpr std::size_t kTurnBytes = std::size_t{256} << 10;

int milliseconds_until(Deadline deadline) {
  if (!deadline) return -1;
  const auto left =
      std::chrono::ceil<std::chrono::milliseconds>(*deadline - std::chrono::steady_clock::now());
  return static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, INT_MAX));
}

bool wait_for(int socket, short events, Deadline deadline) {
  while (true) {
    pollfd poll_one = {.fd = socket, .events = events, .revents = 0};
    const int ready = ::poll(&poll_one, 1, milliseconds_until(deadline));
    if (ready > 0) return true;
    if (ready == 0 || errno != EINTR) return false;
  }
}

class SocketTransport final : public Transport {
 public:
  explicit SocketTransport(int socket) : socket_(socket) {}

  Read read(char* buffer, std::size_t size, Deadline deadline) override {
    if (deadline && !wait_readable(socket_, deadline)) return {.outcome = Outcome::kTimeout};
    while (true) {
      const ssize_t count = ::recv(socket_, buffer, size, 0);
      if (count > 0) {
        return {.outcome = Outcome::kBytes, .count = static_cast<std::size_t>(count)};
      }
      if (count < 0 && errno == EINTR) continue;
      const bool timeout = count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
      return {.outcome = timeout ? Outcome::kTimeout : Outcome::kEnd};
    }
  }

  // Large bodies go out in turns: a client that reads one connection for as long as it gives
  // anything would otherwise keep its others waiting.
  bool write(std::string_view head, std::string_view body) override {
    if (!send(head, body.substr(0, kTurnBytes))) return false;
    while (body.size() > kTurnBytes) {
      body.remove_prefix(kTurnBytes);
      std::this_thread::yield();
      if (!send(body.substr(0, kTurnBytes), {})) return false;
    }
    return true;
  }

  void end_writing() override { ::shutdown(socket_, SHUT_WR); }

  bool is_open() override { return is_socket_open(socket_); }

 private:
  bool send(std::string_view head, std::string_view body) {
    std::array<iovec, 2> parts = {part(head), part(body)};
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = body.empty() ? 1 : 2;
    std::size_t left = head.size() + body.size();
    while (left > 0) {
      const ssize_t sent = ::sendmsg(socket_, &message, MSG_NOSIGNAL);
      if (sent < 0 && errno == EINTR) continue;
      if (sent < 0) return false;
      left -= static_cast<std::size_t>(sent);
      advance(message, static_cast<std::size_t>(sent));
    }
    return true;
  }

  static iovec part(std::string_view bytes) {
    return {.iov_base = const_cast<char*>(bytes.data()), .iov_len = bytes.size()};
  }

  static void advance(msghdr& message, std::size_t count) {
    while (message.msg_iovlen > 0 && count >= message.msg_iov->iov_len) {
      count -= message.msg_iov->iov_len;
      ++message.msg_iov;
      --message.msg_iovlen;
    }
    if (message.msg_iovlen == 0) return;
    message.msg_iov->iov_base = static_cast<char*>(message.msg_iov->iov_base) + count;
    message.msg_iov->iov_len -= count;
  }

  int socket_;
};

}  // namespace

std::unique_ptr<Transport> make_socket_transport(int socket) {
  return std::make_unique<SocketTransport>(socket);
}

bool wait_readable(int socket, Deadline deadline) { return wait_for(socket, POLLIN, deadline); }
bool wait_writable(int socket, Deadline deadline) { return wait_for(socket, POLLOUT, deadline); }

bool is_socket_open(int socket) {
  char byte = 0;
  const ssize_t count = ::recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
  return count > 0 || (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK));
}

}  // namespace emu::wire
