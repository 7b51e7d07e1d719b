// AddTagsToResource, RemoveTagsFromResource and ListTagsForResource.
#include "ssm/tags.h"

#include "ssm/errors.h"
#include "ssm/name.h"
#include "ssm/service.h"

namespace emu::ssm {

namespace {

constexpr std::string_view kParameterType = "Parameter";

// Resources of other types are none of Parameter Store's, and there are none.
Result<StoredParameter*> tagged(State& state, std::string_view type, std::string_view id) {
  StoredParameter* parameter = nullptr;
  if (type == kParameterType) parameter = state.find(reference_of(id, state).name);
  if (parameter == nullptr) {
    return Error{.code = errors::kInvalidResourceId,
                 .message =
                     "The resource ID isn't valid. Verify that you entered the correct ID "
                     "and try again."};
  }
  return parameter;
}

}  // namespace

Result<Nothing> Ssm::add_tags_to_resource(Call& call, const AddTagsToResource& in) {
  EMU_TRY(StoredParameter* parameter, tagged(state_of(call), in.resource_type, in.resource_id));
  EMU_TRY(parameter->tags, with_tags(parameter->tags, in.tags));
  return Nothing{};
}

Result<Nothing> Ssm::remove_tags_from_resource(Call& call, const RemoveTagsFromResource& in) {
  EMU_TRY(StoredParameter* parameter, tagged(state_of(call), in.resource_type, in.resource_id));
  for (const std::string& key : in.tag_keys) parameter->tags.erase(key);
  return Nothing{};
}

Result<ListTagsForResourceResult> Ssm::list_tags_for_resource(Call& call,
                                                              const ListTagsForResource& in) {
  EMU_TRY(const StoredParameter* parameter,
          tagged(state_of(call), in.resource_type, in.resource_id));
  ListTagsForResourceResult out;
  for (const auto& [key, value] : parameter->tags) {
    out.tag_list.push_back({.key = key, .value = value});
  }
  return out;
}

}  // namespace emu::ssm
