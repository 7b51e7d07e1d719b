#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/json/json_view.h"
#include "core/text/base64.h"
#include "lambda/errors.h"
#include "lambda/limits.h"
#include "lambda/service.h"

namespace emu::lambda {

namespace {

Error payload_is_not_json(std::string_view why) {
  return user_error(errors::kInvalidRequestContentException, 400,
                    fmt::format("Could not parse request body into json: {}", why));
}

Error client_context_invalid() {
  return user_error(errors::kInvalidRequestContentException, 400,
                    "Client context must be a valid Base64-encoded JSON object.");
}

// As recorded from AWS, whose API model calls it RequestTooLargeException.
Error payload_too_large(std::size_t bytes, bool is_async, std::size_t bytes_max) {
  return user_error(
      errors::kRequestEntityTooLargeException, 413,
      fmt::format("{} byte payload is too large for the {} invocation type (limit {} bytes)", bytes,
                  is_async ? "Event" : "RequestResponse", bytes_max));
}

// On one line, as a header carries it.
Result<std::string> read_client_context(const std::string& base64) {
  const std::optional<std::string> text = base64_decode(base64);
  std::string why;
  const auto document = JsonDocument::parse(text.value_or(std::string()), why);
  if (!document || document->root().type() != JsonView::Type::kObject) {
    return client_context_invalid();
  }
  std::string line = *text;
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return line;
}

}  // namespace

// Source: AWS Lambda API Reference, "Invoke"; the sizes are of "Lambda quotas".
Result<InvokeResult> Lambda::invoke(Call& call, const Invoke& in) {
  const bool is_async = in.invocation_type == invocation_types::kEvent;
  const std::size_t bytes_max = is_async ? kAsyncPayloadBytesMax : kPayloadBytesMax;
  if (in.payload.size() > bytes_max) {
    return payload_too_large(in.payload.size(), is_async, bytes_max);
  }
  // Kept here, since it may be deleted while it runs.
  EMU_TRY(const FunctionPtr function, find(call, in.function_name, in.qualifier));
  if (in.invocation_type == invocation_types::kDryRun) return InvokeResult{.status_code = 204};
  if (!in.payload.empty()) {
    std::string why;
    if (!JsonDocument::parse(in.payload, why)) return payload_is_not_json(why);
  }
  std::string client_context;
  if (in.client_context) {
    EMU_TRY(client_context, read_client_context(*in.client_context));
  }
  std::string request_id = call.request_id();
  call.subject = request_id;
  if (is_async) {
    async_.accept(function, std::move(request_id), in.payload);
    return InvokeResult{.status_code = 202};
  }
  EMU_TRY(Outcome outcome, executor_.run(function, {.request_id = std::move(request_id),
                                                     .payload = in.payload,
                                                     .wants_log_tail = in.log_type == "Tail",
                                                     .client_context = std::move(client_context)}));
  InvokeResult out{
      .status_code = 200, .payload = std::move(outcome.payload), .executed_version = "$LATEST"};
  if (outcome.has_failed) {
    out.function_error = "Unhandled";
    call.note = "Unhandled";
  }
  if (in.log_type == "Tail") out.log_result = std::move(outcome.log_tail);
  return out;
}

}  // namespace emu::lambda
