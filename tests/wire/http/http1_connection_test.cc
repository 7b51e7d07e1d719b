#include "wire/http/http1_connection.h"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "wire/http/memory_transport.h"
#include "wire/limits.h"

using namespace emu;
using namespace emu::wire;
using emu::test::talk;

namespace {

// Answers with what it was asked, one line each.
HttpHandler echo() {
  return {.answer = [](HttpRequest& request) {
    std::string text = request.method + " " + request.target + " " + request.host + "\n";
    for (const auto& [name, value] : request.headers) {
      text.append(name).append("=").append(value).append("\n");
    }
    text += "[" + request.body.str() + "]";
    for (const auto& [name, value] : request.trailers) {
      text.append(" ").append(name).append("=").append(value);
    }
    return HttpResponse{.body = text};
  }};
}

HttpHandler fixed(const HttpResponse& response) {
  return {.answer = [response](HttpRequest&) { return response; }};
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_SUITE("wire: an HTTP/1.1 connection") {
  TEST_CASE("a request is answered, and the connection waits for the next one") {
    CHECK(talk(fixed({.headers = {{"X-A", "b"}}, .body = "hi"}),
               "GET / HTTP/1.1\r\nHost: a\r\n\r\n") ==
          "HTTP/1.1 200 OK\r\nX-A: b\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
          "Content-Length: 2\r\n\r\nhi");
  }

  // As recorded from AWS: who expects it is told so, however the body is framed, if there is any.
  TEST_CASE("100 goes before the answer to whoever expects it") {
    const auto begins_with_100 = [](std::string_view fields) {
      return talk(echo(), std::string("PUT / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n")
                              .append(fields))
          .starts_with("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n");
    };
    CHECK(begins_with_100("\r\n"));
    CHECK(begins_with_100("Content-Length: 0\r\n\r\n"));
    CHECK_FALSE(begins_with_100("Content-Length: 2\r\n\r\nhi"));  // it has not waited
  }

  TEST_CASE("a refusal by the head goes in the place of 100") {
    HttpHandler handler = echo();
    handler.look = [](const HttpRequest&) {
      return HeadDecision{.answer = HttpResponse{.status = 403}};
    };
    for (const char* length : {"0", "2"}) {
      const std::string reply =
          talk(handler, std::string("PUT / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n"
                                    "Content-Length: ") +
                            length + "\r\n\r\n");
      CHECK(reply.starts_with("HTTP/1.1 403 "));
    }
  }

  TEST_CASE("target and header values arrive byte for byte") {
    const std::string reply =
        talk(echo(),
             "GET /a%2Fb//c+%2B?x=a=b&x=1?&y HTTP/1.1\r\nHost: Bucket.S3:4566\r\n"
             "X-Amz-Tagging: a%26b=%25 c\r\nx-empty:\r\nX-Utf8:  \xc3\xbc \r\n\r\n");
    CHECK(contains(reply, "GET /a%2Fb//c+%2B?x=a=b&x=1?&y Bucket.S3:4566\n"));
    CHECK(contains(reply, "X-Amz-Tagging=a%26b=%25 c\n"));
    CHECK(contains(reply, "x-empty=\n"));
    CHECK(contains(reply, "X-Utf8=\xc3\xbc\n"));
  }

  TEST_CASE("requests sent without waiting are answered in their order, however they arrive") {
    const std::string requests =
        "PUT /1 HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc"
        "GET /2 HTTP/1.1\r\nHost: a\r\n\r\n\r\n"
        "POST /3 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n"
        "3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nX-Sum: 1\r\n\r\n"
        "GET /4 HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nok";
    const std::string all_at_once = talk(echo(), requests);
    CHECK(count(all_at_once, "HTTP/1.1 200 OK") == 4);
    CHECK(contains(all_at_once, "[abcde] X-Sum=1"));
    CHECK(contains(all_at_once, "GET /4 a\nHost=a\nContent-Length=2\n[ok]"));
    for (const std::size_t piece : {1, 2, 7, 100}) {
      CAPTURE(piece);
      CHECK(talk(echo(), requests, piece) == all_at_once);
    }
  }

  TEST_CASE("each reply leaves in one piece") {
    test::MemoryTransport transport("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    std::atomic<bool> stopping{false};
    ConnectionLife life{.stopping = stopping};
    serve_http1(transport, fixed({.body = std::string(100'000, 'x')}), {}, {}, life);
    CHECK(transport.writes == 1);
  }

  TEST_CASE("a large body comes in whole, of known length or in chunks") {
    std::string body;
    for (int i = 0; i < 300'000; ++i) body += static_cast<char>('a' + i % 23);
    std::string seen;
    const HttpHandler keep{.answer = [&seen](HttpRequest& request) {
      seen = request.body.str();
      return HttpResponse{};
    }};
    for (const std::size_t piece : {0, 1000, 65'536}) {
      CAPTURE(piece);
      seen.clear();
      talk(keep, "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 300000\r\n\r\n" + body, piece);
      CHECK(seen == body);
      seen.clear();
      talk(keep,
           "PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n30d40\r\n" +
               body.substr(0, 200'000) + "\r\n186a0\r\n" + body.substr(200'000) + "\r\n0\r\n\r\n",
           piece);
      CHECK(seen == body);
    }
  }

  TEST_CASE("a target in absolute form names the host, also for who verifies the signature") {
    const std::string reply = talk(
        echo(), "GET http://one.example/a?b HTTP/1.1\r\nhost: other.example\r\nX-A: b\r\n\r\n");
    CHECK(contains(reply, "GET /a?b one.example\n"));
    CHECK(contains(reply, "=one.example\n"));
    CHECK_FALSE(contains(reply, "other.example"));
  }

  TEST_CASE("who is not answered is told so in the handler's words") {
    HttpHandler handler = echo();
    handler.refuse = [](const HttpRequest& request, const HttpRefusal& refusal) {
      const std::string* target = request.headers.find("X-Amz-Target");
      return HttpResponse{
          .status = refusal.status,
          .body = request.method + " " + request.target + " " + (target == nullptr ? "" : *target)};
    };
    const std::string fields = " /a?b HTTP/1.1\r\nX-Amz-Target: X.Y\r\nHost: a\r\n";
    for (const std::string& request :
         {"GET" + fields + "A: b\nB: c\r\n\r\n", "GET" + fields + "A b: c\r\n\r\n",
          "GET" + fields + "A: " + std::string(20'000, 'a'),
          "GET" + fields + "Content-Length: 2000000\r\n\r\n",
          "GET" + fields + "Transfer-Encoding: chunked\r\n\r\nx\r\n"}) {
      CAPTURE(request.substr(0, 200));
      CHECK(talk(handler, request).ends_with("\r\n\r\nGET /a?b X.Y"));
    }
    // What HEAD is answered has no body.
    CHECK(talk(handler, "HEAD" + fields + "A b: c\r\n\r\n").ends_with("\r\n\r\n"));
    CHECK(talk(handler, "BREW" + fields + "\r\n").starts_with("HTTP/1.1 405 "));
    CHECK(talk(handler, "\x16\x03\x01\r\n\r\n").starts_with("HTTP/1.1 400 "));
    handler.answer = [](HttpRequest&) -> HttpResponse { throw std::runtime_error("secret"); };
    const std::string failed = talk(handler, "GET" + fields + "\r\n");
    CHECK(failed.starts_with("HTTP/1.1 500 "));
    CHECK(failed.ends_with("GET /a?b X.Y"));
  }

  TEST_CASE("a body waits for its turn, one that is hardly any does not") {
    BodyBudget budget{{.bytes_max = 1}};
    const auto put = [&](std::size_t bytes) {
      const HttpHandler measure = {
          .look = [](const HttpRequest&) { return HeadDecision{.body_bytes_max = 1 << 20}; },
          .answer =
              [](HttpRequest& request) {
                return HttpResponse{.body = std::to_string(request.body.size())};
              }};
      return talk(measure,
                  "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(bytes) +
                      "\r\n\r\n" + std::string(bytes, 'x'),
                  0, &budget);
    };
    std::string reply;
    std::atomic<bool> is_answered = false;
    std::thread large;
    {
      const auto lease = budget.take(1);
      CHECK(put(kCountedBodyBytesMin - 1).ends_with("65535"));
      large = std::thread([&] {
        reply = put(kCountedBodyBytesMin);
        is_answered = true;
      });
      while (budget.waiting() == 0 && !is_answered) {
      }
      CHECK_FALSE(is_answered);
    }
    large.join();
    CHECK(reply.ends_with("65536"));
    CHECK(budget.taken() == 0);
  }

  TEST_CASE("a body takes its turn with its first byte, and one in chunks before it is worth one") {
    BodyBudget budget{{.bytes_max = 1}};
    std::size_t taken = 0;
    const auto begin = [&](const std::string& fields) {
      test::MemoryTransport transport("PUT / HTTP/1.1\r\nHost: a\r\n" + fields);
      transport.at_end = [&] {
        taken = budget.taken();
        return Transport::Outcome::kEnd;
      };
      std::atomic<bool> stopping{false};
      ConnectionLife life{.stopping = stopping};
      const HttpHandler handler = {
          .look = [](const HttpRequest&) { return HeadDecision{.body_bytes_max = 2'000'000}; },
          .answer = [](HttpRequest&) { return HttpResponse{}; }};
      serve_http1(transport, handler, {.bodies = &budget}, {}, life);
      CHECK(budget.taken() == 0);
      return taken;
    };
    CHECK(begin("Content-Length: 65536\r\n\r\n") == 0);
    CHECK(begin("Content-Length: 65536\r\n\r\nx") == 65'536);
    CHECK(begin("Content-Length: 65536\r\nExpect: 100-continue\r\n\r\n") == 0);
    CHECK(begin("Transfer-Encoding: chunked\r\n\r\n10\r\n") == 0);
    CHECK(begin("Transfer-Encoding: chunked\r\n\r\n10000\r\nx") == 2'000'000);
  }

  TEST_CASE("a body that stops gives its turn up to who waits for it") {
    BodyBudget budget{{.bytes_max = 1}};
    test::MemoryTransport transport("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 65536\r\n\r\nx");
    transport.at_end = [] { return Transport::Outcome::kTimeout; };
    std::thread stalled([&] {
      std::atomic<bool> stopping{false};
      ConnectionLife life{.stopping = stopping};
      const HttpHandler handler = {
          .look = [](const HttpRequest&) { return HeadDecision{.body_bytes_max = 2'000'000}; },
          .answer = [](HttpRequest&) { return HttpResponse{}; }};
      serve_http1(transport, handler,
                  {.stall_timeout = std::chrono::milliseconds(0), .bodies = &budget}, {}, life);
    });
    while (budget.taken() == 0) {
    }
    const auto lease = budget.take(65'536);
    stalled.join();
    CHECK(transport.output.starts_with("HTTP/1.1 408 "));
  }

  TEST_CASE("a connection ends when either side wants it to") {
    const std::string two =
        "GET / HTTP/1.1\r\nHost: a\r\nConnection: x, CLOSE\r\n\r\n"
        "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    const std::string reply = talk(fixed({}), two);
    CHECK(count(reply, "HTTP/1.1 200") == 1);
    CHECK(contains(reply, "\r\nConnection: close\r\n"));
    CHECK(count(talk(fixed({.headers = {{"connection", "close"}}}),
                     "GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"),
                "HTTP/1.1 200") == 1);
  }

  TEST_CASE("HTTP/1.0 needs no host, and keeps a connection only when asked") {
    CHECK(contains(talk(fixed({}), "GET / HTTP/1.0\r\n\r\n"), "Connection: close"));
    const std::string kept = talk(fixed({}),
                                  "GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n"
                                  "GET / HTTP/1.0\r\n\r\n");
    CHECK(count(kept, "HTTP/1.1 200") == 2);
    CHECK(contains(kept, "Connection: keep-alive"));
  }

  TEST_CASE("HEAD gets the length of a body but no body") {
    const std::string reply = talk(fixed({.body = "hello"}), "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(contains(reply, "Content-Length: 5\r\n"));
    CHECK(reply.ends_with("\r\n\r\n"));
    // S3's answer to HeadObject knows a length without holding the body.
    CHECK(contains(
        talk(fixed({.headers = {{"Content-Length", "123"}}}), "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n"),
        "Content-Length: 123\r\n"));
  }

  TEST_CASE("a status that has no body has no length either") {
    for (const int status : {204, 304}) {
      const std::string reply =
          talk(fixed({.status = status, .body = "x"}), "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
      CHECK_FALSE(contains(reply, "Content-Length"));
      CHECK(reply.ends_with("\r\n\r\n"));
    }
  }

  TEST_CASE("a client that expects 100 is told to go on, but only if the body is wanted") {
    const std::string head =
        "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-Continue\r\n\r\n";
    const std::string accepted = talk(echo(), head + "abc", head.size());
    CHECK(accepted.starts_with("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n"));
    CHECK(contains(accepted, "[abc]"));
    // Who sends the body at once needs no word.
    CHECK(talk(echo(), head + "abc").starts_with("HTTP/1.1 200 OK\r\n"));

    HttpHandler refusing = echo();
    refusing.look = [](const HttpRequest&) {
      return HeadDecision{.answer = HttpResponse{.status = 403}};
    };
    const std::string refused = talk(refusing, head + "abc", head.size());
    CHECK(refused.starts_with("HTTP/1.1 403 Forbidden\r\n"));
    CHECK(contains(refused, "Connection: close"));
    CHECK(count(refused, "HTTP/1.1") == 1);
  }

  TEST_CASE("a body longer than the handler allows is refused with 413") {
    HttpHandler small = echo();
    small.look = [](const HttpRequest& request) {
      return HeadDecision{.body_bytes_max = request.target == "/big" ? 100u : 4u};
    };
    CHECK(talk(small, "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nabcd")
              .starts_with("HTTP/1.1 200"));
    CHECK(talk(small, "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabcde")
              .starts_with("HTTP/1.1 413"));
    CHECK(talk(small, "PUT /big HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabcde")
              .starts_with("HTTP/1.1 200"));
    CHECK(talk(small,
               "PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
               "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
              .starts_with("HTTP/1.1 413"));
  }

  TEST_CASE("an exception becomes a 500 that says nothing of it") {
    const HttpHandler failing{
        .answer = [](HttpRequest&) -> HttpResponse { throw std::runtime_error("secret"); }};
    const std::string reply = talk(failing, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(reply.starts_with("HTTP/1.1 500 Internal Server Error\r\n"));
    CHECK_FALSE(contains(reply, "secret"));
  }

  TEST_CASE("a header of the handler cannot add lines of its own") {
    const std::string reply =
        talk(fixed({.headers = {{"X-A", "b\r\nX-Evil: 1"}, {"bad name", "x"}}}),
             "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(contains(reply, "X-A: b  X-Evil: 1\r\n"));
    CHECK_FALSE(contains(reply, "bad name"));
  }

  TEST_CASE("a stream is sent piece by piece until it returns") {
    const HttpResponse streaming{.stream = [](HttpStream& stream) {
      CHECK(stream.write("data: 1\n\n"));
      CHECK(stream.is_open());
      CHECK(stream.write("data: 2\n\n"));
    }};
    const std::string reply = talk(fixed(streaming), "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(contains(reply, "Transfer-Encoding: chunked\r\n\r\n"));
    CHECK(reply.ends_with("9\r\ndata: 1\n\n\r\n9\r\ndata: 2\n\n\r\n0\r\n\r\n"));
    const std::string old = talk(fixed(streaming), "GET / HTTP/1.0\r\n\r\n");
    CHECK(old.ends_with("Connection: close\r\n\r\ndata: 1\n\ndata: 2\n\n"));
  }

  TEST_CASE("a target in absolute form names the host") {
    CHECK(contains(talk(echo(), "GET http://b.c:80/d?e HTTP/1.1\r\nHost: a\r\n\r\n"),
                   "GET /d?e b.c:80\n"));
    CHECK(contains(talk(echo(), "GET http://b.c HTTP/1.1\r\nHost: a\r\n\r\n"), "GET / b.c\n"));
  }

  TEST_CASE("a request that does not end is not answered") {
    CHECK(talk(echo(), "GET / HTTP/1.1\r\nHost: a\r\n").empty());
    CHECK(talk(echo(), "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabc").empty());
    CHECK(talk(echo(), "").empty());
  }
}
