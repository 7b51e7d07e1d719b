#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstdint>
#include <string>
#include <utility>

#include "core/json/json_writer.h"
#include "server/control/control.h"
#include "server/control/trace_query.h"
#include "server/trace_hub.h"

namespace emu::server {

namespace {

// How soon it is seen that a reader has hung up.
constexpr std::chrono::milliseconds kLookInterval{500};
// How many of those pass before a comment keeps the line in between from being cut.
constexpr int kLooksPerComment = 30;

void append(std::string& text, const TraceEvent& event) {
  text += fmt::format("id: {}\ndata: ", event.sequence);
  JsonWriter writer(text);
  write_trace_event(writer, event);
  text += "\n\n";
}

void append_missed(std::string& text, std::uint64_t count) {
  if (count > 0) text += fmt::format("event: missed\ndata: {{\"count\":{}}}\n\n", count);
}

// One reader's stream, from its begin to its end.
class TraceStream {
 public:
  TraceStream(Cloud& cloud, TraceHub& hub, TraceFilter filter, std::optional<std::uint64_t> after)
      : cloud_(cloud), hub_(hub), filter_(std::move(filter)), after_(after) {}

  void run(HttpStream& out) {
    // Follows first and reads the past then, so that nothing falls between the two.
    TraceHub::Follower follower(hub_);
    std::string text = ": the trace of emu\n\n";
    if (after_) append_past(text, *after_);
    if (!out.write(text)) return;
    int idle_looks = 0;
    while (const auto news = follower.wait(kLookInterval)) {
      text.clear();
      append_missed(text, news->missed);
      for (const TraceHub::Entry& event : news->events) append_new(text, *event);
      if (text.empty() && ++idle_looks % kLooksPerComment == 0) text = ":\n\n";
      if (text.empty() ? !out.is_open() : !out.write(text)) return;
    }
  }

 private:
  void append_past(std::string& text, std::uint64_t after) {
    // Whoever has seen more than there was, saw it before a reset.
    if (after > cloud_.trace_size()) after = 0;
    past_ends_ = after;
    bool is_first = true;
    cloud_.each_trace_event([&](const TraceEvent& event) {
      if (event.sequence <= after) return;
      if (std::exchange(is_first, false)) append_missed(text, event.sequence - after - 1);
      past_ends_ = event.sequence;
      if (filter_.matches(event)) append(text, event);
    });
  }

  void append_new(std::string& text, const TraceEvent& event) {
    // What the past has shown already. A number that falls back to 1 is the first after a reset.
    if (event.sequence == 1) past_ends_ = 0;
    if (event.sequence <= past_ends_) return;
    if (filter_.matches(event)) append(text, event);
  }

  Cloud& cloud_;
  TraceHub& hub_;
  TraceFilter filter_;
  std::optional<std::uint64_t> after_;
  std::uint64_t past_ends_ = 0;
};

// What a browser sends when it connects again by itself.
std::optional<std::uint64_t> last_event_id(const HttpRequest& request) {
  const std::string* text = request.headers.find("Last-Event-ID");
  if (text == nullptr) return std::nullopt;
  std::uint64_t id = 0;
  const char* end = text->data() + text->size();
  const auto [stop, error] = std::from_chars(text->data(), end, id);
  if (error != std::errc() || stop != end) return std::nullopt;
  return id;
}

}  // namespace

ControlAnswer get_trace_stream(const ControlRequest& request) {
  EMU_CHECK(allow_parameters(request, {"after", "service", "name", "resource"}));
  auto after = last_event_id(request.http);
  if (!after && find_parameter(request, "after") != nullptr) {
    EMU_TRY(const auto number, number_parameter(request, "after", {}));
    after = number;
  }
  if (!request.trace_hub.has_room()) {
    return Error{.code = "TooManyReaders",
                 .message = fmt::format("{} others follow the trace already", kFollowersMax),
                 .status = 503};
  }
  HttpResponse response{
      .headers = {{"Content-Type", "text/event-stream"}, {"Cache-Control", "no-store"}}};
  response.stream = [&cloud = request.cloud, &hub = request.trace_hub,
                     filter = read_trace_filter(request),
                     after](HttpStream& out) { TraceStream(cloud, hub, filter, after).run(out); };
  return response;
}

}  // namespace emu::server
