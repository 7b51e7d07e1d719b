#include <fmt/format.h>

#include <string>

#include "core/json/json_writer.h"
#include "core/time/duration_text.h"
#include "core/time/iso_time.h"
#include "server/control/control.h"

namespace emu::server {

namespace {

constexpr double kScaleMax = 1'000'000;

HttpResponse clock_answer(const Cloud& cloud) {
  const ClockState clock = cloud.clock();
  std::string json;
  JsonWriter writer(json);
  writer.begin_object();
  writer.member("now", iso8601(clock.now));
  writer.member("held", clock.held);
  writer.key("scale");
  writer.real(clock.scale);
  writer.end_object();
  return json_answer(std::move(json));
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
  request.cloud.advance(*duration);
  return clock_answer(request.cloud);
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
  request.cloud.run_until(*time);
  return clock_answer(request.cloud);
}

ControlAnswer post_clock_scale(const ControlRequest& request) {
  EMU_TRY(const auto body, read_object(request, {"scale"}));
  const auto value = body.root().find("scale");
  const bool is_number = value && (value->type() == JsonView::Type::kInteger ||
                                   value->type() == JsonView::Type::kReal);
  if (!is_number || !(value->real() > 0 && value->real() <= kScaleMax)) {
    return bad_request("'scale' must be a number above 0 and at most 1,000,000");
  }
  request.cloud.scale_clock(value->real());
  return clock_answer(request.cloud);
}

}  // namespace emu::server
