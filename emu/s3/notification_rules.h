// Notification configurations: which are accepted, and what of them wants to be told of an event.
// Source: Amazon S3 User Guide, "Configuring event notifications using object key name filtering",
// "Event notification types and destinations".
#pragma once

#include <emu/result.h>
#include <emu/s3.h>

#include <string>
#include <string_view>
#include <vector>

namespace emu::s3 {

// A queue, topic or function, whichever kind of part it stands in. Views into the configuration.
struct Destined {
  enum class Kind { kTopic, kQueue, kFunction };
  Kind kind;
  std::string_view id;
  std::string_view arn;
  const std::vector<std::string>* events;
  std::string_view prefix = {};
  std::string_view suffix = {};

  // `event` without "s3:": "ObjectCreated:Put".
  bool wants(std::string_view event, std::string_view key) const;
};

// All parts in their order. The configuration must outlive what is answered.
std::vector<Destined> destined_of(const NotificationConfiguration& configuration);

// What the document itself can be asked. Whether the destinations can be reached is asked after it.
Status check_notifications(const NotificationConfiguration& configuration,
                           std::string_view bucket_region);

// Of a rule that was accepted: otherwise it is one for suffixes.
bool is_prefix_rule(const FilterRule& rule);

}  // namespace emu::s3
