// An account with a table `scores` by user and game, which has indexes or gets them.
#pragma once

#include <emu/dynamodb.h>

#include <string>
#include <utility>
#include <vector>

#include "core/gate/world.h"
#include "core/task/sim_scheduler.h"
#include "dynamodb/service.h"
#include "support/fixture.h"

namespace emu::test {

using namespace emu::dynamodb;

inline CreateTable plain() {
  return {.attribute_definitions = {{"user", "S"}, {"game", "S"}},
          .table_name = "scores",
          .key_schema = {{"user", "HASH"}, {"game", "RANGE"}},
          .billing_mode = billing_modes::kPayPerRequest};
}

// By game and score with the keys alone; by user and score with an attribute more.
inline CreateTable scores() {
  CreateTable in = plain();
  in.attribute_definitions.push_back({"score", "N"});
  in.global_secondary_indexes = {{.index_name = "by-game",
                                  .key_schema = {{"game", "HASH"}, {"score", "RANGE"}},
                                  .projection = {.projection_type = "KEYS_ONLY"}}};
  in.local_secondary_indexes = {
      {.index_name = "by-score",
       .key_schema = {{"user", "HASH"}, {"score", "RANGE"}},
       .projection = {.projection_type = "INCLUDE", .non_key_attributes = {"note"}}}};
  return in;
}

inline UpdateTable add_by_game() {
  return {
      .attribute_definitions = {{"game", "S"}, {"score", "N"}},
      .table_name = "scores",
      .global_secondary_index_updates = {{.create = scores().global_secondary_indexes.front()}}};
}

inline UpdateTable drop(std::string index) {
  return {.table_name = "scores",
          .global_secondary_index_updates = {
              {.delete_index = DeleteGlobalSecondaryIndexAction{.index_name = std::move(index)}}}};
}

struct IndexFixture : Fixture {
  TableDescription described() {
    return aws.send(DescribeTable{.table_name = "scores"}).value().table;
  }
  std::int64_t entries() { return described().global_secondary_indexes.front().item_count; }
  void put(Item item) {
    aws.send(PutItem{.table_name = "scores", .item = std::move(item)}).value();
  }
};

// A world whose tables take half a second to change.
struct SlowIndexes : Fixture {
  SlowIndexes() { dynamodb.add_to(world.operations()); }

  TableDescription described() {
    return slow.send(DescribeTable{.table_name = "scores"}).value().table;
  }
  void step() { scheduler.run_until(scheduler.now() + 500ms); }

  SimScheduler scheduler{SimScheduler::Options{}};
  World world{{.seed = 1, .account = "000000000000", .region = "us-east-1"}, scheduler};
  Dynamodb dynamodb{world, {.table_step = 500ms}};
  Aws slow = world.client(world.unnamed_caller("000000000000", "us-east-1"));
};

}  // namespace emu::test
