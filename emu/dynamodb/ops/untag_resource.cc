#include <algorithm>

#include "dynamodb/errors.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

namespace {

// AWS does not document the text.
Error no_tag_key() { return validation("Atleast one Tag Key needs to be provided as Input."); }

}  // namespace

Result<Nothing> Dynamodb::untag_resource(Call& call, const UntagResource& in) {
  if (in.tag_keys.empty()) return no_tag_key();
  EMU_TRY(Table* const table, settled_table_of_arn(call, in.resource_arn));
  std::erase_if(table->settings.tags, [&](const Tag& tag) {
    return std::find(in.tag_keys.begin(), in.tag_keys.end(), tag.key) != in.tag_keys.end();
  });
  return Nothing{};
}

}  // namespace emu::dynamodb
