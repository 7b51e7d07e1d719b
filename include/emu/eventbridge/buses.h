// Event buses and who may put events on them. Include <emu/eventbridge.h>.
//
// The bus "default" is always there. Names may be ARNs where an operation only reads.
// Source: Amazon EventBridge API Reference, the page of each operation.
#pragma once

#include <emu/eventbridge/tagging.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::eventbridge {

struct DeadLetterConfig {
  std::optional<std::string> arn = {};
  static void describe(StructureShape<DeadLetterConfig>& s);
};

struct LogConfig {
  std::optional<std::string> include_detail = {};
  std::optional<std::string> level = {};
  static void describe(StructureShape<LogConfig>& s);
};

struct CreateEventBusResult {
  std::string event_bus_arn = {};
  std::string description = {};
  std::string kms_key_identifier = {};
  std::optional<DeadLetterConfig> dead_letter_config = {};
  std::optional<LogConfig> log_config = {};
  static void describe(StructureShape<CreateEventBusResult>& s);
};

// Up to 100 buses. Names have letters, digits and ".-_". Errors: ResourceAlreadyExistsException,
// LimitExceededException.
struct CreateEventBus {
  static constexpr OperationName kOperation{"eventbridge", "CreateEventBus"};
  using Result = CreateEventBusResult;
  std::string name;
  std::optional<std::string> event_source_name = {};
  std::optional<std::string> description = {};
  std::optional<std::string> kms_key_identifier = {};  // kept only, as what follows
  std::optional<DeadLetterConfig> dead_letter_config = {};
  std::optional<LogConfig> log_config = {};
  std::vector<Tag> tags = {};
  static void describe(StructureShape<CreateEventBus>& s);
};

struct DescribeEventBusResult {
  std::string name = {};
  std::string arn = {};
  std::string description = {};
  std::string kms_key_identifier = {};
  std::optional<DeadLetterConfig> dead_letter_config = {};
  std::string policy = {};
  std::optional<LogConfig> log_config = {};
  std::optional<Time> creation_time = {};
  std::optional<Time> last_modified_time = {};
  static void describe(StructureShape<DescribeEventBusResult>& s);
};

struct DescribeEventBus {
  static constexpr OperationName kOperation{"eventbridge", "DescribeEventBus"};
  using Result = DescribeEventBusResult;
  std::optional<std::string> name = {};
  static void describe(StructureShape<DescribeEventBus>& s);
};

struct UpdateEventBusResult {
  std::string arn = {};
  std::string name = {};
  std::string kms_key_identifier = {};
  std::string description = {};
  std::optional<DeadLetterConfig> dead_letter_config = {};
  std::optional<LogConfig> log_config = {};
  static void describe(StructureShape<UpdateEventBusResult>& s);
};

// Changes what is given, of the default bus if no name is.
struct UpdateEventBus {
  static constexpr OperationName kOperation{"eventbridge", "UpdateEventBus"};
  using Result = UpdateEventBusResult;
  std::optional<std::string> name = {};
  std::optional<std::string> kms_key_identifier = {};
  std::optional<std::string> description = {};
  std::optional<DeadLetterConfig> dead_letter_config = {};
  std::optional<LogConfig> log_config = {};
  static void describe(StructureShape<UpdateEventBus>& s);
};

// Of a bus without rules. One that is not there is no error.
struct DeleteEventBus {
  static constexpr OperationName kOperation{"eventbridge", "DeleteEventBus"};
  using Result = Nothing;
  std::string name;
  static void describe(StructureShape<DeleteEventBus>& s);
};

struct EventBus {
  std::string name = {};
  std::string arn = {};
  std::string description = {};
  std::string policy = {};
  std::optional<Time> creation_time = {};
  std::optional<Time> last_modified_time = {};
  static void describe(StructureShape<EventBus>& s);
};

struct ListEventBusesResult {
  std::vector<EventBus> event_buses = {};
  std::string next_token = {};
  static void describe(StructureShape<ListEventBusesResult>& s);
};

struct ListEventBuses {
  static constexpr OperationName kOperation{"eventbridge", "ListEventBuses"};
  using Result = ListEventBusesResult;
  std::optional<std::string> name_prefix = {};
  std::optional<std::string> next_token = {};
  std::optional<std::int32_t> limit = {};
  static void describe(StructureShape<ListEventBuses>& s);
};

struct Condition {
  std::string type;
  std::string key;
  std::string value;
  static void describe(StructureShape<Condition>& s);
};

// A statement for an account or, with "*", for everybody; or a whole policy of up to 10,240 bytes.
// Errors: PolicyLengthExceededException, ResourceNotFoundException.
struct PutPermission {
  static constexpr OperationName kOperation{"eventbridge", "PutPermission"};
  using Result = Nothing;
  std::optional<std::string> event_bus_name = {};
  std::optional<std::string> action = {};
  std::optional<std::string> principal = {};
  std::optional<std::string> statement_id = {};
  std::optional<Condition> condition = {};
  std::optional<std::string> policy = {};
  static void describe(StructureShape<PutPermission>& s);
};

struct RemovePermission {
  static constexpr OperationName kOperation{"eventbridge", "RemovePermission"};
  using Result = Nothing;
  std::optional<std::string> statement_id = {};
  std::optional<bool> remove_all_permissions = {};
  std::optional<std::string> event_bus_name = {};
  static void describe(StructureShape<RemovePermission>& s);
};

}  // namespace emu::eventbridge
