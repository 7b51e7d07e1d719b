#include "runtimes/runtime_api_host.h"

#include <fmt/format.h>
#include <sys/wait.h>

#include <utility>

#include "core/json/json_view.h"
#include "core/json/json_writer.h"
#include "runtimes/child.h"
#include "runtimes/limits.h"

namespace emu::runtimes {

namespace {

std::string member_of(const std::string& json, std::string_view name) {
  std::string why;
  const auto document = JsonDocument::parse(json, why);
  if (!document || document->root().type() != JsonView::Type::kObject) return {};
  const auto member = document->root().find(name);
  if (!member || member->type() != JsonView::Type::kString) return {};
  return std::string(member->string());
}

}  // namespace

RuntimeFailure told_failure(Answer answer) {
  RuntimeFailure failure{.type = member_of(answer.body, "errorType"),
                         .message = member_of(answer.body, "errorMessage"),
                         .is_logged = true};
  if (failure.type.empty()) failure.type = std::move(answer.error_type);
  failure.answer = answer.body.empty() ? "null" : std::move(answer.body);
  return failure;
}

RuntimeFailure exit_failure(int status) {
  const bool is_plain = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  return {.type = "Runtime.ExitError",
          .message = is_plain ? std::string("Runtime exited without providing a reason")
                              : fmt::format("Runtime exited with error: {}", end_text(status)),
          .has_crashed = true};
}

Answer answer_too_large() {
  Answer refusal{.has_failed = true};
  JsonWriter json(refusal.body);
  json.begin_object();
  json.member("errorType", "Function.ResponseSizeTooLarge");
  json.member("errorMessage", fmt::format("Response payload size exceeded maximum allowed payload "
                                          "size ({} bytes).",
                                          kResponseBytesMax));
  json.end_object();
  return refusal;
}

}  // namespace emu::runtimes
