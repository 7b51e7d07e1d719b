// StreamReader: reads a stream of DynamoDB from one record to the next, shard after shard.
//
//   StreamReader reader(world, {.stream_arn = arn, .starting_position = "LATEST"});
//   const auto records = reader.read(role).value();   // empty: none for now
//
// It finds the child of a shard that has ended, and takes a new iterator where one has expired.
// What was trimmed before it was read is passed over. The latest position is found once, by the
// first read, and told at once: whoever goes on from it misses nothing.
#pragma once

#include <emu/aws.h>
#include <emu/dynamodbstreams.h>
#include <emu/result.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/gate/world.h"
#include "lambda/state.h"

namespace emu::lambda {

class StreamReader {
 public:
  struct Options {
    std::string stream_arn;
    std::string starting_position;                    // TRIM_HORIZON or LATEST
    std::optional<StreamCheckpoint> checkpoint = {};  // where to go on instead
    // Where LATEST is, when it has been found.
    std::function<void(const StreamCheckpoint&)> on_latest_found = {};
  };
  StreamReader(World& world, Options options);

  // What comes next, at most a page. Everything is of the shard that shard_id() names.
  Result<std::vector<dynamodbstreams::Record>> read(Aws& as);
  const std::string& shard_id() const { return at_.shard_id; }

 private:
  Result<std::vector<dynamodbstreams::Shard>> shards(Aws& as) const;
  // Whether there is a shard to read.
  Result<bool> open(Aws& as);
  void find_latest();
  bool choose(const std::vector<dynamodbstreams::Shard>& shards);
  StreamCheckpoint beginning_in(const std::vector<dynamodbstreams::Shard>& shards) const;
  Result<std::string> new_iterator(Aws& as);

  World& world_;
  Options options_;
  // Without a number: the beginning of the shard. Without a shard: where that number is.
  StreamCheckpoint at_ = {};
  bool is_shard_done_ = false;
  std::optional<std::string> iterator_ = {};
};

}  // namespace emu::lambda
