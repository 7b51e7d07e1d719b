#include "server/control/controls.h"

#include <fmt/format.h>

#include <array>
#include <string>
#include <utility>

#include "core/json/json_writer.h"
#include "server/control/control.h"
#include "server/cors.h"

namespace emu::server {

namespace {

struct Control {
  std::string_view method;
  std::string_view path;  // one that ends in '/' takes what follows it, but for the list
  std::string_view help;
  ControlAnswer (*answer)(const ControlRequest& request);
  // It tells, or forgets, what calls have set going: while the clock is held it waits for that, so
  // that a test sees the same each time.
  bool settles = false;
};

constexpr std::string_view kList = "/_emu/";

constexpr std::array<Control, 34> kControls = {{
    {"GET", kList, "this list", &get_index},
    {"GET", "/_emu/health", "whether the server answers, and its services", &get_health},
    {"GET", "/_emu/version", "the version of emu", &get_version},
    {"POST", "/_emu/reset", "forgets everything, or one account: {\"account\":\"…\"}", &post_reset},
    {"GET", "/_emu/clock", "what the clock shows", &get_clock},
    {"POST", "/_emu/clock/hold", "stops the clock", &post_clock_hold},
    {"POST", "/_emu/clock/resume", "lets it go on", &post_clock_resume},
    {"POST", "/_emu/clock/advance", "moves it: {\"by\":\"36s\"}", &post_clock_advance},
    {"POST", "/_emu/clock/set", "moves it: {\"to\":\"2026-01-01T00:00:00Z\"}", &post_clock_set},
    {"POST", "/_emu/clock/scale", "makes it run faster: {\"scale\":60}", &post_clock_scale},
    {"GET", "/_emu/faults", "what calls are made to fail, and how often they did", &get_faults,
     true},
    {"POST", "/_emu/faults",
     "makes calls fail: "
     "{\"operation\":\"UpdateItem\",\"calls\":2,\"error\":\"ThrottlingException\"}",
     &post_faults},
    {"DELETE", "/_emu/faults", "ends all of that", &delete_faults},
    {"DELETE", "/_emu/faults/", "ends the one with this id", &delete_fault},
    {"GET", "/_emu/queues/peek", "a queue's messages, without receiving them", &get_queue_peek,
     true},
    {"GET", "/_emu/outbox", "what was sent to people and devices", &get_outbox, true},
    {"GET", "/_emu/outbox/", "one of it; <id>/raw and <id>/attachments/<n>", &get_outbox_message,
     true},
    {"DELETE", "/_emu/outbox", "forgets all of that", &delete_outbox, true},
    {"DELETE", "/_emu/outbox/", "forgets the one with this id", &delete_outbox_message, true},
    {"GET", "/_emu/stacks", "the stacks that templates were deployed as", &get_stacks},
    {"POST", "/_emu/stacks", "deploys a template: {\"template\":\"…\",\"stack_name\":\"orders\"}",
     &post_stacks},
    {"GET", "/_emu/stacks/", "one of them, with what happened to it", &get_stack},
    {"DELETE", "/_emu/stacks/", "removes the one with this name", &delete_stack},
    {"GET", "/_emu/trace", "what happened, page by page", &get_trace, true},
    {"GET", "/_emu/trace/stream", "what happens, as server-sent events", &get_trace_stream},
    {"GET", "/_emu/messages/", "the life of the message with this id", &get_message, true},
    {"GET", "/_localstack/health", "health, as LocalStack tells it", &get_localstack_health},
    {"GET", "/_localstack/init", "whether the server is set up", &get_localstack_init},
    {"GET", "/_localstack/init/", "the same of one stage, such as ready", &get_localstack_init},
    {"POST", "/_localstack/state/reset", "forgets everything", &post_localstack_reset},
    {"GET", "/_aws/sqs/messages", "a queue's messages, as LocalStack shows them", &get_sqs_messages,
     true},
    {"GET", "/_aws/ses", "mail, as LocalStack shows it", &get_ses_messages, true},
    {"DELETE", "/_aws/ses", "forgets it", &delete_ses_messages, true},
    {"GET", "/_aws/sqs/messages/", "the same of <region>/<account>/<queue>", &get_sqs_messages,
     true},
}};

bool takes_path(const Control& control, std::string_view path) {
  if (path == control.path) return true;
  return control.path.ends_with('/') && control.path != kList && path.starts_with(control.path);
}

// The control, or else the error that says what is wrong with the request; its fields are headers.
Result<const Control*> find_control(std::string_view method, std::string_view path) {
  if (method == "HEAD") method = "GET";
  if (path == "/_emu") path = kList;
  std::string allowed;
  for (const Control& control : kControls) {
    if (!takes_path(control, path)) continue;
    if (control.method == method) return &control;
    if (!allowed.empty()) allowed += ", ";
    allowed += control.method == "GET" ? "GET, HEAD" : control.method;
  }
  if (allowed.empty()) {
    return not_found(fmt::format("there is no control '{}'; GET /_emu/ lists what there is", path));
  }
  return Error{.code = "MethodNotAllowed",
               .message = fmt::format("'{}' is used with {}", path, allowed),
               .status = 405,
               .fields = {{"Allow", allowed}}};
}

// Whoever asks whether the server is there may know it, from wherever and by whatever name.
bool is_health(const RequestParts& parts) {
  return parts.path == "/_emu/health" || parts.path == "/_localstack/health";
}

HttpResponse forbidden(const std::string& why) {
  return {.status = 403,
          .headers = {{"Content-Type", "text/plain; charset=utf-8"}},
          .body = Blob(why + "\n")};
}

}  // namespace

bool is_control_path(std::string_view path) {
  return path == "/_emu" || path.starts_with("/_emu/") || path.starts_with("/_localstack/") ||
         path.starts_with("/_aws/");
}

bool takes_large_bodies(std::string_view path) { return path == "/_emu/stacks"; }

ControlAnswer get_index(const ControlRequest&) {
  std::string json;
  JsonWriter writer(json);
  writer.begin_object();
  writer.key("controls");
  writer.begin_array();
  for (const Control& control : kControls) {
    writer.begin_object();
    writer.member("method", control.method);
    writer.member("path", control.path);
    writer.member("does", control.help);
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
  return json_answer(std::move(json));
}

std::optional<std::string> Controls::refusal(const RequestParts& parts,
                                             const Sender& sender) const {
  if (is_health(parts)) return std::nullopt;
  if (guard_.is_local_only() && !is_loopback(parts.http.source_ip)) {
    return "The controls are for programs on the server's own machine";
  }
  if (auto why = guard_.host_refusal(parts)) return why;
  // A link may be followed: what is read changes nothing.
  if (sender.is_trusted() || sender.kind == Sender::Kind::kLink) return std::nullopt;
  return Guard::page_refusal(sender);
}

HttpResponse Controls::answer(const RequestParts& parts) {
  const Sender sender = guard_.sender(parts);
  if (const auto why = refusal(parts, sender)) return forbidden(*why);
  if (is_preflight(parts.http)) return answer_preflight(parts.http, sender);
  HttpResponse response = perform(parts);
  allow_page(sender, response);
  return response;
}

HttpResponse Controls::perform(const RequestParts& parts) {
  const auto control = find_control(parts.http.method, parts.path);
  if (!control) {
    HttpResponse refusal = error_answer(control.error());
    for (const auto& [name, value] : control.error().fields) refusal.headers.add(name, value);
    return refusal;
  }
  auto query = parts.query_pairs();
  if (!query) return error_answer(bad_request("the query is not well encoded"));
  if ((*control)->settles && cloud_.clock().held) cloud_.settle();
  const std::string_view path = parts.path;
  const std::string_view own = (*control)->path;
  ControlAnswer answer = (*control)->answer(
      {.cloud = cloud_,
       .trace_hub = hub_,
       .http = parts.http,
       .rest = path.size() > own.size() ? path.substr(own.size()) : std::string_view(),
       .query = std::move(*query),
       .scripts = ready_scripts_});
  return answer ? std::move(*answer) : error_answer(answer.error());
}

}  // namespace emu::server
