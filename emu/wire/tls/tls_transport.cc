#include "wire/tls/tls_transport.h"

#include <fcntl.h>
#include <openssl/err.h>
#include <sys/socket.h>

#include <algorithm>
#include <climits>
#include <cstddef>
#include <string>
#include <utility>

namespace emu::wire {

namespace {

// One record of TLS holds this much; a reply that fits leaves as one.
constexpr std::size_t kRecordBytes = std::size_t{16} * 1024;
constexpr std::chrono::seconds kWriteTimeout{60};

void set_non_blocking(int socket) {
  ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL) | O_NONBLOCK);
}

// Over a socket in non-blocking mode, so that no half of a record can hold a thread up.
class TlsTransport final : public Transport {
 public:
  TlsTransport(SslPointer ssl, int socket, std::chrono::milliseconds idle_max)
      : ssl_(std::move(ssl)), socket_(socket), idle_max_(idle_max) {}

  bool shake_hands(Deadline deadline) {
    while (true) {
      ERR_clear_error();
      const int result = SSL_do_handshake(ssl_.get());
      if (result == 1) return true;
      if (!wait_as_told(result, deadline)) return false;
    }
  }

  Read read(char* buffer, std::size_t size, Deadline deadline) override {
    if (!deadline) deadline = std::chrono::steady_clock::now() + idle_max_;
    while (true) {
      ERR_clear_error();
      const int result =
          SSL_read(ssl_.get(), buffer, static_cast<int>(std::min<std::size_t>(size, INT_MAX)));
      if (result > 0) {
        return {.outcome = Outcome::kBytes, .count = static_cast<std::size_t>(result)};
      }
      const int error = SSL_get_error(ssl_.get(), result);
      if (error != SSL_ERROR_WANT_READ && error != SSL_ERROR_WANT_WRITE) {
        broken_ = error != SSL_ERROR_ZERO_RETURN;
        return {.outcome = Outcome::kEnd};
      }
      const bool ready = error == SSL_ERROR_WANT_READ ? wait_readable(socket_, deadline)
                                                      : wait_writable(socket_, deadline);
      if (!ready) return {.outcome = Outcome::kTimeout};
    }
  }

  bool write(std::string_view head, std::string_view body) override {
    const std::size_t room = kRecordBytes - std::min(head.size(), kRecordBytes);
    first_record_.assign(head);
    first_record_.append(body.substr(0, room));
    return write_all(first_record_) && (body.size() <= room || write_all(body.substr(room)));
  }

  void end_writing() override {
    ERR_clear_error();
    if (!broken_) SSL_shutdown(ssl_.get());
    ::shutdown(socket_, SHUT_WR);
  }

  bool is_open() override { return !broken_ && is_socket_open(socket_); }

 private:
  bool write_all(std::string_view bytes) {
    while (!bytes.empty()) {
      ERR_clear_error();
      const int result = SSL_write(ssl_.get(), bytes.data(),
                                   static_cast<int>(std::min<std::size_t>(bytes.size(), INT_MAX)));
      if (result > 0) {
        bytes.remove_prefix(static_cast<std::size_t>(result));
      } else if (!wait_as_told(result, std::chrono::steady_clock::now() + kWriteTimeout)) {
        broken_ = true;
        return false;
      }
    }
    return true;
  }

  bool wait_as_told(int result, Deadline deadline) {
    switch (SSL_get_error(ssl_.get(), result)) {
      case SSL_ERROR_WANT_READ:
        return wait_readable(socket_, deadline);
      case SSL_ERROR_WANT_WRITE:
        return wait_writable(socket_, deadline);
      default:
        return false;
    }
  }

  SslPointer ssl_;
  int socket_;
  std::chrono::milliseconds idle_max_;
  bool broken_ = false;
  std::string first_record_ = {};
};

}  // namespace

std::unique_ptr<Transport> make_tls_transport(SslPointer ssl, int socket, Deadline deadline,
                                              std::chrono::milliseconds idle_max) {
  if (SSL_set_fd(ssl.get(), socket) != 1) return nullptr;
  set_non_blocking(socket);
  auto transport = std::make_unique<TlsTransport>(std::move(ssl), socket, idle_max);
  if (!transport->shake_hands(deadline)) return nullptr;
  return transport;
}

}  // namespace emu::wire
