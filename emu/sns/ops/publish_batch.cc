#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "core/text/ascii.h"
#include "sns/errors.h"
#include "sns/limits.h"
#include "sns/service.h"

namespace emu::sns {

namespace {

using Entries = std::vector<PublishBatchRequestEntry>;

bool is_entry_id(std::string_view text) {
  return !text.empty() && text.size() <= kBatchEntryIdMax &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_alphanumeric(c) || c == '-' || c == '_'; });
}

Status check_entries(const Entries& entries) {
  if (entries.size() > kBatchEntriesMax) {
    return error(errors::kTooManyEntriesInBatchRequest,
                 "The batch request contains more entries than permissible.");
  }
  std::set<std::string_view> ids;
  std::size_t bytes = 0;
  for (const PublishBatchRequestEntry& entry : entries) {
    if (!is_entry_id(entry.id)) {
      return error(
          errors::kInvalidBatchEntryId,
          "The Id of a batch entry in a batch request doesn't abide by the specification.");
    }
    if (!ids.insert(entry.id).second) {
      return error(errors::kBatchEntryIdsNotDistinct,
                   "Two or more batch entries in the request have the same Id.");
    }
    bytes += OutgoingMessage::of(entry).size();
  }
  if (bytes <= kMessageBytesMax) return {};
  return error(errors::kBatchRequestTooLong,
               "The length of all the batch messages put together is more than the limit.");
}

BatchResultErrorEntry failed_publication(const std::string& id, const Error& error) {
  return {
      .id = id, .code = error.code, .message = error.message, .sender_fault = error.status < 500};
}

}  // namespace

// Checks: Amazon SNS API Reference, "PublishBatch".
Result<PublishBatchResult> Sns::publish_batch(Call& call, const PublishBatch& in) {
  EMU_TRY(StoredTopic* topic, find_topic(call, in.topic_arn));
  EMU_CHECK(check_entries(in.publish_batch_request_entries));
  PublishBatchResult out;
  for (const PublishBatchRequestEntry& entry : in.publish_batch_request_entries) {
    const OutgoingMessage outgoing = OutgoingMessage::of(entry);
    std::map<std::string, std::string, std::less<>> texts;
    Status status = check_outgoing(outgoing, texts);
    if (status) status = check_for_topic(outgoing, *topic);
    if (!status) {
      out.failed.push_back(failed_publication(entry.id, status.error()));
      continue;
    }
    PublishResult published = publish_to(call, *topic, outgoing, std::move(texts));
    if (!call.subject.empty()) call.subject += ',';
    call.subject += published.message_id;
    out.successful.push_back({.id = entry.id,
                              .message_id = std::move(published.message_id),
                              .sequence_number = std::move(published.sequence_number)});
  }
  return out;
}

}  // namespace emu::sns
