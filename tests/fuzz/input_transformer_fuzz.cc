// What targets of EventBridge make of an event: a JSON path, behind its line a template with the
// path's value as a variable, and behind that line the event.

#include <cstddef>
#include <cstdint>
#include <string>

#include "core/base/assert.h"
#include "core/json/json_view.h"
#include "eventbridge/input.h"
#include "eventbridge/json_path.h"
#include "fuzz/input.h"

using namespace emu;

namespace {

void make(const eventbridge::Target& target, const eventbridge::InputSource& source) {
  const auto input = eventbridge::Input::of(target);
  if (input) static_cast<void>(input->make(source));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input in(data, size);
  const std::string path(in.line());
  const std::string text(in.line());
  std::string why;
  const auto event = JsonDocument::parse(in.rest(), why);
  if (!event) return 0;
  const JsonView root = event->root();
  if (const auto parsed = eventbridge::JsonPath::parse(path)) {
    if (const auto found = parsed->find(root)) {
      EMU_ASSERT(JsonDocument::parse(*found, why), "what a path leads to is JSON");
    }
  }
  const eventbridge::InputSource source{.text = in.rest(),
                                        .event = root,
                                        .rule_arn = "arn:aws:events:us-east-1:111122223333:rule/r",
                                        .rule_name = "r",
                                        .ingestion_time = "2026-01-01T00:00:00Z"};
  eventbridge::Target target{.id = "t", .arn = "arn:aws:sqs:us-east-1:111122223333:q"};
  target.input_path = path;
  make(target, source);
  target.input_path.reset();
  target.input_transformer =
      eventbridge::InputTransformer{.input_paths_map = {{"v", path}}, .input_template = text};
  make(target, source);
  return 0;
}
