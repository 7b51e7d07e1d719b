#include "sqs/model/run.h"

namespace emu::sqs::model {

namespace {

using namespace std::chrono_literals;

constexpr int kReceivesMax = 3;
constexpr std::size_t kHandlesKept = 30;

}  // namespace

using test::expect_equal;

void Run::receive(Random& random, const std::string& attempt_id) {
  const auto max = static_cast<std::size_t>(random.below(10) + 1);
  const auto visibility = std::chrono::seconds(random.below(4) * 10);
  const auto received =
      fixture_.aws.send(ReceiveMessage{.queue_url = url_,
                                       .max_number_of_messages = static_cast<std::int32_t>(max),
                                       .visibility_timeout = visibility,
                                       .receive_request_attempt_id = attempt_id});
  const bool refused = is_refused(attempt_id);
  expect_equal(!received.ok(), refused, "a receive that cannot be repeated");
  if (refused) return;
  std::vector<std::string> ids;
  for (const Message& message : received->messages) ids.push_back(message.message_id);
  expect_equal(ids, expected(max, fixture_.cloud.now() + visibility, attempt_id), "received");
  note_received(received->messages);
}

// Whether something that the attempt has taken was changed since.
bool Run::is_refused(const std::string& attempt_id) {
  const auto earlier = model_.attempts.find(attempt_id);
  if (earlier == model_.attempts.end()) return false;
  for (const Attempt::Taken& taken : earlier->second.taken) {
    const Entry* entry = model_.find(taken.id);
    if (entry == nullptr || entry->receives != taken.receives || entry->due != taken.due) {
      return true;
    }
    if (entry->state != Entry::State::kInFlight) return false;
  }
  return false;
}

// What an attempt has taken, if that is still in flight.
std::vector<std::string> Run::repeated(Attempt& attempt, std::size_t max, Time due) {
  for (const Attempt::Taken& taken : attempt.taken) {
    if (model_.find(taken.id)->state != Entry::State::kInFlight) return {};
  }
  std::vector<std::string> ids;
  for (Attempt::Taken& taken : attempt.taken) {
    if (ids.size() == max) break;
    model_.find(taken.id)->due = taken.due = due;
    ids.push_back(taken.id);
  }
  return ids;
}

std::vector<std::string> Run::expected(std::size_t max, Time due, const std::string& attempt_id) {
  const auto earlier = model_.attempts.find(attempt_id);
  if (earlier != model_.attempts.end()) {
    const std::vector<std::string> ids = repeated(earlier->second, max, due);
    if (!ids.empty()) return ids;
  }
  std::vector<std::string> ids;
  std::vector<Attempt::Taken> taken;
  std::optional<std::string> last;
  while (ids.size() < max) {
    Entry* entry = model_.next(last);
    if (entry == nullptr) break;
    const std::string id = entry->id;
    if (entry->receives == kReceivesMax) {
      model_.dead.push_back(id);
      std::erase_if(model_.entries, [&](const Entry& e) { return e.id == id; });
      continue;
    }
    entry->state = Entry::State::kInFlight;
    entry->due = due;
    taken.push_back({.id = id, .receives = ++entry->receives, .due = due});
    last = entry->group;
    ids.push_back(id);
  }
  if (!attempt_id.empty() && !ids.empty()) {
    model_.attempts.try_emplace(attempt_id, Attempt{.since = fixture_.cloud.now()})
        .first->second.taken = taken;
  }
  return ids;
}

void Run::note_received(const std::vector<Message>& messages) {
  for (const Message& message : messages) {
    handles_.push_back({.text = message.receipt_handle,
                        .id = message.message_id,
                        .receives = model_.find(message.message_id)->receives});
  }
  if (handles_.size() <= kHandlesKept) return;
  handles_.erase(handles_.begin(), handles_.end() - static_cast<std::ptrdiff_t>(kHandlesKept));
}

}  // namespace emu::sqs::model
