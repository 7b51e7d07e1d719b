// How transactions are carried out, whichever operation they came with.
//
// Under the world's lock a transaction takes no time and meets no other. Given a time that
// transactions take, it holds its items for as long, between the moment at which all of its actions
// have been found possible and the one at which they are done; whoever comes upon an item that is
// held is refused. Source: Amazon DynamoDB Developer Guide, "Amazon DynamoDB Transactions: How it
// works", "Transaction conflict handling in DynamoDB".
#include <emu/dynamodb/errors.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "dynamodb/request.h"
#include "dynamodb/service.h"
#include "dynamodb/transaction.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

namespace {

// AWS documents what these are for, and not their texts.
Error token_used_otherwise() {
  return {.code = errors::kIdempotentParameterMismatchException,
          .message =
              "DynamoDB rejected the request because you retried a request with a different "
              "payload but with an idempotent token that was already used."};
}

Error transaction_too_large() {
  return validation("The items of the transaction have more than 4 MB together");
}

// As reported by users of the SDK for Java.
Error token_in_use() {
  return {.code = errors::kTransactionInProgressException,
          .message = "Transaction from previous request is still in progress"};
}

std::string held_token(const Call& call, std::string_view token) {
  return fmt::format("{}/{}/{}", call.account(), call.region(), token);
}

// Parameters and values; a statement has been checked when it was read.
Status check_request(ItemWrite& write) {
  if (write.expressions.has_trees) return {};
  EMU_CHECK(write.expressions.check_parameters());
  EMU_CHECK(check_item(write.request.item, Within::kTransaction));
  return write.is_put() ? check_item_size(write.request.item) : Status();
}

Error duplicate_actions() {
  return validation("Transaction request cannot include multiple operations on one item");
}

Status check_distinct(const std::vector<ItemAddress>& addresses) {
  std::vector<std::tuple<const Table*, std::string_view, std::string_view>> items;
  items.reserve(addresses.size());
  for (const auto& [table, key] : addresses) {
    // Those whose keys do not fit have their own refusal.
    if (!key.hash.empty()) items.emplace_back(table, key.hash, key.range);
  }
  std::sort(items.begin(), items.end());
  if (std::adjacent_find(items.begin(), items.end()) != items.end()) return duplicate_actions();
  return {};
}

Error other_account() {
  return invalid_parameter("All tables of a transaction must be of one account and region");
}

// "arn:aws:dynamodb:us-east-1:000000000000"
std::string_view owner_of(const Table& table) {
  const std::string_view arn = table.settings.arn;
  return arn.substr(0, arn.find(":table/"));
}

// No item twice, and all tables of one account.
Status check_tables_and_items(const std::vector<ItemAddress>& addresses,
                              Cancellation& cancellation) {
  EMU_CHECK(check_distinct(addresses));
  for (std::size_t i = 1; i < addresses.size(); ++i) {
    if (owner_of(*addresses[i].table) != owner_of(*addresses[0].table)) {
      EMU_CHECK(cancellation.take(i, other_account()));
    }
  }
  return {};
}

std::vector<ItemAddress> addresses_of(const std::vector<ItemWrite*>& writes) {
  std::vector<ItemAddress> addresses;
  addresses.reserve(writes.size());
  for (const ItemWrite* write : writes) addresses.push_back({write->table, write->key});
  return addresses;
}

std::size_t bytes_of(const ItemWrite& write) {
  return write.next ? write.next->size() : size_of(write.old);
}

Status check_size(std::size_t bytes) {
  if (bytes > kTransactionBytesMax) return transaction_too_large();
  return {};
}

// A transaction costs twice what its writes cost. Source: Amazon DynamoDB Developer Guide, "Amazon
// DynamoDB Transactions: How it works", "Capacity management".
Consumption cost_of_writing(const std::vector<ItemWrite*>& writes) {
  Consumption consumption;
  for (const ItemWrite* write : writes) {
    consumption.add(*write, 2);
  }
  return consumption;
}

Consumption cost_of_reading(const std::vector<ItemWrite*>& writes) {
  Consumption consumption;
  for (const ItemWrite* write : writes) {
    consumption.add(write->request.table_name, 2 * read_units(bytes_of(*write), true));
  }
  return consumption;
}

}  // namespace

// First what is wrong with the request by itself, which refuses the whole call; then tables; then
// what cancels the transaction: keys that do not fit, and only when all do, what the items are.
Status Dynamodb::prepare(Call& call, const std::vector<ItemWrite*>& writes) {
  for (ItemWrite* write : writes) {
    EMU_CHECK(check_request(*write));
    EMU_CHECK(expressions_.read(write->expressions));
  }
  for (ItemWrite* write : writes) {
    EMU_TRY(write->table, usable_table(call, write->request.table_name));
  }
  Cancellation cancellation(writes.size());
  for (std::size_t i = 0; i < writes.size(); ++i) {
    Status located = find_key(call, *writes[i]);
    if (located) located = admit(*writes[i]);
    if (!located) EMU_CHECK(cancellation.take(i, located.error()));
  }
  EMU_CHECK(check_tables_and_items(addresses_of(writes), cancellation));
  EMU_CHECK(cancellation.check());
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < writes.size(); ++i) {
    const Status planned = plan(*writes[i]);
    if (!planned) EMU_CHECK(cancellation.take(i, planned.error()));
    bytes += bytes_of(*writes[i]);
    // At once: what failed may hold its item, which is to be shown.
    EMU_CHECK(check_size(bytes));
  }
  return cancellation.check();
}

Status Dynamodb::check_readable(const std::vector<ItemAddress>& items, Cancellation cancellation) {
  EMU_CHECK(check_tables_and_items(items, cancellation));
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto& [table, key] = items[i];
    const Status admitted = admit(*table, Usage::kRead);
    if (!admitted) EMU_CHECK(cancellation.take(i, admitted.error()));
    if (ongoing_.holds(table->settings.arn, key)) {
      EMU_CHECK(cancellation.take(i, transaction_ongoing()));
    }
    bytes += size_of(table->items.find(key));
  }
  EMU_CHECK(cancellation.check());
  return check_size(bytes);
}

void Dynamodb::hold(const Call& call, const WriteTransaction& transaction) {
  Ongoing::Hold hold(ongoing_);
  for (const ItemWrite* write : transaction.writes) {
    hold.add(write->table->settings.arn, write->key);
  }
  if (transaction.token) hold.add_token(held_token(call, *transaction.token));
  world_.scheduler().sleep_until(world_.now() + options_.transaction_time);
}

Result<TransactionCost> Dynamodb::transact(Call& call, const WriteTransaction& transaction) {
  const std::optional<std::string>& token = transaction.token;
  if (token) {
    if (const auto* earlier = state(call).tokens.find(*token, world_.now())) {
      if (earlier->request != transaction.request) return token_used_otherwise();
      return TransactionCost{.consumption = earlier->cost_of_reading, .is_of_reading = true};
    }
    if (ongoing_.holds_token(held_token(call, *token))) return token_in_use();
  }
  const std::vector<ItemWrite*>& writes = transaction.writes;
  const std::size_t subject = call.subject.size();
  EMU_CHECK(prepare(call, writes));
  if (options_.transaction_time > Duration(0)) {
    hold(call, transaction);
    // Nobody else has written the items, but tables may have gone or been made anew, and parsed
    // expressions may have been dropped.
    call.subject.resize(subject);
    EMU_CHECK(prepare(call, writes));
  }
  TransactionCost cost{.consumption = cost_of_writing(writes)};
  if (token) {
    state(call).tokens.add(
        *token, {.request = transaction.request, .cost_of_reading = cost_of_reading(writes)},
        world_.now());
  }
  for (ItemWrite* write : writes) {
    // Preparing costs as much as committing.
    charge(*write);
    commit(*write);
  }
  return cost;
}

}  // namespace emu::dynamodb
