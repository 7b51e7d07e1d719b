// The names, URLs and ARNs of queues.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace emu::sqs {

// 1 to 80 letters, digits, hyphens and underscores: what queues, labels and batch entries are
// called.
bool is_plain_name(std::string_view text);

// The name of a queue: a plain one, or that of a FIFO queue, with ".fifo" at its end.
bool is_queue_name(std::string_view text);
bool is_fifo_queue_name(std::string_view text);

// Where a queue is. The views are into the text that it was read from.
struct QueueAddress {
  std::string_view account;
  std::string_view region;
  std::string_view name;
};

// Where a caller is: what a URL leaves out.
struct CallersPlace {
  std::string_view account = {};
  std::string_view region = {};
};

// The last two parts of a URL's path, or a queue's name alone, which is one of the caller's
// account. The region is that of a host sqs.<region>.…, else the caller's. Nothing when the text is
// neither.
std::optional<QueueAddress> address_of_url(std::string_view url, const CallersPlace& caller);
// Nothing when the text is no ARN of a queue.
std::optional<QueueAddress> address_of_arn(std::string_view arn);

std::string url_of(const QueueAddress& address);
// The same queue for a caller who has come by that endpoint ("http://localhost:4566"); an empty
// endpoint is AWS's own.
std::string url_at(std::string_view endpoint, std::string_view url);
std::string arn_of(const QueueAddress& address);

}  // namespace emu::sqs
