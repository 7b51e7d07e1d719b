// Putting events on buses. Include <emu/eventbridge.h>.
// Source: Amazon EventBridge API Reference, "PutEvents".
#pragma once

#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::eventbridge {

// Source, detail type and detail, a JSON object, are needed.
struct PutEventsRequestEntry {
  std::optional<Time> time = {};
  std::optional<std::string> source = {};
  std::vector<std::string> resources = {};
  std::optional<std::string> detail_type = {};
  std::optional<std::string> detail = {};
  std::optional<std::string> event_bus_name = {};
  std::optional<std::string> trace_header = {};
  static void describe(StructureShape<PutEventsRequestEntry>& s);
};

struct PutEventsResultEntry {
  std::string event_id = {};
  std::string error_code = {};
  std::string error_message = {};
  static void describe(StructureShape<PutEventsResultEntry>& s);
};

struct PutEventsResult {
  std::optional<std::int32_t> failed_entry_count = {};
  std::vector<PutEventsResultEntry> entries = {};
  static void describe(StructureShape<PutEventsResult>& s);
};

// Up to 10 events of 1 MiB together; each one is taken or fails by itself. The bus of another
// account, by its ARN, needs a policy that lets the caller in.
struct PutEvents {
  static constexpr OperationName kOperation{"eventbridge", "PutEvents"};
  using Result = PutEventsResult;
  std::vector<PutEventsRequestEntry> entries;
  std::optional<std::string> endpoint_id = {};
  static void describe(StructureShape<PutEvents>& s);
};

}  // namespace emu::eventbridge
