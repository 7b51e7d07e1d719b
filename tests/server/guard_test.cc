#include "server/control/guard.h"

#include <doctest/doctest.h>

#include <string>

using namespace emu;
using emu::server::Guard;

namespace {

HttpRequest request(std::string host, HttpHeaders headers = {}) {
  return {.host = std::move(host), .target = "/_emu/clock", .headers = std::move(headers)};
}

}  // namespace

TEST_SUITE("server: who may use the controls") {
  TEST_CASE("a program on this machine may, by any of the machine's own names") {
    const Guard guard("127.0.0.1");
    for (const char* host :
         {"localhost:4566", "127.0.0.1:4566", "127.0.0.2", "[::1]:4566", "LocalHost",
          "localhost.localstack.cloud:4566", "sqs.localhost.localstack.cloud", "emu.localhost:1"}) {
      INFO(host);
      CHECK_FALSE(guard.refusal(RequestParts(request(host))));
    }
  }

  TEST_CASE("a name that somebody else could own is refused") {
    const Guard guard("127.0.0.1");
    for (const char* host :
         {"evil.com", "evil.com:4566", "localhost.evil.com", "notlocalhost", "127.0.0.1.evil.com",
          "xlocalhost.localstack.cloud", "10.0.0.1", "", "a b"}) {
      INFO(host);
      CHECK(guard.refusal(RequestParts(request(host))));
    }
  }

  TEST_CASE("a page of another origin is refused, one of the server's own is not") {
    const Guard guard("127.0.0.1");
    const auto with = [](const char* name, const char* value) {
      return request("127.0.0.1:4566", {{name, value}});
    };
    CHECK_FALSE(guard.refusal(RequestParts(with("Origin", "http://127.0.0.1:4566"))));
    CHECK(guard.refusal(RequestParts(with("Origin", "http://127.0.0.1:3000"))));
    CHECK(guard.refusal(RequestParts(with("Origin", "https://evil.com"))));
    CHECK(guard.refusal(RequestParts(with("Origin", "null"))));
    CHECK_FALSE(guard.refusal(RequestParts(with("Sec-Fetch-Site", "same-origin"))));
    CHECK_FALSE(guard.refusal(RequestParts(with("Sec-Fetch-Site", "none"))));
    CHECK(guard.refusal(RequestParts(with("Sec-Fetch-Site", "cross-site"))));
    CHECK(guard.refusal(RequestParts(with("Sec-Fetch-Site", "same-site"))));
  }

  TEST_CASE("other machines may only if the server listens for them") {
    HttpRequest from_elsewhere = request("10.0.0.1:4566");
    from_elsewhere.source_ip = "10.0.0.9";
    CHECK(Guard("127.0.0.1").refusal(RequestParts(from_elsewhere)));
    CHECK_FALSE(Guard("0.0.0.0").refusal(RequestParts(from_elsewhere)));
    CHECK_FALSE(Guard("10.0.0.1").refusal(RequestParts(from_elsewhere)));
    from_elsewhere.host = "evil.com";
    CHECK(Guard("0.0.0.0").refusal(RequestParts(from_elsewhere)));
    from_elsewhere.host = "Testbed.example:4566";
    CHECK_FALSE(Guard("testbed.example").refusal(RequestParts(from_elsewhere)));
  }
}
