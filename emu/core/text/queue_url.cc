#include "core/text/queue_url.h"

#include <fmt/format.h>

namespace emu {

std::string queue_url(const Arn& queue) {
  return fmt::format("https://sqs.{}.amazonaws.com/{}/{}", queue.region, queue.account,
                     queue.resource);
}

}  // namespace emu
