#include "sns/service.h"

#include <emu/arn.h>
#include <fmt/format.h>

#include <utility>

#include "core/gate/tag_keys.h"
#include "core/text/queue_url.h"
#include "sns/errors.h"
#include "sns/names.h"
#include "sns/topic_policy.h"

namespace emu::sns {

namespace {

constexpr std::string_view kPrincipal = "sns.amazonaws.com";
constexpr std::string_view kCertificatePrefix = "/SimpleNotificationService-";

// The URL of a queue; empty for what is no ARN.
std::string url_of_queue(std::string_view arn) {
  const std::optional<Arn> queue = Arn::parse(arn);
  return queue ? queue_url(*queue) : std::string();
}

// Links in messages are followed without a signature, which would name the region.
bool is_of_region(const Call& call, const ResourceAddress& address) {
  return call.caller.kind == Caller::Kind::kAnonymous || address.region == call.region();
}

RetryPlan plan_of(const StoredSubscription& subscription) {
  const std::string_view protocol = subscription.protocol;
  if (protocol.starts_with("http")) return subscription.attributes.delivery.plan;
  const bool is_service = protocol == "sqs" || protocol == "lambda" || protocol == "firehose";
  return is_service ? plan_of_services() : plan_of_people();
}

}  // namespace

std::unique_ptr<Service> make_service(World& world) { return std::make_unique<Sns>(world); }

Sns::Sns(World& world)
    : world_(world),
      outbox_(world.interfaces().one<Outbox>()),
      minutes_(world),
      signer_(world.random().fork("sns: signing key")),
      notifier_({.world = world, .signer = signer_, .outbox = outbox_, .minutes = minutes_}) {
  world.interfaces().add<HttpOrigin>(*this);
  world.resource_policies().add_host("sns", *this);
}

ResourceTerms Sns::terms(const AccessRequest& request) const {
  const StoredTopic* topic = find_by_arn(request.resource);
  if (topic == nullptr) return {};
  return {.policy = topic->policy};
}

void Sns::add_keys(const AccessRequest& request, std::vector<ConditionValue>& out) const {
  const StoredTopic* topic = find_by_arn(request.resource);
  if (topic != nullptr) add_resource_tags(topic->tags, {}, out);
}

void Sns::reset(std::optional<std::string_view> account) {
  notifier_.drop(account);
  minutes_.forget(account);
  regions_.forget(account);
  if (account) return;
  last_serial_ = 0;
}

// What belongs to the account itself. Whatever is no ARN is for the operation to refuse.
bool Sns::leaves_to_account(const Caller& caller, std::string_view,
                            std::string_view resource) const {
  const std::string_view owner = account_of(resource);
  return owner.empty() || owner == caller.account;
}

Result<StoredTopic*> Sns::find_topic(const Call& call, std::string_view arn,
                                     std::string_view parameter) {
  EMU_TRY(const ResourceAddress address, address_of(arn, parameter));
  if (!is_of_region(call, address)) return invalid_parameter(parameter);
  RegionState* state = regions_.find(address.account, address.region);
  StoredTopic* topic = state == nullptr ? nullptr : state->find(address.resource);
  if (topic == nullptr) return topic_does_not_exist();
  end_unconfirmed(*topic);
  return topic;
}

Result<StoredTopic*> Sns::find_tagged(const Call& call, std::string_view arn) {
  EMU_CHECK(address_of(arn, "ResourceArn"));
  Result<StoredTopic*> topic = find_topic(call, arn);
  if (!topic) return resource_does_not_exist();
  return topic;
}

StoredTopic* Sns::find_by_arn(std::string_view arn) const {
  const Result<ResourceAddress> address = address_of(arn, {});
  if (!address) return nullptr;
  RegionState* state = regions_.find(address->account, address->region);
  return state == nullptr ? nullptr : state->find(topic_name(address->resource));
}

Result<Sns::FoundSubscription> Sns::find_subscription(const Call& call, std::string_view arn) {
  EMU_TRY(const ResourceAddress address, address_of(arn, "SubscriptionArn"));
  if (!is_of_region(call, address) || address.resource.find(':') == arn.npos) {
    return invalid_parameter("SubscriptionArn");
  }
  StoredTopic* topic = find_by_arn(arn);
  if (topic == nullptr) return subscription_does_not_exist();
  end_unconfirmed(*topic);
  StoredSubscription* subscription = topic->find(arn);
  if (subscription == nullptr) return subscription_does_not_exist();
  return FoundSubscription{.topic = topic, .subscription = subscription};
}

void Sns::update_policy(StoredTopic& topic) {
  const std::string_view own = topic.attributes.text("Policy");
  topic.policy = std::make_shared<const std::string>(
      own.empty() ? default_policy(topic.arn, topic.account) : std::string(own));
}

void Sns::update_target(const StoredTopic& topic, StoredSubscription& subscription) {
  Target target{.serial = subscription.serial,
                .sender = world_.service_caller(kPrincipal, topic.arn, topic.account, topic.region),
                .metrics = topic.metrics,
                .topic_arn = topic.arn,
                .subscription_arn = subscription.arn,
                .display_name = std::string(topic.attributes.text("DisplayName")),
                .protocol = subscription.protocol,
                .endpoint = subscription.endpoint};
  const SubscriptionAttributes& attributes = subscription.attributes;
  if (target.protocol == "sqs") {
    target.queue_url = url_of_queue(target.endpoint);
    target.goes_to_fifo_queue = is_fifo_queue(target.endpoint);
  }
  if (!attributes.dead_letter_arn.empty()) {
    target.dead_letter_url = url_of_queue(attributes.dead_letter_arn);
    target.has_fifo_dead_letters = is_fifo_queue(attributes.dead_letter_arn);
  }
  target.is_raw = attributes.is_raw;
  target.is_fifo = topic.attributes.is_fifo;
  target.content_type = attributes.delivery.content_type;
  target.plan = plan_of(subscription);
  subscription.target = std::make_shared<const Target>(std::move(target));
}

void Sns::update_targets(StoredTopic& topic) {
  for (auto& [serial, subscription] : topic.subscriptions) update_target(topic, subscription);
}

std::optional<InternetAddress> Sns::by_host(const RequestParts&, std::string_view) const {
  return std::nullopt;
}

std::optional<InternetAddress> Sns::by_path(const RequestParts& parts,
                                            std::string_view region) const {
  if (!parts.path.starts_with(kCertificatePrefix)) return std::nullopt;
  return InternetAddress{.host = fmt::format("sns.{}.amazonaws.com", region),
                         .target = std::string(parts.path)};
}

std::optional<HttpResponse> Sns::answer_internet(const RequestParts& parts) {
  const std::string_view host = parts.host_name();
  if (!host.starts_with("sns.") || !parts.path.starts_with(kCertificatePrefix)) return std::nullopt;
  if (parts.path != signer_.certificate_path()) return HttpResponse{.status = 404};
  HttpResponse response;
  response.headers.add("Content-Type", "application/x-pem-file");
  response.body = signer_.certificate();
  return response;
}

}  // namespace emu::sns
