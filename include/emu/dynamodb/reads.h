// Query and Scan: items of a table or an index, page by page.
//
//   aws.send(Query{.table_name = "trips",
//                  .key_condition_expression = "bus = :b AND departure > :d",
//                  .expression_attribute_values = {{":b", S("12")}, {":d", N(7)}}}).value().items;
//
// A page ends after `limit` items, or with the item that makes 1 MB full, whether the filter leaves
// them or not. The next one begins with last_evaluated_key as exclusive_start_key; for_each_page()
// of <emu/pages.h> reads them all. Source: Amazon DynamoDB API Reference, "Query" and "Scan";
// Developer Guide, "Querying tables in DynamoDB" and "Scanning tables in DynamoDB".
#pragma once

#include <emu/dynamodb/items.h>
#include <emu/dynamodb/value.h>
#include <emu/given_empty.h>
#include <emu/shape.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::dynamodb {

struct QueryResult {
  std::vector<Item> items = {};    // none for COUNT
  std::int32_t count = 0;          // of the items that the filter leaves
  std::int32_t scanned_count = 0;  // of the items before the filter
  Item last_evaluated_key = {};    // empty on the last page
  std::optional<ConsumedCapacity> consumed_capacity = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<QueryResult>& s);
};

// The items with one hash key, in the order of their range keys.
struct Query {
  static constexpr OperationName kOperation{"dynamodb", "Query"};
  using Result = QueryResult;
  std::string table_name;
  std::optional<std::string> index_name = {};
  // ALL_ATTRIBUTES, ALL_PROJECTED_ATTRIBUTES (of an index), SPECIFIC_ATTRIBUTES or COUNT. By
  // default what the projection names, or all that there is in the table or index.
  std::optional<std::string> select = {};
  std::vector<std::string> attributes_to_get = {};  // or projection_expression
  std::optional<std::int32_t> limit = {};           // of items before the filter
  bool consistent_read = false;                     // costs twice as much; not of a global index
  std::map<std::string, Condition> key_conditions = {};  // or key_condition_expression
  std::map<std::string, Condition> query_filter = {};    // or filter_expression
  std::optional<std::string> conditional_operator = {};
  bool scan_index_forward = true;  // false: backwards
  Item exclusive_start_key = {};   // the last_evaluated_key of the page before
  std::optional<std::string> return_consumed_capacity = {};
  std::optional<std::string> projection_expression = {};
  std::optional<std::string> filter_expression = {};  // not of the attributes of the key
  std::optional<std::string> key_condition_expression = {};
  std::map<std::string, std::string> expression_attribute_names = {};
  Item expression_attribute_values = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<Query>& s);
};

struct ScanResult {
  std::vector<Item> items = {};    // none for COUNT
  std::int32_t count = 0;          // of the items that the filter leaves
  std::int32_t scanned_count = 0;  // of the items before the filter
  Item last_evaluated_key = {};    // empty on the last page
  std::optional<ConsumedCapacity> consumed_capacity = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<ScanResult>& s);
};

// All items, in an order that is the same in every run. Several scans may share the work: each
// reads one segment of total_segments.
struct Scan {
  static constexpr OperationName kOperation{"dynamodb", "Scan"};
  using Result = ScanResult;
  std::string table_name;
  std::optional<std::string> index_name = {};
  std::vector<std::string> attributes_to_get = {};    // or projection_expression
  std::optional<std::int32_t> limit = {};             // of items before the filter
  std::optional<std::string> select = {};             // as in Query
  std::map<std::string, Condition> scan_filter = {};  // or filter_expression
  std::optional<std::string> conditional_operator = {};
  Item exclusive_start_key = {};  // the last_evaluated_key of the page before
  std::optional<std::string> return_consumed_capacity = {};
  std::optional<std::int32_t> total_segments = {};  // 1 to 1,000,000, with segment
  std::optional<std::int32_t> segment = {};         // from 0
  std::optional<std::string> projection_expression = {};
  std::optional<std::string> filter_expression = {};
  std::map<std::string, std::string> expression_attribute_names = {};
  Item expression_attribute_values = {};
  bool consistent_read = false;  // costs twice as much; not of a global index
  GivenEmpty given_empty = {};
  static void describe(StructureShape<Scan>& s);
};

// What for_each_page() of <emu/pages.h> needs to know.
template <class Read>
requires requires(Read& request) { request.exclusive_start_key; }
bool turn_page(Read& request, const typename Read::Result& page) {
  request.exclusive_start_key = page.last_evaluated_key;
  return !page.last_evaluated_key.empty();
}

}  // namespace emu::dynamodb
