#include "server/outgoing.h"

#include <doctest/doctest.h>

namespace emu::server {

TEST_SUITE("server: outgoing requests") {
  TEST_CASE("they go to this machine and to hosts beside it") {
    const auto sender = make_sender();
    for (const char* host : {"127.0.0.1", "127.0.0.1:8080", "[::1]:80", "localhost:3000",
                             "hooks.localhost", "HOOKS", "host.docker.internal"}) {
      CHECK_MESSAGE(sender->reaches(host), host);
    }
  }

  TEST_CASE("they go nowhere else, however the place is written") {
    const auto sender = make_sender();
    for (const char* host :
         {"example.com", "127.example.com", "127.0.0.1.example.com", "8.8.8.8", "134744072",
          "0x08080808", "010.8.8.8", "[2001:db8::1]", "localhost.example.com", "", ":80"}) {
      CHECK_FALSE_MESSAGE(sender->reaches(host), host);
    }
  }
}

}  // namespace emu::server
