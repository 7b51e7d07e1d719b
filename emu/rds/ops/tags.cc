// AddTagsToResource, RemoveTagsFromResource and ListTagsForResource.
#include <emu/arn.h>
#include <fmt/format.h>

#include <algorithm>

#include "core/gate/tag_keys.h"
#include "rds/errors.h"
#include "rds/limits.h"
#include "rds/names.h"
#include "rds/page.h"
#include "rds/service.h"

namespace emu::rds {

namespace {

Error no_such_resource(std::string_view arn) {
  if (arn.find(":cluster:") != arn.npos) return no_such_cluster(identifier_in(arn));
  if (arn.find(":db:") != arn.npos) return no_such_instance(identifier_in(arn));
  if (arn.find(":subgrp:") != arn.npos) return no_such_subnet_group(identifier_in(arn));
  if (arn.find(":pg:") != arn.npos || arn.find(":cluster-pg:") != arn.npos) {
    return error(errors::kDBParameterGroupNotFound,
                 fmt::format("DBParameterGroup not found: {}", identifier_in(arn)), kNotFound);
  }
  return invalid_value(
      fmt::format("The specified resource name does not match an RDS resource in "
                  "this region: {}",
                  arn));
}

// "cluster" of "cluster:shop".
std::string_view kind_in(std::string_view resource) {
  return resource.substr(0, resource.find(':'));
}

}  // namespace

std::vector<Tag>* Rds::find_tags(std::string_view arn) const {
  const std::optional<Arn> parsed = Arn::parse(arn);
  if (!parsed || parsed->service != "rds") return nullptr;
  State* state = states_.find(parsed->account, parsed->region);
  if (state == nullptr) return nullptr;
  const std::string identifier = identifier_in(arn);
  const std::string_view kind = kind_in(parsed->resource);
  if (kind == "cluster") {
    const auto found = state->clusters.find(identifier);
    return found == state->clusters.end() ? nullptr : &found->second.cluster.tag_list;
  }
  if (kind == "db") {
    const auto found = state->instances.find(identifier);
    return found == state->instances.end() ? nullptr : &found->second.instance.tag_list;
  }
  if (kind == "pg" || kind == "cluster-pg") {
    auto& groups = kind == "pg" ? state->parameter_groups : state->cluster_parameter_groups;
    const auto found = groups.find(identifier);
    return found == groups.end() ? nullptr : &found->second.tags;
  }
  if (kind != "subgrp") return nullptr;
  const auto found = state->subnet_groups.find(identifier);
  return found == state->subnet_groups.end() ? nullptr : &found->second.tags;
}

std::vector<Tag>* Rds::tags_of(const Call& call, std::string_view arn) {
  const std::optional<Arn> parsed = Arn::parse(arn);
  const bool is_here =
      parsed && parsed->account == call.account() && parsed->region == call.region();
  return is_here ? find_tags(arn) : nullptr;
}

// Also those of the RDS Data API, whose resources are clusters.
// Source: Service Authorization Reference, "Condition keys for Amazon RDS", "Condition keys for
// Amazon RDS Data API".
void Rds::add_keys(const AccessRequest& request, std::vector<ConditionValue>& out) const {
  const std::vector<Tag>* tags = find_tags(request.resource);
  if (tags == nullptr) return;
  const std::optional<Arn> arn = Arn::parse(request.resource);
  add_resource_tags(*tags, fmt::format("rds:{}-tag/", kind_in(arn->resource)), out);
}

Result<Nothing> Rds::add_tags_to_resource(Call& call, const AddTagsToResource& in) {
  std::vector<Tag>* tags = tags_of(call, in.resource_name);
  if (tags == nullptr) return no_such_resource(in.resource_name);
  std::vector<Tag> changed = *tags;
  for (const Tag& tag : in.tags) {
    std::erase_if(changed, [&](const Tag& each) { return each.key == tag.key; });
    changed.push_back(tag);
  }
  if (changed.size() > kTagsMax) return too_many_tags();
  *tags = std::move(changed);
  return Nothing{};
}

Result<Nothing> Rds::remove_tags_from_resource(Call& call, const RemoveTagsFromResource& in) {
  std::vector<Tag>* tags = tags_of(call, in.resource_name);
  if (tags == nullptr) return no_such_resource(in.resource_name);
  std::erase_if(*tags, [&](const Tag& each) {
    return std::find(in.tag_keys.begin(), in.tag_keys.end(), each.key) != in.tag_keys.end();
  });
  return Nothing{};
}

Result<ListTagsForResourceResult> Rds::list_tags_for_resource(Call& call,
                                                              const ListTagsForResource& in) {
  EMU_CHECK(check_filters(in.filters, {}));
  const std::vector<Tag>* tags = tags_of(call, in.resource_name);
  if (tags == nullptr) return no_such_resource(in.resource_name);
  return ListTagsForResourceResult{.tag_list = *tags};
}

}  // namespace emu::rds
