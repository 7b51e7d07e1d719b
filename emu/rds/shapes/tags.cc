#include <emu/describe.h>
#include <emu/rds/tags.h>

namespace emu::rds {

void AddTagsToResource::describe(StructureShape<AddTagsToResource>& s) {
  s.member("ResourceName", &AddTagsToResource::resource_name).required();
  s.member("Tags", &AddTagsToResource::tags).entries_named("Tag").required();
}

void RemoveTagsFromResource::describe(StructureShape<RemoveTagsFromResource>& s) {
  s.member("ResourceName", &RemoveTagsFromResource::resource_name).required();
  s.member("TagKeys", &RemoveTagsFromResource::tag_keys).required();
}

void ListTagsForResourceResult::describe(StructureShape<ListTagsForResourceResult>& s) {
  s.member("TagList", &ListTagsForResourceResult::tag_list).entries_named("Tag").always();
}

void ListTagsForResource::describe(StructureShape<ListTagsForResource>& s) {
  s.member("ResourceName", &ListTagsForResource::resource_name).required();
  s.member("Filters", &ListTagsForResource::filters).entries_named("Filter");
}

}  // namespace emu::rds

namespace emu {
EMU_DESCRIBED_OPERATION(rds::AddTagsToResource);
EMU_DESCRIBED_OPERATION(rds::RemoveTagsFromResource);
EMU_DESCRIBED(rds::ListTagsForResourceResult);
EMU_DESCRIBED_OPERATION(rds::ListTagsForResource);
}  // namespace emu
