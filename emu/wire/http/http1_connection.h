// One connection of HTTP/1.1, from its first byte to its last.
//
//   HttpHandler handler{.answer = [](HttpRequest& request) { return HttpResponse{.body = "hi"}; }};
//   serve_http1(*make_socket_transport(fd), handler, {}, {}, life);
//
// Requests are answered one after the other, also when they were sent without waiting. Each reply
// leaves in one piece; large bodies go out from where they lie. A request that is malformed or too
// large is refused with a 4xx, after which the connection ends, since nobody can say where the next
// request begins.
#pragma once

#include <emu/http.h>
#include <emu/time.h>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "wire/http/body_budget.h"
#include "wire/http/http1_head.h"
#include "wire/http/peer_watch.h"
#include "wire/http/transport.h"
#include "wire/limits.h"

namespace emu::wire {

// What is decided about a request when its head is known and its body has not been read.
struct HeadDecision {
  std::size_t body_bytes_max = std::size_t{1024} * 1024;  // a longer body is refused with 413
  // What a body in chunks, which does not announce its length, holds at most; 0: no less than that.
  std::size_t chunked_bytes_max = 0;
  std::optional<HttpResponse> answer = {};  // the body is then not wanted
};

// Called from many threads at a time, one per connection.
struct HttpHandler {
  // May be empty: the defaults of HeadDecision then hold.
  std::function<HeadDecision(const HttpRequest&)> look = {};
  // An exception becomes a 500 that says nothing of it.
  std::function<HttpResponse(HttpRequest&)> answer = {};
  // What is said to a request that is not answered, as far as that could be read: its method, its
  // target, what headers it has. Empty, or nothing: a line of text.
  std::function<std::optional<HttpResponse>(const HttpRequest&, const HttpRefusal&)> refuse = {};
};

struct Http1Options {
  std::chrono::milliseconds head_timeout = std::chrono::seconds(20);  // first byte to blank line
  std::chrono::milliseconds body_timeout = std::chrono::seconds(60);  // between bytes of a body
  // The same for a body that has its turn while others wait for theirs.
  std::chrono::milliseconds stall_timeout = kBodyStallMax;
  BodyBudget* bodies = nullptr;    // shared by connections, outlives them; null: no bound
  std::function<Time()> now = {};  // for the Date header; empty: the system's clock
};

struct Http1Peer {
  std::string source_ip = "127.0.0.1";
  bool tls = false;
  // Told when calls of this peer wait, on this socket; outlives the connection. Null: nobody is.
  PeerWatch* watch = nullptr;
  int socket = -1;
};

// What a connection and the server that wants to stop know of each other.
struct ConnectionLife {
  std::atomic<bool>& stopping;       // no further request is read
  std::atomic<bool> is_busy{false};  // a request is being received or answered
  // Since when it has waited for a whole head, of the steady clock; 0: it has one, and is not to be
  // closed; -1: somebody has closed it.
  std::atomic<std::int64_t> waiting_since{0};

  void begin_waiting() {
    std::int64_t busy = 0;
    waiting_since.compare_exchange_strong(
        busy, std::chrono::steady_clock::now().time_since_epoch().count());
  }
  // False when the connection has been closed meanwhile.
  bool end_waiting() { return waiting_since.exchange(0) != -1; }
  // Whether it may be closed, since it has waited from then until now.
  bool close_waiting(std::int64_t since) {
    return since > 0 && waiting_since.compare_exchange_strong(since, -1);
  }
};

// Returns when the connection is to be closed.
void serve_http1(Transport& transport, const HttpHandler& handler, const Http1Options& options,
                 const Http1Peer& peer, ConnectionLife& life);

}  // namespace emu::wire
