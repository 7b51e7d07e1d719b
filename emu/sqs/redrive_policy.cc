#include "sqs/redrive_policy.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include "core/json/json_view.h"
#include "core/json/json_writer.h"
#include "sqs/errors.h"
#include "sqs/limits.h"
#include "sqs/queue_name.h"

namespace emu::sqs {

namespace {

namespace permissions = redrive_permissions;

constexpr std::string_view kTarget = "deadLetterTargetArn";
constexpr std::string_view kCount = "maxReceiveCount";
constexpr std::string_view kPermission = "redrivePermission";
constexpr std::string_view kSources = "sourceQueueArns";

constexpr std::array kPermissions = {permissions::kAllowAll, permissions::kDenyAll,
                                     permissions::kByQueue};

// A JSON object, or nothing.
std::optional<JsonDocument> parse_object(const std::string& text) {
  std::string why;
  std::optional<JsonDocument> document = JsonDocument::parse(text, why);
  if (document && document->root().type() != JsonView::Type::kObject) return std::nullopt;
  return document;
}

// SQS takes the number as a string too. The text is for the error's sake.
std::pair<std::optional<std::int64_t>, std::string> read_count(const JsonView& view) {
  if (view.type() == JsonView::Type::kInteger) {
    return {view.integer(), std::to_string(view.integer())};
  }
  if (view.type() != JsonView::Type::kString) return {std::nullopt, "null"};
  const std::string_view text = view.string();
  std::int64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, number);
  if (failure != std::errc() || stop != end) return {std::nullopt, std::string(text)};
  return {number, std::string(text)};
}

Error invalid_redrive_allow(std::string_view value, std::string_view reason) {
  return invalid_parameter("RedriveAllowPolicy", value, reason);
}

Error sources_not_by_queue(std::string_view value) {
  return invalid_redrive_allow(
      value,
      "Amazon SQS can't create the redrive allow policy. To specify one or more source queue ARNs, "
      "you must set redrivePermission to byQueue.");
}

Error sources_missing(std::string_view value) {
  return invalid_redrive_allow(
      value,
      "Amazon SQS can't create the redrive allow policy. When you specify the byQueue permission "
      "type, you must also specify one or more sourceQueueArns values.");
}

Result<std::vector<std::string>> read_sources(const std::string& text, const JsonView& view) {
  std::vector<std::string> arns;
  const bool valid = view.type() == JsonView::Type::kArray && view.each_element([&](JsonView e) {
    if (e.type() != JsonView::Type::kString || !address_of_arn(e.string())) return false;
    arns.emplace_back(e.string());
    return true;
  });
  if (!valid) return invalid_redrive_allow(text, "Invalid value for sourceQueueArns.");
  return arns;
}

Error redrive_lacks(std::string_view value, std::string_view member) {
  return invalid_redrive(
      value, fmt::format("Redrive policy does not contain mandatory attribute: {}.", member));
}

Error redrive_count_invalid(std::string_view value, std::string_view count) {
  return invalid_redrive(
      value,
      fmt::format(
          "Invalid value for maxReceiveCount: {}, valid values are from {} to {} both inclusive.",
          count, kReceiveCountMin, kReceiveCountMax));
}

}  // namespace

bool RedriveAllowPolicy::allows(std::string_view source_arn) const {
  if (permission == permissions::kByQueue) {
    return std::find(source_arns.begin(), source_arns.end(), source_arn) != source_arns.end();
  }
  return permission == permissions::kAllowAll;
}

// Checks: Amazon SQS API Reference, "SetQueueAttributes".
Result<RedrivePolicy> parse_redrive_policy(const std::string& text) {
  const std::optional<JsonDocument> document = parse_object(text);
  if (!document) return invalid_redrive(text, "Redrive policy is not a valid JSON map.");
  const std::optional<JsonView> target = document->root().find(kTarget);
  if (!target) return redrive_lacks(text, kTarget);
  const std::optional<JsonView> count = document->root().find(kCount);
  if (!count) return redrive_lacks(text, kCount);
  if (target->type() != JsonView::Type::kString || !address_of_arn(target->string())) {
    return invalid_redrive(text, "Invalid value for deadLetterTargetArn.");
  }
  const auto [number, count_text] = read_count(*count);
  if (!number || *number < kReceiveCountMin || *number > kReceiveCountMax) {
    return redrive_count_invalid(text, count_text);
  }
  return RedrivePolicy{.target_arn = std::string(target->string()), .max_receive_count = *number};
}

Result<RedriveAllowPolicy> parse_redrive_allow_policy(const std::string& text) {
  const std::optional<JsonDocument> document = parse_object(text);
  if (!document) return invalid_redrive_allow(text, "It is not a valid JSON map.");
  const std::optional<JsonView> name = document->root().find(kPermission);
  const auto* known =
      std::find_if(kPermissions.begin(), kPermissions.end(), [&](std::string_view p) {
        return name && name->type() == JsonView::Type::kString && name->string() == p;
      });
  if (known == kPermissions.end()) {
    return invalid_redrive_allow(text, "Invalid value for redrivePermission.");
  }
  RedriveAllowPolicy policy{.permission = std::string(*known)};
  const std::optional<JsonView> sources = document->root().find(kSources);
  const bool by_queue = policy.permission == permissions::kByQueue;
  if (sources && !by_queue) return sources_not_by_queue(text);
  if (by_queue && !sources) return sources_missing(text);
  if (sources) {
    EMU_TRY(std::vector<std::string> arns, read_sources(text, *sources));
    if (arns.empty()) return sources_missing(text);
    if (arns.size() > kRedriveSourcesMax) {
      return invalid_redrive_allow(text, "sourceQueueArns must have 1 to 10 entries.");
    }
    policy.source_arns = std::move(arns);
  }
  return policy;
}

std::string to_text(const RedrivePolicy& policy) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  json.key(kTarget);
  json.string(policy.target_arn);
  json.key(kCount);
  json.integer(policy.max_receive_count);
  json.end_object();
  return text;
}

std::string to_text(const RedriveAllowPolicy& policy) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  json.key(kPermission);
  json.string(policy.permission);
  if (!policy.source_arns.empty()) {
    json.key(kSources);
    json.begin_array();
    for (const std::string& arn : policy.source_arns) json.string(arn);
    json.end_array();
  }
  json.end_object();
  return text;
}

}  // namespace emu::sqs
