// Groups of a FIFO queue that is looked through no further than to its third message.
// Source: Amazon SQS Developer Guide, "Avoid large message backlogs with the same message group ID
// in Amazon SQS".
#include "sqs/message_groups.h"

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <string>

#include "sqs/message_store.h"

namespace emu::sqs {

namespace {

using namespace std::chrono_literals;

const std::string kGroupSender = "AIDAEXAMPLE";

struct ShortSighted {
  MessageStore store;
  Time now{};

  ShortSighted() { store.order_by_group(3); }

  void add(const std::string& group, const std::string& body) {
    StoredMessage message;
    message.body = body;
    message.sender = &kGroupSender;
    message.sent = now;
    message.extras = std::make_unique<MessageExtras>();
    message.extras->group_id = group;
    store.add(std::move(message), now, now);
  }
  // The body of the next message; empty when there is none.
  std::string next() {
    const std::optional<MessageKey> key = store.next();
    return key ? store.find(*key)->body : std::string();
  }
  MessageKey receive(std::chrono::seconds visibility = 30s) {
    const MessageKey key = store.next().value();
    store.receive(key, now, now + visibility);
    return key;
  }
};

}  // namespace

TEST_SUITE("sqs: groups behind a backlog") {
  TEST_CASE_FIXTURE(ShortSighted, "a group behind the first messages waits until one has gone") {
    for (const char* body : {"a1", "a2", "a3"}) add("a", body);
    add("b", "b1");
    add("c", "c1");
    const MessageKey a1 = receive();
    CHECK(next().empty());
    CHECK(store.visible() == 4);
    store.remove(a1);
    CHECK(next() == "a2");
    const MessageKey a2 = receive();
    CHECK(next() == "b1");
    store.remove(a2);
    CHECK(next() == "a3");
    (void)receive();
    CHECK(next() == "b1");
    (void)receive();
    CHECK(next() == "c1");
  }

  TEST_CASE_FIXTURE(ShortSighted, "a message that is visible again is where it was") {
    for (const char* body : {"a1", "a2", "a3"}) add("a", body);
    add("b", "b1");
    (void)receive(10s);
    now += 10s;
    store.advance(
        now, 60s, [](const auto&) {}, [](const auto&) {});
    CHECK(next() == "a1");
    (void)receive();
    CHECK(next().empty());
  }

  TEST_CASE_FIXTURE(ShortSighted, "messages behind go too, when they are too old or taken") {
    for (const char* body : {"a1", "a2", "a3", "a4", "a5"}) add("a", body);
    now += 60s;
    add("b", "b1");
    store.advance(
        now, 60s, [](const auto&) {}, [](const auto&) {});
    CHECK(store.visible() == 1);
    CHECK(next() == "b1");
    for (const char* body : {"b2", "b3", "b4"}) add("b", body);
    store.clear();
    add("c", "c1");
    CHECK(next() == "c1");
  }
}

}  // namespace emu::sqs
