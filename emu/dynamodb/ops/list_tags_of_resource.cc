#include <algorithm>
#include <optional>

#include "core/text/base64.h"
#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

namespace {

Error invalid_next_token() { return validation("The provided NextToken is not valid"); }

}  // namespace

// A token names the last tag of the page before.
Result<ListTagsOfResourceResult> Dynamodb::list_tags_of_resource(Call& call,
                                                                 const ListTagsOfResource& in) {
  EMU_TRY(const Table* table, table_of_arn(call, in.resource_arn));
  const std::vector<Tag>& tags = table->settings.tags;
  auto next = tags.begin();
  if (in.next_token) {
    const std::optional<std::string> last = base64_decode(*in.next_token);
    if (!last) return invalid_next_token();
    next = std::find_if(tags.begin(), tags.end(), [&](const Tag& tag) { return tag.key == *last; });
    if (next == tags.end()) return invalid_next_token();
    ++next;
  }
  ListTagsOfResourceResult result;
  for (; next != tags.end() && result.tags.size() < kTagsPage; ++next) result.tags.push_back(*next);
  if (next != tags.end()) result.next_token = base64_encode(result.tags.back().key);
  return result;
}

}  // namespace emu::dynamodb
