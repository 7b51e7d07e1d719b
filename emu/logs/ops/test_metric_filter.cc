#include "logs/errors.h"
#include "logs/service.h"

namespace emu::logs {

// Source: Amazon CloudWatch Logs API Reference, "TestMetricFilter".
Result<TestMetricFilterResult> Logs::test_metric_filter(Call&, const TestMetricFilter& in) {
  std::string why;
  const auto pattern = FilterPattern::parse(*in.filter_pattern, why);
  if (!pattern) return invalid_filter_pattern(why);
  TestMetricFilterResult out;
  std::int64_t number = 0;
  for (const std::string& text : in.log_event_messages) {
    const Message message(text);
    if (pattern->matches(message)) {
      out.matches.push_back({.event_number = number,
                             .event_message = text,
                             .extracted_values = pattern->named_values(message)});
    }
    ++number;
  }
  return out;
}

}  // namespace emu::logs
