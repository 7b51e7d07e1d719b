#include "core/gate/outbox.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace emu;

namespace {

constexpr std::size_t kMiB = std::size_t{1024} * 1024;

std::size_t kept(Outbox& outbox) { return outbox.peek({}).messages.size(); }

}  // namespace

TEST_SUITE("outbox") {
  TEST_CASE("the newest 1,000 messages are kept") {
    Outbox outbox("000000000000");
    for (std::size_t i = 0; i < kOutboxMessagesMax + 5; ++i) outbox.add("000000000000", {});
    CHECK(kept(outbox) == kOutboxMessagesMax);
    CHECK(outbox.peek({}).messages.front().id == "6");
    CHECK(outbox.clear("000000000000") == kOutboxMessagesMax);
    CHECK(outbox.clear("000000000000") == 0);
  }

  TEST_CASE("every text counts") {
    const std::string text(16 * kMiB, 'x');
    const std::vector<SentMessage> cases = {
        {.from = text},    {.to = text},   {.cc = {text}},          {.bcc = {text}},
        {.subject = text}, {.body = text}, {.undelivered = {text}}, {.raw = Blob(text)},
    };
    Outbox outbox("000000000000");
    for (const SentMessage& message : cases) {
      for (int i = 0; i < 4; ++i) outbox.add("000000000000", message);
      CHECK(kept(outbox) == 3);
    }
  }

  TEST_CASE("no id is the id of no message") {
    Outbox outbox("000000000000");
    outbox.add("000000000000", {.protocol = "sms", .body = "seat 12A"});
    CHECK_FALSE(outbox.remove("", ""));
    CHECK(outbox.remove("", "1"));
    CHECK(kept(outbox) == 0);
  }

  TEST_CASE("texts are valid UTF-8") {
    Outbox outbox("000000000000");
    outbox.add("000000000000",
               {.from = "\xff", .to = "\xc3", .bcc = {"a\xfe"}, .body = "\xe2\x82"});
    const SentMessage seen = outbox.peek({}).messages.at(0);
    CHECK(seen.from == "\ufffd");
    CHECK(seen.to == "\ufffd");
    CHECK(seen.bcc == std::vector<std::string>{"a\ufffd"});
    CHECK(seen.body == "\ufffd\ufffd");
  }
}
