// What notifications say: the record of an event, and the test event of a new configuration.
// Sources: Amazon S3 User Guide, "Event message structure", "Event notification types and
// destinations".
#pragma once

#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "s3/state.h"

namespace emu::s3 {

// Something that has happened to an object.
struct ObjectEvent {
  std::string_view name;  // "ObjectCreated:Put"
  std::string_view key;
  std::string version_id = {};              // as answers say it
  std::string_view etag = {};               // quoted; empty where there is no object any more
  std::optional<std::uint64_t> size = {};   // only where there is an object
  std::string_view new_storage_class = {};  // of LifecycleTransition
};

// That an object has been stored; views into it and the key.
ObjectEvent object_created(std::string_view name, std::string_view key, const StoredBucket& bucket,
                           const StoredObject& object);

// Who has made it happen.
struct EventCause {
  std::string principal_id;
  std::string requester;  // an account, or a service
  std::string source_ip;
  std::string request_id;
};

// The cause of what S3 does by itself.
EventCause lifecycle_cause(std::string request_id);

struct EventRecord {
  const StoredBucket& bucket;
  const ObjectEvent& event;
  const EventCause& cause;
  std::string_view configuration_id;
  Time time;
  std::uint64_t sequencer;  // greater for what happens later
};

// {"Records":[…]}
std::string event_text(const EventRecord& record);

// What EventBridge is told: "Object Created", and its detail.
// Source: Amazon S3 User Guide, "EventBridge event message structure".
std::string_view detail_type_of(const ObjectEvent& event);
std::string event_detail(const EventRecord& record);

std::string test_event_text(std::string_view bucket, std::string_view request_id, Time time);

}  // namespace emu::s3
