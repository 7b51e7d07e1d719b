// Log streams, which lie in log groups. Include <emu/logs.h>.
// Source: Amazon CloudWatch Logs API Reference, the page of each operation.
#pragma once

#include <emu/shape.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::logs {

struct CreateLogStream {
  static constexpr OperationName kOperation{"logs", "CreateLogStream"};
  using Result = Nothing;
  std::string log_group_name;
  std::string log_stream_name;
  static void describe(StructureShape<CreateLogStream>& s);
};

struct DeleteLogStream {
  static constexpr OperationName kOperation{"logs", "DeleteLogStream"};
  using Result = Nothing;
  std::string log_group_name;
  std::string log_stream_name;
  static void describe(StructureShape<DeleteLogStream>& s);
};

struct LogStream {
  std::string log_stream_name;
  std::int64_t creation_time = 0;
  std::optional<std::int64_t> first_event_timestamp = {};  // these four: absent without events
  std::optional<std::int64_t> last_event_timestamp = {};
  std::optional<std::int64_t> last_ingestion_time = {};
  std::string upload_sequence_token = {};
  std::string arn = {};
  std::int64_t stored_bytes = 0;  // always 0, as on AWS
  static void describe(StructureShape<LogStream>& s);
};

struct DescribeLogStreamsResult {
  std::vector<LogStream> log_streams = {};
  std::string next_token = {};
  static void describe(StructureShape<DescribeLogStreamsResult>& s);
};

// The group is named by log_group_name or by log_group_identifier, a name or an ARN without ":*";
// not by both.
struct DescribeLogStreams {
  static constexpr OperationName kOperation{"logs", "DescribeLogStreams"};
  using Result = DescribeLogStreamsResult;
  std::string log_group_name = {};
  std::string log_group_identifier = {};
  std::string log_stream_name_prefix = {};  // not together with order_by LastEventTime
  std::string order_by = {};                // "LogStreamName" (default) or "LastEventTime"
  std::optional<bool> descending = {};
  std::string next_token = {};
  std::optional<std::int32_t> limit = {};  // 1–50, by default 50
  static void describe(StructureShape<DescribeLogStreams>& s);
};

}  // namespace emu::logs
