// Run: a table with indexes, a stream and a time to live, beside a map of what it has to hold. The
// steps of a run change both, and throw a Difference where the table is not as the map is.
#pragma once

#include <emu/dynamodb.h>
#include <emu/time.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/hash/random.h"
#include "dynamodb/model/index.h"
#include "dynamodb/model/model.h"
#include "support/fixture.h"
#include "support/model_test.h"

namespace emu::test::model {

inline constexpr const char* kTable = "model";

class Run {
 public:
  Run();
  void play(const Step& step);
  // The table, every index and the table's stream say the same.
  void check_all();

 private:
  // writes.cc
  void put(Random& random);
  void update(Random& random);
  void remove(Random& random);
  void batch_write(Random& random);
  void transaction(Random& random);

  // reads.cc
  void batch_get(Random& random);
  void query(Random& random);
  void scan(Random& random);
  // All items of the table or of an index, by every segment; without a limit when that is 0.
  Items scanned(const std::string& index, int segments, std::int32_t limit);

  // statements.cc
  void statement(Random& random);
  void insert_by_statement(const Key& key, const Item& item);
  void update_by_statement(Random& random, const Key& key);
  void delete_by_statement(const Key& key);
  void select(Random& random);

  // Makes or drops the index `late`, whose key is a number.
  void change_index();
  void pass(Duration duration);

  // stream.cc: applies what the stream has that was not there the last time.
  void follow_stream();
  void read_shard(const std::string& stream, const std::string& shard);

  // Null where there is none.
  const Item* item_of(const Key& key) const {
    auto found = items_.find(key);
    return found == items_.end() ? nullptr : &found->second;
  }
  // Empty where there is none.
  Item item_or_none(const Key& key) const {
    const Item* item = item_of(key);
    return item == nullptr ? Item{} : *item;
  }
  // The table or one of its indexes.
  IndexModel random_source(Random& random) const;

  Fixture fixture_;
  Items items_;
  std::vector<IndexModel> indexes_ = {
      {.name = "local", .hash = {"h"}, .range = {"l"}, .shown = std::vector<std::string>{"n"}},
      {.name = "global", .hash = {"g"}, .range = {"n"}},
      {.name = "keys", .hash = {"g"}, .shown = std::vector<std::string>{}},
      {.name = "parts",
       .hash = {"g", "n"},
       .range = {"l", "r"},
       .shown = std::vector<std::string>{"m"}}};
  // From the stream.
  Items rebuilt_;
  std::map<std::string, std::string> seen_;  // the last sequence number of each shard
};

}  // namespace emu::test::model
