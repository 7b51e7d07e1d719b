#include "wire/http/listener.h"

#include <doctest/doctest.h>
#include <httplib.h>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <future>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "support/raw_client.h"
#include "wire/http/worker_pool.h"

using namespace emu;
using namespace emu::wire;
using namespace std::chrono_literals;
using emu::test::RawClient;

namespace {

constexpr std::string_view kGet = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

HttpHandler hello() {
  return {.answer = [](HttpRequest& request) {
    return HttpResponse{.body = "hello " + request.target};
  }};
}

std::unique_ptr<Listener> start(HttpHandler handler, ListenerOptions options = {}) {
  auto listener = Listener::start(std::move(options), std::move(handler));
  REQUIRE(listener.ok());
  return std::move(*listener);
}

// A handler that waits until it is let go.
class Gate {
 public:
  HttpHandler handler() {
    return {.answer = [this](HttpRequest&) {
      entered_.set_value();
      open_.get_future().wait();
      return HttpResponse{.body = "done"};
    }};
  }
  void wait_entered() { entered_.get_future().wait(); }
  void open() { open_.set_value(); }

 private:
  std::promise<void> entered_;
  std::promise<void> open_;
};

void wait_until(const std::function<bool()>& condition) {
  const auto deadline = std::chrono::steady_clock::now() + 10s;
  while (!condition()) REQUIRE(std::chrono::steady_clock::now() < deadline);
}

}  // namespace

TEST_SUITE("wire: a listener") {
  TEST_CASE("a client that knows only the port is answered") {
    const auto listener = start(hello());
    CHECK(listener->port() > 0);
    httplib::Client client("127.0.0.1", listener->port());
    const auto reply = client.Get("/a?b");
    REQUIRE(reply);
    CHECK(reply->status == 200);
    CHECK(reply->body == "hello /a?b");
  }

  TEST_CASE("a port that is taken is an error that says so") {
    const auto first = start(hello());
    const auto second = Listener::start({.port = first->port()}, hello());
    REQUIRE_FALSE(second.ok());
    CHECK(second.error().message ==
          "127.0.0.1:" + std::to_string(first->port()) +
              " is in use by another program; choose another port or stop that program");
  }

  TEST_CASE("a port is free again as soon as its listener has stopped") {
    auto first = start(hello());
    const int port = first->port();
    RawClient client(port);
    client.send(kGet);
    client.read_until("hello /");
    first->stop();
    const auto second = start(hello(), {.port = port});
    CHECK(second->port() == port);
  }

  TEST_CASE("an address that is not this machine's is an error") {
    CHECK_FALSE(Listener::start({.host = "192.0.2.1"}, hello()).ok());
    CHECK_FALSE(Listener::start({.host = "no such host"}, hello()).ok());
  }

  TEST_CASE("many connections are kept alive and all are served") {
    const auto listener = start(hello());
    std::vector<std::unique_ptr<RawClient>> clients;
    clients.reserve(200);
    for (int i = 0; i < 200; ++i) clients.push_back(std::make_unique<RawClient>(listener->port()));
    for (int round = 0; round < 2; ++round) {
      for (const auto& client : clients) client->send(kGet);
      for (const auto& client : clients) CHECK(client->read_until("hello /").size() > 10);
    }
    CHECK(listener->connections() == 200);
  }

  TEST_CASE("one connection too many takes the place of the one that is idle the longest") {
    const auto listener = start(hello(), {.connections_max = 2});
    // A reply is read before its connection counts as one that waits.
    const auto greet = [&listener](RawClient& client, std::size_t connections) {
      client.send(kGet);
      client.read_until("hello /");
      wait_until([&] { return listener->connections_waiting() == connections; });
    };
    RawClient first(listener->port());
    greet(first, 1);
    RawClient second(listener->port());
    greet(second, 2);
    RawClient third(listener->port());
    third.send(kGet);
    CHECK(third.read_until("hello /").starts_with("HTTP/1.1 200 "));
    CHECK(first.read_all().empty());
    second.send(kGet);
    CHECK(second.read_until("hello /").starts_with("HTTP/1.1 200 "));
  }

  TEST_CASE("connections that say nothing lock nobody out, nor do those that do not finish") {
    const auto listener = start(hello(), {.connections_max = 4});
    std::vector<std::unique_ptr<RawClient>> silent;
    for (int i = 0; i < 40; ++i) {
      silent.push_back(std::make_unique<RawClient>(listener->port()));
      if (i % 2 == 0) silent.back()->send("GET / HT");
    }
    RawClient client(listener->port());
    client.send(kGet);
    CHECK(client.read_until("hello /").starts_with("HTTP/1.1 200 "));
  }

  TEST_CASE("where all connections are busy, one more is told to come back later") {
    Gate gate;
    const auto listener = start(gate.handler(), {.connections_max = 1});
    RawClient first(listener->port());
    first.send(kGet);
    gate.wait_entered();
    CHECK(RawClient(listener->port()).read_all().starts_with("HTTP/1.1 503 "));
    gate.open();
    CHECK(first.read_until("done").starts_with("HTTP/1.1 200 "));
  }

  TEST_CASE("stopping ends idle connections at once") {
    auto listener = start(hello());
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 20; ++i) {
      clients.push_back(std::make_unique<RawClient>(listener->port()));
      clients.back()->send(kGet);
      clients.back()->read_until("hello /");
    }
    const auto begin = std::chrono::steady_clock::now();
    listener->stop(1h);
    CHECK(std::chrono::steady_clock::now() - begin < 5s);
    for (const auto& client : clients) CHECK(client->read_all().empty());
    CHECK(listener->connections() == 0);
    listener->stop();
  }

  TEST_CASE("a request in progress is answered before the listener stops") {
    Gate gate;
    auto listener = start(gate.handler());
    RawClient client(listener->port());
    client.send(kGet);
    gate.wait_entered();
    std::thread stopping([&listener] { listener->stop(1h); });
    gate.open();
    const std::string reply = client.read_all();
    CHECK(reply.starts_with("HTTP/1.1 200 "));
    CHECK(reply.ends_with("done"));
    stopping.join();
  }

  TEST_CASE("a client that hangs up is noticed by a stream") {
    std::promise<void> ended;
    const auto listener = start({.answer = [&ended](HttpRequest&) {
      return HttpResponse{.stream = [&ended](HttpStream& stream) {
        while (stream.write("data: x\n\n")) {
        }
        ended.set_value();
      }};
    }});
    {
      RawClient client(listener->port());
      client.send(kGet);
      client.read_until("data: x\n\n");
    }
    CHECK(ended.get_future().wait_for(10s) == std::future_status::ready);
  }

  TEST_CASE("stopping ends a stream") {
    auto listener = start({.answer = [](HttpRequest&) {
      return HttpResponse{.stream = [](HttpStream& stream) {
        while (stream.write("data: x\n\n")) {
        }
      }};
    }});
    RawClient client(listener->port());
    client.send(kGet);
    client.read_until("data: x\n\n");
    std::thread reader([&client] { client.read_all(); });
    listener->stop(1h);
    reader.join();
  }

  TEST_CASE("a head that does not arrive in time is refused") {
    const auto listener = start(hello(), {.http = {.head_timeout = 50ms}});
    RawClient client(listener->port());
    client.send("GET / HTTP/1.1\r\nHo");
    CHECK(client.read_all().starts_with("HTTP/1.1 408 "));
  }

  TEST_CASE("a large body goes there and back") {
    const auto listener = start(
        {.look = [](const HttpRequest&) { return HeadDecision{.body_bytes_max = 100'000'000}; },
         .answer = [](HttpRequest& request) { return HttpResponse{.body = request.body}; }});
    httplib::Client client("127.0.0.1", listener->port());
    std::string body;
    body.resize(20'000'000, 'x');
    const auto reply = client.Put("/", body, "application/octet-stream");
    REQUIRE(reply);
    CHECK(reply->body == body);
  }

  TEST_CASE("a client learns why its upload was refused, though it is still sending") {
    const auto listener = start(hello());
    RawClient client(listener->port());
    client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000\r\n\r\n" +
                std::string(5'000'000, 'x'));
    CHECK(client.read_until("\r\n\r\n").starts_with("HTTP/1.1 413 "));
  }
}

TEST_SUITE("wire: a listener with TLS") {
  TEST_CASE("a client that trusts the certificate is answered") {
    const TlsIdentity identity = make_self_signed_identity();
    const auto listener = start({.answer =
                                     [](HttpRequest& request) {
                                       return HttpResponse{.body = request.tls ? "secret" : "open"};
                                     }},
                                {.tls = identity});
    httplib::SSLClient client("localhost", listener->port());
    client.enable_server_certificate_verification(false);
    for (int i = 0; i < 3; ++i) {
      const auto reply = client.Get("/");
      REQUIRE(reply);
      CHECK(reply->body == "secret");
    }
  }

  TEST_CASE("large bodies go there and back") {
    const auto listener = start(
        {.look = [](const HttpRequest&) { return HeadDecision{.body_bytes_max = 100'000'000}; },
         .answer = [](HttpRequest& request) { return HttpResponse{.body = request.body}; }},
        {.tls = make_self_signed_identity()});
    httplib::SSLClient client("127.0.0.1", listener->port());
    client.enable_server_certificate_verification(false);
    std::string body;
    for (int i = 0; i < 3'000'000; ++i) body += static_cast<char>(i % 251);
    const auto reply = client.Post("/", body, "application/octet-stream");
    REQUIRE(reply);
    CHECK(reply->body == body);
  }

  TEST_CASE("a client that does not speak TLS is turned away, and stopping does not wait for it") {
    auto listener = start(hello(), {.tls = make_self_signed_identity()});
    RawClient plain(listener->port());
    plain.send(kGet);
    CHECK(plain.read_all().find("200") == std::string::npos);
    const RawClient silent(listener->port());
    const auto begin = std::chrono::steady_clock::now();
    listener->stop(1h);
    CHECK(std::chrono::steady_clock::now() - begin < 5s);
  }

  TEST_CASE("what is no certificate is an error") {
    const TlsIdentity identity = make_self_signed_identity();
    TlsIdentity wrong_key = identity;
    wrong_key.private_key = make_self_signed_identity().private_key;
    CHECK_FALSE(Listener::start({.tls = wrong_key}, hello()).ok());
    CHECK_FALSE(Listener::start({.tls = TlsIdentity{}}, hello()).ok());
    CHECK(read_tls_identity("/no/such/file", "/no/such/file").error().message ==
          "cannot read /no/such/file");
  }
}

TEST_SUITE("wire: a pool of workers") {
  TEST_CASE("every task gets a thread of its own, up to the bound") {
    WorkerPool pool(2, 2);
    std::promise<void> go;
    const std::shared_future<void> gone = go.get_future().share();
    std::promise<void> both;
    std::atomic<int> running{0};
    const auto task = [&] {
      if (++running == 2) both.set_value();
      gone.wait();
    };
    CHECK(pool.run(task));
    CHECK(pool.run(task));
    both.get_future().wait();
    CHECK_FALSE(pool.run(task));
    go.set_value();
    pool.join();
    CHECK(running == 2);
  }

  TEST_CASE("threads are used again and end when they are too many") {
    WorkerPool pool(1000, 4);
    std::atomic<int> done{0};
    for (int i = 0; i < 1000; ++i) CHECK(pool.run([&done] { ++done; }));
    pool.join();
    CHECK(done == 1000);
  }
}
