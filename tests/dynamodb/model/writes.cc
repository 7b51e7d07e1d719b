#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "dynamodb/model/random_items.h"
#include "dynamodb/model/run.h"

namespace emu::test::model {

void Run::put(Random& random) {
  const Key key = random_key(random);
  const Item item = random_item(random, key, fixture_.cloud.now());
  const bool only_new = random.chance(1, 3);
  PutItem in{.table_name = kTable, .item = item, .return_values = return_values::kAllOld};
  if (only_new) in.condition_expression.emplace("attribute_not_exists(h)");
  const auto result = fixture_.aws.send(in);
  if (only_new && item_of(key) != nullptr) {
    return expect_equal(Fixture::code(result), "ConditionalCheckFailedException", "a refused put");
  }
  expect(result.ok(), "a put: " + Fixture::message(result));
  expect_equal(result->attributes, item_or_none(key), "what a put replaced");
  items_[key] = item;
}

void Run::update(Random& random) {
  const Key key = random_key(random);
  const bool is_there = item_of(key) != nullptr;
  const ItemUpdate update = random_update(random, key, item_of(key));
  UpdateItem in{.table_name = kTable,
                .key = key_item(key),
                .return_values = return_values::kAllNew,
                .update_expression = update.expression,
                .expression_attribute_names = update.names,
                .expression_attribute_values = update.values};
  if (random.chance(1, 4)) in.condition_expression.emplace("attribute_exists(r)");
  const auto result = fixture_.aws.send(in);
  if (in.condition_expression && !is_there) {
    return expect_equal(Fixture::code(result), "ConditionalCheckFailedException",
                        "a refused update");
  }
  expect(result.ok(), "an update: " + Fixture::message(result));
  if (!is_there && !update.makes_item) return;
  expect_equal(result->attributes, update.next, "what an update made");
  items_[key] = update.next;
}

void Run::remove(Random& random) {
  const Key key = random_key(random);
  const auto result = fixture_.aws.send(DeleteItem{
      .table_name = kTable, .key = key_item(key), .return_values = return_values::kAllOld});
  expect(result.ok(), "a delete: " + Fixture::message(result));
  expect_equal(result->attributes, item_or_none(key), "what a delete removed");
  items_.erase(key);
}

void Run::batch_write(Random& random) {
  std::vector<WriteRequest> requests;
  for (const Key& key : random_keys(random, 12)) {
    WriteRequest& request = requests.emplace_back();
    if (random.chance(1, 3)) {
      request.delete_request = DeleteRequest{.key = key_item(key)};
      items_.erase(key);
    } else {
      request.put_request = PutRequest{.item = random_item(random, key, fixture_.cloud.now())};
      items_[key] = request.put_request->item;
    }
  }
  const auto result = fixture_.aws.send(BatchWriteItem{.request_items = {{kTable, requests}}});
  expect(result.ok(), "a batch of writes: " + Fixture::message(result));
  expect(result->unprocessed_items.empty(), "a batch of writes left some");
}

namespace {

// An action that is random, with a condition; `next` is what the items become by it.
TransactWriteItem random_action(Random& random, const Key& key, const std::string& condition,
                                Time now, Items& next) {
  TransactWriteItem action;
  auto found = next.find(key);
  switch (random.below(4)) {
    case 0:
      action.put = Put{.item = random_item(random, key, now),
                       .table_name = kTable,
                       .condition_expression = condition};
      next[key] = action.put->item;
      break;
    case 1:
      action.delete_item =
          Delete{.key = key_item(key), .table_name = kTable, .condition_expression = condition};
      next.erase(key);
      break;
    case 2: {
      const ItemUpdate update =
          random_update(random, key, found == next.end() ? nullptr : &found->second);
      action.update = Update{.key = key_item(key),
                             .update_expression = update.expression,
                             .table_name = kTable,
                             .condition_expression = condition,
                             .expression_attribute_names = update.names,
                             .expression_attribute_values = update.values};
      if (found != next.end() || update.makes_item) next[key] = update.next;
      break;
    }
    default:
      action.condition_check = ConditionCheck{
          .key = key_item(key), .table_name = kTable, .condition_expression = condition};
  }
  return action;
}

}  // namespace

// Some actions want the item to be there and some want it not to be.
void Run::transaction(Random& random) {
  std::vector<TransactWriteItem> actions;
  std::vector<std::string> reasons;
  Items next = items_;
  for (const Key& key : random_keys(random, 5)) {
    const bool is_there = item_of(key) != nullptr;
    const bool wants_it = random.chance(2, 3) == is_there;
    reasons.push_back(wants_it == is_there ? "None" : "ConditionalCheckFailed");
    actions.push_back(random_action(random, key,
                                    wants_it ? "attribute_exists(h)" : "attribute_not_exists(h)",
                                    fixture_.cloud.now(), next));
  }
  const auto result = fixture_.aws.send(TransactWriteItems{.transact_items = actions});
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

}  // namespace emu::test::model
