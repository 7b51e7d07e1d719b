#include "s3/http/visitors.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/gate/call.h"
#include "s3/http/body_checks.h"
#include "s3/http/presigned.h"
#include "s3/http/request_keys.h"
#include "wire/protocol/protocol.h"

namespace emu::s3 {

namespace {

class HeadKeys final : public RequestKeys {
 public:
  HeadKeys(const RequestParts& parts, Time now) : parts_(parts), now_(now) {}
  void add_to(std::vector<ConditionValue>& out) const override {
    add_request_keys(parts_, now_, out);
  }

 private:
  const RequestParts& parts_;
  Time now_;
};

CallerPtr visitor_of(World& world, const RequestParts& parts, const StoredBucket& bucket) {
  auto visitor = std::make_shared<Caller>(*world.anonymous_caller(bucket.account, bucket.region));
  visitor->source_ip = parts.http.source_ip;
  return visitor;
}

}  // namespace

bool is_signed(const RequestParts& parts) {
  return parts.http.headers.find("Authorization") != nullptr || is_presigned(parts.query);
}

std::optional<Error> refusal_of_visitor(World& world, const RequestParts& parts, HttpRoute route,
                                        const StoredBucket& bucket) {
  if (route.entry == nullptr || !takes_bytes(*route.entry->operation)) return std::nullopt;
  const OperationEntry& entry = *route.entry;
  const Operation& op = *entry.operation;
  const auto in = entry.make_input();
  const wire::WireRequest head{
      .http = parts.http, .path = std::move(route.path), .query = std::move(route.query)};
  if (!wire::protocol_of(ProtocolKind::kRestXml).read_request(op, head, in.get())) {
    return std::nullopt;
  }
  const CallerPtr visitor = visitor_of(world, parts, bucket);
  const HeadKeys keys(parts, world.now());
  Call call(world, op, visitor, world.now(), {}, &keys);
  std::vector<ConditionValue> context;
  if (entry.conditions) entry.conditions(call, in.get(), context);
  Status let_in = world.permit(call, entry.action, entry.resource(call, in.get()), context);
  if (let_in) return std::nullopt;
  return std::move(let_in.error());
}

}  // namespace emu::s3
