#include <utility>

#include "sqs/page.h"
#include "sqs/service.h"

namespace emu::sqs {

// Checks: Amazon SQS API Reference, "ListDeadLetterSourceQueues".
Result<ListDeadLetterSourceQueuesResult> Sqs::list_dead_letter_source_queues(
    Call& call, const ListDeadLetterSourceQueues& in) {
  EMU_TRY(const Queue* target, find(call, in.queue_url));
  const PageRequest page{.next_token = in.next_token, .max_results = in.max_results};
  EMU_TRY(const std::string after, after_which(page));

  // Sources are in the account and region of their dead-letter queue.
  const std::string& arn = target->arn;
  const std::optional<QueueAddress> address = address_of_arn(arn);
  const RegionState& state = *regions_.find(address->account, address->region);
  ListDeadLetterSourceQueuesResult out;
  std::string last;
  for (auto queue = state.queues.upper_bound(after); queue != state.queues.end(); ++queue) {
    const std::optional<RedrivePolicy>& redrive = queue->second.attributes.redrive;
    if (!redrive || redrive->target_arn != arn) continue;
    if (is_full(page, out.queue_urls.size())) {
      if (in.max_results) out.next_token = token_after(last);
      break;
    }
    out.queue_urls.push_back(url_at(call.caller.endpoint, queue->second.url));
    last = queue->first;
  }
  return out;
}

}  // namespace emu::sqs
