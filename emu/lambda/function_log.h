// A sandbox's log: its lines are gathered during an invocation and written to CloudWatch Logs in
// one call, as the function's role.
//
// A role that may not write logs loses them, and nothing else happens, as on AWS.
#pragma once

#include <emu/aws.h>
#include <emu/logs.h>

#include <optional>
#include <string>
#include <string_view>

#include "core/gate/world.h"

namespace emu::lambda {

class FunctionLog {
 public:
  // A new stream in the group.
  FunctionLog(World& world, Aws role, std::string group);

  const std::string& group() const { return request_.log_group_name; }
  const std::string& stream() const { return request_.log_stream_name; }

  // Adds a line as of now, or as of so long ago; cut at CloudWatch's limit for an event.
  void line(std::string_view text, Duration age = {});

  // Writes what was gathered. Waits as any call does.
  void flush();

  // Nothing more is taken in: the code that still runs has been given up.
  void close() { is_closed_ = true; }

  // The end of what was gathered and not yet written, in base64.
  std::string tail() const;

 private:
  // Makes the group and the stream, unless they exist. Whether they do now.
  bool prepare();
  // For more than one call takes.
  void flush_in_parts();

  World& world_;
  Aws role_;
  logs::PutLogEvents request_;
  bool is_prepared_ = false;
  bool is_closed_ = false;
  std::optional<Time> retry_at_ = {};
};

}  // namespace emu::lambda
