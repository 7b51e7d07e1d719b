#include "sns/delivery_policy.h"

#include <algorithm>
#include <array>

#include "core/json/json_view.h"
#include "core/json/json_writer.h"
#include "sns/errors.h"
#include "sns/limits.h"

namespace emu::sns {

namespace {

constexpr std::string_view kContentType = "text/plain; charset=UTF-8";
constexpr std::array<std::string_view, 4> kFunctions = {"linear", "arithmetic", "geometric",
                                                        "exponential"};

// What the members of the policies are called in a topic's and in a subscription's.
struct PolicyNames {
  std::string_view retry;
  std::string_view throttle;
  std::string_view request;
};
constexpr PolicyNames kOfTopic = {"defaultHealthyRetryPolicy", "defaultThrottlePolicy",
                                  "defaultRequestPolicy"};
constexpr PolicyNames kOfSubscription = {"healthyRetryPolicy", "throttlePolicy", "requestPolicy"};

Error invalid_delivery(std::string_view reason) {
  return invalid_parameter(std::string("DeliveryPolicy: ").append(reason));
}

// Whether a member is given, which must be an object then.
Result<std::optional<JsonView>> find_object(const JsonView& json, std::string_view name) {
  const std::optional<JsonView> value = json.find(name);
  if (!value || value->is_null()) return std::optional<JsonView>();
  if (value->type() != JsonView::Type::kObject) {
    return invalid_delivery(std::string(name).append(" must be an object"));
  }
  return value;
}

// Leaves `number` when the member is absent or null.
Status read_number(const JsonView& object, std::string_view name, std::int64_t& number) {
  const std::optional<JsonView> value = object.find(name);
  if (!value || value->is_null()) return {};
  if (value->type() != JsonView::Type::kInteger || value->integer() < 0) {
    return invalid_delivery(std::string(name).append(" must be a non-negative integer"));
  }
  number = value->integer();
  return {};
}

Status read_plan(const JsonView& json, RetryPlan& plan) {
  std::int64_t least = plan.delay_min.count();
  std::int64_t most = plan.delay_max.count();
  std::int64_t all = plan.at_once + plan.at_least + plan.growing + plan.at_most;
  EMU_CHECK(read_number(json, "minDelayTarget", least));
  EMU_CHECK(read_number(json, "maxDelayTarget", most));
  EMU_CHECK(read_number(json, "numRetries", all));
  EMU_CHECK(read_number(json, "numNoDelayRetries", plan.at_once));
  EMU_CHECK(read_number(json, "numMinDelayRetries", plan.at_least));
  EMU_CHECK(read_number(json, "numMaxDelayRetries", plan.at_most));
  if (least < 1 || most > kRetryDelayMax || least > most) {
    return invalid_delivery("delays must be 1 to 3600 seconds, the least not above the most");
  }
  if (all > kRetriesMax) return invalid_delivery("numRetries must be less than or equal to 100");
  if (plan.at_once > all || plan.at_least > all || plan.at_most > all ||
      plan.at_once + plan.at_least + plan.at_most > all) {
    return invalid_delivery("numRetries must cover the retries of all phases");
  }
  plan.growing = all - plan.at_once - plan.at_least - plan.at_most;
  plan.delay_min = std::chrono::seconds(least);
  plan.delay_max = std::chrono::seconds(most);
  const std::optional<JsonView> function = json.find("backoffFunction");
  if (!function || function->is_null()) return {};
  if (function->type() != JsonView::Type::kString ||
      std::find(kFunctions.begin(), kFunctions.end(), function->string()) == kFunctions.end()) {
    return invalid_delivery("unknown backoffFunction");
  }
  plan.function = std::string(function->string());
  return {};
}

Status read_policy(const JsonView& json, const PolicyNames& names, DeliveryPolicy& policy) {
  EMU_TRY(const std::optional<JsonView> plan, find_object(json, names.retry));
  if (plan) EMU_CHECK(read_plan(*plan, policy.plan));
  EMU_TRY(const std::optional<JsonView> throttle, find_object(json, names.throttle));
  if (throttle) {
    std::int64_t rate = 0;
    EMU_CHECK(read_number(*throttle, "maxReceivesPerSecond", rate));
    if (rate < 1) return invalid_delivery("maxReceivesPerSecond must be at least 1");
    policy.receives_per_second = rate;
  }
  EMU_TRY(const std::optional<JsonView> request, find_object(json, names.request));
  if (!request) return {};
  const auto type = request->find("headerContentType");
  if (!type || type->type() != JsonView::Type::kString || type->string().size() > kAttributeMax) {
    return invalid_delivery("headerContentType must be a string");
  }
  policy.content_type = std::string(type->string());
  return {};
}

void write_policy(const DeliveryPolicy& policy, const PolicyNames& names, JsonWriter& json) {
  const RetryPlan& plan = policy.plan;
  json.key(names.retry);
  json.begin_object();
  json.member("minDelayTarget", plan.delay_min.count());
  json.member("maxDelayTarget", plan.delay_max.count());
  json.member("numRetries", plan.at_once + plan.at_least + plan.growing + plan.at_most);
  json.member("numMaxDelayRetries", plan.at_most);
  json.member("numNoDelayRetries", plan.at_once);
  json.member("numMinDelayRetries", plan.at_least);
  json.member("backoffFunction", plan.function);
  json.end_object();
}

void write_rest(const DeliveryPolicy& policy, const PolicyNames& names, JsonWriter& json) {
  if (policy.receives_per_second) {
    json.key(names.throttle);
    json.begin_object();
    json.member("maxReceivesPerSecond", *policy.receives_per_second);
    json.end_object();
  }
  json.key(names.request);
  json.begin_object();
  json.member("headerContentType",
              policy.content_type.empty() ? kContentType : std::string_view(policy.content_type));
  json.end_object();
}

}  // namespace

std::optional<Duration> RetryPlan::wait(std::int64_t retry) const {
  if (retry < at_once) return Duration(0);
  retry -= at_once;
  if (retry < at_least) return delay_min;
  retry -= at_least;
  if (retry < growing) {
    const std::int64_t span = (delay_max - delay_min).count();
    if (function == "linear" || function == "arithmetic") {
      return delay_min + std::chrono::seconds(span * (retry + 1) / growing);
    }
    // Doubled each time: 1, 2, 4, 8, 16, 20, 20 …
    constexpr std::int64_t kDoublings = 12;  // past the most
    const auto doubled = delay_min * (std::int64_t{1} << std::min(retry, kDoublings));
    return std::min(doubled, delay_max);
  }
  retry -= growing;
  return retry < at_most ? std::optional<Duration>(delay_max) : std::nullopt;
}

RetryPlan plan_of_services() {
  return {.at_once = 3,
          .at_least = 2,
          .growing = 10,
          .at_most = 100'000,
          .delay_min = std::chrono::seconds(1),
          .delay_max = std::chrono::seconds(20),
          .function = "exponential"};
}

RetryPlan plan_of_people() {
  return {.at_once = 0,
          .at_least = 2,
          .growing = 10,
          .at_most = 38,
          .delay_min = std::chrono::seconds(10),
          .delay_max = std::chrono::seconds(600),
          .function = "exponential"};
}

Result<DeliveryPolicy> parse_topic_delivery(std::string_view json) {
  DeliveryPolicy policy;
  if (json.empty()) return policy;
  std::string why;
  const std::optional<JsonDocument> document = JsonDocument::parse(json, why);
  if (!document || document->root().type() != JsonView::Type::kObject) {
    return invalid_delivery("not an object");
  }
  EMU_TRY(const std::optional<JsonView> http, find_object(document->root(), "http"));
  if (!http) return invalid_delivery("http is required");
  EMU_CHECK(read_policy(*http, kOfTopic, policy));
  if (const auto disables = http->find("disableSubscriptionOverrides")) {
    if (disables->type() != JsonView::Type::kBoolean) {
      return invalid_delivery("disableSubscriptionOverrides must be a boolean");
    }
    policy.disables_overrides = disables->boolean();
  }
  return policy;
}

Result<DeliveryPolicy> parse_delivery(std::string_view json, const DeliveryPolicy& of_topic) {
  if (json.empty()) return of_topic;
  std::string why;
  const std::optional<JsonDocument> document = JsonDocument::parse(json, why);
  if (!document || document->root().type() != JsonView::Type::kObject) {
    return invalid_delivery("not an object");
  }
  DeliveryPolicy policy = of_topic;
  EMU_CHECK(read_policy(document->root(), kOfSubscription, policy));
  return of_topic.disables_overrides ? of_topic : policy;
}

std::string topic_delivery_text(const DeliveryPolicy& policy) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  json.key("http");
  json.begin_object();
  write_policy(policy, kOfTopic, json);
  json.member("disableSubscriptionOverrides", policy.disables_overrides);
  write_rest(policy, kOfTopic, json);
  json.end_object();
  json.end_object();
  return text;
}

std::string delivery_text(const DeliveryPolicy& policy) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  write_policy(policy, kOfSubscription, json);
  write_rest(policy, kOfSubscription, json);
  json.end_object();
  return text;
}

}  // namespace emu::sns
