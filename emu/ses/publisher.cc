#include "ses/publisher.h"

#include <utility>

#include "ses/limits.h"

namespace emu::ses {

namespace {

// Also when the task is killed.
class Publishing {
 public:
  explicit Publishing(bool& flag) : flag_(flag) {}
  ~Publishing() { flag_ = false; }
  Publishing(const Publishing&) = delete;
  Publishing& operator=(const Publishing&) = delete;

 private:
  bool& flag_;
};

}  // namespace

void Publisher::post(CallerPtr sender, sns::Publish message) {
  if (waiting_.size() >= kUnpublishedMax) return;
  waiting_.push_back({.sender = std::move(sender), .message = std::move(message)});
  if (is_publishing_) return;
  is_publishing_ = true;
  world_.scheduler().spawn({.name = "SES events"}, [this] { publish_all(); });
}

Status Publisher::try_out(const CallerPtr& sender, const sns::Publish& message) {
  Aws aws = world_.client(sender);
  EMU_CHECK(aws.send(message));
  return {};
}

void Publisher::publish_all() {
  const Publishing publishing(is_publishing_);
  while (!waiting_.empty()) {
    const Waiting next = std::move(waiting_.front());
    waiting_.pop_front();
    Aws aws = world_.client(next.sender);
    static_cast<void>(aws.send(next.message));
  }
}

void Publisher::drop(std::optional<std::string_view> account) {
  std::erase_if(waiting_, [&](const Waiting& waiting) {
    return !account || waiting.sender->account == *account;
  });
}

}  // namespace emu::ses
