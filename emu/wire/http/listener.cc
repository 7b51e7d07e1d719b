#include "wire/http/listener.h"

#include <arpa/inet.h>
#include <httplib.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <exception>
#include <future>
#include <optional>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>

#include "wire/http/body_budget.h"
#include "wire/http/connections.h"
#include "wire/http/peer_watch.h"
#include "wire/http/worker_pool.h"

namespace emu::wire {

namespace {

constexpr int kBacklog = 4096;
// Of every connection. Left to itself the system lets a thousand uploads that wait for their turn
// fill all the memory that it has for sockets, whereupon it drops what arrives.
constexpr int kReceiveBufferBytes = 128 << 10;
constexpr time_t kWriteTimeoutSeconds = 60;
// For those whose waits were ended when the grace was over, to be told so.
constexpr std::chrono::milliseconds kLastWords{200};
constexpr std::string_view kTooManyConnections =
    "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\n"
    "Connection: close\r\n\r\n";

// Set while the accepting thread turns a connection away, because no other thread is left for it.
thread_local bool turning_away = false;

std::string address_of_peer(int socket) {
  sockaddr_storage address{};
  socklen_t size = sizeof(address);
  if (::getpeername(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0) return {};
  std::array<char, INET6_ADDRSTRLEN> text{};
  const void* bytes = nullptr;
  if (address.ss_family == AF_INET) {
    bytes = &reinterpret_cast<const sockaddr_in&>(address).sin_addr;
  } else if (address.ss_family == AF_INET6) {
    bytes = &reinterpret_cast<const sockaddr_in6&>(address).sin6_addr;
  }
  if (bytes == nullptr ||
      ::inet_ntop(address.ss_family, bytes, text.data(), text.size()) == nullptr) {
    return {};
  }
  std::string_view name = text.data();
  constexpr std::string_view kMapped = "::ffff:";
  if (name.starts_with(kMapped) && name.find('.') != std::string_view::npos) {
    name.remove_prefix(kMapped.size());
  }
  return std::string(name);
}

void turn_away(int socket) {
  ::send(socket, kTooManyConnections.data(), kTooManyConnections.size(),
         MSG_DONTWAIT | MSG_NOSIGNAL);
  ::shutdown(socket, SHUT_WR);
  std::array<char, 4096> discarded;
  while (::recv(socket, discarded.data(), discarded.size(), MSG_DONTWAIT) > 0) {
  }
  ::close(socket);
}

// Whether a connection was taken, which later versions of httplib want to know; nothing in earlier
// ones.
using Enqueued = decltype(std::declval<httplib::TaskQueue&>().enqueue({}));

// What httplib hands the accepted connections to. Clients that keep more connections than there may
// be lose those that they use the least; only where all are busy is one more turned away.
class ConnectionQueue final : public httplib::TaskQueue {
 public:
  ConnectionQueue(Connections& connections, std::size_t connections_max)
      : connections_(connections),
        connections_max_(connections_max),
        pool_(connections_max + kConnectionsEndingMax, kIdleThreadsMax) {}

  Enqueued enqueue(std::function<void()> serve) override {
    take(serve);
    return static_cast<Enqueued>(true);
  }

  void shutdown() override { pool_.join(); }

 private:
  void take(const std::function<void()>& serve) {
    const bool has_room = open_ < connections_max_ || connections_.make_room(connections_max_);
    if (has_room && run(serve)) return;
    turning_away = true;
    serve();
    turning_away = false;
  }

  bool run(const std::function<void()>& serve) {
    ++open_;
    const bool is_running = pool_.run([this, serve] {
      serve();
      --open_;
    });
    if (!is_running) --open_;
    return is_running;
  }

  Connections& connections_;
  const std::size_t connections_max_;
  std::atomic<std::size_t> open_{0};
  WorkerPool pool_;
};

Error cannot_listen(const ListenerOptions& options, int error) {
  const std::string where = options.host + ":" + std::to_string(options.port);
  std::string message = "cannot listen on " + where;
  if (error == EADDRINUSE) {
    message = where + " is in use by another program; choose another port or stop that program";
  } else if (error == EACCES) {
    message += ": the system does not permit it; ports below 1024 are for the administrator";
  } else if (error != 0) {
    message += ": " + std::generic_category().message(error);
  } else {
    message += ": this machine has no such address";
  }
  return {.code = "CannotListen", .message = std::move(message), .status = 500};
}

}  // namespace

// httplib binds, listens and accepts; from there on the connection is served here.
struct Listener::Parts final : httplib::Server {
  Parts(ListenerOptions given, HttpHandler given_handler)
      : options(std::move(given)), handler(std::move(given_handler)), http(options.http) {
    http.bodies = &bodies;
    set_socket_options([this](socket_t socket) {
      // Not SO_REUSEPORT, with which two servers would share a port and its connections unawares.
      const int on = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
      ::setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &kReceiveBufferBytes,
                   sizeof(kReceiveBufferBytes));
      listening_socket = socket;
    });
    set_tcp_nodelay(true);
    set_read_timeout(options.idle_timeout);
    set_write_timeout(kWriteTimeoutSeconds);
    new_task_queue = [this] {
      accepting.set_value();
      return new ConnectionQueue(connections, options.connections_max);
    };
  }

  // The reason why not, or nothing.
  std::optional<Error> bind() {
    errno = 0;
    port = options.port == 0 ? bind_to_any_port(options.host) : options.port;
    const bool bound = options.port == 0 ? port > 0 : bind_to_port(options.host, options.port);
    // httplib's own backlog is too short for many clients that start at once.
    if (bound && ::listen(listening_socket, kBacklog) == 0) return std::nullopt;
    return cannot_listen(options, errno);
  }

  void start_accepting() {
    auto ready = accepting.get_future();
    accept_thread = std::thread([this] { listen_after_bind(); });
    ready.wait();
  }

  bool process_and_close_socket(socket_t socket) override {
    if (turning_away) {
      turn_away(socket);
      return false;
    }
    const auto connection = connections.add(socket);
    try {
      serve(*connection);
    } catch (const std::exception&) {
      // Out of memory, most likely: this connection ends, the others go on.
    }
    connections.remove(connection);
    return true;
  }

  void serve(Connections::Open& connection) {
    if (connection.life.stopping) return;
    const Http1Peer peer = {.source_ip = address_of_peer(connection.socket),
                            .tls = tls != nullptr,
                            .watch = &peer_watch,
                            .socket = connection.socket};
    const auto transport =
        tls ? tls->accept(connection.socket,
                          std::chrono::steady_clock::now() + options.http.head_timeout,
                          options.idle_timeout)
            : make_socket_transport(connection.socket);
    if (transport) serve_http1(*transport, handler, http, peer, connection.life);
  }

  const ListenerOptions options;
  const HttpHandler handler;
  BodyBudget bodies{
      {.body_bytes_max = kSmallBodyBytesMax,
       .bytes_max = std::min(kSmallBodiesBytesMax, options.large_bodies_bytes_max)},
      {.body_bytes_max = kModerateBodyBytesMax,
       .bytes_max = std::min(kModerateBodiesBytesMax, options.large_bodies_bytes_max)},
      {.bytes_max = options.large_bodies_bytes_max}};
  PeerWatch peer_watch = {};
  Http1Options http;
  std::unique_ptr<TlsContext> tls = {};
  int port = 0;
  socket_t listening_socket = INVALID_SOCKET;
  std::promise<void> accepting = {};
  Connections connections = {};
  std::thread accept_thread = {};
};

Listener::Listener(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Listener::~Listener() { stop(std::chrono::milliseconds(0)); }

Result<std::unique_ptr<Listener>> Listener::start(ListenerOptions options, HttpHandler handler) {
  auto parts = std::make_unique<Parts>(std::move(options), std::move(handler));
  if (parts->options.tls) {
    EMU_TRY(parts->tls, TlsContext::make(*parts->options.tls));
  }
  if (auto error = parts->bind()) return std::move(*error);
  parts->start_accepting();
  return std::unique_ptr<Listener>(new Listener(std::move(parts)));
}

int Listener::port() const { return parts_->port; }

std::size_t Listener::connections() const { return parts_->connections.size(); }

std::size_t Listener::connections_waiting() const { return parts_->connections.waiting(); }

void Listener::stop(std::chrono::milliseconds grace) {
  if (!parts_->accept_thread.joinable()) return;
  parts_->connections.begin_stopping();
  parts_->bodies.lift();
  parts_->peer_watch.end_waits_for_events();
  parts_->stop();
  if (!parts_->connections.wait_until_gone(grace)) {
    parts_->peer_watch.end_all();
    if (!parts_->connections.wait_until_gone(kLastWords)) parts_->connections.cut();
  }
  parts_->accept_thread.join();
}

}  // namespace emu::wire
