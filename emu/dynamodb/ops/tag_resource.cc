#include <utility>

#include "dynamodb/errors.h"
#include "dynamodb/service.h"
#include "dynamodb/tags.h"

namespace emu::dynamodb {

namespace {

// AWS does not document the text.
Error no_tag() { return validation("Atleast one Tag needs to be provided as Input."); }

}  // namespace

Result<Nothing> Dynamodb::tag_resource(Call& call, const TagResource& in) {
  if (in.tags.empty()) return no_tag();
  EMU_CHECK(check_tags(in.tags));
  EMU_TRY(Table* const table, settled_table_of_arn(call, in.resource_arn));
  EMU_TRY(table->settings.tags, with_tags(table->settings.tags, in.tags));
  return Nothing{};
}

}  // namespace emu::dynamodb
