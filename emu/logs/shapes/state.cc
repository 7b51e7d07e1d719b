// What is stored of a log group.
#include "logs/state.h"

#include <emu/describe.h>

#include "logs/event_log.h"

namespace emu::logs {

void EventRecord::describe(StructureShape<EventRecord>& s) {
  s.member("Timestamp", &EventRecord::timestamp);
  s.member("IngestionTime", &EventRecord::ingestion_time);
  s.member("Message", &EventRecord::message);
  s.member("Arrival", &EventRecord::arrival);
}

void Stream::describe(StructureShape<Stream>& s) {
  s.member("Serial", &Stream::serial);
  s.member("CreationTime", &Stream::creation_time);
  s.member("LastIngestionTime", &Stream::last_ingestion_time);
  s.member("StoredBytes", &Stream::stored_bytes);
}

void Group::describe(StructureShape<Group>& s) {
  s.member("CreationTime", &Group::creation_time);
  s.member("RetentionInDays", &Group::retention_in_days);
  s.member("KmsKeyId", &Group::kms_key_id);
  s.member("LogGroupClass", &Group::log_group_class);
  s.member("Tags", &Group::tags);
  s.member("IsProtected", &Group::is_protected);
  s.member("StreamsCreated", &Group::streams_created);
  s.member("StoredBytes", &Group::stored_bytes);
}

}  // namespace emu::logs

namespace emu {
EMU_DESCRIBED(logs::EventRecord);
EMU_DESCRIBED(logs::Stream);
EMU_DESCRIBED(logs::Group);
}  // namespace emu
