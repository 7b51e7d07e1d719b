// What all batch operations have in common.
#pragma once

#include <emu/result.h>
#include <emu/sqs.h>

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sqs/errors.h"
#include "sqs/limits.h"
#include "sqs/queue_name.h"
#include "sqs/service.h"

namespace emu::sqs {

// Success when there are as many entries as a batch may have, with proper ids that differ.
// Checks: Amazon SQS API Reference, "SendMessageBatch".
template <class Entry>
Status check_batch(const std::vector<Entry>& entries) {
  if (entries.size() > kBatchEntriesMax) return too_many_entries(entries.size());
  for (const Entry& entry : entries) {
    if (!is_plain_name(*entry.id)) return invalid_entry_id();
  }
  std::set<std::string_view> ids;
  for (const Entry& entry : entries) {
    if (!ids.insert(*entry.id).second) return repeated_entry_id(*entry.id);
  }
  return {};
}

inline BatchResultErrorEntry failed_entry(const std::string& id, const Error& error) {
  return {.id = id,
          .sender_fault = error.status < 500,
          .code = std::string(query_error_code(kProfile, error.code)),
          .message = error.message};
}

// Adds an id to a comma-separated list, for the trace's subject.
inline void add_subject(std::string& subject, std::string_view id) {
  if (id.empty()) return;
  if (!subject.empty()) subject += ',';
  subject += id;
}

}  // namespace emu::sqs
