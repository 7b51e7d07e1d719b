#include <emu/describe.h>
#include <emu/eventbridge/publishing.h>

#include "eventbridge/names.h"

namespace emu::eventbridge {

void PutEventsRequestEntry::describe(StructureShape<PutEventsRequestEntry>& s) {
  s.member("Time", &PutEventsRequestEntry::time);
  s.member("Source", &PutEventsRequestEntry::source);
  s.member("Resources", &PutEventsRequestEntry::resources).each({.max = 2048});
  s.member("DetailType", &PutEventsRequestEntry::detail_type);
  s.member("Detail", &PutEventsRequestEntry::detail);
  s.member("EventBusName", &PutEventsRequestEntry::event_bus_name)
      .range(1, 1600)
      .pattern(&is_plain_bus, kPlainBusPattern);
  s.member("TraceHeader", &PutEventsRequestEntry::trace_header).range(1, 500);
}

void PutEventsResultEntry::describe(StructureShape<PutEventsResultEntry>& s) {
  s.member("EventId", &PutEventsResultEntry::event_id);
  s.member("ErrorCode", &PutEventsResultEntry::error_code);
  s.member("ErrorMessage", &PutEventsResultEntry::error_message);
}

void PutEventsResult::describe(StructureShape<PutEventsResult>& s) {
  s.member("FailedEntryCount", &PutEventsResult::failed_entry_count);
  s.member("Entries", &PutEventsResult::entries).always();
}

void PutEvents::describe(StructureShape<PutEvents>& s) {
  s.member("Entries", &PutEvents::entries).required().range(1, 10);
  s.member("EndpointId", &PutEvents::endpoint_id).range(1, 50);
}

}  // namespace emu::eventbridge

namespace emu {
EMU_DESCRIBED(eventbridge::PutEventsRequestEntry);
EMU_DESCRIBED(eventbridge::PutEventsResultEntry);
EMU_DESCRIBED(eventbridge::PutEventsResult);
EMU_DESCRIBED_OPERATION(eventbridge::PutEvents);
}  // namespace emu
