// AddTagsToResource, RemoveTagsFromResource and ListTagsForResource.
#include <emu/arn.h>
#include <fmt/format.h>

#include <algorithm>

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
  return invalid_value(
      fmt::format("The specified resource name does not match an RDS resource in "
                  "this region: {}",
                  arn));
}

}  // namespace

std::vector<Tag>* Rds::tags_of(const Call& call, std::string_view arn) {
  const std::optional<Arn> parsed = Arn::parse(arn);
  if (!parsed || parsed->service != "rds" || parsed->account != call.account() ||
      parsed->region != call.region()) {
    return nullptr;
  }
  State& state = state_of(call);
  const std::string identifier = identifier_in(arn);
  const std::string_view kind =
      std::string_view(parsed->resource).substr(0, parsed->resource.find(':'));
  if (kind == "cluster") {
    const auto found = state.clusters.find(identifier);
    return found == state.clusters.end() ? nullptr : &found->second.cluster.tag_list;
  }
  if (kind == "db") {
    const auto found = state.instances.find(identifier);
    return found == state.instances.end() ? nullptr : &found->second.instance.tag_list;
  }
  if (kind != "subgrp") return nullptr;
  const auto found = state.subnet_groups.find(identifier);
  return found == state.subnet_groups.end() ? nullptr : &found->second.tags;
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
