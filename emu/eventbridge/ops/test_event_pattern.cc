#include <array>
#include <string>

#include "eventbridge/errors.h"
#include "eventbridge/rule_pattern.h"
#include "eventbridge/service.h"

namespace emu::eventbridge {

namespace {

// What an event has to have.
// Source: Amazon EventBridge API Reference, "TestEventPattern".
constexpr std::array<std::string_view, 7> kMandatory = {
    "id", "account", "source", "time", "region", "resources", "detail-type",
};

}  // namespace

Result<TestEventPatternResult> EventBridge::test_event_pattern(Call&, const TestEventPattern& in) {
  EMU_TRY(const pattern::Node node, parse_pattern(in.event_pattern));
  std::string why;
  const auto event = JsonDocument::parse(in.event, why);
  if (!event || event->root().type() != JsonView::Type::kObject) {
    return invalid_parameter("Event", "Event is not a valid JSON object.");
  }
  for (const std::string_view name : kMandatory) {
    if (!event->root().find(name)) {
      return invalid_parameter("Event", std::string(name) + " is a required member.");
    }
  }
  return TestEventPatternResult{.result = pattern::passes(node, event->root())};
}

}  // namespace emu::eventbridge
