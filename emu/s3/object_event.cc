#include "s3/object_event.h"

#include <fmt/format.h>

#include "core/base/assert.h"
#include "core/json/json_writer.h"
#include "core/text/ascii.h"
#include "core/text/base64.h"
#include "s3/conditions.h"
#include "s3/versions.h"

namespace emu::s3 {

namespace {

// A key as forms of browsers encode it, but for its slashes.
std::string encode_key(std::string_view key) {
  constexpr std::string_view kKept = "-_.*/";
  std::string encoded;
  for (const char c : key) {
    if (is_alphanumeric(c) || kKept.find(c) != kKept.npos) {
      encoded += c;
    } else if (c == ' ') {
      encoded += '+';
    } else {
      encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return encoded;
}

// Source: "Event message structure": which events have come with which version.
std::string_view event_version(std::string_view name) {
  const bool is_newer = name.starts_with("Lifecycle") || name.starts_with("ObjectTagging") ||
                        name.starts_with("ObjectAcl");
  return is_newer ? "2.3" : "2.1";
}

void write_bucket(const StoredBucket& bucket, JsonWriter& json) {
  json.key("bucket");
  json.begin_object();
  json.member("name", bucket.name);
  json.key("ownerIdentity");
  json.begin_object();
  json.member("principalId", bucket.account);
  json.end_object();
  json.member("arn", bucket.arn());
  json.end_object();
}

void write_object(const EventRecord& record, JsonWriter& json) {
  const ObjectEvent& event = record.event;
  json.key("object");
  json.begin_object();
  json.member("key", encode_key(event.key));
  if (event.size) json.member("size", *event.size);
  if (!event.etag.empty()) json.member("eTag", bare_etag(event.etag));
  if (!event.version_id.empty()) json.member("versionId", event.version_id);
  json.member("sequencer", fmt::format("{:018X}", record.sequencer));
  json.end_object();
}

void write_single(JsonWriter& json, std::string_view object, std::string_view name,
                  std::string_view value) {
  json.key(object);
  json.begin_object();
  json.member(name, value);
  json.end_object();
}

// The word of an event for its kind and, where there is one, what has caused it.
struct DetailWords {
  std::string_view event;  // the beginning of its name
  std::string_view type;
  std::string_view reason = {};
  std::string_view deletion_type = {};
};
constexpr DetailWords kDetailWords[] = {
    {"ObjectCreated:Put", "Object Created", "PutObject"},
    {"ObjectCreated:Post", "Object Created", "POST Object"},
    {"ObjectCreated:Copy", "Object Created", "CopyObject"},
    {"ObjectCreated:CompleteMultipartUpload", "Object Created", "CompleteMultipartUpload"},
    {"ObjectRemoved:DeleteMarkerCreated", "Object Deleted", "DeleteObject",
     "Delete Marker Created"},
    {"ObjectRemoved:Delete", "Object Deleted", "DeleteObject", "Permanently Deleted"},
    {"LifecycleExpiration:DeleteMarkerCreated", "Object Deleted", "Lifecycle Expiration",
     "Delete Marker Created"},
    {"LifecycleExpiration:Delete", "Object Deleted", "Lifecycle Expiration", "Permanently Deleted"},
    {"LifecycleTransition", "Object Storage Class Changed"},
    {"ObjectTagging:Put", "Object Tags Added"},
    {"ObjectTagging:Delete", "Object Tags Deleted"},
    {"ObjectAcl:Put", "Object ACL Updated"},
};

const DetailWords& detail_words_of(std::string_view event) {
  for (const DetailWords& words : kDetailWords) {
    if (words.event == event) return words;
  }
  EMU_ASSERT(false, "every event has its words");
}

}  // namespace

std::string_view detail_type_of(const ObjectEvent& event) {
  return detail_words_of(event.name).type;
}

std::string event_detail(const EventRecord& record) {
  const ObjectEvent& event = record.event;
  const DetailWords& words = detail_words_of(event.name);
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  json.member("version", "0");
  write_single(json, "bucket", "name", record.bucket.name);
  json.key("object");
  json.begin_object();
  json.member("key", event.key);
  if (event.size) json.member("size", *event.size);
  if (!event.etag.empty()) json.member("etag", bare_etag(event.etag));
  if (!event.version_id.empty()) json.member("version-id", event.version_id);
  json.member("sequencer", fmt::format("{:018X}", record.sequencer));
  json.end_object();
  json.member("request-id", record.cause.request_id);
  json.member("requester", record.cause.requester);
  // What S3 does by itself comes from nowhere.
  if (record.cause.requester != record.cause.source_ip) {
    json.member("source-ip-address", record.cause.source_ip);
  }
  if (!words.reason.empty()) json.member("reason", words.reason);
  if (!words.deletion_type.empty()) json.member("deletion-type", words.deletion_type);
  if (!event.new_storage_class.empty()) {
    json.member("destination-storage-class", event.new_storage_class);
  }
  json.end_object();
  return text;
}

ObjectEvent object_created(std::string_view name, std::string_view key, const StoredBucket& bucket,
                           const StoredObject& object) {
  return {.name = name,
          .key = key,
          .version_id = version_id_in_answers(bucket, object.version_id),
          .etag = object.etag,
          .size = object.body.size()};
}

EventCause lifecycle_cause(std::string request_id) {
  return {.principal_id = "s3.amazonaws.com",
          .requester = "s3.amazonaws.com",
          .source_ip = "s3.amazonaws.com",
          .request_id = std::move(request_id)};
}

std::string event_text(const EventRecord& record) {
  const ObjectEvent& event = record.event;
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  json.key("Records");
  json.begin_array();
  json.begin_object();
  json.member("eventVersion", event_version(event.name));
  json.member("eventSource", "aws:s3");
  json.member("awsRegion", record.bucket.region);
  json.member("eventTime", iso8601(record.time));
  json.member("eventName", event.name);
  write_single(json, "userIdentity", "principalId", record.cause.principal_id);
  write_single(json, "requestParameters", "sourceIPAddress", record.cause.source_ip);
  json.key("responseElements");
  json.begin_object();
  json.member("x-amz-request-id", record.cause.request_id);
  json.member("x-amz-id-2", base64_encode(record.cause.request_id));
  json.end_object();
  json.key("s3");
  json.begin_object();
  json.member("s3SchemaVersion", "1.0");
  json.member("configurationId", record.configuration_id);
  write_bucket(record.bucket, json);
  write_object(record, json);
  json.end_object();
  if (!event.new_storage_class.empty()) {
    json.key("lifecycleEventData");
    json.begin_object();
    write_single(json, "transitionEventData", "destinationStorageClass", event.new_storage_class);
    json.end_object();
  }
  json.end_object();
  json.end_array();
  json.end_object();
  return text;
}

std::string test_event_text(std::string_view bucket, std::string_view request_id, Time time) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  json.member("Service", "Amazon S3");
  json.member("Event", "s3:TestEvent");
  json.member("Time", iso8601(time));
  json.member("Bucket", bucket);
  json.member("RequestId", request_id);
  json.member("HostId", base64_encode(request_id));
  json.end_object();
  return text;
}

}  // namespace emu::s3
