// Publisher: brings what SES tells to topics, on a task of its own, in the order in which it came.
#pragma once

#include <emu/result.h>
#include <emu/sns.h>

#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "core/gate/caller.h"
#include "core/gate/world.h"

namespace emu::ses {

class Publisher {
 public:
  // The world must outlive it.
  explicit Publisher(World& world) : world_(world) {}

  // `sender` is SES on behalf of an identity or a configuration set. What a topic does not take is
  // dropped, and so is what comes while kUnpublishedMax wait.
  void post(CallerPtr sender, sns::Publish message);
  // Whether the topic takes messages of that sender, by sending one.
  Status try_out(const CallerPtr& sender, const sns::Publish& message);

  // Forgets what waits, of one account or of all.
  void drop(std::optional<std::string_view> account);

 private:
  struct Waiting {
    CallerPtr sender;
    sns::Publish message;
  };

  void publish_all();

  World& world_;
  std::deque<Waiting> waiting_ = {};
  bool is_publishing_ = false;
};

}  // namespace emu::ses
