#include <emu/describe.h>
#include <emu/ssm/tags.h>

namespace emu::ssm {

void AddTagsToResource::describe(StructureShape<AddTagsToResource>& s) {
  s.member("ResourceType", &AddTagsToResource::resource_type)
      .required()
      .one_of({"Document", "ManagedInstance", "MaintenanceWindow", "Parameter", "PatchBaseline",
               "OpsItem", "OpsMetadata", "Automation", "Association"});
  s.member("ResourceId", &AddTagsToResource::resource_id).required();
  s.member("Tags", &AddTagsToResource::tags).required().range(0, 1000);
}

void RemoveTagsFromResource::describe(StructureShape<RemoveTagsFromResource>& s) {
  s.member("ResourceType", &RemoveTagsFromResource::resource_type)
      .required()
      .one_of({"Document", "ManagedInstance", "MaintenanceWindow", "Parameter", "PatchBaseline",
               "OpsItem", "OpsMetadata", "Automation", "Association"});
  s.member("ResourceId", &RemoveTagsFromResource::resource_id).required();
  s.member("TagKeys", &RemoveTagsFromResource::tag_keys).required().each({.min = 1, .max = 128});
}

void ListTagsForResourceResult::describe(StructureShape<ListTagsForResourceResult>& s) {
  s.member("TagList", &ListTagsForResourceResult::tag_list).always();
}

void ListTagsForResource::describe(StructureShape<ListTagsForResource>& s) {
  s.member("ResourceType", &ListTagsForResource::resource_type)
      .required()
      .one_of({"Document", "ManagedInstance", "MaintenanceWindow", "Parameter", "PatchBaseline",
               "OpsItem", "OpsMetadata", "Automation", "Association"});
  s.member("ResourceId", &ListTagsForResource::resource_id).required();
}

}  // namespace emu::ssm

namespace emu {
EMU_DESCRIBED_OPERATION(ssm::AddTagsToResource);
EMU_DESCRIBED_OPERATION(ssm::RemoveTagsFromResource);
EMU_DESCRIBED(ssm::ListTagsForResourceResult);
EMU_DESCRIBED_OPERATION(ssm::ListTagsForResource);
}  // namespace emu
