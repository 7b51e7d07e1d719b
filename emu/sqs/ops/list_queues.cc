#include <algorithm>
#include <utility>

#include "sqs/page.h"
#include "sqs/service.h"

namespace emu::sqs {

// Checks: Amazon SQS API Reference, "ListQueues".
Result<ListQueuesResult> Sqs::list_queues(Call& call, const ListQueues& in) {
  const PageRequest page{.next_token = in.next_token, .max_results = in.max_results};
  EMU_TRY(const std::string after, after_which(page));

  const RegionState& state = regions_.at(call.account(), call.region());
  const std::string& prefix = in.queue_name_prefix;
  ListQueuesResult out;
  auto queue = after < prefix ? state.queues.lower_bound(prefix) : state.queues.upper_bound(after);
  std::string last;
  for (; queue != state.queues.end() && queue->first.starts_with(prefix); ++queue) {
    if (is_full(page, out.queue_urls.size())) {
      // Without MaxResults there is one page and no token.
      if (in.max_results) out.next_token = token_after(last);
      break;
    }
    out.queue_urls.push_back(url_at(call.caller.endpoint, queue->second.url));
    last = queue->first;
  }
  return out;
}

}  // namespace emu::sqs
