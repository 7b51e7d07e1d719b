#include <emu/arn.h>
#include <fmt/format.h>

#include <utility>

#include "sesv2/errors.h"
#include "sesv2/service.h"
#include "sesv2/tags.h"

namespace emu::sesv2 {

namespace {

template <class Map>
Tags* tags_in(Map& map, std::string_view name) {
  const auto found = map.find(name);
  return found == map.end() ? nullptr : &found->second.tags;
}

}  // namespace

// "arn:aws:ses:us-east-1:123456789012:identity/example.com"
Result<Tags*> SesV2::tags_of(const Call& call, const std::string& arn) {
  const std::optional<Arn> parsed = Arn::parse(arn);
  if (!parsed || parsed->service != "ses") return bad_request("Invalid ResourceArn.");
  const std::string_view resource = parsed->resource;
  const auto slash = resource.find('/');
  const std::string_view kind = resource.substr(0, slash);
  const std::string_view name = slash == resource.npos ? "" : resource.substr(slash + 1);
  ses::RegionState& state = backend_.state(call);
  Tags* tags = nullptr;
  if (kind == "identity") tags = tags_in(state.identities, ses::identity_key(name));
  if (kind == "configuration-set") tags = tags_in(state.configuration_sets, name);
  if (kind == "template") tags = tags_in(state.templates, name);
  if (kind == "contact-list") tags = tags_in(state.contact_lists, name);
  if (tags == nullptr) return not_found(fmt::format("Resource {} does not exist.", arn));
  return tags;
}

Result<Nothing> SesV2::tag_resource(Call& call, const TagResource& in) {
  EMU_TRY(Tags * tags, tags_of(call, in.resource_arn));
  EMU_TRY(Tags changed, with_tags(*tags, in.tags));
  *tags = std::move(changed);
  return Nothing{};
}

Result<Nothing> SesV2::untag_resource(Call& call, const UntagResource& in) {
  EMU_TRY(Tags * tags, tags_of(call, in.resource_arn));
  for (const std::string& key : in.tag_keys) tags->erase(key);
  return Nothing{};
}

Result<ListTagsForResourceResult> SesV2::list_tags_for_resource(Call& call,
                                                                const ListTagsForResource& in) {
  EMU_TRY(const Tags* tags, tags_of(call, in.resource_arn));
  return ListTagsForResourceResult{.tags = tag_list(*tags)};
}

}  // namespace emu::sesv2
