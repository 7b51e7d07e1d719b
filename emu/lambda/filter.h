// Filters of event source mappings: which messages a function gets to see.
//
// A filter is an event pattern (core/pattern/event_pattern.h) about the record. A pattern for the
// inside of "body" matches only bodies that are JSON. Source: Lambda Developer Guide, "Control
// which events Lambda sends to your function".
#pragma once

#include <emu/arn.h>
#include <emu/result.h>
#include <emu/sqs.h>

#include <string_view>
#include <vector>

#include "core/pattern/event_pattern.h"

namespace emu::lambda {

class EventFilter {
 public:
  static Result<EventFilter> parse(std::string_view pattern);

  // The record, and its body as JSON when it is that.
  bool matches(const JsonView& record, const JsonView* body) const;

 private:
  pattern::Node root_;
};

// Whether a message passes at least one of the filters.
bool matches_any(const std::vector<EventFilter>& filters, const sqs::Message& message,
                 const Arn& queue);

}  // namespace emu::lambda
