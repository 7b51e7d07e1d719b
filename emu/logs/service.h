// A fake CloudWatch Logs: the log groups of every account and region.
//
// Every operation is atomic. What a retention policy lets expire is not answered from that moment
// on, and its storage is given back as the stream grows.
#pragma once

#include <emu/logs.h>

#include <memory>
#include <optional>
#include <string_view>

#include "core/gate/call.h"
#include "core/gate/operation_table.h"
#include "core/gate/regional.h"
#include "core/gate/service.h"
#include "core/gate/world.h"
#include "logs/state.h"

namespace emu::logs {

extern const ServiceProfile kProfile;

std::unique_ptr<Service> make_service(World& world);

class Logs final : public Service {
 public:
  explicit Logs(World& world) : world_(world) {}

  Result<Nothing> create_log_group(Call& call, const CreateLogGroup& in);
  Result<Nothing> delete_log_group(Call& call, const DeleteLogGroup& in);
  Result<DescribeLogGroupsResult> describe_log_groups(Call& call, const DescribeLogGroups& in);
  Result<Nothing> put_retention_policy(Call& call, const PutRetentionPolicy& in);
  Result<Nothing> delete_retention_policy(Call& call, const DeleteRetentionPolicy& in);

  Result<Nothing> create_log_stream(Call& call, const CreateLogStream& in);
  Result<Nothing> delete_log_stream(Call& call, const DeleteLogStream& in);
  Result<DescribeLogStreamsResult> describe_log_streams(Call& call, const DescribeLogStreams& in);

  Result<PutLogEventsResult> put_log_events(Call& call, const PutLogEvents& in);
  Result<GetLogEventsResult> get_log_events(Call& call, const GetLogEvents& in);
  Result<FilterLogEventsResult> filter_log_events(Call& call, const FilterLogEvents& in);

  Result<Nothing> tag_resource(Call& call, const TagResource& in);
  Result<Nothing> untag_resource(Call& call, const UntagResource& in);
  Result<ListTagsForResourceResult> list_tags_for_resource(Call& call,
                                                           const ListTagsForResource& in);

  const ServiceProfile& profile() const override { return kProfile; }
  void add_to(OperationTable& table) override;
  void reset(std::optional<std::string_view> account) override { states_.forget(account); }

 private:
  State& state(const Call& call) { return states_.at(call.account(), call.region()); }
  std::int64_t now_millis() const { return epoch_millis(world_.now()); }

  World& world_;
  Regional<State> states_;
};

}  // namespace emu::logs
