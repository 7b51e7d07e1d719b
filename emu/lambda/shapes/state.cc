// What is stored, as a snapshot or a journal writes it.
#include "lambda/state.h"

#include <emu/describe.h>

namespace emu::lambda {

void PolicyStatement::describe(StructureShape<PolicyStatement>& s) {
  s.member("Sid", &PolicyStatement::id).required();
  s.member("Statement", &PolicyStatement::json).required();
}

void AsyncEvent::describe(StructureShape<AsyncEvent>& s) {
  s.member("RequestId", &AsyncEvent::request_id).required();
  s.member("Payload", &AsyncEvent::payload);
  s.member("Accepted", &AsyncEvent::accepted);
  s.member("NextAttempt", &AsyncEvent::next_attempt);
  s.member("Failures", &AsyncEvent::failures);
  s.member("Throttles", &AsyncEvent::throttles);
}

void LayerContent::describe(StructureShape<LayerContent>& s) {
  s.member("ZipFile", &LayerContent::zip_file);
  s.member("CodeSha256", &LayerContent::sha256);
  s.member("UnzippedBytes", &LayerContent::unzipped_bytes);
}

void StoredLayerVersion::describe(StructureShape<StoredLayerVersion>& s) {
  using V = StoredLayerVersion;
  s.member("Version", &V::version);
  s.member("Content", &V::content);
  s.member("Description", &V::description);
  s.member("CreatedDate", &V::created_date);
  s.member("CompatibleRuntimes", &V::compatible_runtimes);
  s.member("LicenseInfo", &V::license_info);
  s.member("CompatibleArchitectures", &V::compatible_architectures);
}

void StoredLayer::describe(StructureShape<StoredLayer>& s) {
  s.member("LatestVersion", &StoredLayer::latest_version);
  s.member("Versions", &StoredLayer::versions);
}

void Function::describe(StructureShape<Function>& s) {
  s.member("Configuration", &Function::configuration).required();
  s.member("Code", &Function::code);
  s.member("UnzippedBytes", &Function::unzipped_bytes);
  s.member("Layers", &Function::layers);
  s.member("Tags", &Function::tags);
  s.member("ReservedConcurrentExecutions", &Function::reserved_concurrency);
  s.member("Policy", &Function::policy);
  s.member("PolicyRevisionId", &Function::policy_revision_id);
  s.member("EventInvokeConfig", &Function::event_invoke_config);
  s.member("Events", &Function::events);
}

void StreamCheckpoint::describe(StructureShape<StreamCheckpoint>& s) {
  s.member("ShardId", &StreamCheckpoint::shard_id);
  s.member("SequenceNumber", &StreamCheckpoint::sequence_number);
}

void Mapping::describe(StructureShape<Mapping>& s) {
  s.member("Configuration", &Mapping::configuration).required();
  s.member("Tags", &Mapping::tags);
  s.member("Enabled", &Mapping::is_enabled);
  s.member("Checkpoint", &Mapping::checkpoint);
}

void State::describe(StructureShape<State>& s) {
  s.member("Account", &State::account).required();
  s.member("Region", &State::region).required();
  s.member("Functions", &State::functions);
  s.member("Layers", &State::layers);
  s.member("EventSourceMappings", &State::mappings);
}

}  // namespace emu::lambda

namespace emu {
EMU_DESCRIBED(lambda::PolicyStatement);
EMU_DESCRIBED(lambda::AsyncEvent);
EMU_DESCRIBED(lambda::LayerContent);
EMU_DESCRIBED(lambda::StoredLayerVersion);
EMU_DESCRIBED(lambda::StoredLayer);
EMU_DESCRIBED(lambda::Function);
EMU_DESCRIBED(lambda::StreamCheckpoint);
EMU_DESCRIBED(lambda::Mapping);
EMU_DESCRIBED(lambda::State);
}  // namespace emu
