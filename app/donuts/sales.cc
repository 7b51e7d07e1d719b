#include <emu/json.h>
#include <emu/sns.h>

#include <string>
#include <string_view>

#include "donuts/donuts.h"
#include "donuts/messages.h"
#include "donuts/warehouse.h"

namespace donuts {

namespace lambda = emu::lambda;
namespace sns = emu::sns;

namespace {

class Sales {
 public:
  explicit Sales(lambda::Context& init)
      : warehouse_(warehouse_of(init)), topic_(required_env(init, "TOPIC")) {}

  // The invocation's id is the sale's or the request's: AWS gives none twice.
  std::string handle(lambda::Context& context, std::string_view event) {
    const auto order = emu::from_json<Order>(body_of(event));
    if (!order || order->amount < 1 || order->amount > kAmountMax) {
      return answer(400, "an order needs a product and an amount from 1 to 1000");
    }
    switch (Warehouse(context.aws(), warehouse_).sell(context.request_id(), *order)) {
      case Warehouse::Sale::kSold:
        return answer(200, "sold");
      case Warehouse::Sale::kUnknownProduct:
        return answer(404, "no such product");
      case Warehouse::Sale::kOutOfStock:
        break;
    }
    request(context, *order);
    return answer(409, "out of stock");
  }

 private:
  void request(lambda::Context& context, const Order& order) {
    const Request wanted{
        .id = context.request_id(), .product = order.product, .amount = order.amount};
    context.aws().send(sns::Publish{.topic_arn = topic_, .message = emu::to_json(wanted)}).value();
  }

  WarehouseAddress warehouse_;
  std::string topic_;
};

}  // namespace

lambda::Handler make_sales(lambda::Context& init) {
  return [sales = Sales(init)](lambda::Context& context, std::string_view event) mutable {
    return sales.handle(context, event);
  };
}

}  // namespace donuts
