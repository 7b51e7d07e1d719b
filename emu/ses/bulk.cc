#include "ses/bulk.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "ses/errors.h"
#include "ses/limits.h"

namespace emu::ses {

Status check_bulk_size(std::size_t entries) {
  if (entries == 0) return invalid_parameter("At least one destination is required.");
  if (entries <= kBulkEntriesMax) return {};
  return invalid_parameter(fmt::format("Destination count exceeds {}.", kBulkEntriesMax));
}

std::vector<NamedValue> merged_tags(std::vector<NamedValue> tags,
                                    const std::vector<NamedValue>& more) {
  for (const NamedValue& tag : more) {
    const auto known = std::find_if(tags.begin(), tags.end(), [&](const NamedValue& other) {
      return other.first == tag.first;
    });
    if (known == tags.end()) {
      tags.push_back(tag);
    } else {
      known->second = tag.second;
    }
  }
  return tags;
}

Result<std::string> send_bulk_entry(Backend& backend, const Call& call, Mail mail,
                                    const StoredTemplate& from, const BulkData& data) {
  TemplateData both;
  EMU_CHECK(both.add(data.defaults));
  EMU_CHECK(both.add(data.replacement));
  const auto rendered = Backend::render(from, both);
  Backend::fill_in(mail, rendered, from.name);
  return backend.send(call, std::move(mail));
}

std::string_view bulk_status(std::string_view code) {
  if (code.empty()) return "Success";
  if (code == errors::kMessageRejected) return "MessageRejected";
  if (code == errors::kInvalidParameterValue) return "InvalidParameterValue";
  if (code == errors::kInvalidRenderingParameter) return "InvalidParameterValue";
  if (code == errors::kConfigurationSetDoesNotExist) return "ConfigurationSetDoesNotExist";
  if (code == errors::kConfigurationSetSendingPausedException) {
    return "ConfigurationSetSendingPaused";
  }
  if (code == errors::kAccountSendingPausedException) return "AccountSendingPaused";
  if (code == errors::kThrottling) return "AccountDailyQuotaExceeded";
  return "Failed";
}

}  // namespace emu::ses
