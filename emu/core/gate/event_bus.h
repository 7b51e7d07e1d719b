// EventBus: the service that takes what other services of the account tell about themselves, on the
// default bus of their account and region.
//
//   for (EventBus* bus : world.interfaces().all<EventBus>()) {
//     bus->put({.account = account,
//               .region = region,
//               .source = "aws.s3",
//               .detail_type = "Object Created",
//               .resources = {bucket_arn},
//               .detail = R"({"version":"0"})"});
//   }
//
// Whoever sends events as somebody who needs a permission, as Lambda does with the role of a
// function, calls PutEvents instead.
#pragma once

#include <emu/time.h>

#include <optional>
#include <string>
#include <vector>

namespace emu {

// The bus adds the id, and the time where there is none.
struct ServiceEvent {
  std::string account;
  std::string region;
  std::string source;       // "aws.s3"
  std::string detail_type;  // "Object Created"
  std::vector<std::string> resources = {};
  std::string detail;  // a JSON object
  std::optional<Time> time = {};
};

class EventBus {
 public:
  virtual ~EventBus() = default;

  // Hands the event to the rules that it matches, and does not wait for their targets. Needs no
  // permission, and cannot fail.
  virtual void put(ServiceEvent event) = 0;
};

}  // namespace emu
