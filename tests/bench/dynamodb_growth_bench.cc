// What DynamoDB's operations cost in a table of a million items, beside the same in one of a
// thousand; and what an item takes in memory.
#include <emu/cloud.h>
#include <emu/dynamodb.h>
#include <fmt/format.h>
#include <malloc.h>

#include <chrono>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "bench/bench.h"
#include "server/api.h"

namespace emu::bench {

namespace {

using namespace emu::dynamodb;

constexpr int kFew = 1'000;
constexpr int kMany = 1'000'000;
constexpr int kItemsOfAKey = 100;

// The i-th of so many items, in an order that is not theirs.
int shuffled(int i, int count) { return static_cast<int>(i * 7919LL % count); }

std::string hash_of(int i) { return fmt::format("trip-{:05}", i / kItemsOfAKey); }

Item key_of(int i) { return {{"trip", S(hash_of(i))}, {"seat", N(i % kItemsOfAKey)}}; }

Item item_of(int i) {
  Item item = key_of(i);
  item.emplace("passenger", S(fmt::format("passenger-{:07}", shuffled(i, kMany))));
  item.emplace("state", S(i % 3 == 0 ? "free" : "booked"));
  item.emplace("price", N(i % 50));
  return item;
}

GlobalSecondaryIndex index_on(std::string hash, std::string range) {
  return {.index_name = "by-" + hash + "-" + range,
          .key_schema = {{hash, "HASH"}, {range, "RANGE"}},
          .projection = {.projection_type = "ALL"}};
}

void create_table(Aws& aws, const std::string& name, bool is_indexed) {
  CreateTable in{.attribute_definitions = {{"trip", "S"}, {"seat", "N"}},
                 .table_name = name,
                 .key_schema = {{"trip", "HASH"}, {"seat", "RANGE"}},
                 .billing_mode = billing_modes::kPayPerRequest};
  if (is_indexed) {
    in.attribute_definitions.insert(in.attribute_definitions.end(),
                                    {{"passenger", "S"}, {"state", "S"}, {"price", "N"}});
    in.global_secondary_indexes = {index_on("passenger", "seat"), index_on("passenger", "price"),
                                   index_on("trip", "price"), index_on("trip", "passenger"),
                                   index_on("trip", "state")};
  }
  aws.send(in).value();
}

// The n-th put overall, which changes what the indexes are on.
void put(Aws& aws, const std::string& table, int i, int n) {
  Item item = item_of(i);
  item.insert_or_assign("passenger", S(fmt::format("passenger-{:07}", shuffled(n, kMany))));
  item.insert_or_assign("price", N(n % 49));
  item.insert_or_assign("state", S(n % 2 == 0 ? "free" : "booked"));
  aws.send(PutItem{.table_name = table, .item = std::move(item)}).value();
}

void write_batch(Aws& aws, const std::string& table, int first, int count) {
  std::vector<WriteRequest> requests;
  for (int i = first; i < first + count; ++i) {
    requests.push_back({.put_request = PutRequest{.item = item_of(i)}});
  }
  aws.send(BatchWriteItem{.request_items = {{table, std::move(requests)}}}).value();
}

void fill(Aws& aws, const std::string& table, int count) {
  constexpr int kItemsAtOnce = 25;
  for (int i = 0; i < count; i += kItemsAtOnce) write_batch(aws, table, i, kItemsAtOnce);
}

void query(Aws& aws, const std::string& table, int i) {
  const auto page = aws.send(Query{.table_name = table,
                                   .key_condition_expression = "trip = :t",
                                   .expression_attribute_values = {{":t", S(hash_of(i))}}});
  if (page.value().count != kItemsOfAKey) std::abort();
}

void transact(Aws& aws, const std::string& table, int i, int count) {
  std::vector<TransactWriteItem> writes;
  for (int n = 0; n < 4; ++n) {
    writes.push_back({.put = Put{.item = item_of((i + n * 7919) % count), .table_name = table}});
  }
  aws.send(TransactWriteItems{.transact_items = std::move(writes)}).value();
}

void scan_page(Aws& aws, const std::string& table, Item& from) {
  auto page = aws.send(Scan{.table_name = table, .limit = 1'000, .exclusive_start_key = from});
  from = std::move(page.value().last_evaluated_key);
}

// The same work at few items and at many.
Row growth(std::string name, int operations, const std::function<void(const std::string&, int)>& at,
           const std::string& prefix) {
  const std::string few = prefix + "few";
  const std::string many = prefix + "many";
  const double few_ns = best_ns(operations, [&](int i) { at(few, shuffled(i, kFew)); });
  const double many_ns = best_ns(operations, [&](int i) { at(many, shuffled(i, kMany)); });
  return {.name = std::move(name),
          .emu_ns = many_ns,
          .bare_ns = few_ns,
          .wanted_ratio = 1 / kGrowthMax};
}

// A request as it comes over HTTP, without the socket.
class Http {
 public:
  explicit Http(Cloud& cloud) : api_(cloud.world(), {}) {}

  void send(std::string_view operation, std::string body) {
    HttpRequest request{.method = "POST", .host = "localhost:4566", .target = "/"};
    request.headers.add("Host", "localhost:4566");
    request.headers.add("X-Amz-Date", "20260101T000000Z");
    request.headers.add("X-Amz-Target", fmt::format("DynamoDB_20120810.{}", operation));
    request.headers.add("Content-Type", "application/x-amz-json-1.0");
    request.headers.add(
        "Authorization",
        fmt::format("AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/dynamodb/aws4_request, "
                    "SignedHeaders=host, Signature={}",
                    std::string(64, '0')));
    request.body = Blob(std::move(body));
    const HttpResponse response = api_.answer(request);
    if (response.status == 200) return;
    fmt::print(stderr, "{}: {}\n", operation, response.body.view());
    std::abort();
  }

 private:
  server::Api api_;
};

std::string item_json(int i) {
  return fmt::format(R"({{"trip":{{"S":"{}"}},"seat":{{"N":"{}"}},"state":{{"S":"booked"}}}})",
                     hash_of(i), i % kItemsOfAKey);
}

std::string puts_json(const std::string& table, int first) {
  std::string requests;
  for (int i = first; i < first + 25; ++i) {
    requests += fmt::format(R"({}{{"PutRequest":{{"Item":{}}}}})", requests.empty() ? "" : ",",
                            item_json(i));
  }
  return fmt::format(R"({{"RequestItems":{{"{}":[{}]}}}})", table, requests);
}

std::string transaction_json(const std::string& table, int i, int count) {
  std::string writes;
  for (int n = 0; n < 4; ++n) {
    writes += fmt::format(R"({}{{"Put":{{"TableName":"{}","Item":{}}}}})",
                          writes.empty() ? "" : ",", table, item_json((i + n * 7919) % count));
  }
  return fmt::format(R"({{"TransactItems":[{}]}})", writes);
}

int count_of(const std::string& table) { return table.ends_with("many") ? kMany : kFew; }

void add_http_rows(Cloud& cloud, std::vector<Row>& rows) {
  Http http(cloud);
  rows.push_back(growth(
      "HTTP: Query of 100 items", 2'000,
      [&](const std::string& table, int i) {
        http.send("Query", fmt::format(R"({{"TableName":"{}","KeyConditionExpression":"trip = :t",)"
                                       R"("ExpressionAttributeValues":{{":t":{{"S":"{}"}}}}}})",
                                       table, hash_of(i)));
      },
      ""));
  rows.push_back(growth(
      "HTTP: BatchWriteItem of 25", 2'000,
      [&](const std::string& table, int i) {
        http.send("BatchWriteItem", puts_json(table, i / 25 * 25));
      },
      ""));
  rows.push_back(growth(
      "HTTP: TransactWriteItems of 4", 4'000,
      [&](const std::string& table, int i) {
        http.send("TransactWriteItems", transaction_json(table, i, count_of(table)));
      },
      ""));
}

// What is allocated, with what the allocator needs for it.
std::size_t allocated_bytes() {
  const struct mallinfo2 info = mallinfo2();
  return info.uordblks + info.hblkhd;
}

}  // namespace

std::vector<Row> dynamodb_growth_rows() {
  Cloud cloud;
  Aws aws = cloud.aws();
  for (const bool is_indexed : {false, true}) {
    const std::string prefix = is_indexed ? "indexed-" : "";
    create_table(aws, prefix + "few", is_indexed);
    create_table(aws, prefix + "many", is_indexed);
    fill(aws, prefix + "few", kFew);
    fill(aws, prefix + "many", kMany);
  }

  std::vector<Row> rows;
  rows.push_back(growth(
      "Query of 100 items", 5'000, [&](const std::string& table, int i) { query(aws, table, i); },
      ""));
  rows.push_back(growth(
      "BatchWriteItem of 25", 5'000,
      [&](const std::string& table, int i) { write_batch(aws, table, i / 25 * 25, 25); }, ""));
  rows.push_back(growth(
      "TransactWriteItems of 4", 10'000,
      [&](const std::string& table, int i) { transact(aws, table, i, count_of(table)); }, ""));
  Item from_few;
  Item from_many;
  rows.push_back(growth(
      "Scan, a page of 1,000 items", kMany / kFew,
      [&](const std::string& table, int) {
        scan_page(aws, table, table == "few" ? from_few : from_many);
      },
      ""));
  rows.push_back(growth(
      "PutItem into a table with 5 indexes", 20'000,
      [&, n = 0](const std::string& table, int i) mutable { put(aws, table, i, n++); },
      "indexed-"));
  add_http_rows(cloud, rows);
  return rows;
}

std::vector<MemoryRow> dynamodb_memory_rows() {
  std::vector<MemoryRow> rows;
  for (const std::size_t size : {std::size_t{65}, std::size_t{400}, std::size_t{4'000}}) {
    Cloud cloud;
    Aws aws = cloud.aws();
    aws.send(CreateTable{.attribute_definitions = {{"id", "S"}},
                         .table_name = "items",
                         .key_schema = {{"id", "HASH"}},
                         .billing_mode = billing_modes::kPayPerRequest})
        .value();
    const std::size_t before = allocated_bytes();
    // "id" with 20 characters, and "v" with what is left.
    for (int i = 0; i < kMany; ++i) {
      aws.send(PutItem{.table_name = "items",
                       .item = {{"id", S(fmt::format("item-{:015}", i))},
                                {"v", S(std::string(size - 23, 'x'))}}})
          .value();
    }
    rows.push_back({.name = fmt::format("an item of {} bytes, of 1,000,000", size),
                    .bytes = static_cast<double>(allocated_bytes() - before) / kMany,
                    .bytes_max = 5.0 * static_cast<double>(size) + 100});
  }
  return rows;
}

}  // namespace emu::bench
