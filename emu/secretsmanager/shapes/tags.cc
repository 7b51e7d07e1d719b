#include <emu/describe.h>
#include <emu/secretsmanager/tags.h>

namespace emu::secretsmanager {

void TagResource::describe(StructureShape<TagResource>& s) {
  s.member("SecretId", &TagResource::secret_id).required().range(1, 2048);
  s.member("Tags", &TagResource::tags).required();
}

void UntagResource::describe(StructureShape<UntagResource>& s) {
  s.member("SecretId", &UntagResource::secret_id).required().range(1, 2048);
  s.member("TagKeys", &UntagResource::tag_keys).required().each({.min = 1, .max = 128});
}

}  // namespace emu::secretsmanager

namespace emu {
EMU_DESCRIBED_OPERATION(secretsmanager::TagResource);
EMU_DESCRIBED_OPERATION(secretsmanager::UntagResource);
}  // namespace emu
