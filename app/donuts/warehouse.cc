#include "donuts/warehouse.h"

#include <emu/dynamodb.h>

#include <utility>

namespace donuts {

namespace dynamodb = emu::dynamodb;

namespace {

void create_table(emu::Aws& aws, const std::string& name, const std::string& key) {
  aws.send(dynamodb::CreateTable{
               .attribute_definitions = {{.attribute_name = key, .attribute_type = "S"}},
               .table_name = name,
               .key_schema = {{.attribute_name = key, .key_type = dynamodb::key_types::kHash}},
               .billing_mode = dynamodb::billing_modes::kPayPerRequest})
      .value();
}

}  // namespace

WarehouseAddress warehouse_of(emu::lambda::Context& context) {
  return {.stock_table = required_env(context, "STOCK"),
          .deliveries_table = required_env(context, "DELIVERIES")};
}

void Warehouse::open(const std::vector<std::string>& products, std::int64_t amount) {
  create_table(aws_, at_.stock_table, "product");
  create_table(aws_, at_.deliveries_table, "id");
  for (const std::string& product : products) {
    aws_.send(dynamodb::PutItem{.table_name = at_.stock_table,
                                .item = {{"product", dynamodb::S(product)},
                                         {"initial", dynamodb::N(amount)},
                                         {"amount", dynamodb::N(amount)},
                                         {"sold", dynamodb::N(0)},
                                         {"baked", dynamodb::N(0)}}})
        .value();
  }
}

Warehouse::Sale Warehouse::sell(const Order& order) {
  const auto sold = aws_.send(
      dynamodb::UpdateItem{.table_name = at_.stock_table,
                           .key = {{"product", dynamodb::S(order.product)}},
                           .update_expression = "SET amount = amount - :n, sold = sold + :n",
                           .condition_expression = "amount >= :n",
                           .expression_attribute_values = {{":n", dynamodb::N(order.amount)}}});
  if (sold) return Sale::kSold;
  if (sold.error().code != dynamodb::errors::kConditionalCheckFailedException) {
    throw emu::AwsError(sold.error());
  }
  const auto known = aws_.send(dynamodb::GetItem{.table_name = at_.stock_table,
                                                 .key = {{"product", dynamodb::S(order.product)}}})
                         .value();
  return known.item.empty() ? Sale::kUnknownProduct : Sale::kOutOfStock;
}

bool Warehouse::deliver(const Request& request) {
  const auto done = aws_.send(dynamodb::TransactWriteItems{
      .transact_items = {
          {.put = dynamodb::Put{.item = {{"id", dynamodb::S(request.id)},
                                         {"product", dynamodb::S(request.product)},
                                         {"amount", dynamodb::N(request.amount)}},
                                .table_name = at_.deliveries_table,
                                .condition_expression = "attribute_not_exists(id)"}},
          {.update = dynamodb::Update{
               .key = {{"product", dynamodb::S(request.product)}},
               .update_expression = "SET amount = amount + :n, baked = baked + :n",
               .table_name = at_.stock_table,
               .expression_attribute_values = {{":n", dynamodb::N(request.amount)}}}}}});
  if (done) return true;
  if (done.error().code == dynamodb::errors::kTransactionCanceledException) {
    const auto known = aws_.send(dynamodb::GetItem{.table_name = at_.deliveries_table,
                                                   .key = {{"id", dynamodb::S(request.id)}},
                                                   .consistent_read = true})
                           .value();
    if (!known.item.empty()) return false;
  }
  throw emu::AwsError(done.error());
}

}  // namespace donuts
