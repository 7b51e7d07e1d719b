#include <emu/s3/types.h>

#include "s3/shapes/describe.h"

namespace emu::s3 {

void Tag::describe(StructureShape<Tag>& s) {
  s.member("Key", &Tag::key).required();
  s.member("Value", &Tag::value).always();
}

void Tagging::describe(StructureShape<Tagging>& s) {
  s.member("TagSet", &Tagging::tag_set).always().entries_named("Tag");
}

void Owner::describe(StructureShape<Owner>& s) { s.member("ID", &Owner::id); }

}  // namespace emu::s3

namespace emu {
EMU_DESCRIBED(s3::Tag);
EMU_DESCRIBED(s3::Tagging);
EMU_DESCRIBED(s3::Owner);
}  // namespace emu
