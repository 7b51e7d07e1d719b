// What CloudWatch Logs answers when it refuses.
#pragma once

#include <emu/result.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/validate.h"

namespace emu::logs {

Error access_denied(const Call& call, const std::string& text);
Error invalid(const Call& call, const std::vector<Violation>& violations);

Error group_exists();
Error stream_exists();
Error group_does_not_exist();
Error stream_does_not_exist();
Error resource_does_not_exist();
Error groups_limit();

Error reserved_group_name();
Error retention_not_allowed(std::int32_t days);
Error prefix_and_pattern();
Error prefix_with_last_event_time();
Error streams_and_prefix();
Error name_and_identifier();
Error accounts_without_linked();

Error not_chronological();
Error batch_span_too_long();
Error batch_too_large(std::size_t bytes);
Error event_too_large(std::size_t bytes);

Error invalid_token();
Error invalid_arn();
Error invalid_filter_pattern(std::string_view why);
Error too_many_tags();

}  // namespace emu::logs
