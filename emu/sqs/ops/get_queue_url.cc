#include "sqs/errors.h"
#include "sqs/service.h"

namespace emu::sqs {

// Checks: Amazon SQS API Reference, "GetQueueUrl".
Result<GetQueueUrlResult> Sqs::get_queue_url(Call& call, const GetQueueUrl& in) {
  if (!is_queue_name(in.queue_name)) return invalid_queue_name();
  const std::string& owner = in.queue_owner_aws_account_id;
  RegionState* state = regions_.find(owner.empty() ? call.account() : owner, call.region());
  const Queue* queue = state == nullptr ? nullptr : state->find(in.queue_name);
  if (queue == nullptr) return queue_does_not_exist();
  return GetQueueUrlResult{.queue_url = url_at(call.caller.endpoint, queue->url)};
}

}  // namespace emu::sqs
