// Listens on a port and serves every connection on a thread of its own.
//
//   auto listener = Listener::start({.port = 4566}, handler);
//   if (!listener) fmt::print(stderr, "{}\n", listener.error().message);
//   …
//   (*listener)->stop();
//
// A thread that waits costs nothing but memory: an idle server uses no CPU, and a handler may wait
// for as long as it likes. It must not wait for the server to stop.
#pragma once

#include <emu/result.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "wire/http/http1_connection.h"
#include "wire/limits.h"
#include "wire/tls/tls.h"

namespace emu::wire {

struct ListenerOptions {
  std::string host = "127.0.0.1";  // an address or a name of this machine
  int port = 0;                    // 0: any that is free
  // One more takes the place of the one that has been idle for the longest, or is answered 503.
  std::size_t connections_max = kConnectionsMax;
  std::chrono::milliseconds idle_timeout = std::chrono::hours(1);
  std::optional<TlsIdentity> tls = {};
  // Together, while they are received and worked on; moderate and small ones take no more either.
  std::size_t large_bodies_bytes_max = kLargeBodiesBytesMax;
  Http1Options http = {};
};

class Listener {
 public:
  // Listens when this returns. The error says in plain words why not, for instance that another
  // program has the port.
  static Result<std::unique_ptr<Listener>> start(ListenerOptions options, HttpHandler handler);

  // As stop() with no grace.
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  int port() const;
  std::size_t connections() const;          // open now
  std::size_t connections_waiting() const;  // for a request; the others have one

  // Accepts nothing more and closes the connections that are idle. Waits for events end, see
  // core/task/visitor.h; other requests in progress have `grace` to be answered. Then their waits
  // end too, and their connections are cut. Returns when the last handler has returned. A second
  // call does nothing.
  void stop(std::chrono::milliseconds grace = std::chrono::seconds(5));

 private:
  struct Parts;
  explicit Listener(std::unique_ptr<Parts> parts);

  std::unique_ptr<Parts> parts_;
};

}  // namespace emu::wire
