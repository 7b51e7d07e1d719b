// The old factory: what is behind its API, and its line of ovens.
#include <emu/dynamodb.h>
#include <emu/json.h>
#include <emu/sqs.h>

#include <string>
#include <string_view>

#include "donuts/batch.h"
#include "donuts/donuts.h"
#include "donuts/messages.h"

namespace donuts {

namespace dynamodb = emu::dynamodb;
namespace lambda = emu::lambda;
namespace sqs = emu::sqs;

namespace {

// Succeeds, too, when the condition did not hold: then it has been done before.
template <class Op>
void do_once(emu::Aws& aws, const Op& in) {
  const auto done = aws.send(in);
  if (done || done.error().code == dynamodb::errors::kConditionalCheckFailedException) return;
  throw emu::AwsError(done.error());
}

class Factory {
 public:
  Factory(lambda::Context& init, FactoryOptions options)
      : options_(options), book_(required_env(init, "BOOK")), line_(required_env(init, "LINE")) {}

  // An order that is in the book goes to the line again: whoever repeats it cannot know whether it
  // got there. The line bakes it once.
  std::string handle(lambda::Context& context, std::string_view event) {
    if (options_.answer_time > emu::Duration(0)) context.sleep(options_.answer_time);
    const std::string body = body_of(event);
    const auto order = emu::from_json<FactoryOrder>(body);
    if (!order || order->request.id.empty()) return answer(400, "not an order");
    do_once(context.aws(),
            dynamodb::PutItem{.table_name = book_,
                              .item = {{"id", dynamodb::S(order->request.id)},
                                       {"product", dynamodb::S(order->request.product)},
                                       {"amount", dynamodb::N(order->request.amount)},
                                       {"requester", dynamodb::S(order->requester)}},
                              .condition_expression = "attribute_not_exists(id)"});
    context.aws().send(sqs::SendMessage{.queue_url = line_, .message_body = body}).value();
    return answer(202, "accepted");
  }

 private:
  FactoryOptions options_;
  std::string book_;
  std::string line_;
};

}  // namespace

lambda::HandlerFactory make_factory(FactoryOptions options) {
  return [options](lambda::Context& init) -> lambda::Handler {
    return [factory = Factory(init, options)](lambda::Context& context,
                                              std::string_view event) mutable {
      return factory.handle(context, event);
    };
  };
}

lambda::Handler make_factory_line(lambda::Context& init) {
  return [book = required_env(init, "BOOK")](lambda::Context& context, std::string_view event) {
    return each_message(context, event, [&](const lambda::SqsRecord& record) {
      const auto order = emu::from_json<FactoryOrder>(record.body).value();
      do_once(context.aws(),
              dynamodb::UpdateItem{
                  .table_name = book,
                  .key = {{"id", dynamodb::S(order.request.id)}},
                  .update_expression = "ADD baked :amount",
                  .condition_expression = "attribute_not_exists(baked)",
                  .expression_attribute_values = {{":amount", dynamodb::N(order.request.amount)}}});
      post(context, order.callback, emu::to_json(order.request), 200);
    });
  };
}

}  // namespace donuts
