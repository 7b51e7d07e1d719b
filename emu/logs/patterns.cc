
#include <algorithm>

#include "core/text/ascii.h"
#include "logs/shapes/describe.h"

namespace emu::logs::pattern {

namespace {

bool all_alphanumeric_or_of(std::string_view text, std::string_view others) {
  return std::all_of(text.begin(), text.end(), [others](char c) {
    return is_alphanumeric(c) || others.find(c) != others.npos;
  });
}

}  // namespace

bool log_group_name(std::string_view text) { return all_alphanumeric_or_of(text, ".-_/#"); }

bool log_stream_name(std::string_view text) { return text.find_first_of(":*") == text.npos; }

// The ":*" at the end of the ARNs that DescribeLogGroups gives does not fit.
bool log_group_identifier(std::string_view text) {
  return all_alphanumeric_or_of(text, "_#+=/:,.@-");
}

bool resource_arn(std::string_view text) { return all_alphanumeric_or_of(text, "_+=/:,.@-#"); }

bool account_id(std::string_view text) {
  return text.size() == 12 && std::all_of(text.begin(), text.end(), is_digit);
}

bool metric_text(std::string_view text) { return text.find_first_of(":*$") == text.npos; }

bool resource_identifier(std::string_view text) {
  return all_alphanumeric_or_of(text, "_+=/:,.@-*#");
}

}  // namespace emu::logs::pattern
