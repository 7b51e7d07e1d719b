#include <deque>
#include <utility>
#include <vector>

#include "dynamodb/errors.h"
#include "dynamodb/item_write.h"
#include "dynamodb/request.h"
#include "dynamodb/service.h"
#include "dynamodb/transaction.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

namespace {

// It stays where it is made, since the key refers to its bytes.
struct TransactRead {
  explicit TransactRead(const Get& of)
      : get(of),
        expressions({.projection = &of.projection_expression,
                     .names = of.expression_attribute_names,
                     .values = no_expressions().values,
                     .within = Within::kTransaction}) {
    complete(get, expressions.parameters);
  }

  const Get& get;
  Expressions expressions;
  KeyBytes key_bytes = {};
  ItemAddress address = {};
};

}  // namespace

Result<TransactGetItemsResult> Dynamodb::transact_get_items(Call& call,
                                                            const TransactGetItems& in) {
  std::deque<TransactRead> reads;
  for (const TransactGetItem& entry : in.transact_items) {
    TransactRead& read = reads.emplace_back(entry.get);
    EMU_CHECK(read.expressions.check_parameters());
    EMU_CHECK(check_item(entry.get.key, Within::kTransaction));
    EMU_CHECK(expressions_.read(read.expressions));
  }
  for (TransactRead& read : reads) {
    EMU_TRY(read.address.table, usable_table(call, read.get.table_name));
  }
  Cancellation cancellation(reads.size());
  std::vector<ItemAddress> addresses;
  for (std::size_t i = 0; i < reads.size(); ++i) {
    TransactRead& read = reads[i];
    const auto key = key_of_request(*read.address.table, read.get.key, read.key_bytes);
    if (key) {
      read.address.key = *key;
      add_subject(call, *read.address.table, *key, read.get.key);
    } else {
      EMU_CHECK(cancellation.take(i, key.error()));
    }
    addresses.push_back(read.address);
  }
  EMU_CHECK(check_readable(addresses, std::move(cancellation)));

  TransactGetItemsResult result;
  Consumption consumption;
  for (const TransactRead& read : reads) {
    const StoredItem* item = read.address.table->items.find(read.address.key);
    ItemResponse& response = result.responses.emplace_back();
    if (item != nullptr) response.item = read.expressions.projected(*item);
    const double units = 2 * read_units(size_of(item), true);
    charge(*read.address.table, Usage::kRead, units);
    consumption.add(read.get.table_name, units);
  }
  result.consumed_capacity = consumption.read(in.return_consumed_capacity);
  return result;
}

}  // namespace emu::dynamodb
