#include "sns/limits.h"
#include "sns/page.h"
#include "sns/service.h"

namespace emu::sns {

Result<ListTopicsResult> Sns::list_topics(Call& call, const ListTopics& in) {
  EMU_TRY(const std::string after, name_of_token(in.next_token));
  const RegionState& state = regions_.at(call.account(), call.region());
  ListTopicsResult out;
  const std::string* last = nullptr;
  for (auto topic = state.topics.upper_bound(after); topic != state.topics.end(); ++topic) {
    if (out.topics.size() == kPageSize) {
      out.next_token = token_of_name(*last);
      break;
    }
    out.topics.push_back({.topic_arn = topic->second.arn});
    last = &topic->first;
  }
  return out;
}

}  // namespace emu::sns
