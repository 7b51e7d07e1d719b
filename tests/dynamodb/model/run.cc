#include <emu/dynamodbstreams.h>
#include <emu/json.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "core/hash/random.h"
#include "dynamodb/model/model.h"
#include "support/fixture.h"

namespace emu::test::model {

namespace {

constexpr const char* kTable = "model";

struct Difference {
  std::string what;
};

template <class A, class B>
void expect_equal(const A& actual, const B& expected, std::string_view what) {
  if (!(actual == expected)) throw Difference{std::string(what)};
}

void expect(bool holds, std::string_view what) {
  if (!holds) throw Difference{std::string(what)};
}

// A secondary index as it has to be: which items it has and what of them it shows.
struct IndexModel {
  std::string name;
  std::string hash;
  std::string range = {};                              // none when empty
  std::optional<std::vector<std::string>> shown = {};  // all attributes when nothing

  bool has(const Item& item) const {
    return item.contains(hash) && (range.empty() || item.contains(range));
  }
  Item shown_of(const Item& item) const {
    if (!shown) return item;
    Item part;
    for (const auto& [name_of, value] : item) {
      const bool is_key = name_of == "h" || name_of == "r" || name_of == hash || name_of == range;
      if (is_key || std::find(shown->begin(), shown->end(), name_of) != shown->end()) {
        part.emplace(name_of, value);
      }
    }
    return part;
  }
};

class Run {
 public:
  Run() {
    fixture_.aws
        .send(CreateTable{
            .attribute_definitions = {{"h", "S"}, {"r", "N"}, {"g", "S"}, {"n", "N"}, {"l", "S"}},
            .table_name = kTable,
            .key_schema = {{"h", "HASH"}, {"r", "RANGE"}},
            .local_secondary_indexes = {{.index_name = "local",
                                         .key_schema = {{"h", "HASH"}, {"l", "RANGE"}},
                                         .projection = {.projection_type = "INCLUDE",
                                                        .non_key_attributes = {"n"}}}},
            .global_secondary_indexes = {{.index_name = "global",
                                          .key_schema = {{"g", "HASH"}, {"n", "RANGE"}},
                                          .projection = {.projection_type = "ALL"}},
                                         {.index_name = "keys",
                                          .key_schema = {{"g", "HASH"}},
                                          .projection = {.projection_type = "KEYS_ONLY"}}},
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

  void play(const Step& step) {
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
      case Step::Kind::kBatchGet:
        return batch_get(random);
      case Step::Kind::kQuery:
        return query(random);
      case Step::Kind::kScan:
        return scan(random);
      case Step::Kind::kChangeIndex:
        return change_index(random);
      case Step::Kind::kPassTime:
        return pass_time(random);
    }
  }

  // The table, every index and the table's stream say the same.
  void check_all() {
    expect_equal(scanned({}, 1, 0), items_, "a scan");
    for (const IndexModel& index : indexes_) {
      Items expected;
      for (const auto& [key, item] : items_) {
        if (index.has(item)) expected.emplace(key, index.shown_of(item));
      }
      expect_equal(scanned(index.name, 3, 7), expected, "the index " + index.name);
    }
    follow_stream();
    expect_equal(rebuilt_, items_, "the table rebuilt from its stream");
  }

 private:
  static Key random_key(Random& random) {
    return {fmt::format("h{}", random.below(5)), static_cast<std::int64_t>(random.below(9)) - 4};
  }

  std::set<Key> random_keys(Random& random, std::uint64_t most) {
    std::set<Key> keys;
    for (std::uint64_t n = 1 + random.below(most); n > 0; --n) keys.insert(random_key(random));
    return keys;
  }

  Item random_item(Random& random, const Key& key) {
    Item item = key_item(key);
    if (random.chance(2, 3)) item.emplace("g", S(fmt::format("g{}", random.below(3))));
    if (random.chance(2, 3)) item.emplace("n", N(static_cast<std::int64_t>(random.below(6))));
    if (random.chance(1, 2)) item.emplace("l", S(fmt::format("l{:02}", random.below(4))));
    if (random.chance(1, 4)) {
      item.emplace("m", M{{"list", L{N(1), S("é"), Null()}}, {"set", NS{"1", "2.5"}}});
    }
    // Some pages of a megabyte end early.
    if (random.chance(1, 12))
      item.emplace("filler", S(std::string(80'000 + random.below(300'000), 'x')));
    if (random.chance(1, 8)) {
      const Time expires = fixture_.cloud.now() + std::chrono::minutes(1 + random.below(600));
      item.emplace(
          "expires",
          N(std::chrono::duration_cast<std::chrono::seconds>(expires.time_since_epoch()).count()));
    }
    return item;
  }

  void put(Random& random) {
    const Key key = random_key(random);
    const Item item = random_item(random, key);
    const bool only_new = random.chance(1, 3);
    PutItem in{.table_name = kTable, .item = item, .return_values = return_values::kAllOld};
    if (only_new) in.condition_expression = "attribute_not_exists(h)";
    const auto result = fixture_.aws.send(in);
    auto old = items_.find(key);
    if (only_new && old != items_.end()) {
      return expect_equal(Fixture::code(result), "ConditionalCheckFailedException",
                          "a refused put");
    }
    expect(result.ok(), "a put: " + Fixture::message(result));
    expect_equal(result->attributes, old == items_.end() ? Item{} : old->second,
                 "what a put replaced");
    items_[key] = item;
  }

  void update(Random& random) {
    const Key key = random_key(random);
    UpdateItem in{
        .table_name = kTable, .key = key_item(key), .return_values = return_values::kAllNew};
    auto found = items_.find(key);
    const bool is_there = found != items_.end();
    Item next = is_there ? found->second : key_item(key);
    switch (random.below(4)) {
      case 0:
        in.update_expression = "ADD n :one";
        in.expression_attribute_values = {{":one", N(1)}};
        next.insert_or_assign("n", N((next.contains("n") ? next.at("n").integer() : 0) + 1));
        break;
      case 1:
        in.update_expression = "SET g = :g, l = if_not_exists(l, :g)";
        in.expression_attribute_values = {{":g", S(fmt::format("g{}", random.below(3)))}};
        next.insert_or_assign("g", in.expression_attribute_values.at(":g"));
        next.emplace("l", in.expression_attribute_values.at(":g"));
        break;
      case 2:
        in.update_expression = "REMOVE g, filler";
        next.erase("g");
        next.erase("filler");
        break;
      default:
        in.update_expression = "SET n = :n REMOVE #l";
        in.condition_expression = "attribute_exists(r)";
        in.expression_attribute_names = {{"#l", "l"}};
        in.expression_attribute_values = {{":n", N(static_cast<std::int64_t>(random.below(6)))}};
        next.insert_or_assign("n", in.expression_attribute_values.at(":n"));
        next.erase("l");
    }
    const auto result = fixture_.aws.send(in);
    if (in.condition_expression && !is_there) {
      return expect_equal(Fixture::code(result), "ConditionalCheckFailedException",
                          "a refused update");
    }
    expect(result.ok(), "an update: " + Fixture::message(result));
    // What only removes makes no item.
    if (!is_there && in.update_expression == "REMOVE g, filler") return;
    expect_equal(result->attributes, next, "what an update made");
    items_[key] = next;
  }

  void remove(Random& random) {
    const Key key = random_key(random);
    const auto result = fixture_.aws.send(DeleteItem{
        .table_name = kTable, .key = key_item(key), .return_values = return_values::kAllOld});
    expect(result.ok(), "a delete: " + Fixture::message(result));
    auto old = items_.find(key);
    expect_equal(result->attributes, old == items_.end() ? Item{} : old->second,
                 "what a delete removed");
    items_.erase(key);
  }

  void batch_write(Random& random) {
    std::vector<WriteRequest> requests;
    for (const Key& key : random_keys(random, 12)) {
      WriteRequest& request = requests.emplace_back();
      if (random.chance(1, 3)) {
        request.delete_request = DeleteRequest{.key = key_item(key)};
        items_.erase(key);
      } else {
        request.put_request = PutRequest{.item = random_item(random, key)};
        items_[key] = request.put_request->item;
      }
    }
    const auto result = fixture_.aws.send(BatchWriteItem{.request_items = {{kTable, requests}}});
    expect(result.ok(), "a batch of writes: " + Fixture::message(result));
    expect(result->unprocessed_items.empty(), "a batch of writes left some");
  }

  // Puts, deletes and checks, of which some want the item to be there and some want it not to be.
  void transaction(Random& random) {
    std::vector<TransactWriteItem> writes;
    std::vector<std::string> reasons;
    Items next = items_;
    for (const Key& key : random_keys(random, 5)) {
      const bool is_there = items_.contains(key);
      const bool wants_it = random.chance(2, 3) == is_there;
      const std::string condition = wants_it ? "attribute_exists(h)" : "attribute_not_exists(h)";
      reasons.push_back(wants_it == is_there ? "None" : "ConditionalCheckFailed");
      TransactWriteItem& write = writes.emplace_back();
      switch (random.below(3)) {
        case 0:
          write.put = Put{.item = random_item(random, key),
                          .table_name = kTable,
                          .condition_expression = condition};
          next[key] = write.put->item;
          break;
        case 1:
          write.delete_item =
              Delete{.key = key_item(key), .table_name = kTable, .condition_expression = condition};
          next.erase(key);
          break;
        default:
          write.condition_check = ConditionCheck{
              .key = key_item(key), .table_name = kTable, .condition_expression = condition};
      }
    }
    const auto result = fixture_.aws.send(TransactWriteItems{.transact_items = writes});
    const bool holds =
        std::find(reasons.begin(), reasons.end(), "ConditionalCheckFailed") == reasons.end();
    if (holds) {
      expect(result.ok(), "a transaction: " + Fixture::message(result));
      items_ = std::move(next);
      return;
    }
    expect_equal(Fixture::message(result),
                 fmt::format("Transaction cancelled, please refer cancellation reasons for "
                             "specific reasons [{}]",
                             fmt::join(reasons, ", ")),
                 "why a transaction was cancelled");
  }

  void batch_get(Random& random) {
    std::vector<Item> keys;
    Items expected;
    for (const Key& key : random_keys(random, 12)) {
      keys.push_back(key_item(key));
      auto found = items_.find(key);
      if (found != items_.end()) expected.insert(*found);
    }
    Items actual;
    while (!keys.empty()) {
      const auto result =
          fixture_.aws.send(BatchGetItem{.request_items = {{kTable, {.keys = keys}}}});
      expect(result.ok(), "a batch of reads: " + Fixture::message(result));
      keys.clear();
      for (const auto& [table, items] : result->responses) {
        for (const Item& item : items) actual.emplace(key_of(item), item);
      }
      for (const auto& [table, rest] : result->unprocessed_keys) keys = rest.keys;
    }
    expect_equal(actual, expected, "a batch of reads");
  }

  // Queries the table or an index by a hash key and a part of the range keys, page by page.
  void query(Random& random) {
    const std::uint64_t which = random.below(1 + indexes_.size());
    const IndexModel source =
        which == 0 ? IndexModel{.name = "", .hash = "h", .range = "r"} : indexes_[which - 1];
    Query in{.table_name = kTable};
    if (!source.name.empty()) in.index_name = source.name;
    in.scan_index_forward = random.chance(1, 2);
    if (random.chance(1, 2)) in.limit = 1 + static_cast<std::int32_t>(random.below(6));
    const AttributeValue hash = source.hash == "n"
                                    ? AttributeValue(N(static_cast<std::int64_t>(random.below(6))))
                                    : S(fmt::format("{}{}", source.hash, random.below(5)));
    in.key_condition_expression = "#hash = :hash";
    in.expression_attribute_names = {{"#hash", source.hash}};
    in.expression_attribute_values = {{":hash", hash}};
    std::optional<std::pair<AttributeValue, AttributeValue>> bounds;
    if (!source.range.empty() && random.chance(2, 3)) {
      const bool is_text = source.range == "l";
      const auto bound = [&](std::uint64_t n) {
        return is_text ? AttributeValue(S(fmt::format("l{:02}", n)))
                       : AttributeValue(N(static_cast<std::int64_t>(n) - 4));
      };
      const std::uint64_t low = random.below(9);
      bounds.emplace(bound(low), bound(low + random.below(5)));
      in.key_condition_expression = "#hash = :hash AND #range BETWEEN :low AND :high";
      in.expression_attribute_names.emplace("#range", source.range);
      in.expression_attribute_values.emplace(":low", bounds->first);
      in.expression_attribute_values.emplace(":high", bounds->second);
    }

    Items expected;
    for (const auto& [key, item] : items_) {
      if (!source.has(item) || !(item.at(source.hash) == hash)) continue;
      if (bounds && !is_between(item.at(source.range), *bounds)) continue;
      expected.emplace(key, source.shown_of(item));
    }
    Items actual;
    std::optional<Item> last;
    do {
      const auto result = fixture_.aws.send(in);
      expect(result.ok(), "a query: " + Fixture::message(result));
      expect(!in.limit || result->count <= *in.limit, "a page of a query is too long");
      for (const Item& item : result->items) {
        if (last && !source.range.empty()) {
          const bool falls = is_less(item.at(source.range), last->at(source.range));
          const bool rises = is_less(last->at(source.range), item.at(source.range));
          expect(in.scan_index_forward ? !falls : !rises, "a query out of order");
        }
        expect(actual.emplace(key_of(item), item).second, "a query gave an item twice");
        last = item;
      }
      in.exclusive_start_key = result->last_evaluated_key;
    } while (!in.exclusive_start_key.empty());
    expect_equal(actual, expected,
                 "a query of " + (source.name.empty() ? "the table" : source.name));
  }

  static bool is_less(const AttributeValue& a, const AttributeValue& b) {
    return a.type() == AttributeValue::Type::kS ? a.s() < b.s() : a.integer() < b.integer();
  }
  static bool is_between(const AttributeValue& value,
                         const std::pair<AttributeValue, AttributeValue>& bounds) {
    return !is_less(value, bounds.first) && !is_less(bounds.second, value);
  }

  void scan(Random& random) {
    const int segments = 1 + static_cast<int>(random.below(4));
    const auto limit = static_cast<std::int32_t>(random.below(8));
    expect_equal(scanned({}, segments, limit), items_, "a scan in segments");
  }

  // All items of the table or of an index, by every segment; without a limit when that is 0.
  Items scanned(const std::string& index, int segments, std::int32_t limit) {
    Items items;
    for (int segment = 0; segment < segments; ++segment) {
      Scan in{.table_name = kTable, .total_segments = segments, .segment = segment};
      if (!index.empty()) in.index_name = index;
      if (limit != 0) in.limit = limit;
      do {
        const auto result = fixture_.aws.send(in);
        expect(result.ok(), "a scan: " + Fixture::message(result));
        for (const Item& item : result->items) {
          expect(items.emplace(key_of(item), item).second, "a scan gave an item twice");
        }
        in.exclusive_start_key = result->last_evaluated_key;
      } while (!in.exclusive_start_key.empty());
    }
    return items;
  }

  // Makes or drops the index `late`, whose key is a number.
  void change_index(Random&) {
    const auto late = std::find_if(indexes_.begin(), indexes_.end(),
                                   [](const IndexModel& index) { return index.name == "late"; });
    GlobalSecondaryIndexUpdate change;
    if (late == indexes_.end()) {
      change.create = GlobalSecondaryIndex{
          .index_name = "late",
          .key_schema = {{"n", "HASH"}},
          .projection = {.projection_type = "INCLUDE", .non_key_attributes = {"l"}}};
      indexes_.push_back({.name = "late", .hash = "n", .shown = std::vector<std::string>{"l"}});
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

  void pass_time(Random& random) { pass(std::chrono::minutes(random.below(120))); }

  void pass(Duration duration) {
    fixture_.cloud.advance(duration);
    std::erase_if(items_, [this](const auto& entry) { return is_expired(entry.second); });
    follow_stream();
  }

  bool is_expired(const Item& item) const {
    auto expires = item.find("expires");
    return expires != item.end() &&
           fixture_.cloud.now() >= Time(std::chrono::seconds(expires->second.integer() + 1));
  }

  // Applies what the stream has that was not there the last time.
  void follow_stream() {
    const auto table = fixture_.aws.send(DescribeTable{.table_name = kTable}).value().table;
    dynamodbstreams::DescribeStream describe{.stream_arn = table.latest_stream_arn};
    const auto stream = fixture_.aws.send(describe).value().stream_description;
    for (const auto& shard : stream.shards) read_shard(stream.stream_arn, shard.shard_id);
  }

  void read_shard(const std::string& stream, const std::string& shard) {
    std::string& seen = seen_[shard];
    dynamodbstreams::GetShardIterator start{
        .stream_arn = stream, .shard_id = shard, .shard_iterator_type = "TRIM_HORIZON"};
    if (!seen.empty()) {
      start.shard_iterator_type = "AFTER_SEQUENCE_NUMBER";
      start.sequence_number = seen;
    }
    const auto at = fixture_.aws.send(start);
    if (!at && Fixture::code(at) == "TrimmedDataAccessException") return;
    expect(at.ok(), "an iterator: " + Fixture::message(at));
    std::optional<std::string> iterator = at->shard_iterator;
    while (iterator) {
      const auto page = fixture_.aws.send(dynamodbstreams::GetRecords{.shard_iterator = *iterator});
      expect(page.ok(), "records: " + Fixture::message(page));
      for (const auto& record : page->records) {
        seen = record.dynamodb.sequence_number;
        const Key key = key_of(record.dynamodb.keys);
        auto old = rebuilt_.find(key);
        expect_equal(record.dynamodb.old_image, old == rebuilt_.end() ? Item{} : old->second,
                     "the old image of a record");
        expect(record.event_name == (record.dynamodb.new_image.empty() ? "REMOVE"
                                     : old == rebuilt_.end()           ? "INSERT"
                                                                       : "MODIFY"),
               "the name of an event");
        if (record.event_name == "REMOVE") {
          rebuilt_.erase(key);
        } else {
          rebuilt_[key] = record.dynamodb.new_image;
        }
      }
      if (page->records.empty()) break;
      iterator = page->next_shard_iterator;
    }
  }

  Fixture fixture_;
  Items items_;
  std::vector<IndexModel> indexes_ = {
      {.name = "local", .hash = "h", .range = "l", .shown = std::vector<std::string>{"n"}},
      {.name = "global", .hash = "g", .range = "n"},
      {.name = "keys", .hash = "g", .shown = std::vector<std::string>{}}};
  // From the stream.
  Items rebuilt_;
  std::map<std::string, std::string> seen_;  // the last sequence number of each shard
};

}  // namespace

std::optional<std::string> first_difference(const std::vector<Step>& steps) {
  constexpr std::size_t kStepsBetweenChecks = 50;
  Run run;
  try {
    for (std::size_t i = 0; i < steps.size(); ++i) {
      run.play(steps[i]);
      if (i % kStepsBetweenChecks == 0) run.check_all();
    }
    run.check_all();
  } catch (const Difference& difference) {
    return difference.what;
  }
  return std::nullopt;
}

}  // namespace emu::test::model
