// What Lambda has stored of one account in one region: plain, described data. A copy is a snapshot.
//
// What lives beside it (region.h) is made from it. A function keeps its address for as long as it
// exists; a mapping is known by its UUID, since it moves when another one is removed.
#pragma once

#include <emu/blob.h>
#include <emu/lambda.h>
#include <emu/time.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace emu::lambda {

// A statement of a function's policy.
struct PolicyStatement {
  std::string id = {};
  std::string json = {};
  static void describe(StructureShape<PolicyStatement>& s);
};

// An asynchronous event whose fate is open.
struct AsyncEvent {
  std::string request_id = {};
  Blob payload = {};
  Time accepted = {};
  Time next_attempt = {};
  std::int32_t failures = 0;   // attempts that ran and failed
  std::int32_t throttles = 0;  // attempts that could not run
  static void describe(StructureShape<AsyncEvent>& s);
};

// What a layer puts into a function.
struct LayerContent {
  Blob zip_file = {};
  std::string sha256 = {};  // in base64
  std::int64_t unzipped_bytes = 0;
  static void describe(StructureShape<LayerContent>& s);
};

struct StoredLayerVersion {
  std::int64_t version = 0;
  LayerContent content = {};
  std::string description = {};
  std::string created_date = {};
  std::vector<std::string> compatible_runtimes = {};
  std::optional<std::string> license_info = {};
  std::vector<std::string> compatible_architectures = {};
  static void describe(StructureShape<StoredLayerVersion>& s);
};

struct StoredLayer {
  std::int64_t latest_version = 0;                // deleted ones count
  std::vector<StoredLayerVersion> versions = {};  // the earliest first
  static void describe(StructureShape<StoredLayer>& s);

  // Null when there is none.
  const StoredLayerVersion* find(std::int64_t version) const;
};

struct Function {
  FunctionConfiguration configuration = {};
  FunctionCode code = {};
  std::int64_t unzipped_bytes = 0;        // of the code, when it has been read
  std::vector<LayerContent> layers = {};  // stay when a layer's version is deleted
  std::map<std::string, std::string> tags = {};
  std::optional<std::int32_t> reserved_concurrency = {};
  std::vector<PolicyStatement> policy = {};
  std::string policy_revision_id = {};
  std::optional<FunctionEventInvokeConfig> event_invoke_config = {};
  std::map<std::string, AsyncEvent> events = {};  // by request id
  static void describe(StructureShape<Function>& s);

  const std::string& arn() const { return configuration.function_arn; }
};

// How far a stream has been processed: everything up to that record, in the line of its shards.
struct StreamCheckpoint {
  std::string shard_id = {};  // empty: that in which the number is
  std::string sequence_number = {};
  static void describe(StructureShape<StreamCheckpoint>& s);
};

struct Mapping {
  EventSourceMappingConfiguration configuration = {};
  std::map<std::string, std::string> tags = {};
  bool is_enabled = true;  // or will be, when the transition that it is in has ended
  std::optional<StreamCheckpoint> checkpoint = {};
  static void describe(StructureShape<Mapping>& s);

  bool is_in_transition() const {
    return configuration.state != "Enabled" && configuration.state != "Disabled";
  }
};

struct State {
  std::string account = {};
  std::string region = {};
  std::map<std::string, Function> functions = {};  // by name
  std::map<std::string, StoredLayer> layers = {};  // by name
  std::vector<Mapping> mappings = {};              // in the order of their creation
  static void describe(StructureShape<State>& s);

  // Null when there is none.
  Function* find(std::string_view name);
  // Good until a mapping is added or removed: not longer than the next wait.
  Mapping* find_mapping(std::string_view uuid);
};

}  // namespace emu::lambda
