#include "lambda/filter.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/json/json_view.h"
#include "lambda/batch.h"
#include "lambda/errors.h"

namespace emu::lambda {

namespace {

Error filter_invalid() { return invalid_parameter("Invalid filter pattern definition."); }

}  // namespace

Result<EventFilter> EventFilter::parse(std::string_view pattern) {
  std::string why;
  const std::optional<JsonDocument> document = JsonDocument::parse(pattern, why);
  if (!document) return filter_invalid();
  std::optional<pattern::Node> root = pattern::parse(document->root(), {}, why);
  if (!root) return filter_invalid();
  EventFilter filter;
  filter.root_ = *std::move(root);
  return filter;
}

// A pattern for the inside of the body passes only bodies that are JSON.
bool EventFilter::matches(const JsonView& record, const JsonView* body) const {
  return pattern::passes_inside(root_, [&](std::string_view name, const pattern::Node& wanted) {
    if (name != "body" || !wanted.tests.empty()) {
      return pattern::passes(wanted, record.find(name));
    }
    return body != nullptr && pattern::passes(wanted, *body);
  });
}

bool matches_any(const std::vector<EventFilter>& filters, const sqs::Message& message,
                 const Arn& queue) {
  std::string text;
  append_record(message, queue, queue.str(), text);
  std::string why;
  const std::optional<JsonDocument> record = JsonDocument::parse(text, why);
  const std::optional<JsonDocument> inside = JsonDocument::parse(message.body, why);
  const std::optional<JsonView> body = inside ? std::optional(inside->root()) : std::nullopt;
  return record && std::any_of(filters.begin(), filters.end(), [&](const EventFilter& filter) {
           return filter.matches(record->root(), body ? &*body : nullptr);
         });
}

}  // namespace emu::lambda
