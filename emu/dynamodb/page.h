// Page: the items that one Query or Scan looks at, and what it answers of them.
//
// A page is full with its last item of `limit`, or with the item that brings it to 1 MB: of what is
// looked at, whether the filter leaves it or not, and of what is fetched for a local index. Source:
// "Paginating table query results in DynamoDB" and "Capacity unit consumption for query".
#pragma once

#include <emu/dynamodb/items.h>
#include <emu/dynamodb/reads.h>
#include <emu/result.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dynamodb/expressions.h"
#include "dynamodb/read_source.h"
#include "dynamodb/request.h"
#include "dynamodb/stored_item.h"

namespace emu::dynamodb {

// What is answered of the items.
enum class Selection : std::uint8_t {
  kCount,     // nothing
  kCovered,   // what the source has
  kAll,       // all of the table's item
  kSpecific,  // what the projection names
};

// What does not fit what, in the parameters that say which attributes are wanted. Texts: as
// recorded from AWS.
struct SelectParameters {
  const std::optional<std::string>& select;
  bool has_attributes_to_get;
  bool has_projection;
  bool has_index;
};
Result<Selection> check_select(const SelectParameters& in);

struct PageRequest {
  const ReadSource& source;
  const Expressions& expressions;  // filter and projection
  Selection selection;
  std::optional<std::int32_t> limit = {};
};

class Page {
 public:
  explicit Page(const PageRequest& of);

  // Whether the source has what the request asks of it: an index may not have all attributes.
  static Status check_covered(const PageRequest& of);

  // Takes a look at the next item. False when the page is full with it.
  bool add(const StoredItem& item);

  // What the look at the items costs.
  double units(bool consistent) const;

  // How many of the items the filter has left.
  std::size_t count() const { return static_cast<std::size_t>(count_); }

  // Moves what was found into the result of the operation.
  template <class Op>
  typename Op::Result finish(const Op& in) {
    typename Op::Result result;
    result.count = count_;
    result.scanned_count = scanned_;
    result.items = std::move(items_);
    if (request_.selection != Selection::kCount) give(result, &Op::Result::items);
    if (is_full_) result.last_evaluated_key = request_.source.position_key(*last_);
    result.consumed_capacity =
        capacity(in.return_consumed_capacity, in.table_name, in.consistent_read);
    return result;
  }

 private:
  Item selected(const StoredItem& item) const;
  std::optional<ConsumedCapacity> capacity(const std::optional<std::string>& mode,
                                           const std::string& table, bool consistent) const;

  PageRequest request_;
  bool
      fetches_;  // whether items are read from the table, since the index does not have all of them
  std::int32_t limit_;
  std::vector<Item> items_ = {};
  std::int32_t count_ = 0;
  std::int32_t scanned_ = 0;
  std::size_t bytes_ = 0;          // in the source
  std::size_t fetched_bytes_ = 0;  // from the table
  std::size_t fetched_units_ = 0;  // of 4 KB each
  const StoredItem* last_ = nullptr;
  bool is_full_ = false;
};

}  // namespace emu::dynamodb
