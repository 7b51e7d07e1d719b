#include "cloudwatch/service_metrics.h"

#include <emu/arn.h>
#include <emu/dynamodb.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace emu::cloudwatch {

namespace {

constexpr std::string_view kLambda = "AWS/Lambda";
constexpr std::string_view kDynamoDb = "AWS/DynamoDB";

// Whether a call works on items of a table.
bool is_of_items(const events::CallAnswered& call) {
  using namespace dynamodb;
  if (call.service != GetItem::kOperation.service) return false;
  return call.is<GetItem>() || call.is<PutItem>() || call.is<UpdateItem>() ||
         call.is<DeleteItem>() || call.is<Query>() || call.is<Scan>() || call.is<BatchGetItem>() ||
         call.is<BatchWriteItem>() || call.is<TransactGetItems>() ||
         call.is<TransactWriteItems>() || call.is<ExecuteStatement>() ||
         call.is<BatchExecuteStatement>() || call.is<ExecuteTransaction>();
}

Time minute_of(Time time) { return std::chrono::floor<std::chrono::minutes>(time); }

double millis(Duration duration) { return static_cast<double>(duration.count()) / 1000; }

double truth(bool is_so) { return is_so ? 1 : 0; }

}  // namespace

ServiceMetrics::ServiceMetrics(World& world, MetricSink& sink, Put put)
    : world_(world), sink_(sink), put_(std::move(put)) {
  world.interfaces().add<MetricSource>(*this);
  world.trace().subscribe([this](const Event& event) { take(event); });
}

void ServiceMetrics::forget(std::optional<std::string_view> account) {
  std::erase_if(minutes_,
                [&](const auto& entry) { return !account || entry.second.account == *account; });
  recent_ = {};
  std::erase_if(running_, [&](const auto& entry) {
    return !account || place_of(entry.first).account == *account;
  });
}

void ServiceMetrics::publish_metrics(Time now) {
  const Time minute = minute_of(now);
  if (minute == minute_) return;
  // What is put may lead to events.
  const auto ended = std::exchange(minutes_, {});
  recent_ = {};
  const Time time = std::exchange(minute_, minute);
  for (const auto& [key, of_metric] : ended) put_(of_metric, time);
}

void ServiceMetrics::take(const Event& event) {
  if (const auto* call = event.as<events::CallAnswered>()) return take_call(*call, event.at);
  if (const auto* ended = event.as<events::InvocationEnded>()) return take_invocation(*ended);
  if (const auto* began = event.as<events::InvocationBegan>()) {
    const auto running = static_cast<double>(++running_[began->function_arn]);
    return add_of_function(began->function_arn, {{"ConcurrentExecutions", running, "Count"}});
  }
  if (const auto* throttled = event.as<events::InvocationThrottled>()) {
    return add_of_function(throttled->function_arn, {{"Throttles", 1, "Count"}});
  }
  if (const auto* dropped = event.as<events::AsyncEventDropped>()) {
    return add_of_function(dropped->function_arn, {{"AsyncEventsDropped", 1, "Count"}});
  }
  if (const auto* letter = event.as<events::DeadLetterSent>()) {
    if (letter->error_code.empty()) return;
    return add_of_function(letter->function_arn, {{"DeadLetterErrors", 1, "Count"}});
  }
  if (const auto* sent = event.as<events::DestinationSent>()) {
    if (sent->error_code.empty()) return;
    return add_of_function(sent->function_arn, {{"DestinationDeliveryFailures", 1, "Count"}});
  }
}

void ServiceMetrics::take_call(const events::CallAnswered& call, Time at) {
  if (Aggregate* values = recent_values(call, at)) return values->add_value(millis(call.took));
  if (is_of_items(call)) take_table_call(call);
}

// A batch counts for its first table.
void ServiceMetrics::take_table_call(const events::CallAnswered& call) {
  if (call.resource_arn.empty()) return;
  constexpr std::string_view kTable = "table/";
  const Place& place = place_of(call.resource_arn);
  std::string_view name = place.resource;
  if (place.account.empty() || !name.starts_with(kTable)) return;
  name.remove_prefix(kTable.size());
  name = name.substr(0, name.find('/'));
  const std::array table = {MetricDimension{.name = "TableName", .value = name}};
  const std::array operation = {table.front(),
                                MetricDimension{.name = "Operation", .value = call.operation}};
  const std::string_view outcome = call.outcome;
  if (outcome.empty()) {
    Aggregate& values = add(place, kDynamoDb, operation,
                            {"SuccessfulRequestLatency", millis(call.took), "Milliseconds"});
    recent_place(call) = {.type = call.type, .resource_arn = call.resource_arn, .values = &values};
    return;
  }
  if (outcome == "InternalServerError") {
    add(place, kDynamoDb, operation, {"SystemErrors", 1, "Count"});
    return;
  }
  if (outcome == "ProvisionedThroughputExceededException") {
    add(place, kDynamoDb, operation, {"ThrottledRequests", 1, "Count"});
    return;
  }
  if (outcome == "ConditionalCheckFailedException") {
    add(place, kDynamoDb, table, {"ConditionalCheckFailedRequests", 1, "Count"});
  }
  add(place, kDynamoDb, {}, {"UserErrors", 1, "Count"});
}

ServiceMetrics::RecentCall& ServiceMetrics::recent_place(const events::CallAnswered& call) {
  return recent_[call.type->index % recent_.size()];
}

Aggregate* ServiceMetrics::recent_values(const events::CallAnswered& call, Time at) {
  const bool is_in_minute = at >= minute_ && at - minute_ < std::chrono::minutes(1);
  if (!is_in_minute || !call.outcome.empty() || call.type == nullptr) return nullptr;
  const RecentCall& recent = recent_place(call);
  const bool is_same = recent.type == call.type && recent.resource_arn == call.resource_arn;
  return is_same ? recent.values : nullptr;
}

void ServiceMetrics::take_invocation(const events::InvocationEnded& event) {
  if (const auto running = running_.find(event.function_arn); running != running_.end()) {
    if (--running->second <= 0) running_.erase(running);
  }
  const bool has_failed = event.result != events::invocation_results::kSucceeded;
  add_of_function(event.function_arn, {{"Invocations", 1, "Count"},
                                       {"Errors", truth(has_failed), "Count"},
                                       {"Throttles", 0, "Count"},
                                       {"Duration", millis(event.duration), "Milliseconds"}});
}

// By function, and for all functions of the account and region.
void ServiceMetrics::add_of_function(const std::string& arn, std::vector<NamedValue> values) {
  const Place& place = place_of(arn);
  if (place.account.empty()) return;
  std::string_view name = place.resource;  // "function:work:PROD"
  name.remove_prefix(std::min(name.size(), name.find(':') + 1));
  name = name.substr(0, name.find(':'));
  const std::array function = {MetricDimension{.name = "FunctionName", .value = name}};
  for (const NamedValue& value : values) {
    add(place, kLambda, function, value);
    add(place, kLambda, {}, value);
  }
}

const ServiceMetrics::Place& ServiceMetrics::place_of(const std::string& arn) {
  if (arn == last_arn_) return last_place_;
  const std::optional<Arn> parsed = Arn::parse(arn);
  last_place_ = parsed ? Place{.account = parsed->account,
                               .region = parsed->region,
                               .resource = parsed->resource}
                       : Place{};
  last_arn_ = arn;
  return last_place_;
}

Aggregate& ServiceMetrics::add(const Place& place, std::string_view metric_namespace,
                               Dimensions dimensions, const NamedValue& value) {
  return add_to_minute({.account = place.account,
                        .region = place.region,
                        .metric_namespace = metric_namespace,
                        .name = value.name,
                        .dimensions = dimensions,
                        .value = value.value,
                        .unit = value.unit});
}

void ServiceMetrics::add(const MetricValue& value) { add_to_minute(value); }

Aggregate& ServiceMetrics::add_to_minute(const MetricValue& value) {
  publish_metrics(world_.now());
  std::string key;
  for (const std::string_view part :
       {value.account, value.region, value.metric_namespace, value.name}) {
    key.append(part).push_back('\0');
  }
  for (const MetricDimension& each : value.dimensions) key.append(each.value).push_back('\0');
  auto found = minutes_.find(key);
  if (found == minutes_.end()) {
    MinuteOfMetric made{.account = std::string(value.account),
                        .region = std::string(value.region),
                        .metric_namespace = std::string(value.metric_namespace),
                        .name = std::string(value.name),
                        .unit = std::string(value.unit)};
    for (const MetricDimension& each : value.dimensions) {
      made.dimensions.push_back({.name = std::string(each.name), .value = std::string(each.value)});
    }
    found = minutes_.emplace(std::move(key), std::move(made)).first;
    sink_.expect_metrics(value.account, value.region, value.metric_namespace);
  }
  Aggregate& values = found->second.values;
  values.add(Aggregate(value.value, value.count));
  return values;
}

}  // namespace emu::cloudwatch
