#include "wire/http/http_client.h"

#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <future>
#include <string>
#include <thread>
#include <vector>

#include "wire/http/listener.h"

using namespace emu;
using namespace emu::wire;
using namespace std::chrono_literals;

namespace {

std::unique_ptr<Listener> start(std::function<HttpResponse(HttpRequest&)> answer,
                                ListenerOptions options = {}) {
  auto listener = Listener::start(
      std::move(options),
      {.look = [](const HttpRequest&) { return HeadDecision{.body_bytes_max = 100'000'000}; },
       .answer = std::move(answer)});
  REQUIRE(listener.ok());
  return std::move(*listener);
}

HttpEndpoint at(const Listener& listener) {
  return {.host = "127.0.0.1", .port = static_cast<std::uint16_t>(listener.port())};
}

// A server that answers every connection with the same bytes and hangs up.
class RawServer {
 public:
  explicit RawServer(std::string bytes, int connections = 1)
      : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    REQUIRE(::bind(socket_, reinterpret_cast<sockaddr*>(&address), size) == 0);
    REQUIRE(::listen(socket_, 8) == 0);
    ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this, bytes = std::move(bytes), connections] {
      for (int i = 0; i < connections; ++i) serve(bytes);
    });
  }
  ~RawServer() {
    thread_.join();
    ::close(socket_);
  }

  HttpEndpoint endpoint() const { return {.host = "127.0.0.1", .port = port_}; }
  const std::string& received() const { return received_; }

 private:
  void serve(const std::string& bytes) {
    const int client = ::accept(socket_, nullptr, nullptr);
    char buffer[4096];
    const ssize_t count = ::recv(client, buffer, sizeof(buffer), 0);
    if (count > 0) received_.append(buffer, static_cast<std::size_t>(count));
    ::send(client, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    ::close(client);
  }

  int socket_;
  std::uint16_t port_ = 0;
  std::string received_;
  std::thread thread_;
};

}  // namespace

TEST_SUITE("wire: an HTTP client") {
  TEST_CASE("a request is answered") {
    const auto listener = start([](HttpRequest& request) {
      return HttpResponse{.status = 201,
                          .headers = {{"X-Echo", request.target}},
                          .body = request.method + " " + request.body.str()};
    });
    HttpClient client;
    const auto answer =
        client.send(at(*listener), {.method = "POST", .target = "/a", .body = "hello"});
    REQUIRE(answer.ok());
    CHECK(answer->status == 201);
    CHECK(*answer->headers.find("x-echo") == "/a");
    CHECK(answer->body.view() == "POST hello");
  }

  TEST_CASE("target and fields leave byte for byte") {
    RawServer server("HTTP/1.1 204 No Content\r\n\r\n");
    HttpClient client;
    const auto answer = client.send(
        server.endpoint(), {.method = "PUT",
                            .target = "/a%2Fb//../%c3%A9+'()?x=%20+&y&&z=",
                            .headers = {{"Host", "photos.example"}, {"x-B", "%41 \xc3\xa9"}},
                            .body = "body"});
    REQUIRE(answer.ok());
    CHECK(server.received() ==
          "PUT /a%2Fb//../%c3%A9+'()?x=%20+&y&&z= HTTP/1.1\r\nHost: photos.example\r\n"
          "x-B: %41 \xc3\xa9\r\nContent-Length: 4\r\n\r\nbody");
  }

  TEST_CASE("the fields of an answer come as they were sent, repeated ones too") {
    RawServer server(
        "HTTP/1.1 200 OK\r\nX-Name: %41+b \xc3\xa9  \r\nSet-Cookie: a\r\nSet-Cookie: b\r\n"
        "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc");
    HttpClient client;
    const auto answer = client.send(server.endpoint(), {});
    REQUIRE(answer.ok());
    CHECK(*answer->headers.find("x-name") == "%41+b \xc3\xa9");
    CHECK(answer->headers.size() == 5);
    CHECK(answer->body.view() == "abc");
  }

  TEST_CASE("a body ends where its framing says") {
    struct Case {
      std::string_view method;
      std::string_view bytes;
      std::string_view body;
    };
    for (const Case& each : {
             Case{"GET", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nabc", "ab"},
             Case{"GET",
                  "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1;x=y\r\nc\r\n"
                  "0\r\nx-trailer: 1\r\n\r\n",
                  "abc"},
             Case{"GET", "HTTP/1.1 200 OK\r\n\r\nuntil the end", "until the end"},
             Case{"GET", "HTTP/1.0 200 OK\r\n\r\nold", "old"},
             Case{"GET", "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n", ""},
             Case{"HEAD", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", ""},
             Case{"PUT",
                  "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx",
                  "x"},
         }) {
      CAPTURE(each.bytes);
      RawServer server{std::string(each.bytes)};
      HttpClient client;
      const auto answer = client.send(server.endpoint(), {.method = std::string(each.method)});
      REQUIRE(answer.ok());
      CHECK(answer->body.view() == each.body);
    }
  }

  TEST_CASE("an answer that is cut, or none, is an error") {
    for (const std::string_view bytes :
         {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n", "SSH-2.0-x\r\n"}) {
      CAPTURE(bytes);
      RawServer server{std::string(bytes)};
      HttpClient client;
      const auto answer = client.send(server.endpoint(), {});
      REQUIRE_FALSE(answer.ok());
      CHECK(answer.error().code == "ConnectionError");
      CHECK(answer.error().status == 0);
    }
  }

  TEST_CASE("a body that is too long is not taken") {
    RawServer server("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabcde");
    HttpClient client({.body_bytes_max = 4});
    CHECK_FALSE(client.send(server.endpoint(), {}).ok());
  }

  TEST_CASE("an answer that does not come in time is an error") {
    std::promise<void> given_up;
    const auto listener = start([&given_up](HttpRequest&) {
      given_up.get_future().wait();
      return HttpResponse{};
    });
    HttpClient client({.read_timeout = 20ms});
    const auto answer = client.send(at(*listener), {});
    given_up.set_value();
    REQUIRE_FALSE(answer.ok());
    CHECK(answer.error().code == "RequestTimeout");
    CHECK(answer.error().message == at(*listener).authority() + " did not answer in time");
  }

  TEST_CASE("where nobody listens, the error says so") {
    auto listener = start([](HttpRequest&) { return HttpResponse{}; });
    const HttpEndpoint endpoint = at(*listener);
    listener->stop();
    HttpClient client;
    const auto answer = client.send(endpoint, {});
    REQUIRE_FALSE(answer.ok());
    CHECK(answer.error().message ==
          "cannot connect to " + endpoint.authority() + ": Connection refused");
  }

  TEST_CASE("what would be read as something else is not sent") {
    HttpClient client;
    for (const HttpRequest& request :
         {HttpRequest{.method = "GET /x"}, HttpRequest{.target = "/ HTTP/1.1\r\nX: y"},
          HttpRequest{.target = "/a b"}, HttpRequest{.headers = {{"a", "b\r\nc: d"}}},
          HttpRequest{.headers = {{"a:b", "c"}}}}) {
      const auto answer = client.send({.host = "127.0.0.1", .port = 1}, request);
      REQUIRE_FALSE(answer.ok());
      CHECK(answer.error().code == "InvalidRequest");
    }
  }

  TEST_CASE("a connection is used again, and a new one made when the server has closed it") {
    std::atomic<int> answered{0};
    auto listener = start([&answered](HttpRequest&) {
      ++answered;
      return HttpResponse{.body = "x"};
    });
    HttpClient client;
    for (int i = 0; i < 5; ++i) REQUIRE(client.send(at(*listener), {}).ok());
    CHECK(listener->connections() == 1);
    const int port = listener->port();
    listener->stop();
    listener = start([](HttpRequest&) { return HttpResponse{.body = "y"}; }, {.port = port});
    const auto answer = client.send(at(*listener), {});
    REQUIRE(answer.ok());
    CHECK(answer->body.view() == "y");
    CHECK(answered == 5);
  }

  TEST_CASE("many threads share a client") {
    const auto listener =
        start([](HttpRequest& request) { return HttpResponse{.body = request.body}; });
    HttpClient client({.idle_connections_max = 4});
    std::vector<std::thread> threads;
    threads.reserve(8);
    std::atomic<int> right{0};
    for (int t = 0; t < 8; ++t) {
      threads.emplace_back([&, t] {
        for (int i = 0; i < 20; ++i) {
          const std::string body = std::to_string(t) + ":" + std::to_string(i);
          const auto answer = client.send(at(*listener), {.method = "POST", .body = body});
          if (answer.ok() && answer->body.view() == body) ++right;
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(right == 160);
  }

  TEST_CASE("a server that refuses a body is heard, though it has not read it") {
    auto listener = Listener::start({}, {.answer = [](HttpRequest&) { return HttpResponse{}; }});
    REQUIRE(listener.ok());
    HttpClient client;
    const auto answer = client.send(
        at(**listener), {.method = "PUT", .body = std::string(std::size_t{5} << 20, 'x')});
    REQUIRE(answer.ok());
    CHECK(answer->status == 413);
  }
}

TEST_SUITE("wire: an HTTP client with TLS") {
  TEST_CASE("a server is trusted by its certificate, or without one when told so") {
    const TlsIdentity identity = make_self_signed_identity();
    const auto listener = start(
        [](HttpRequest& request) { return HttpResponse{.body = request.body}; }, {.tls = identity});
    HttpEndpoint endpoint = at(*listener);
    endpoint.tls = true;
    const std::string body(3'000'000, 'x');
    const HttpRequest request{.method = "PUT", .body = body};

    HttpClient careless({.tls = {.verify = false}});
    for (int i = 0; i < 3; ++i) {
      const auto answer = careless.send(endpoint, request);
      REQUIRE(answer.ok());
      CHECK(answer->body.view() == body);
    }
    CHECK(listener->connections() == 1);

    const auto refused = HttpClient().send(endpoint, request);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().message.starts_with("the certificate of 127.0.0.1 is not accepted: "));

    const std::string file = "http_client_test." + std::to_string(::getpid()) + ".pem";
    std::ofstream(file) << identity.certificate;
    HttpClient trusting({.tls = {.ca_file = file}});
    CHECK(trusting.send(endpoint, request).ok());
    ::unlink(file.c_str());
  }

  TEST_CASE("a server that does not speak TLS, or a file that holds no authority, is an error") {
    const auto listener = start([](HttpRequest&) { return HttpResponse{}; });
    HttpEndpoint endpoint = at(*listener);
    endpoint.tls = true;
    HttpClient client({.tls = {.verify = false}});
    CHECK(client.send(endpoint, {}).error().message ==
          "127.0.0.1 did not agree on a TLS connection");
    HttpClient lost({.tls = {.ca_file = "/no/such/file"}});
    CHECK(lost.send(endpoint, {}).error().message == "cannot read certificates from /no/such/file");
  }
}

TEST_SUITE("wire: an endpoint") {
  TEST_CASE("a URL says where to connect") {
    const auto plain = parse_endpoint("http://LocalHost:4566/");
    REQUIRE(plain.ok());
    CHECK(*plain == HttpEndpoint{.tls = false, .host = "localhost", .port = 4566});
    CHECK(plain->authority() == "localhost:4566");
    const auto tls = parse_endpoint("https://sqs.eu-west-1.amazonaws.com");
    REQUIRE(tls.ok());
    CHECK(*tls == HttpEndpoint{.tls = true, .host = "sqs.eu-west-1.amazonaws.com", .port = 443});
    CHECK(tls->authority() == "sqs.eu-west-1.amazonaws.com");
    CHECK(parse_endpoint("http://[::1]:4566")->authority() == "[::1]:4566");
  }

  TEST_CASE("what is not an endpoint is refused") {
    for (const std::string_view url : {"", "localhost:4566", "ftp://a", "http://", "http://a/b",
                                       "http://a?b", "http://u@a", "http://a:x"}) {
      CAPTURE(url);
      CHECK_FALSE(parse_endpoint(url).ok());
    }
  }
}
