// What one side writes, the other reads: for every operation that is answered, in every protocol of
// its service.

#include <doctest/doctest.h>
#include <emu/cloud.h>
#include <emu/describe.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/gate/world.h"
#include "core/json/json_codec.h"
#include "core/text/uri.h"
#include "wire/protocol/generate.h"
#include "wire/protocol/protocol.h"

using namespace emu;
using namespace emu::wire;

namespace {

std::string as_json(const Shape& shape, const void* value) {
  std::string out;
  JsonWriter writer(out);
  write_json(shape, value, writer);
  return out;
}

std::vector<ProtocolKind> protocols_of(const Operation& op) {
  std::vector<ProtocolKind> kinds;
  for (const ProtocolProfile& protocol : profile_of(op).protocols) kinds.push_back(protocol.kind);
  return kinds;
}

// A length is that of the body, whatever the struct said.
void set_length(const Shape& shape, void* value, std::size_t size) {
  for (const Member& member : shape.members) {
    if (member.wire_name != "Content-Length" || size == 0) continue;
    member.shape().set_integer(member.emplace(value, member.offset),
                               static_cast<std::int64_t>(size));
  }
}

// Compares with what the router would make of the request.
void check_request(const OperationEntry& entry, const Protocol& protocol, Random& random) {
  const Operation& op = *entry.operation;
  const auto sent = entry.make_input();
  test::generate(op.input(), sent.get(), random);
  const HttpRequest http = protocol.write_request(op, sent.get());
  const TargetParts target = split_target(http.target);
  WireRequest request{
      .http = http, .path = std::string(target.path), .query = parse_query(target.query).value()};
  if (auto form = parse_query_form(http.body); form.ok()) request.form = *form;
  set_length(op.input(), sent.get(), http.body.size());
  const auto read = entry.make_input();
  const Status status = protocol.read_request(op, request, read.get());
  CAPTURE(http.target);
  CAPTURE(http.body.view());
  REQUIRE_MESSAGE(status.ok(), op.name.service, " ", op.name.name);
  CHECK_MESSAGE(as_json(op.input(), read.get()) == as_json(op.input(), sent.get()), op.name.service,
                " ", op.name.name);
}

void check_response(const OperationEntry& entry, const Protocol& protocol, Random& random) {
  const Operation& op = *entry.operation;
  const auto sent = entry.make_output();
  test::generate(op.output(), sent.get(), random);
  const HttpResponse http = protocol.write_result(op, sent.get(), "r-1");
  set_length(op.output(), sent.get(), http.body.size());
  const auto read = entry.make_output();
  const Status status = protocol.read_response(op, http, read.get());
  CAPTURE(http.body.view());
  REQUIRE_MESSAGE(status.ok(), op.name.service, " ", op.name.name);
  CHECK_MESSAGE(as_json(op.output(), read.get()) == as_json(op.output(), sent.get()),
                op.name.service, " ", op.name.name);
}

}  // namespace

TEST_SUITE("wire: round trips") {
  TEST_CASE("every operation's request and result survive every protocol of its service") {
    Cloud cloud;
    Random random(7);
    for (const OperationEntry* entry : cloud.world().operations().all()) {
      for (const ProtocolKind kind : protocols_of(*entry->operation)) {
        for (int i = 0; i < 8; ++i) {
          check_request(*entry, protocol_of(kind), random);
          check_response(*entry, protocol_of(kind), random);
        }
      }
    }
  }
}
