#include <emu/describe.h>
#include <emu/json.h>
#include <emu/lambda/events.h>
#include <emu/sqs.h>

#include <string>
#include <string_view>

#include "bus/bus.h"
#include "bus/stats.h"

namespace bus {

namespace lambda = emu::lambda;
namespace sqs = emu::sqs;

namespace {

// What is read of an HTTP API's event; the rest is passed over.
struct Request {
  std::string route_key;
  std::string body = {};
  bool is_base64_encoded = false;
  static void describe(emu::StructureShape<Request>& s) {
    s.member("routeKey", &Request::route_key);
    s.member("body", &Request::body);
    s.member("isBase64Encoded", &Request::is_base64_encoded);
  }
};

std::string answer(int status, std::string body) {
  return emu::to_json(
      lambda::ApiGatewayV2HttpResponse{.status_code = status,
                                       .headers = {{"content-type", "application/json"}},
                                       .body = std::move(body)});
}

class Producer {
 public:
  explicit Producer(lambda::Context& init)
      : table_(required_env(init, "STATS_TABLE")), queue_name_(required_env(init, "QUEUE_NAME")) {}

  std::string handle(lambda::Context& context, std::string_view event) {
    const Request request = emu::from_json<Request>(event).value();
    if (request.route_key == "GET /api/stats") {
      return answer(200, emu::to_json(read_stats(context.aws(), table_)));
    }
    // Whoever books with a plain `curl -d` sends a form by its type, which comes in Base64.
    return book(context.aws(), lambda::decoded_body(request.body, request.is_base64_encoded));
  }

 private:
  std::string book(emu::Aws aws, const std::string& body) {
    add_to_stats(aws, table_, {.requests = 1});
    if (queue_url_.empty()) {
      queue_url_ = aws.send(sqs::GetQueueUrl{.queue_name = queue_name_}).value().queue_url;
    }
    aws.send(sqs::SendMessage{.queue_url = queue_url_, .message_body = body.empty() ? "{}" : body})
        .value();
    return answer(200, R"({"status":"queued"})");
  }

  std::string table_;
  std::string queue_name_;
  std::string queue_url_;  // looked up by the first booking of this sandbox
};

}  // namespace

lambda::Handler make_producer(lambda::Context& init) {
  return [producer = Producer(init)](lambda::Context& context, std::string_view event) mutable {
    return producer.handle(context, event);
  };
}

}  // namespace bus
