// Fair queues: tenants of a standard queue, told apart by their message group ids.
// Source: Amazon SQS Developer Guide, "How Amazon SQS fair queues work".
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "sqs/support.h"

namespace emu::sqs {

namespace {

struct TenantFixture : QueueFixture {
  // "-" is no tenant.
  void send(const std::string& tenant, int count) {
    for (int i = 0; i < count; ++i) {
      SendMessage in{.queue_url = url, .message_body = tenant};
      if (tenant != "-") in.message_group_id = tenant;
      aws.send(in).value();
    }
  }
  // Whose they are, one letter for each.
  std::string take(int count) {
    std::string all;
    for (; count > 0; count -= 10) {
      for (const Message& message : receive(std::min(count, 10)).messages) {
        handles.push_back(message.receipt_handle);
        all += message.body;
      }
    }
    return all;
  }

  std::vector<std::string> handles;
};

}  // namespace

TEST_SUITE("sqs: fair queues") {
  TEST_CASE_FIXTURE(TenantFixture, "a tenant with 30 messages in flight lets the others go first") {
    send("a", 40);
    CHECK(take(30) == std::string(30, 'a'));
    send("b", 2);
    send("c", 1);
    CHECK(take(5) == "bbcaa");
  }

  TEST_CASE_FIXTURE(TenantFixture, "with fewer, or no more than a tenth of all, it does not") {
    send("a", 30);
    CHECK(take(29) == std::string(29, 'a'));
    send("b", 1);
    CHECK(take(2) == "ab");
    send("-", 270);
    send("a", 1);
    send("b", 1);
    CHECK(take(270).size() == 270);
    CHECK(take(1) == "a");
  }

  TEST_CASE_FIXTURE(TenantFixture, "a message without a group is a tenant of its own") {
    send("a", 40);
    CHECK(take(30) == std::string(30, 'a'));
    send("-", 1);
    send("b", 1);
    CHECK(take(3) == "-ba");
  }

  TEST_CASE_FIXTURE(TenantFixture, "of two noisy tenants the one with less in flight comes first") {
    send("a", 60);
    CHECK(take(40) == std::string(40, 'a'));
    send("b", 40);
    CHECK(take(30) == std::string(30, 'b'));
    CHECK(take(3) == "bbb");
  }

  TEST_CASE_FIXTURE(TenantFixture, "a tenant is quiet again when its messages are done") {
    send("a", 40);
    CHECK(take(30) == std::string(30, 'a'));
    send("b", 1);
    aws.send(DeleteMessage{.queue_url = url, .receipt_handle = handles[0]}).value();
    CHECK(take(2) == "ab");
    cloud.advance(36s);
    CHECK(take(3) == "aaa");
  }

  TEST_CASE_FIXTURE(TenantFixture, "messages of all tenants are there, each once") {
    send("a", 50);
    send("b", 50);
    const std::string first = take(100);
    CHECK(std::count(first.begin(), first.end(), 'a') == 50);
    CHECK(std::count(first.begin(), first.end(), 'b') == 50);
    cloud.advance(36s);
    CHECK(take(100).size() == 100);
    CHECK(take(10).empty());
  }
}

}  // namespace emu::sqs
