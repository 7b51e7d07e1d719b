#include "eventbridge/dead_letters.h"

#include <emu/arn.h>

#include "core/text/queue_url.h"
#include "eventbridge/errors.h"

namespace emu::eventbridge {

Status check_dead_letters(const std::optional<DeadLetterConfig>& config) {
  if (!config || !config->arn) return {};
  const std::string& text = *config->arn;
  const std::optional<Arn> arn = Arn::parse(text);
  if (!arn || arn->service != "sqs" || arn->resource.empty()) return arn_not_in_format(text);
  if (!is_fifo_queue(text)) return {};
  return invalid_parameter("DeadLetterConfig", "A dead-letter queue must be a standard queue.");
}

}  // namespace emu::eventbridge
