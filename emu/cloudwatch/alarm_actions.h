// AlarmActions: carries out what alarms are to do when their state changes.
//
// SNS topics and Lambda functions are called, as CloudWatch; actions of services that are not here,
// such as policies of Auto Scaling, are noted as done. It happens in tasks, since calls may wait.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cloudwatch/alarm.h"
#include "cloudwatch/notification.h"
#include "core/gate/world.h"

namespace emu::cloudwatch {

// Whether an alarm can have the action. Errors: ValidationError.
Status check_action(std::string_view action, bool is_composite);

class AlarmActions {
 public:
  // How each action went: the alarm's serial number, the action, the error or an empty text.
  using Done = std::function<void(std::uint64_t serial, const std::string& action,
                                  const std::string& error)>;

  AlarmActions(World& world, Done done) : world_(world), done_(std::move(done)) {}

  void carry_out(const AlarmChange& change);
  // Ends what is under way for an account, or for all.
  void drop(std::optional<std::string_view> account);

 private:
  struct Order {
    std::uint64_t serial;
    CallerPtr sender;   // to topics
    CallerPtr invoker;  // of functions
    std::vector<std::string> actions;
    std::string subject;
    std::string message;
    std::string payload;
  };
  struct Task {
    TaskId id;
    std::string account;
  };
  void run(const Order& order);
  std::string carry_out(const Order& order, const std::string& action);

  World& world_;
  Done done_;
  std::map<std::uint64_t, Task> tasks_ = {};
  std::uint64_t last_task_ = 0;
};

}  // namespace emu::cloudwatch
