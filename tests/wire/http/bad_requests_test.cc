// Requests that nobody should answer: each is refused with the right status, its connection ends,
// and the server goes on.

#include <doctest/doctest.h>

#include <atomic>
#include <string>
#include <vector>

#include "support/raw_client.h"
#include "wire/http/listener.h"

using namespace emu;
using namespace emu::wire;
using emu::test::RawClient;

namespace {

struct BadRequest {
  std::string text;
  int status = 400;
};

std::string get(const std::string& fields) {
  return "GET / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
}

std::string put(const std::string& fields, const std::string& body = "") {
  return "PUT / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n" + body;
}

std::string chunked(const std::string& body) { return put("Transfer-Encoding: chunked\r\n", body); }

std::vector<BadRequest> request_lines() {
  return {
      {"GET\r\n\r\n"},
      {"GET /\r\nHost: a\r\n\r\n"},
      {"GET / \r\nHost: a\r\n\r\n"},
      {"GET  / HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"GET /  HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"GET / HTTP/1.1 \r\nHost: a\r\n\r\n"},
      {" GET / HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"\tGET / HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"GET\t/\tHTTP/1.1\r\nHost: a\r\n\r\n"},
      {"GET / HTTP/1.1\nHost: a\r\n\r\n"},
      {"GET / HTTP/1.1\rHost: a\r\n\r\n"},
      {"GET / HTTP/1.1\r\r\nHost: a\r\n\r\n"},
      {"GET / http/1.1\r\nHost: a\r\n\r\n"},
      {"GET / HTTP/1\r\nHost: a\r\n\r\n"},
      {"GET / HTTP/11\r\nHost: a\r\n\r\n"},
      {"GET / HTTP/1.1x\r\nHost: a\r\n\r\n"},
      {"GET / FTP/1.1\r\nHost: a\r\n\r\n"},
      {"GET / HTTP/0.9\r\nHost: a\r\n\r\n", 505},
      {"GET / HTTP/1.2\r\nHost: a\r\n\r\n", 505},
      {"GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505},
      {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
      {"GET /\x01 HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"GET /\x7f HTTP/1.1\r\nHost: a\r\n\r\n"},
      {std::string("GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n", 28)},
      {"GET a HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"GET a/b HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"GET ftp://a/ HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"GET http:///a HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"GET http://u@a/ HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"GET * HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"GET ?a HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"get / HTTP/1.1\r\nHost: a\r\n\r\n", 405},
      {"BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 405},
      {"G(T / HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"G\xc3\xa9T / HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n", 405},
      {"/ HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"\x16\x03\x01\x02\x01\x01\x0a\x0d\x0a\x0d\x0a"},
      {"SSH-2.0-OpenSSH_9.2\r\n\r\n"},
      {"GET /" + std::string(16UL * 1024, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414},
      {"GET /?" + std::string(100'000, 'a'), 414},
      {std::string(100'000, 'A'), 414},
  };
}

std::vector<BadRequest> headers() {
  std::string many;
  for (int i = 0; i < 201; ++i) many += "X-" + std::to_string(i) + ": 1\r\n";
  std::string large;
  for (int i = 0; i < 6; ++i) large += "X-A: " + std::string(15'000, 'a') + "\r\n";
  return {
      {get("A : b\r\n")},
      {get("A\t: b\r\n")},
      {get(" A: b\r\n")},
      {get("A: b\r\n c\r\n")},
      {get("A: b\r\n\tc\r\n")},
      {get("A: b\nC: d\r\n")},
      {get("A: b\rC: d\r\n")},
      {get("A: b\r\r\n")},
      {get("A\r\n")},
      {get(": b\r\n")},
      {get("A b: c\r\n")},
      {get("A(: c\r\n")},
      {get("\"A\": c\r\n")},
      {get("A: \x01\r\n")},
      {get("A: \x7f\r\n")},
      {get(std::string("A: \0\r\n", 6))},
      {get(std::string("A\0: b\r\n", 7))},
      {get("\xc3\xa9: b\r\n")},
      {get("Host: a\r\n")},
      {get("Host: b\r\n")},
      {get("HOST: b\r\n")},
      {"GET / HTTP/1.1\r\n\r\n"},
      {"GET / HTTP/1.1\r\nX-Host: a\r\n\r\n"},
      {"GET / HTTP/1.1\r\nHost: a b\r\n\r\n"},
      {"GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"},
      {"GET / HTTP/1.1\r\nHost: u@a\r\n\r\n"},
      {"GET / HTTP/1.1\r\nHost: a,b\r\n\r\n"},
      {get("Expect: 200-ok\r\n"), 417},
      {get("A: " + std::string(16UL * 1024, 'a') + "\r\n"), 431},
      {get(std::string(17'000, 'a') + ": b\r\n"), 431},
      {get("A: " + std::string(100'000, 'a')), 431},
      {get(many), 431},
      {get(large), 431},
  };
}

std::vector<BadRequest> bodies() {
  return {
      {put("Content-Length: 3\r\nContent-Length: 4\r\n", "abcd")},
      {put("Content-Length: 3\r\nContent-Length: 3\r\n", "abc")},
      {put("Content-Length: 3, 3\r\n", "abc")},
      {put("Content-Length: 3, 4\r\n", "abcd")},
      {put("Content-Length: -1\r\n")},
      {put("Content-Length: +3\r\n", "abc")},
      {put("Content-Length: 0x3\r\n", "abc")},
      {put("Content-Length: 3 3\r\n", "abc")},
      {put("Content-Length: 3a\r\n", "abc")},
      {put("Content-Length: \r\n")},
      {put("Content-Length: 18446744073709551616\r\n")},
      {put("Content-Length: 99999999999999999999999\r\n")},
      {put("Content-Length: 1844674407370955160\r\n"), 413},
      {put("Content-Length: 18446744073709551615\r\n")},
      {put("Content-Length: 1048577\r\n"), 413},
      {put("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n", "0\r\n\r\n")},
      {put("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")},
      {put("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")},
      {put("Transfer-Encoding: gzip\r\n")},
      {put("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n")},
      {put("Transfer-Encoding: chunked, gzip\r\n", "0\r\n\r\n")},
      {put("Transfer-Encoding: identity\r\nContent-Length: 3\r\n", "abc")},
      {put("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n")},
      {put("Transfer-Encoding: chunked;q=1\r\n", "0\r\n\r\n")},
      {put("Transfer-Encoding:\r\n")},
      {put("Transfer-Encoding: \"chunked\"\r\n", "0\r\n\r\n")},
      {put("Transfer_Encoding: chunked\r\nTransfer-Encoding : chunked\r\n", "0\r\n\r\n")},
      {"PUT / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
      {chunked("x\r\n")},
      {chunked("-1\r\n")},
      {chunked("+1\r\na\r\n")},
      {chunked("0x1\r\na\r\n")},
      {chunked(" 1\r\na\r\n")},
      {chunked("\r\n")},
      {chunked("1 1\r\na\r\n")},
      {chunked("1\na\r\n0\r\n\r\n")},
      {chunked("1\r\nab\r\n0\r\n\r\n")},
      {chunked("1\r\na\n0\r\n\r\n")},
      {chunked("1\r\na0\r\n\r\n")},
      {chunked("1\r\naXX0\r\n\r\n")},
      {chunked("1;a\rb\r\na\r\n")},
      {chunked("fffffffffffffffff\r\n")},
      {chunked("ffffffffffffffff\r\n"), 413},
      {chunked("100001\r\n"), 413},
      {chunked("1;" + std::string(10'000, 'a'))},
      {chunked(std::string(10'000, '0'))},
      {chunked("0\r\nA\r\n\r\n")},
      {chunked("0\r\n: b\r\n\r\n")},
      {chunked("0\r\n A: b\r\n\r\n")},
      {chunked("0\r\nA: b\n\r\n")},
      {chunked("0\r\nA : b\r\n\r\n")},
  };
}

}  // namespace

TEST_SUITE("wire: bad requests") {
  TEST_CASE("each of a hundred is refused with the right status, and the server stays healthy") {
    std::atomic<int> answered{0};
    const auto listener = Listener::start({}, {.answer = [&answered](HttpRequest& request) {
                                            ++answered;
                                            return HttpResponse{.body = request.body};
                                          }});
    REQUIRE(listener.ok());
    const int port = (*listener)->port();
    const std::string good = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nok";
    std::size_t count = 0;
    for (const auto& table : {request_lines(), headers(), bodies()}) {
      for (const BadRequest& bad : table) {
        CAPTURE(bad.text.substr(0, 300));
        const int answered_before = answered;
        RawClient client(port);
        // What is smuggled behind a bad request must not be answered either.
        client.send(bad.text + good);
        client.end_sending();
        const std::string reply = client.read_all();
        CHECK(reply.starts_with("HTTP/1.1 " + std::to_string(bad.status) + " "));
        CHECK(reply.find("Connection: close\r\n") != std::string::npos);
        CHECK(reply.find("HTTP/1.1", 1) == std::string::npos);
        CHECK(answered == answered_before);
        ++count;
      }
      RawClient client(port);
      client.send(good);
      CHECK(client.read_until("ok").ends_with("\r\n\r\nok"));
    }
    CHECK(count > 100);
  }
}
