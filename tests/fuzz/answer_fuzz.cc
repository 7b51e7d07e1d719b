// A sequence of requests to a live account: the bytes choose operations and fill in their members,
// also with what earlier answers said, such as ids and handles. Every request has an answer, and
// none is that the server failed.

#include <emu/cloud.h>
#include <emu/describe.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "core/base/assert.h"
#include "core/gate/world.h"
#include "core/json/json_view.h"
#include "fuzz/input.h"
#include "server/api.h"
#include "wire/protocol/protocol.h"

using namespace emu;

namespace {

constexpr int kRequestsMax = 24;
constexpr int kDepthMax = 6;
constexpr std::size_t kEntriesMax = 3;
constexpr std::size_t kSaidMax = 48;
constexpr std::size_t kTextMax = 2048;

// Names that several operations take, so that a sequence meets what it has made.
constexpr std::array<const char*, 22> kWords = {
    "a",
    "orders",
    "orders.fifo",
    "id",
    "S",
    "HASH",
    "All",
    "true",
    "60",
    "/a/b",
    "GET /a/{b+}",
    "arn:aws:iam::000000000000:role/a",
    "arn:aws:iam::aws:policy/AdministratorAccess",
    "arn:aws:sqs:us-east-1:000000000000:orders",
    "arn:aws:lambda:us-east-1:000000000000:function:a",
    "arn:aws:s3:::a",
    "http://localhost:4566/000000000000/orders",
    "lambda.amazonaws.com",
    R"({"a":[1]})",
    R"({"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sqs:*","Resource":"*"}})",
    R"({"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":)"
    R"({"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}})",
    R"({"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:a","maxReceiveCount":2})",
};

class Sequence {
 public:
  Sequence(Cloud& cloud, fuzz::Input in)
      : cloud_(cloud), api_(cloud.world(), {.now = [&] { return cloud.now(); }}), in_(in) {}

  void run() {
    const auto operations = cloud_.world().operations().all();
    for (int requests = 0; !in_.at_end() && requests < kRequestsMax; ++requests) {
      const std::size_t choice = in_.byte() * 256 + in_.byte();
      if (choice % 16 == 15) {
        cloud_.advance(std::chrono::seconds(choice));
      } else {
        ask(*operations[choice % operations.size()]);
      }
    }
  }

 private:
  void ask(const OperationEntry& entry) {
    const auto input = entry.make_input();
    fill(entry.operation->input(), nullptr, input.get(), 0);
    const ProtocolProfile& protocol = entry.profile->protocols.front();
    HttpRequest request =
        wire::protocol_of(protocol.kind).write_request(*entry.operation, input.get());
    request.host = "localhost:4566";
    request.headers.add("Host", request.host);
    request.headers.add("X-Amz-Date", "20260101T000000Z");
    request.headers.add(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/" +
            std::string(entry.profile->signing_name) +
            "/aws4_request, SignedHeaders=host;x-amz-date, Signature=" + std::string(64, '0'));
    spoil(request);
    const HttpResponse response = api_.answer(request);
    EMU_ASSERT(response.status != 500, "a request has an answer");
    listen(response.body.view());
  }

  // Now and then a byte of the body or the target is another one.
  void spoil(HttpRequest& request) {
    const std::size_t choice = in_.byte();
    if (choice % 8 != 7) return;
    std::string text(choice % 16 == 7 ? request.body.view() : std::string_view(request.target));
    if (text.size() < 2) return;
    text[1 + in_.byte() % (text.size() - 1)] = static_cast<char>(in_.byte());
    if (choice % 16 == 7) {
      request.body = Blob(std::move(text));
    } else {
      request.target = std::move(text);
    }
  }

  // Keeps the texts of an answer: those between quotes, and those of XML's elements.
  void listen(std::string_view body) {
    constexpr std::string_view kEnds = "\"<>";
    for (std::size_t begin = 0; begin < body.size();) {
      const std::size_t end = std::min(body.find_first_of(kEnds, begin), body.size());
      if (end - begin >= 8 && end - begin <= kTextMax) said_.emplace_back(body, begin, end - begin);
      if (said_.size() > kSaidMax) said_.pop_front();
      begin = end + 1;
    }
  }

  std::string text(const Constraints* constraints) {
    const std::size_t choice = in_.byte();
    if (constraints != nullptr && !constraints->values.empty() && choice % 4 != 3) {
      return std::string(constraints->values[choice % constraints->values.size()]);
    }
    if (choice % 3 == 0 && !said_.empty()) return said_[in_.byte() % said_.size()];
    if (choice % 8 == 7) return in_.bytes(in_.byte() % 32);
    return kWords[choice % kWords.size()];
  }

  std::int64_t integer(const Constraints* constraints) {
    const std::size_t choice = in_.byte();
    if (constraints == nullptr || choice % 8 == 7) return static_cast<std::int64_t>(choice) - 8;
    return choice % 2 == 0 ? std::max<std::int64_t>(constraints->min, 0) : constraints->max;
  }

  void fill(const Shape& shape, const Constraints* constraints, void* value, int depth) {
    switch (shape.kind) {
      case Kind::kString:
      case Kind::kBlob:
        return shape.set_text(value, text(constraints));
      case Kind::kBoolean:
        return shape.set_integer(value, static_cast<std::int64_t>(in_.byte() % 2));
      case Kind::kInteger:
        return shape.set_integer(value, std::min(integer(constraints), shape.integer_max));
      case Kind::kTimestamp:
        return shape.set_integer(value, static_cast<std::int64_t>(in_.byte()) * 100'000'000'000);
      case Kind::kDouble:
        return shape.set_real(value, static_cast<double>(in_.byte()) - 8);
      case Kind::kList:
        for (std::size_t left = in_.byte() % (kEntriesMax + 1); left > 0; --left) {
          fill(shape.element(), nullptr, shape.append(value), depth + 1);
        }
        return;
      case Kind::kMap:
        for (std::size_t left = in_.byte() % (kEntriesMax + 1); left > 0; --left) {
          fill(shape.element(), nullptr, shape.insert(value, text(nullptr)), depth + 1);
        }
        return;
      case Kind::kStructure:
        return fill_members(shape, value, depth);
      case Kind::kCustom:
        return fill_custom(shape, value);
    }
  }

  // A member that need not be there is there in one case of four.
  void fill_members(const Shape& shape, void* structure, int depth) {
    if (depth > kDepthMax) return;
    for (const Member& member : shape.members) {
      if (!member.is_required && in_.byte() % 4 != 3) continue;
      fill(member.shape(), &member.constraints, member.emplace(structure, member.offset),
           depth + 1);
    }
  }

  // The values of DynamoDB's attributes.
  void fill_custom(const Shape& shape, void* value) {
    static constexpr std::array<const char*, 6> kValues = {R"({"S":"a"})",
                                                           R"({"N":"-1.5e3"})",
                                                           R"({"SS":["a"]})",
                                                           R"({"M":{"a":{"BOOL":true}}})",
                                                           R"({"L":[{"NULL":true}]})",
                                                           R"({"B":"aGk="})"};
    std::string why;
    const auto json = JsonDocument::parse(kValues[in_.byte() % kValues.size()], why);
    shape.read_json(value, json->root(), why);
  }

  Cloud& cloud_;
  server::Api api_;
  fuzz::Input in_;
  std::deque<std::string> said_ = {};
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Cloud cloud;
  cloud.bind("a", [](lambda::Context&, std::string_view) -> std::string {
    return R"({"batchItemFailures":[]})";
  });
  Sequence(cloud, fuzz::Input(data, size)).run();
  return 0;
}
