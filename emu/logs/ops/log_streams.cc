// CreateLogStream and DeleteLogStream.
#include "logs/errors.h"
#include "logs/limits.h"
#include "logs/service.h"

namespace emu::logs {

// Checks: Amazon CloudWatch Logs API Reference, "CreateLogStream".
Result<Nothing> Logs::create_log_stream(Call& call, const CreateLogStream& in) {
  Group* group = state(call).find(in.log_group_name);
  if (group == nullptr) return group_does_not_exist();
  auto [stream, created] = group->streams.try_emplace(in.log_stream_name);
  if (!created) return already_exists("The specified log stream already exists");
  stream->second.serial = group->streams_created++;
  stream->second.creation_time = now_millis();
  return Nothing{};
}

// Checks: Amazon CloudWatch Logs API Reference, "DeleteLogStream".
Result<Nothing> Logs::delete_log_stream(Call& call, const DeleteLogStream& in) {
  Group* group = state(call).find(in.log_group_name);
  if (group == nullptr) return group_does_not_exist();
  auto stream = group->streams.find(in.log_stream_name);
  if (stream == group->streams.end()) return stream_does_not_exist();
  if (group->is_protected) return is_protected();
  group->stored_bytes -= stream->second.stored_bytes;
  group->streams.erase(stream);
  return Nothing{};
}

}  // namespace emu::logs
