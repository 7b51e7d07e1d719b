// Groups of schedules, and their tags. Include <emu/scheduler.h>.
//
// The group "default" is always there.
// Source: EventBridge Scheduler API Reference, the page of each operation.
#pragma once

#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::scheduler {

struct Tag {
  std::string key;
  std::string value;
  static void describe(StructureShape<Tag>& s);
};

struct CreateScheduleGroupResult {
  std::string schedule_group_arn = {};
  static void describe(StructureShape<CreateScheduleGroupResult>& s);
};

struct CreateScheduleGroup {
  static constexpr OperationName kOperation{"scheduler", "CreateScheduleGroup", "POST",
                                            "/schedule-groups/{Name}"};
  using Result = CreateScheduleGroupResult;
  std::optional<std::string> client_token = {};
  std::string name;
  std::vector<Tag> tags = {};
  static void describe(StructureShape<CreateScheduleGroup>& s);
};

struct GetScheduleGroupResult {
  std::string arn = {};
  std::optional<Time> creation_date = {};
  std::optional<Time> last_modification_date = {};
  std::string name = {};
  std::string state = {};
  static void describe(StructureShape<GetScheduleGroupResult>& s);
};

struct GetScheduleGroup {
  static constexpr OperationName kOperation{"scheduler", "GetScheduleGroup", "GET",
                                            "/schedule-groups/{Name}"};
  using Result = GetScheduleGroupResult;
  std::string name;
  static void describe(StructureShape<GetScheduleGroup>& s);
};

// With all of its schedules.
struct DeleteScheduleGroup {
  static constexpr OperationName kOperation{"scheduler", "DeleteScheduleGroup", "DELETE",
                                            "/schedule-groups/{Name}"};
  using Result = Nothing;
  std::optional<std::string> client_token = {};
  std::string name;
  static void describe(StructureShape<DeleteScheduleGroup>& s);
};

struct ScheduleGroupSummary {
  std::string arn = {};
  std::optional<Time> creation_date = {};
  std::optional<Time> last_modification_date = {};
  std::string name = {};
  std::string state = {};
  static void describe(StructureShape<ScheduleGroupSummary>& s);
};

struct ListScheduleGroupsResult {
  std::string next_token = {};
  std::vector<ScheduleGroupSummary> schedule_groups = {};
  static void describe(StructureShape<ListScheduleGroupsResult>& s);
};

struct ListScheduleGroups {
  static constexpr OperationName kOperation{"scheduler", "ListScheduleGroups", "GET",
                                            "/schedule-groups"};
  using Result = ListScheduleGroupsResult;
  std::optional<std::int32_t> max_results = {};
  std::optional<std::string> name_prefix = {};
  std::optional<std::string> next_token = {};
  static void describe(StructureShape<ListScheduleGroups>& s);
};

struct TagResource {
  static constexpr OperationName kOperation{"scheduler", "TagResource", "POST",
                                            "/tags/{ResourceArn}"};
  using Result = Nothing;
  std::string resource_arn;
  std::vector<Tag> tags;
  static void describe(StructureShape<TagResource>& s);
};

struct UntagResource {
  static constexpr OperationName kOperation{"scheduler", "UntagResource", "DELETE",
                                            "/tags/{ResourceArn}"};
  using Result = Nothing;
  std::string resource_arn;
  std::vector<std::string> tag_keys;
  static void describe(StructureShape<UntagResource>& s);
};

struct ListTagsForResourceResult {
  std::vector<Tag> tags = {};
  static void describe(StructureShape<ListTagsForResourceResult>& s);
};

struct ListTagsForResource {
  static constexpr OperationName kOperation{"scheduler", "ListTagsForResource", "GET",
                                            "/tags/{ResourceArn}"};
  using Result = ListTagsForResourceResult;
  std::string resource_arn;
  static void describe(StructureShape<ListTagsForResource>& s);
};

}  // namespace emu::scheduler
