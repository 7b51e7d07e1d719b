#include "shop.h"

#include <doctest/doctest.h>
#include <emu/cloudwatch.h>
#include <emu/dynamodb.h>
#include <emu/json.h>
#include <emu/outbox.h>
#include <emu/rdsdata.h>
#include <emu/sqs.h>
#include <fmt/format.h>

#include <chrono>
#include <utility>

namespace emu::test {

using namespace std::chrono_literals;

namespace {

constexpr int kSettleMinutesMax = 600;

CloudOptions options_of(const donuts::DeployOptions& options, std::uint64_t seed) {
  return {.seed = seed,
          .region = options.region,
          .interleaving = Interleaving::kSeeded,
          .trace_capacity = 0};
}

std::int64_t number(const dynamodb::Item& item, const std::string& name) {
  const auto found = item.find(name);
  return found == item.end() ? 0 : found->second.integer();
}

template <class Visit>
void each_item(Aws& aws, const std::string& table, const Visit& visit) {
  dynamodb::Scan scan{.table_name = table};
  do {
    const auto page = aws.send(scan).value();
    for (const dynamodb::Item& item : page.items) visit(item);
    scan.exclusive_start_key = page.last_evaluated_key;
  } while (!scan.exclusive_start_key.empty());
}

// The id of the request that a text has somewhere; empty when it has none.
std::string request_id_in(const std::string& text) {
  static const std::string kId = R"("id":")";
  const std::size_t at = text.find(kId);
  if (at == text.npos) return {};
  return text.substr(at + kId.size(), text.find('"', at + kId.size()) - at - kId.size());
}

}  // namespace

std::vector<FaultGuard> bad_day(Cloud& cloud) {
  std::vector<FaultGuard> guards;
  guards.push_back(cloud.fail({.service = "http",
                               .caller = "donut-factory-caller-role",
                               .chance = {1, 3},
                               .error = Error{.code = "Broken", .message = "…", .status = 503}}));
  guards.push_back(cloud.fail({.service = "http", .chance = {1, 20}, .lose_answer = true}));
  guards.push_back(cloud.fail({.service = "http", .latency = 1s}));
  for (const char* queue : {"donut-requests", "donut-factory-line"}) {
    guards.push_back(
        cloud.fail({.resource = queue, .chance = {1, 20}, .effect = sqs::effects::kDuplicate}));
  }
  return guards;
}

Shop::Shop(const donuts::DeployOptions& options, std::uint64_t seed)
    : cloud(options_of(options, seed)), deployed(donuts::deploy(cloud, options)) {
  cloud.advance(1s);
}

int Shop::post(const std::string& path, const std::string& body) {
  const std::size_t host = std::string("https://").size();
  const std::size_t stage = deployed.sales_api.find('/', host);
  return cloud
      .http({.method = "POST",
             .host = deployed.sales_api.substr(host, stage - host),
             .target = deployed.sales_api.substr(stage) + path,
             .headers = {{"content-type", "application/json"}},
             .body = body})
      .status;
}

int Shop::order(const std::string& body) { return post("/orders", body); }

int Shop::order(const std::string& product, int amount) {
  return order(fmt::format(R"({{"product":"{}","amount":{}}})", product, amount));
}

void Shop::burst(int customers, int orders_each) {
  int finished = 0;
  for (int customer = 0; customer < customers; ++customer) {
    cloud.spawn("customer", [this, customer, orders_each, &finished] {
      for (int i = 0; i < orders_each; ++i) {
        aws.sleep(std::chrono::milliseconds(1 + (customer * 7 + i * 13) % 20));
        const int amount = 1 + (customer + i) % 3;
        const int status = order(i % 4 == 0 ? "jelly" : "glazed", amount);
        sold += status == 200 ? amount : 0;
        refused += status == 409 ? 1 : 0;
        failed += status == 200 || status == 409 ? 0 : 1;
      }
      ++finished;
    });
  }
  CHECK(cloud.run_until([&] { return finished == customers; }, cloud.now() + 1h));
}

void Shop::settle() {
  const auto is_empty = [&](const std::string& queue) {
    const auto depth = cloud.look(sqs::PeekQueue{.queue = queue}).depth;
    return depth.visible + depth.in_flight + depth.delayed == 0;
  };
  for (int minute = 0; minute < kSettleMinutesMax; ++minute) {
    cloud.advance(1min);
    if (is_empty(deployed.queue_arn) && is_empty(deployed.line_queue_arn)) break;
  }
  CHECK(is_empty(deployed.queue_arn));
  CHECK(is_empty(deployed.line_queue_arn));
  cloud.advance(1min);  // for the mail
}

std::vector<std::vector<rdsdata::Field>> Shop::query(const std::string& sql) {
  auto found = cloud.look(rdsdata::PeekDatabase{.cluster = deployed.warehouse_arn, .sql = sql});
  CHECK(found.problem == "");
  return std::move(found.records);
}

std::vector<std::int64_t> Shop::row(const std::string& sql) {
  const auto rows = query(sql);
  std::vector<std::int64_t> numbers;
  for (const rdsdata::Field& field : rows.at(0)) numbers.push_back(field.long_value.value());
  return numbers;
}

std::string Shop::alarm_state() {
  return aws.send(cloudwatch::DescribeAlarms{}).value().metric_alarms.at(0).state_value;
}

std::string Shop::dead_letter_queue_url() {
  return aws.send(sqs::GetQueueUrl{.queue_name = "donut-requests-dead"}).value().queue_url;
}

Shop::Books Shop::books() {
  Books books;
  const std::vector<std::int64_t> sums =
      row("SELECT SUM(initial), SUM(amount), SUM(sold), SUM(made), MIN(amount) FROM books");
  books.initial = sums.at(0);
  books.left = sums.at(1);
  books.sold = sums.at(2);
  books.baked = sums.at(3);
  books.least = sums.at(4);
  for (const auto& production : query("SELECT id FROM productions")) {
    books.delivered.insert(production.at(0).string_value.value());
  }
  each_item(aws, "donut-factory-book", [&](const dynamodb::Item& item) {
    books.ordered.insert(item.at("id").s());
    books.baked_by_factory += number(item, "baked");
    books.is_baked_as_ordered &= number(item, "baked") == number(item, "amount");
  });
  const auto dead =
      cloud.look(sqs::PeekQueue{.queue = deployed.dead_letter_queue_arn, .limit = 10'000});
  for (const auto& message : dead.messages) books.dead.insert(request_id_in(message.body));
  for (const auto& mail : cloud.look(PeekOutbox{}).messages) {
    CHECK(mail.to == "operators@donuts.example");
    if (mail.topic_arn.empty()) {
      books.mailed.insert(request_id_in(mail.body));
    } else if (mail.subject.starts_with("ALARM: ")) {
      ++books.alarms;
    }
  }
  return books;
}

void Shop::check_books() {
  const Books books = this->books();
  CHECK(books.least >= 0);
  CHECK(books.is_baked_as_ordered);
  CHECK(books.sold == sold);
  CHECK(books.sold + books.left == books.initial + books.baked);
  CHECK(books.baked == books.baked_by_factory);
  CHECK(books.delivered == books.ordered);
  CHECK(books.mailed == books.dead);
  CHECK(books.alarms == (books.dead.empty() ? 0 : 1));
  std::set<std::string> known = books.delivered;
  known.insert(books.dead.begin(), books.dead.end());
  CHECK(static_cast<std::int64_t>(known.size()) == refused);
}

}  // namespace emu::test
