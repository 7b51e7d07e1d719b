#include "sqs/page.h"

#include "core/text/base64.h"
#include "sqs/errors.h"
#include "sqs/limits.h"
#include "sqs/queue_name.h"

namespace emu::sqs {

Result<std::string> after_which(const PageRequest& request) {
  if (request.max_results && (*request.max_results < 1 || *request.max_results > kListResultsMax)) {
    return count_out_of_range("MaxResults", *request.max_results, kListResultsMax);
  }
  if (request.next_token.empty()) return std::string();
  std::optional<std::string> name = base64_decode(request.next_token);
  if (!name || !is_plain_name(*name)) {
    return invalid_parameter("NextToken", request.next_token, "Invalid or expired next token.");
  }
  return *std::move(name);
}

bool is_full(const PageRequest& request, std::size_t names) {
  return names == static_cast<std::size_t>(request.max_results.value_or(kListResultsMax));
}

std::string token_after(const std::string& name) { return base64_encode(name); }

}  // namespace emu::sqs
