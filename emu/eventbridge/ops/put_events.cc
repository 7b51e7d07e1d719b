#include <utility>

#include "core/json/json_copy.h"
#include "eventbridge/errors.h"
#include "eventbridge/limits.h"
#include "eventbridge/service.h"

namespace emu::eventbridge {

namespace {

// Source: Amazon EventBridge User Guide, "Calculating PutEvents event entry size".
std::size_t bytes_of(const PutEventsRequestEntry& entry) {
  std::size_t bytes = entry.time ? kTimeBytes : 0;
  if (entry.source) bytes += entry.source->size();
  if (entry.detail_type) bytes += entry.detail_type->size();
  if (entry.detail) bytes += entry.detail->size();
  for (const std::string& resource : entry.resources) bytes += resource.size();
  return bytes;
}

PutEventsResultEntry refused(std::string_view code, std::string message) {
  return {.error_code = std::string(code), .error_message = std::move(message)};
}

PutEventsResultEntry missing(const std::string& name) {
  return refused(errors::kInvalidArgument, "Parameter " + name + " is not valid. Reason: " + name +
                                               " is a required argument.");
}

bool is_absent(const std::optional<std::string>& text) { return !text || text->empty(); }

// What is wrong with an entry: nothing as long as it has no error code.
// Source: Amazon EventBridge API Reference, "PutEventsRequestEntry", "PutEventsResultEntry".
PutEventsResultEntry check_entry(const PutEventsRequestEntry& entry) {
  if (is_absent(entry.source)) return missing("Source");
  if (is_absent(entry.detail_type)) return missing("DetailType");
  if (is_absent(entry.detail)) return missing("Detail");
  if (!entry.source->starts_with("aws.")) return {};
  return refused(errors::kNotAuthorizedForSourceException, "Not authorized for the source.");
}

// The entry's detail, which is to be an object.
std::optional<JsonDocument> detail_of(const PutEventsRequestEntry& entry) {
  std::string why;
  std::optional<JsonDocument> detail = JsonDocument::parse(*entry.detail, why);
  const bool is_object = detail && detail->root().type() == JsonView::Type::kObject;
  return is_object ? std::move(detail) : std::nullopt;
}

}  // namespace

// An event for a bus that is not there goes nowhere. False when the event around the detail is not
// JSON that can be read, since it is one level deeper.
bool EventBridge::put_entry(const Call& call, const PutEventsRequestEntry& entry,
                            const std::string& id, const JsonView& detail) {
  StoredBus* bus = find_bus(address_of_bus(entry.event_bus_name), {call.account(), call.region()});
  if (bus == nullptr || bus->rules.empty()) return true;
  const auto text =
      std::make_shared<const std::string>(event_text({.id = id,
                                                      .source = *entry.source,
                                                      .detail_type = *entry.detail_type,
                                                      .account = call.account(),
                                                      .region = call.region(),
                                                      .time = entry.time.value_or(world_.now()),
                                                      .resources = entry.resources,
                                                      .detail = json_text(detail)}));
  std::string why;
  const auto document = JsonDocument::parse(*text, why);
  if (!document) return false;
  match(*bus, {.text = text, .json = document->root()});
  return true;
}

// Checks: Amazon EventBridge API Reference, "PutEvents".
Result<PutEventsResult> EventBridge::put_events(Call& call, const PutEvents& in) {
  std::size_t bytes = 0;
  for (const PutEventsRequestEntry& entry : in.entries) bytes += bytes_of(entry);
  if (bytes > kEntriesBytesMax) {
    return validation("Total size of the entries in the request is over the limit.");
  }
  if (in.endpoint_id) return validation("Global endpoints are not answered here.");
  state(call);  // so that the default bus is there
  PutEventsResult out{.failed_entry_count = 0};
  for (const PutEventsRequestEntry& entry : in.entries) {
    PutEventsResultEntry result = check_entry(entry);
    const auto detail = result.error_code.empty() ? detail_of(entry) : std::nullopt;
    const std::string id = detail ? world_.uuid() : std::string();
    if (detail && put_entry(call, entry, id, detail->root())) {
      result.event_id = id;
      if (!call.subject.empty()) call.subject += ',';
      call.subject += id;
    } else {
      ++*out.failed_entry_count;
      if (result.error_code.empty()) {
        result = refused(errors::kMalformedDetail, "Detail is malformed.");
      }
    }
    out.entries.push_back(std::move(result));
  }
  return out;
}

}  // namespace emu::eventbridge
