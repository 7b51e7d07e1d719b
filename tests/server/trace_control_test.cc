#include <doctest/doctest.h>
#include <emu/sqs.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "server/site_fixture.h"
#include "server/trace_hub.h"

using namespace emu;
using namespace std::chrono_literals;
using emu::test::has;
using emu::test::SiteFixture;

namespace {

// A reader of a stream, on a thread of its own.
class Reader final : public HttpStream {
 public:
  bool write(std::string_view bytes) override {
    const std::lock_guard lock(mutex_);
    text_ += bytes;
    changed_.notify_all();
    return open_;
  }
  bool is_open() override { return open_; }

  void hang_up() { open_ = false; }
  bool wait_for(std::string_view part) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, 10s, [&] { return text_.find(part) != std::string::npos; });
  }
  std::string text() {
    const std::lock_guard lock(mutex_);
    return text_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::string text_;
  std::atomic<bool> open_{true};
};

void create(Aws& aws, const char* name) { aws.send(sqs::CreateQueue{.queue_name = name}).value(); }

}  // namespace

TEST_SUITE("server: the trace") {
  TEST_CASE_FIXTURE(SiteFixture, "the trace is read page by page") {
    create(aws, "first");
    create(aws, "second");
    create(aws, "third");
    const HttpResponse page = get("/_emu/trace?limit=2");
    CHECK(has(page, R"({"events":[{"sequence":1,"at":"2026-01-01T00:00:00.000Z","service":"sqs",)"
                    R"("name":"CreateQueue","is_call":true,)"));
    CHECK(has(page, ":first"));
    CHECK(has(page, R"("next":2,"missed":0})"));
    const HttpResponse rest = get("/_emu/trace?after=2&limit=2");
    CHECK(has(rest, ":third"));
    CHECK_FALSE(has(rest, ":second"));
    CHECK(has(rest, R"("next":3,)"));
    CHECK(has(get("/_emu/trace?after=3"), R"({"events":[],"next":3,"missed":0})"));
  }

  TEST_CASE_FIXTURE(SiteFixture, "the trace is filtered by service, name and resource") {
    create(aws, "first");
    create(aws, "second");
    aws.send(sqs::GetQueueUrl{.queue_name = "first"}).value();
    const HttpResponse found = get("/_emu/trace?service=sqs&name=CreateQueue&resource=second");
    CHECK(has(found, R"({"events":[{"sequence":2,)"));
    CHECK_FALSE(has(found, R"("sequence":3)"));
    CHECK(has(found, R"("next":3,)"));
    CHECK(has(get("/_emu/trace?service=s3"), R"({"events":[],"next":3)"));
    CHECK(get("/_emu/trace?servise=s3").status == 400);
    CHECK(get("/_emu/trace?limit=0").status == 400);
    CHECK(get("/_emu/trace?after=-1").status == 400);
  }

  TEST_CASE("events that are no longer kept are counted as missed") {
    Cloud cloud({.trace_capacity = 2});
    server::Site site(cloud, {});
    Aws aws = cloud.aws();
    for (const char* name : {"a", "b", "c", "d"}) create(aws, name);
    HttpRequest request{.host = "localhost", .target = "/_emu/trace?after=1"};
    CHECK(has(site.answer(request), R"("next":4,"missed":1})"));
  }

  TEST_CASE_FIXTURE(SiteFixture, "a stream shows what was asked for and what happens then") {
    create(aws, "first");
    create(aws, "second");
    HttpRequest request{
        .host = "localhost", .target = "/_emu/trace/stream", .headers = {{"Last-Event-ID", "1"}}};
    HttpResponse response = site.answer(request);
    CHECK(*response.headers.find("content-type") == "text/event-stream");
    Reader reader;
    std::thread thread([&] { response.stream(reader); });
    CHECK(reader.wait_for("id: 2\ndata: {\"sequence\":2,"));
    create(aws, "third");
    CHECK(reader.wait_for("id: 3\ndata: {\"sequence\":3,"));
    CHECK(reader.wait_for(":third\"}\n\n"));
    site.close();
    thread.join();
    CHECK(reader.text().find("id: 1\n") == std::string::npos);
    CHECK(site.answer(request).status == 503);
  }

  TEST_CASE_FIXTURE(SiteFixture, "a stream ends soon after its reader has hung up") {
    HttpRequest request{.host = "localhost", .target = "/_emu/trace/stream"};
    HttpResponse response = site.answer(request);
    Reader reader;
    reader.hang_up();
    response.stream(reader);
    CHECK(reader.text().find("data") == std::string::npos);
  }

  TEST_CASE("a reader that is too slow is told how many events it has missed") {
    Cloud cloud;
    server::TraceHub hub(cloud);
    Aws aws = cloud.aws();
    {
      server::TraceHub::Follower slow(hub);
      for (std::size_t i = 0; i < server::kFollowerEventsMax + 3; ++i) {
        aws.send(sqs::ListQueues{}).value();
      }
      const auto news = slow.wait(0ms);
      REQUIRE(news);
      CHECK(news->missed == 3);
      CHECK(news->events.size() == server::kFollowerEventsMax);
      CHECK(news->events.front()->sequence == 4);
      CHECK(slow.wait(0ms)->events.empty());
    }
    aws.send(sqs::ListQueues{}).value();
    server::TraceHub::Follower late(hub);
    CHECK(late.wait(0ms)->events.empty());
  }
}
