// A filter pattern and, behind its line, what it is held against: log events, and the records of
// event source mappings.

#include <cstddef>
#include <cstdint>
#include <string>

#include "core/json/json_view.h"
#include "fuzz/input.h"
#include "lambda/filter.h"
#include "logs/filter_pattern.h"

using namespace emu;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input in(data, size);
  const std::string_view pattern = in.line();
  std::string why;
  if (const auto of_logs = logs::FilterPattern::parse(pattern, why)) of_logs->matches(in.rest());
  const auto of_events = lambda::EventFilter::parse(pattern);
  const auto record = JsonDocument::parse(in.rest(), why);
  if (of_events && record && record->root().type() == JsonView::Type::kObject) {
    const JsonView body = record->root();
    of_events->matches(record->root(), &body);
  }
  return 0;
}
