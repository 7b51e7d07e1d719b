#include "donuts/warehouse.h"

#include <utility>

namespace donuts {

namespace rdsdata = emu::rdsdata;
using rdsdata::parameter;

namespace {

constexpr const char* kTables[] = {
    "CREATE TABLE stock ("
    "product VARCHAR(64) PRIMARY KEY, "
    "initial BIGINT NOT NULL, "
    "amount BIGINT NOT NULL, "
    "CHECK (amount >= 0))",

    "CREATE TABLE sales ("
    "id VARCHAR(64) PRIMARY KEY, "
    "product VARCHAR(64) NOT NULL, "
    "amount BIGINT NOT NULL, "
    "sold_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3), "
    "CHECK (amount > 0), "
    "FOREIGN KEY (product) REFERENCES stock (product))",

    "CREATE TABLE productions ("
    "id VARCHAR(64) PRIMARY KEY, "
    "product VARCHAR(64) NOT NULL, "
    "amount BIGINT NOT NULL, "
    "brought_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3), "
    "CHECK (amount > 0), "
    "FOREIGN KEY (product) REFERENCES stock (product))",

    "CREATE VIEW books AS SELECT stock.product, stock.initial, stock.amount, "
    "(SELECT COALESCE(SUM(sales.amount), 0) FROM sales WHERE sales.product = stock.product) "
    "AS sold, "
    "(SELECT COALESCE(SUM(productions.amount), 0) FROM productions "
    "WHERE productions.product = stock.product) AS made "
    "FROM stock"};

}  // namespace

WarehouseAddress warehouse_of(emu::lambda::Context& context) {
  return {.cluster_arn = required_env(context, "CLUSTER"),
          .secret_arn = required_env(context, "SECRET"),
          .database = required_env(context, "DATABASE")};
}

rdsdata::ExecuteStatementResult Warehouse::execute(const std::string& sql, Parameters parameters,
                                                   const std::string& transaction) {
  rdsdata::ExecuteStatement statement{.resource_arn = at_.cluster_arn,
                                      .secret_arn = at_.secret_arn,
                                      .sql = sql,
                                      .database = at_.database,
                                      .parameters = std::move(parameters)};
  if (!transaction.empty()) statement.transaction_id = transaction;
  return aws_.send(statement).value();
}

std::int64_t Warehouse::change(const std::string& sql, Parameters parameters,
                               const std::string& transaction) {
  return execute(sql, std::move(parameters), transaction).number_of_records_updated.value_or(0);
}

// A function that is ended in the middle cannot take anything back: the database does, when nothing
// has come for three minutes.
bool Warehouse::in_transaction(const std::function<bool(const std::string&)>& work) {
  const std::string transaction =
      aws_.send(rdsdata::BeginTransaction{.resource_arn = at_.cluster_arn,
                                          .secret_arn = at_.secret_arn,
                                          .database = at_.database})
          .value()
          .transaction_id;
  const auto roll_back = [&] {
    return aws_.send(rdsdata::RollbackTransaction{.resource_arn = at_.cluster_arn,
                                                  .secret_arn = at_.secret_arn,
                                                  .transaction_id = transaction});
  };
  bool is_done = false;
  try {
    is_done = work(transaction);
  } catch (const emu::AwsError&) {
    // Where there is nothing to roll back any more, why it failed is what counts.
    static_cast<void>(roll_back());
    throw;
  }
  if (!is_done) {
    roll_back().value();
    return false;
  }
  aws_.send(rdsdata::CommitTransaction{.resource_arn = at_.cluster_arn,
                                       .secret_arn = at_.secret_arn,
                                       .transaction_id = transaction})
      .value();
  return true;
}

void Warehouse::open(const std::vector<std::string>& products, std::int64_t amount) {
  for (const char* table : kTables) execute(table);
  rdsdata::BatchExecuteStatement stock{
      .resource_arn = at_.cluster_arn,
      .secret_arn = at_.secret_arn,
      .sql = "INSERT INTO stock (product, initial, amount) VALUES (:product, :amount, :amount)",
      .database = at_.database};
  for (const std::string& product : products) {
    stock.parameter_sets.push_back({parameter("product", product), parameter("amount", amount)});
  }
  aws_.send(stock).value();
}

// A transaction keeps others from the product until it ends, so it is not begun for what is not
// there. What has been there may be gone once it has begun.
Warehouse::Sale Warehouse::sell(const std::string& id, const Order& order) {
  const auto found = execute("SELECT amount FROM stock WHERE product = :product",
                             {parameter("product", order.product)});
  if (found.records.empty()) return Sale::kUnknownProduct;
  if (found.records.front().front().long_value.value_or(0) < order.amount) {
    return Sale::kOutOfStock;
  }
  const bool is_sold = in_transaction([&](const std::string& transaction) {
    const std::int64_t taken =
        change("UPDATE stock SET amount = amount - :n WHERE product = :product AND amount >= :n",
               {parameter("n", order.amount), parameter("product", order.product)}, transaction);
    if (taken == 0) return false;
    change("INSERT INTO sales (id, product, amount) VALUES (:id, :product, :n)",
           {parameter("id", id), parameter("product", order.product), parameter("n", order.amount)},
           transaction);
    return true;
  });
  return is_sold ? Sale::kSold : Sale::kOutOfStock;
}

bool Warehouse::deliver(const Request& request) {
  return in_transaction([&](const std::string& transaction) {
    const std::int64_t added = change(
        "UPDATE stock SET amount = amount + :n WHERE product = :product",
        {parameter("n", request.amount), parameter("product", request.product)}, transaction);
    if (added == 0) {
      throw emu::AwsError({.code = "UnknownProduct", .message = "no such product"});
    }
    return change(
               "INSERT IGNORE INTO productions (id, product, amount) "
               "VALUES (:id, :product, :n)",
               {parameter("id", request.id), parameter("product", request.product),
                parameter("n", request.amount)},
               transaction) == 1;
  });
}

}  // namespace donuts
