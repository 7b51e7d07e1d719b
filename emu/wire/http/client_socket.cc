#include "wire/http/client_socket.h"

#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <string>
#include <system_error>

#include "wire/http/transport.h"

namespace emu::wire {

namespace {

struct FreeAddresses {
  void operator()(addrinfo* list) const { ::freeaddrinfo(list); }
};
using Addresses = std::unique_ptr<addrinfo, FreeAddresses>;

Error connection_error(const HttpEndpoint& endpoint, const std::string& why) {
  return {.code = "ConnectionError",
          .message = "cannot connect to " + endpoint.authority() + ": " + why,
          .status = 0};
}

void set_blocking(int socket, bool blocking) {
  const int flags = ::fcntl(socket, F_GETFL);
  ::fcntl(socket, F_SETFL, blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK);
}

// 0, or why not.
int try_connect(int socket, const addrinfo& address, std::chrono::milliseconds timeout) {
  set_blocking(socket, false);
  if (::connect(socket, address.ai_addr, address.ai_addrlen) != 0) {
    if (errno != EINPROGRESS) return errno;
    if (!wait_writable(socket, std::chrono::steady_clock::now() + timeout)) return ETIMEDOUT;
    int error = 0;
    socklen_t size = sizeof(error);
    ::getsockopt(socket, SOL_SOCKET, SO_ERROR, &error, &size);
    if (error != 0) return error;
  }
  set_blocking(socket, true);
  return 0;
}

void prepare(int socket, std::chrono::milliseconds write_timeout) {
  const int on = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(write_timeout);
  const timeval timeout{.tv_sec = seconds.count(), .tv_usec = 0};
  ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &timeout, sizeof(timeout));
}

}  // namespace

Socket::~Socket() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<Socket> connect_to(const HttpEndpoint& endpoint, std::chrono::milliseconds timeout,
                          std::chrono::milliseconds write_timeout) {
  addrinfo wanted{};
  wanted.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  const std::string port = std::to_string(endpoint.port);
  if (const int error = ::getaddrinfo(endpoint.host.c_str(), port.c_str(), &wanted, &found);
      error != 0) {
    return connection_error(endpoint, ::gai_strerror(error));
  }
  const Addresses addresses(found);
  int last_error = EHOSTUNREACH;
  for (const addrinfo* each = addresses.get(); each != nullptr; each = each->ai_next) {
    Socket socket(::socket(each->ai_family, each->ai_socktype | SOCK_CLOEXEC, each->ai_protocol));
    if (socket.get() < 0) continue;
    last_error = try_connect(socket.get(), *each, timeout);
    if (last_error != 0) continue;
    prepare(socket.get(), write_timeout);
    return socket;
  }
  return connection_error(endpoint, std::generic_category().message(last_error));
}

}  // namespace emu::wire
