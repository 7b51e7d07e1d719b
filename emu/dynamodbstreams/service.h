// DynamoDB Streams: a service of its own for clients, whose streams DynamoDB keeps. It hands every
// call on to the StreamHost.
#pragma once

#include <emu/dynamodbstreams.h>

#include <memory>
#include <optional>
#include <string_view>

#include "core/gate/call.h"
#include "core/gate/operation_table.h"
#include "core/gate/service.h"
#include "core/gate/stream_host.h"
#include "core/gate/world.h"

namespace emu::dynamodbstreams {

extern const ServiceProfile kProfile;

// DynamoDB must have been made before.
std::unique_ptr<Service> make_service(World& world);

class DynamodbStreams final : public Service {
 public:
  explicit DynamodbStreams(StreamHost& host) : host_(host) {}

  Result<ListStreamsResult> list_streams(Call& call, const ListStreams& in) {
    return host_.list_streams(call, in);
  }
  Result<DescribeStreamResult> describe_stream(Call& call, const DescribeStream& in) {
    return host_.describe_stream(call, in);
  }
  Result<GetShardIteratorResult> get_shard_iterator(Call& call, const GetShardIterator& in) {
    return host_.get_shard_iterator(call, in);
  }
  Result<GetRecordsResult> get_records(Call& call, const GetRecords& in) {
    return host_.get_records(call, in);
  }
  PeekStreamResult peek_stream(const PeekStream& in) { return host_.peek_stream(in); }

  const ServiceProfile& profile() const override { return kProfile; }
  void add_to(OperationTable& table) override;
  // It has nothing of its own.
  void reset(std::optional<std::string_view>) override {}

 private:
  StreamHost& host_;
};

}  // namespace emu::dynamodbstreams
