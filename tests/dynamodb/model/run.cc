#include "dynamodb/model/run.h"

#include <algorithm>
#include <chrono>

namespace emu::test::model {

Run::Run() {
  fixture_.aws
      .send(CreateTable{
          .attribute_definitions = {{"h", "S"}, {"r", "N"}, {"g", "S"}, {"n", "N"}, {"l", "S"}},
          .table_name = kTable,
          .key_schema = {{"h", "HASH"}, {"r", "RANGE"}},
          .local_secondary_indexes = {{.index_name = "local",
                                       .key_schema = {{"h", "HASH"}, {"l", "RANGE"}},
                                       .projection = {.projection_type = "INCLUDE",
                                                      .non_key_attributes = {"n"}}}},
          .global_secondary_indexes =
              {{.index_name = "global",
                .key_schema = {{"g", "HASH"}, {"n", "RANGE"}},
                .projection = {.projection_type = "ALL"}},
               {.index_name = "keys",
                .key_schema = {{"g", "HASH"}},
                .projection = {.projection_type = "KEYS_ONLY"}},
               {.index_name = "parts",
                .key_schema = {{"g", "HASH"}, {"n", "HASH"}, {"l", "RANGE"}, {"r", "RANGE"}},
                .projection = {.projection_type = "INCLUDE", .non_key_attributes = {"m"}}}},
          .billing_mode = billing_modes::kPayPerRequest,
          .stream_specification = StreamSpecification{.stream_enabled = true,
                                                      .stream_view_type = "NEW_AND_OLD_IMAGES"}})
      .value();
  fixture_.aws
      .send(UpdateTimeToLive{
          .table_name = kTable,
          .time_to_live_specification = {.enabled = true, .attribute_name = "expires"}})
      .value();
}

void Run::play(const Step& step) {
  Random random(step.seed);
  switch (step.kind) {
    case Step::Kind::kPut:
      return put(random);
    case Step::Kind::kUpdate:
      return update(random);
    case Step::Kind::kDelete:
      return remove(random);
    case Step::Kind::kBatchWrite:
      return batch_write(random);
    case Step::Kind::kTransaction:
      return transaction(random);
    case Step::Kind::kStatement:
      return statement(random);
    case Step::Kind::kBatchGet:
      return batch_get(random);
    case Step::Kind::kQuery:
      return query(random);
    case Step::Kind::kScan:
      return scan(random);
    case Step::Kind::kSelect:
      return select(random);
    case Step::Kind::kChangeIndex:
      return change_index();
    case Step::Kind::kPassTime:
      return pass(std::chrono::minutes(random.below(120)));
  }
}

void Run::check_all() {
  expect_equal(scanned({}, 1, 0), items_, "a scan");
  for (const IndexModel& index : indexes_) {
    expect_equal(scanned(index.name, 3, 7), index.shown_of(items_), "the index " + index.name);
  }
  follow_stream();
  expect_equal(rebuilt_, items_, "the table rebuilt from its stream");
}

void Run::change_index() {
  const auto late = std::find_if(indexes_.begin(), indexes_.end(),
                                 [](const IndexModel& index) { return index.name == "late"; });
  GlobalSecondaryIndexUpdate change;
  if (late == indexes_.end()) {
    change.create = GlobalSecondaryIndex{
        .index_name = "late",
        .key_schema = {{"n", "HASH"}},
        .projection = {.projection_type = "INCLUDE", .non_key_attributes = {"l"}}};
    indexes_.push_back({.name = "late", .hash = {"n"}, .shown = std::vector<std::string>{"l"}});
  } else {
    change.delete_index = DeleteGlobalSecondaryIndexAction{.index_name = "late"};
    indexes_.erase(late);
  }
  const auto result = fixture_.aws.send(UpdateTable{.attribute_definitions = {{"n", "N"}},
                                                    .table_name = kTable,
                                                    .global_secondary_index_updates = {change}});
  expect(result.ok(), "a change of indexes: " + Fixture::message(result));
  pass(std::chrono::minutes(5));
}

void Run::pass(Duration duration) {
  fixture_.cloud.advance(duration);
  std::erase_if(items_, [this](const auto& entry) {
    auto expires = entry.second.find("expires");
    return expires != entry.second.end() &&
           fixture_.cloud.now() >= Time(std::chrono::seconds(expires->second.integer() + 1));
  });
  follow_stream();
}

IndexModel Run::random_source(Random& random) const {
  const std::uint64_t which = random.below(1 + indexes_.size());
  return which == 0 ? IndexModel{.name = "", .hash = {"h"}, .range = {"r"}} : indexes_[which - 1];
}

std::optional<std::string> first_difference(const std::vector<Step>& steps) {
  return difference_of_run<Run>(steps);
}

}  // namespace emu::test::model
