// For tests: an account in which a queue, a table, a function and a trigger are a line each.
//
//   emu::TestCloud cloud;
//   const auto dead = cloud.queue("dead");
//   const auto orders = cloud.queue("orders", {.dead_letter = dead.arn, .max_receive = 3});
//   const auto worker = cloud.function("worker", [](emu::lambda::Context&, std::string_view) {
//     return std::string("{}");
//   });
//   cloud.connect(orders, worker);
//   const std::string id = cloud.send(orders, "seat 12A");
//   cloud.advance(1min);
//   INFO(cloud.biography(id));   // what happened to the message, in sentences
//
// A TestCloud is a Cloud, with all that one can do. What cannot be made throws AwsError. It brings
// the printers of <emu/printing.h>; include <doctest/doctest.h> before it.
#pragma once

#include <emu/cloud.h>
#include <emu/dynamodb/value.h>
#include <emu/lambda/handler.h>
#include <emu/printing.h>
#include <emu/sqs/looks.h>
#include <emu/time.h>

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace emu {

class TestCloud : public Cloud {
 public:
  struct Queue {
    std::string name;
    std::string url;
    std::string arn;
  };
  struct QueueOptions {
    // The queue that takes what was received more often than max_receive: its ARN, or its name,
    // under which one is made when there is none.
    std::string dead_letter = {};
    int max_receive = 3;
    std::chrono::seconds visibility_timeout{30};
  };

  struct Function {
    std::string name;
    std::string arn;
    std::string role_arn;
  };
  struct FunctionOptions {
    std::chrono::seconds timeout{3};
    std::map<std::string, std::string> environment = {};
    // Of its role, of the same name: a policy document. By default the role may do everything.
    std::string policy = {};
  };

  struct MappingOptions {
    std::int32_t batch_size = 10;
    std::chrono::seconds batching_window{0};
    bool report_batch_item_failures = false;
    std::optional<std::int32_t> maximum_concurrency = {};
  };

  explicit TestCloud(CloudOptions options = {}) : Cloud(std::move(options)) {}

  // All of these say, when they fail, where they were called.

  Queue queue(const std::string& name, const QueueOptions& options,
              CallSite at = CallSite::current());
  Queue queue(const std::string& name, CallSite at = CallSite::current()) {
    return queue(name, QueueOptions(), at);
  }

  // A table whose key is an attribute of text, paid per request. Its name.
  std::string table(const std::string& name, const std::string& key = "id",
                    CallSite at = CallSite::current());

  // Binds the code and makes the function for it, and its role.
  Function function(const std::string& name, lambda::Handler handler,
                    const FunctionOptions& options, CallSite at = CallSite::current());
  Function function(const std::string& name, lambda::Handler handler,
                    CallSite at = CallSite::current()) {
    return function(name, std::move(handler), FunctionOptions(), at);
  }

  // Has the function read the queue, from now on. The mapping's UUID.
  std::string connect(const Queue& queue, const Function& function, const MappingOptions& options,
                      CallSite at = CallSite::current());
  std::string connect(const Queue& queue, const Function& function,
                      CallSite at = CallSite::current()) {
    return connect(queue, function, MappingOptions(), at);
  }

  // The message's id.
  std::string send(const Queue& queue, const std::string& body, CallSite at = CallSite::current());

  // How much is in a queue, and what, without receiving it.
  sqs::QueueDepth depth(const Queue& queue) const;
  std::vector<sqs::QueuedMessage> messages(const Queue& queue) const;

  // What is in a table, without reading it: its first 1,000 items, in the order of a scan.
  std::vector<dynamodb::Item> items(const std::string& table) const;

  // Invokes the function and waits. What it answered; throws AwsError when it failed, with the type
  // of the failure as the code.
  std::string invoke(const Function& function, std::string_view event = "{}",
                     CallSite at = CallSite::current());

  // What happened to a message, where it is and why, in sentences. As much as the trace knows.
  std::string biography(std::string_view message_id);

  // The lines of a function's log, oldest first.
  std::vector<std::string> log(const Function& function);
};

}  // namespace emu
