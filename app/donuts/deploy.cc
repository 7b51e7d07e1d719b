#include <emu/dynamodb.h>
#include <emu/lambda/handler.h>
#include <emu/sesv2.h>
#include <emu/sns.h>
#include <emu/sqs.h>

#include <chrono>
#include <string>

#include "donuts/database.h"
#include "donuts/donuts.h"
#include "donuts/operators.h"
#include "donuts/setup.h"
#include "donuts/warehouse.h"

namespace donuts {

namespace dynamodb = emu::dynamodb;
namespace lambda = emu::lambda;
namespace sesv2 = emu::sesv2;
namespace sns = emu::sns;
namespace sqs = emu::sqs;

namespace {

constexpr const char* kSales = "donut-sales";
constexpr const char* kFactoryCaller = "donut-factory-caller";
constexpr const char* kFactory = "donut-factory";
constexpr const char* kFactoryLine = "donut-factory-line";
constexpr const char* kStock = "donut-stock";
constexpr const char* kReporter = "donut-reporter";
constexpr const char* kTopic = "donut-wanted";
constexpr const char* kQueue = "donut-requests";
constexpr const char* kDeadLetterQueue = "donut-requests-dead";
constexpr const char* kLineQueue = "donut-factory-line";
constexpr const char* kBook = "donut-factory-book";

constexpr const char* kSender = "shop@donuts.example";

// Six times the functions' timeout, as AWS advises.
constexpr const char* kVisibilityTimeout = "360";
// How often the operators hear of a request that lies in the dead-letter queue.
constexpr const char* kReminderTime = "43200";
constexpr const char* kRetention = "1209600";  // 14 days, the longest
constexpr const char* kReceivesMax = "3";

struct Queue {
  std::string url;
  std::string arn;
};

Queue create_queue(Setup& setup, const std::string& name,
                   std::map<std::string, std::string> attributes) {
  attributes.emplace(sqs::queue_attributes::kMessageRetentionPeriod, kRetention);
  return {
      .url =
          setup.aws.send(sqs::CreateQueue{.queue_name = name, .attributes = std::move(attributes)})
              .value()
              .queue_url,
      .arn = setup.arn("sqs", name)};
}

Queue create_request_queue(Setup& setup, const std::string& topic_arn,
                           const std::string& dead_letter_queue_arn) {
  const std::string redrive = R"({"deadLetterTargetArn":")" + dead_letter_queue_arn +
                              R"(","maxReceiveCount":)" + kReceivesMax + "}";
  const std::string policy =
      R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow",)"
      R"("Principal":{"Service":"sns.amazonaws.com"},"Action":"sqs:SendMessage","Resource":")" +
      setup.arn("sqs", kQueue) + R"(","Condition":{"ArnEquals":{"aws:SourceArn":")" + topic_arn +
      R"("}}}]})";
  Queue queue = create_queue(setup, kQueue,
                             {{sqs::queue_attributes::kVisibilityTimeout, kVisibilityTimeout},
                              {sqs::queue_attributes::kRedrivePolicy, redrive},
                              {sqs::queue_attributes::kPolicy, policy}});
  setup.aws
      .send(sns::Subscribe{.topic_arn = topic_arn,
                           .protocol = "sqs",
                           .endpoint = queue.arn,
                           .attributes = {{"RawMessageDelivery", "true"}}})
      .value();
  return queue;
}

std::string table_arn(const Setup& setup, const std::string& table) {
  return setup.arn("dynamodb", "table/" + table);
}

// What the factory has of its own: a book of its orders, its line and its API. The API's URLs.
Api build_factory(Setup& setup, const Queue& line) {
  setup.aws
      .send(dynamodb::CreateTable{
          .attribute_definitions = {{.attribute_name = "id", .attribute_type = "S"}},
          .table_name = kBook,
          .key_schema = {{.attribute_name = "id", .key_type = dynamodb::key_types::kHash}},
          .billing_mode = dynamodb::billing_modes::kPayPerRequest})
      .value();
  const std::string book_arn = table_arn(setup, kBook);
  create_function(
      setup, {.name = kFactory,
              .environment = {{"BOOK", kBook}, {"LINE", line.url}},
              .permissions = {{{"dynamodb:PutItem"}, book_arn}, {{"sqs:SendMessage"}, line.arn}}});
  create_function(
      setup, {.name = kFactoryLine,
              .environment = {{"BOOK", kBook}},
              .permissions = {{{"dynamodb:UpdateItem"}, book_arn}, to_be_triggered_by(line.arn)}});
  create_trigger(setup, line.arn, kFactoryLine);
  return create_api(setup, "donut-factory", {{"POST /orders", kFactory}});
}

void bind(emu::Cloud& cloud, const DeployOptions& options) {
  cloud.bind(kSales, lambda::HandlerFactory(&make_sales));
  cloud.bind(kFactoryCaller, lambda::HandlerFactory(&make_factory_caller));
  cloud.bind(kStock, lambda::HandlerFactory(&make_stock));
  cloud.bind(kReporter, lambda::HandlerFactory(&make_reporter));
  cloud.bind(kFactory, make_factory({.answer_time = options.answer_time}));
  cloud.bind(kFactoryLine, lambda::HandlerFactory(&make_factory_line));
}

std::string seconds_text(emu::Duration duration) {
  return std::to_string(std::chrono::duration_cast<std::chrono::seconds>(duration).count());
}

// The shop: what sells, and what takes donuts in. The URLs of its API.
Api build_shop(Setup& setup, const WarehouseAddress& warehouse, const std::string& topic_arn) {
  FunctionSetup sales{
      .name = kSales, .environment = variables_of(warehouse), .permissions = to_use(warehouse)};
  sales.environment.emplace("TOPIC", topic_arn);
  sales.permissions.push_back({{"sns:Publish"}, topic_arn});
  create_function(setup, sales);
  create_function(
      setup,
      {.name = kStock, .environment = variables_of(warehouse), .permissions = to_use(warehouse)});
  return create_api(setup, "donut-sales", {{"POST /orders", kSales}, {"POST /deliveries", kStock}});
}

void report_dead_requests(Setup& setup, const Queue& dead) {
  setup.aws.send(sesv2::CreateEmailIdentity{.email_identity = kSender}).value();
  create_function(
      setup,
      {.name = kReporter,
       .environment = {{"SENDER", kSender}, {"OPERATORS", kOperators}},
       .permissions = {to_be_triggered_by(dead.arn),
                       {{"ses:SendEmail"}, setup.arn("ses", "identity/" + std::string(kSender))}}});
  create_trigger(setup, dead.arn, kReporter);
}

}  // namespace

Deployment deploy(emu::Cloud& cloud, const DeployOptions& options) {
  Setup setup{.aws = cloud.aws({.region = options.region}),
              .account = cloud.options().account,
              .region = options.region,
              .endpoint = options.endpoint};
  bind(cloud, options);

  const WarehouseAddress warehouse = create_database(setup);
  Warehouse(setup.aws, warehouse).open({"glazed", "chocolate", "jelly"}, options.stock);
  const std::string topic_arn = setup.aws.send(sns::CreateTopic{.name = kTopic}).value().topic_arn;
  const Queue dead = create_queue(setup, kDeadLetterQueue,
                                  {{sqs::queue_attributes::kVisibilityTimeout, kReminderTime}});
  const Queue queue = create_request_queue(setup, topic_arn, dead.arn);
  const Queue line =
      create_queue(setup, kLineQueue,
                   {{sqs::queue_attributes::kVisibilityTimeout, kVisibilityTimeout},
                    {sqs::queue_attributes::kDelaySeconds, seconds_text(options.production_time)}});

  const Api shop = build_shop(setup, warehouse, topic_arn);
  const Api factory = build_factory(setup, line);
  create_function(setup, {.name = kFactoryCaller,
                          .environment = {{"FACTORY_URL", factory.url + "/orders"},
                                          {"CALLBACK_URL", shop.url + "/deliveries"}},
                          .permissions = {to_be_triggered_by(queue.arn)}});
  create_trigger(setup, queue.arn, kFactoryCaller);
  report_dead_requests(setup, dead);
  create_depth_alarm(setup, kDeadLetterQueue, create_operators_topic(setup, cloud));

  return {.sales_api = shop.served_url,
          .factory_api = factory.served_url,
          .queue_arn = queue.arn,
          .dead_letter_queue_arn = dead.arn,
          .line_queue_arn = line.arn,
          .warehouse_arn = warehouse.cluster_arn,
          .secret_arn = warehouse.secret_arn};
}

}  // namespace donuts
