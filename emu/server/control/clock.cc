#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>

#include "core/json/json_writer.h"
#include "core/time/duration_text.h"
#include "core/time/iso_time.h"
#include "core/time/live_clock.h"
#include "server/control/control.h"

namespace emu::server {

namespace {

// `goal` is where the clock was to be moved; who finds it before that knows that it was stopped.
HttpResponse clock_answer(const Cloud& cloud, std::optional<Time> goal = std::nullopt) {
  const ClockState clock = cloud.clock();
  std::string json;
  JsonWriter writer(json);
  writer.begin_object();
  writer.member("now", iso8601(clock.now));
  writer.member("held", clock.held);
  writer.key("scale");
  writer.real(clock.scale);
  if (goal && clock.now < *goal) writer.member("stopped", true);
  writer.end_object();
  return json_answer(std::move(json));
}

// Moves the clock to the goal, or until nobody waits for that any more: whoever asked has gone, or
// somebody holds the clock.
HttpResponse move_clock(const ControlRequest& request, Time goal) {
  const auto& is_awaited = request.http.is_awaited;
  request.cloud.run_until([&] { return is_awaited && !is_awaited(); }, goal);
  return clock_answer(request.cloud, goal);
}

Error too_far(std::string_view member) {
  return bad_request(fmt::format("the clock goes to {} and no further; '{}' is beyond it",
                                 iso8601(kLatestTime), member));
}

}  // namespace

ControlAnswer get_clock(const ControlRequest& request) { return clock_answer(request.cloud); }

ControlAnswer post_clock_hold(const ControlRequest& request) {
  EMU_CHECK(read_object(request, {}));
  request.cloud.hold_clock();
  return clock_answer(request.cloud);
}

ControlAnswer post_clock_resume(const ControlRequest& request) {
  EMU_CHECK(read_object(request, {}));
  request.cloud.resume_clock();
  return clock_answer(request.cloud);
}

ControlAnswer post_clock_advance(const ControlRequest& request) {
  EMU_TRY(const auto body, read_object(request, {"by"}));
  EMU_TRY(const auto text, require_text(body, "by"));
  const auto duration = parse_duration_text(text);
  if (!duration) {
    return bad_request(
        fmt::format("'by' must be a duration such as 36s, 1.5s, 10min or 12h, not '{}'", text));
  }
  const Time now = request.cloud.now();
  if (*duration > kLatestTime - now) return too_far("by");
  return move_clock(request, now + *duration);
}

ControlAnswer post_clock_set(const ControlRequest& request) {
  EMU_TRY(const auto body, read_object(request, {"to"}));
  EMU_TRY(const auto text, require_text(body, "to"));
  const auto time = parse_iso8601(text);
  if (!time) {
    return bad_request(
        fmt::format("'to' must be a time such as 2026-01-01T00:00:00Z, not '{}'", text));
  }
  const Time now = request.cloud.now();
  if (*time < now) {
    return bad_request(fmt::format("time does not go back: it is {} already", iso8601(now)));
  }
  if (*time - now > *parse_duration_text("10000d")) {
    return bad_request("'to' is more than 10,000 days ahead");
  }
  if (*time > kLatestTime) return too_far("to");
  return move_clock(request, *time);
}

ControlAnswer post_clock_scale(const ControlRequest& request) {
  EMU_TRY(const auto body, read_object(request, {"scale"}));
  const auto value = body.root().find("scale");
  const bool is_number = value && (value->type() == JsonView::Type::kInteger ||
                                   value->type() == JsonView::Type::kReal);
  if (!is_number || !(value->real() >= kClockScaleMin && value->real() <= kClockScaleMax)) {
    return bad_request("'scale' must be a number from 0.000001 to 1,000,000");
  }
  request.cloud.scale_clock(value->real());
  return clock_answer(request.cloud);
}

}  // namespace emu::server
