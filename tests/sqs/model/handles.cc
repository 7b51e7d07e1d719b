#include "sqs/model/run.h"

namespace emu::sqs::model {

using test::expect_equal;

const Run::Handle* Run::random_handle(Random& random) const {
  return handles_.empty() ? nullptr : &handles_[random.below(handles_.size())];
}

// Whether the handle deletes, also what is gone already.
bool Run::note_removed(const Handle& handle) {
  const Entry* entry = model_.find(handle.id);
  if (entry == nullptr) return true;
  if (entry->state != Entry::State::kInFlight || entry->receives != handle.receives) return false;
  std::erase_if(model_.entries, [&](const Entry& e) { return e.id == handle.id; });
  return true;
}

void Run::remove(Random& random) {
  const Handle* handle = random_handle(random);
  if (handle == nullptr) return;
  const auto removed =
      fixture_.aws.send(DeleteMessage{.queue_url = url_, .receipt_handle = handle->text});
  const std::string expected = note_removed(*handle) ? "" : "InvalidParameterValue";
  expect_equal(test::Fixture::code(removed), expected, "a deletion");
}

void Run::remove_batch(Random& random) {
  DeleteMessageBatch batch{.queue_url = url_, .entries = {}};
  std::size_t removed = 0;
  for (int i = 0; i < 5 && !handles_.empty(); ++i) {
    const Handle* handle = random_handle(random);
    batch.entries.push_back({.id = std::to_string(i), .receipt_handle = handle->text});
    if (note_removed(*handle)) ++removed;
  }
  if (batch.entries.empty()) return;
  const auto answer = fixture_.aws.send(batch).value();
  expect_equal(answer.successful.size(), removed, "a batch of deletions");
}

void Run::change_visibility(Random& random) {
  const Handle* handle = random_handle(random);
  if (handle == nullptr) return;
  const auto timeout = std::chrono::seconds(random.below(3) * 15);
  const auto changed = fixture_.aws.send(ChangeMessageVisibility{
      .queue_url = url_, .receipt_handle = handle->text, .visibility_timeout = timeout});
  Entry* entry = model_.find(handle->id);
  const bool may_change = entry != nullptr && entry->state == Entry::State::kInFlight &&
                          entry->receives == handle->receives;
  expect_equal(changed.ok(), may_change, "a change of visibility");
  if (may_change) entry->due = fixture_.cloud.now() + timeout;
}

}  // namespace emu::sqs::model
