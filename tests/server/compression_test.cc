// Bodies of DynamoDB that travel compressed. Its x-amz-crc32 is that of the compressed body, as
// AWS's SDK for Java checks it.
#include <doctest/doctest.h>
#include <emu/dynamodb.h>

#include <atomic>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include "core/gate/memory_gauge.h"
#include "core/gate/world.h"
#include "core/hash/crc.h"
#include "server/api_fixture.h"
#include "wire/http/content_coding.h"

namespace emu::server {
namespace {

using test::ApiFixture;
using wire::ContentCoding;

struct CompressionFixture : ApiFixture {
  CompressionFixture() {
    aws.send(dynamodb::CreateTable{.attribute_definitions = {{"id", "S"}},
                                   .table_name = "stats",
                                   .key_schema = {{"id", "HASH"}},
                                   .billing_mode = "PAY_PER_REQUEST"})
        .value();
  }

  HttpResponse call(const std::string& operation, std::string body, HttpHeaders more) {
    HttpRequest request = signed_request("dynamodb", "POST", "/");
    request.headers.add("X-Amz-Target", "DynamoDB_20120810." + operation);
    for (const auto& [name, value] : more) request.headers.add(name, value);
    request.body = Blob(std::move(body));
    return api.answer(request);
  }
  HttpResponse get(HttpHeaders more = {}) {
    return call("GetItem", R"({"TableName":"stats","Key":{"id":{"S":"a"}}})", std::move(more));
  }
  static std::string item_of(std::size_t bytes) {
    return R"({"TableName":"stats","Item":{"id":{"S":"a"},"v":{"S":")" + std::string(bytes, 'v') +
           R"("}}})";
  }
};

}  // namespace

TEST_SUITE("server: compressed bodies") {
  TEST_CASE_FIXTURE(CompressionFixture, "a request may be compressed") {
    for (const ContentCoding coding : {ContentCoding::kGzip, ContentCoding::kDeflate}) {
      const HttpHeaders headers{{"Content-Encoding", std::string(wire::coding_name(coding))}};
      const HttpResponse put = call("PutItem", compress(coding, item_of(10)), headers);
      CHECK(put.status == 200);
      CHECK(contains(get(), "vvvvvvvvvv"));
    }
  }

  TEST_CASE_FIXTURE(CompressionFixture, "a long answer is compressed for who accepts it") {
    call("PutItem", item_of(5000), {});
    const HttpResponse plain = get();
    CHECK(header(plain, "Content-Encoding").empty());
    CHECK(header(plain, "x-amz-crc32") == std::to_string(crc32(plain.body.view())));
    for (const char* coding : {"gzip", "deflate"}) {
      const HttpResponse packed = get({{"Accept-Encoding", coding}});
      CHECK(header(packed, "Content-Encoding") == coding);
      CHECK(packed.body.size() < 500);
      CHECK(header(packed, "x-amz-crc32") == std::to_string(crc32(packed.body.view())));
      const auto body = decompress(*wire::content_coding(coding), packed.body.view(), 10'000);
      CHECK(std::get<std::string>(body) == plain.body.view());
    }
    CHECK(header(get({{"Accept-Encoding", "identity"}}), "Content-Encoding").empty());
    call("PutItem", item_of(3000), {});
    CHECK(header(get({{"Accept-Encoding", "gzip"}}), "Content-Encoding").empty());
  }

  TEST_CASE_FIXTURE(CompressionFixture, "the bound of bodies holds for what comes out") {
    const HttpHeaders gzip{{"Content-Encoding", "gzip"}};
    const std::string bomb = compress(ContentCoding::kGzip, std::string(17 << 20, ' '));
    CHECK(call("PutItem", bomb, gzip).status == 413);
    const HttpResponse malformed = call("PutItem", item_of(10), gzip);
    CHECK(malformed.status == 400);
    CHECK(contains(malformed, "SerializationException"));
    CHECK(get().body.view() == "{}");
  }

  TEST_CASE_FIXTURE(CompressionFixture, "what comes out needs its room, where memory has a bound") {
    struct Room final : MemoryGauge {
      bool has_room(std::size_t more) override { return more <= bytes; }
      std::size_t bodies_bytes_max() const override { return bytes; }
      void give_back() override {}
      std::size_t bytes = std::size_t{4} << 20;
    } room;
    cloud.world().set_memory_gauge(&room);
    const HttpHeaders gzip{{"Content-Encoding", "gzip"}};
    const std::string bomb = compress(ContentCoding::kGzip, std::string(15 << 20, ' '));
    const HttpResponse refused = call("PutItem", bomb, gzip);
    CHECK(refused.status == 400);
    CHECK(contains(refused, "ThrottlingException"));
    CHECK(call("PutItem", compress(ContentCoding::kGzip, item_of(10)), gzip).status == 200);
    cloud.world().set_memory_gauge(nullptr);
  }

  TEST_CASE("what compressed bodies come to is in memory one after another, where it has a bound") {
    struct Room final : MemoryGauge {
      bool has_room(std::size_t more) override {
        if (more < std::size_t{2} << 20) return true;
        const int here = ++inside;
        if (here > most) most = here;
        // Long enough for another to come, if it may.
        for (int looks = 0; looks < 1'000'000 && inside == 1; ++looks) {
        }
        --inside;
        return false;
      }
      std::size_t bodies_bytes_max() const override { return std::size_t{4} << 20; }
      void give_back() override {}
      std::atomic<int> inside = 0;
      std::atomic<int> most = 0;
    } room;
    Cloud cloud{CloudOptions{.live = LiveOptions{.held = true}}};
    cloud.world().set_memory_gauge(&room);
    Api api(cloud.world(), {});
    const std::string bomb = compress(ContentCoding::kGzip, std::string(15 << 20, ' '));
    std::atomic<int> refused = 0;
    std::vector<std::thread> callers;
    for (int i = 0; i < 4; ++i) {
      callers.emplace_back([&] {
        HttpRequest request = ApiFixture::signed_request("dynamodb", "POST", "/");
        request.headers.add("X-Amz-Target", "DynamoDB_20120810.PutItem");
        request.headers.add("Content-Encoding", "gzip");
        request.body = Blob(bomb);
        if (ApiFixture::contains(api.answer(request), "ThrottlingException")) ++refused;
      });
    }
    for (std::thread& caller : callers) caller.join();
    CHECK(refused == 4);
    CHECK(room.most == 1);
    cloud.world().set_memory_gauge(nullptr);
  }

  TEST_CASE_FIXTURE(CompressionFixture, "other services do not compress") {
    HttpRequest request = signed_request("sqs", "POST", "/");
    request.headers.add("X-Amz-Target", "AmazonSQS.ListQueues");
    request.headers.add("Content-Encoding", "gzip");
    request.body = Blob(compress(ContentCoding::kGzip, "{}"));
    CHECK(api.answer(request).status == 400);
  }
}

}  // namespace emu::server
