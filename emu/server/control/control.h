// A control: something under /_emu/ that a person or a test asks of the server itself. Each lies in
// a file of its own; docs/control-api.md describes them all.
#pragma once

#include <emu/cloud.h>
#include <emu/http.h>
#include <emu/result.h>
#include <emu/server.h>

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/json/json_view.h"
#include "core/text/percent.h"

namespace emu::server {

class TraceHub;

// The scripts that are run once the server answers; may be empty.
using ReadyScripts = std::function<std::vector<ReadyScript>()>;

struct ControlRequest {
  Cloud& cloud;
  TraceHub& trace_hub;
  const HttpRequest& http;
  std::string_view rest = {};  // of the path, behind the control's own
  std::vector<QueryPair> query = {};
  const ReadyScripts& scripts;

  std::vector<ReadyScript> ready_scripts() const {
    return scripts ? scripts() : std::vector<ReadyScript>();
  }
};

// An error's status, code and message become the JSON answer.
using ControlAnswer = Result<HttpResponse>;

// ---- What they read ----

// The parameter of the query, or null.
const std::string* find_parameter(const ControlRequest& request, std::string_view name);
// One that must be there and not be empty.
Result<std::string> require_parameter(const ControlRequest& request, std::string_view name);
// A whole number from `min` to `max`, or else `otherwise` when it is not given.
struct NumberRange {
  std::uint64_t min = 0;
  std::uint64_t max = UINT64_MAX;
  std::uint64_t otherwise = 0;
};
Result<std::uint64_t> number_parameter(const ControlRequest& request, std::string_view name,
                                       const NumberRange& range);
// A misspelt name would otherwise be passed over in silence.
Status allow_parameters(const ControlRequest& request,
                        std::initializer_list<std::string_view> names);

// The body, a JSON object with no other members than these. An empty body is an empty object.
Result<JsonDocument> read_object(const ControlRequest& request,
                                 std::initializer_list<std::string_view> members);
// A member that must be there and be text.
Result<std::string> require_text(const JsonDocument& body, std::string_view member);

// ---- What they answer ----

HttpResponse json_answer(std::string json, int status = 200);
HttpResponse error_answer(const Error& error);
Error bad_request(std::string message);
Error not_found(std::string message);

// ---- The controls ----

ControlAnswer get_index(const ControlRequest& request);
ControlAnswer get_health(const ControlRequest& request);
ControlAnswer get_version(const ControlRequest& request);
ControlAnswer post_reset(const ControlRequest& request);
ControlAnswer get_clock(const ControlRequest& request);
ControlAnswer post_clock_hold(const ControlRequest& request);
ControlAnswer post_clock_resume(const ControlRequest& request);
ControlAnswer post_clock_advance(const ControlRequest& request);
ControlAnswer post_clock_set(const ControlRequest& request);
ControlAnswer post_clock_scale(const ControlRequest& request);
ControlAnswer get_faults(const ControlRequest& request);
ControlAnswer post_faults(const ControlRequest& request);
ControlAnswer delete_faults(const ControlRequest& request);
ControlAnswer delete_fault(const ControlRequest& request);  // by its id
ControlAnswer get_queue_peek(const ControlRequest& request);
ControlAnswer get_outbox(const ControlRequest& request);
ControlAnswer get_outbox_message(const ControlRequest& request);  // by its id
ControlAnswer delete_outbox(const ControlRequest& request);
ControlAnswer delete_outbox_message(const ControlRequest& request);  // by its id
ControlAnswer get_stacks(const ControlRequest& request);
ControlAnswer get_stack(const ControlRequest& request);  // by its name
ControlAnswer post_stacks(const ControlRequest& request);
ControlAnswer delete_stack(const ControlRequest& request);  // by its name
ControlAnswer get_trace(const ControlRequest& request);
ControlAnswer get_trace_stream(const ControlRequest& request);
ControlAnswer get_message(const ControlRequest& request);
// As programs ask that were written for LocalStack.
ControlAnswer get_localstack_health(const ControlRequest& request);
ControlAnswer get_localstack_init(const ControlRequest& request);
ControlAnswer post_localstack_reset(const ControlRequest& request);
ControlAnswer get_sqs_messages(const ControlRequest& request);
ControlAnswer get_ses_messages(const ControlRequest& request);
ControlAnswer delete_ses_messages(const ControlRequest& request);

}  // namespace emu::server
