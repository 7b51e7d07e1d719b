// Sending to many: each entry succeeds or fails by itself.
// Source: Amazon SES API Reference, "SendBulkTemplatedEmail", "BulkEmailDestinationStatus".
#pragma once

#include <emu/result.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ses/backend.h"

namespace emu::ses {

Status check_bulk_size(std::size_t entries);

// The defaults, with what replaces them or is new.
std::vector<NamedValue> merged_tags(std::vector<NamedValue> tags,
                                    const std::vector<NamedValue>& more);

struct BulkData {
  std::string_view defaults;
  std::string_view replacement;
};
// `mail` is complete but for its texts. Gives the message's id.
Result<std::string> send_bulk_entry(Backend& backend, const Call& call, Mail mail,
                                    const StoredTemplate& from, const BulkData& data);

// "Success" of no code, "MessageRejected", …
std::string_view bulk_status(std::string_view code);

}  // namespace emu::ses
