#include "cloudformation/types/s3_bucket_settings.h"

#include <fmt/format.h>

#include <array>

namespace emu::cloudformation {

namespace {

// The property's list, perhaps an empty one.
Result<Json> settings_list(const Json& from, std::string_view name) {
  if (!from.is_object()) return property_error("Value of property must be an object");
  const Json* list = find_property(from, name);
  if (list == nullptr) return Json(Json::array());
  if (!list->is_array()) {
    return property_error(fmt::format("Value of property {} must be of type List", name));
  }
  return *list;
}

// {"Event": …, "Filter": {"S3Key": {"Rules": …}}, "Queue": …} as the API has it.
Result<Json> notification_of(const Json& from, std::string_view destination,
                             std::string_view member) {
  if (!from.is_object()) return property_error("Value of property must be an object");
  EMU_CHECK(check_properties(from, {"Event", "Filter", destination}));
  Json out = {{"Events", Json::array({from.value("Event", Json(""))})},
              {member, from.value(destination, Json(""))}};
  const Json* filter = find_property(from, "Filter");
  if (filter == nullptr) return out;
  EMU_CHECK(check_properties(*filter, {"S3Key"}));
  const Json* key = find_property(*filter, "S3Key");
  if (key == nullptr || !key->is_object()) return out;
  EMU_CHECK(check_properties(*key, {"Rules"}));
  out["Filter"] = {{"Key", {{"FilterRules", key->value("Rules", Json::array())}}}};
  return out;
}

Status rename_transitions(Json& rule, const char* name, const char* days) {
  if (!rule.contains(name)) return {};
  if (!rule[name].is_array()) {
    return property_error(fmt::format("Value of property {} must be of type List", name));
  }
  for (Json& each : rule[name]) {
    if (!each.is_object()) {
      return property_error(fmt::format("Value of property {} must be an object", name));
    }
    if (each.contains("TransitionInDays")) each[days] = each["TransitionInDays"];
    if (each.contains("TransitionDate")) each["Date"] = each["TransitionDate"];
    each.erase("TransitionInDays");
    each.erase("TransitionDate");
  }
  return {};
}

// Rules of the API, from those of CloudFormation.
Result<Json> lifecycle_rule(const Json& from) {
  if (!from.is_object()) return property_error("Value of property Rules must be an object");
  Json out = from;
  Json expiration;
  for (const auto& [name, member] : std::array<std::pair<const char*, const char*>, 3>{
           {{"ExpirationInDays", "Days"},
            {"ExpirationDate", "Date"},
            {"ExpiredObjectDeleteMarker", "ExpiredObjectDeleteMarker"}}}) {
    if (!from.contains(name)) continue;
    expiration[member] = from[name];
    out.erase(name);
  }
  if (!expiration.is_null()) out["Expiration"] = expiration;
  if (from.contains("NoncurrentVersionExpirationInDays")) {
    out["NoncurrentVersionExpiration"] = {
        {"NoncurrentDays", from["NoncurrentVersionExpirationInDays"]}};
    out.erase("NoncurrentVersionExpirationInDays");
  }
  if (from.contains("Transition")) {
    out["Transitions"] = Json::array({from["Transition"]});
    out.erase("Transition");
  }
  EMU_CHECK(rename_transitions(out, "Transitions", "Days"));
  EMU_CHECK(rename_transitions(out, "NoncurrentVersionTransitions", "NoncurrentDays"));
  // A filter has one thing, or several in And.
  Json parts = Json::object();
  for (const char* name : {"Prefix", "ObjectSizeGreaterThan", "ObjectSizeLessThan"}) {
    if (!from.contains(name)) continue;
    parts[name] = from[name];
    out.erase(name);
  }
  EMU_TRY(const Json tags, settings_list(from, "TagFilters"));
  out.erase("TagFilters");
  if (tags.size() == 1 && parts.empty()) {
    out["Filter"] = {{"Tag", tags.front()}};
  } else if (tags.empty() && parts.size() == 1) {
    out["Filter"] = parts;
  } else if (!tags.empty() || !parts.empty()) {
    if (!tags.empty()) parts["Tags"] = tags;
    out["Filter"] = {{"And", parts}};
  } else {
    out["Filter"] = {{"Prefix", ""}};
  }
  return out;
}

}  // namespace

Result<s3::NotificationConfiguration> bucket_notifications(const Json& from) {
  EMU_TRY(const Json queues, settings_list(from, "QueueConfigurations"));
  EMU_TRY(const Json topics, settings_list(from, "TopicConfigurations"));
  EMU_TRY(const Json functions, settings_list(from, "LambdaConfigurations"));
  EMU_CHECK(check_properties(from, {"QueueConfigurations", "TopicConfigurations",
                                    "LambdaConfigurations", "EventBridgeConfiguration"}));
  Json api = Json::object();
  const auto add = [&](const Json& list, const char* to, const char* destination,
                       const char* member) -> Status {
    for (const Json& each : list) {
      EMU_TRY(Json one, notification_of(each, destination, member));
      api[to].push_back(std::move(one));
    }
    return {};
  };
  EMU_CHECK(add(queues, "QueueConfigurations", "Queue", "QueueArn"));
  EMU_CHECK(add(topics, "TopicConfigurations", "Topic", "TopicArn"));
  EMU_CHECK(add(functions, "LambdaFunctionConfigurations", "Function", "LambdaFunctionArn"));
  EMU_TRY(auto out, read_as<s3::NotificationConfiguration>(api));
  const Json* bridge = find_property(from, "EventBridgeConfiguration");
  if (bridge == nullptr) return out;
  // Given empty, it is on.
  const bool says_so = bridge->is_object() && bridge->contains("EventBridgeEnabled");
  EMU_TRY(const bool on, flag_property(*bridge, "EventBridgeEnabled"));
  if (on || !says_so) out.event_bridge_configuration.emplace();
  return out;
}

Result<s3::CorsConfiguration> bucket_cors(const Json& from) {
  return read_as<s3::CorsConfiguration>(from, {.renamed = {{"CorsRules", "CORSRules"},
                                                           {"Id", "ID"},
                                                           {"MaxAge", "MaxAgeSeconds"},
                                                           {"ExposedHeaders", "ExposeHeaders"}}});
}

Result<s3::WebsiteConfiguration> bucket_website(const Json& from) {
  if (!from.is_object()) {
    return property_error("Value of property WebsiteConfiguration must be an object");
  }
  Json api = from;
  for (const auto& [name, member] :
       {std::pair("IndexDocument", "Suffix"), {"ErrorDocument", "Key"}}) {
    if (from.contains(name)) api[name] = {{member, from[name]}};
  }
  return read_as<s3::WebsiteConfiguration>(
      api, {.renamed = {{"RedirectRule", "Redirect"}, {"RoutingRuleCondition", "Condition"}}});
}

Result<s3::ServerSideEncryptionConfiguration> bucket_encryption(const Json& from) {
  return read_as<s3::ServerSideEncryptionConfiguration>(
      from, {.renamed = {{"ServerSideEncryptionConfiguration", "Rules"},
                         {"ServerSideEncryptionByDefault", "ApplyServerSideEncryptionByDefault"}}});
}

Result<s3::BucketLifecycleConfiguration> bucket_lifecycle(const Json& from) {
  EMU_TRY(const Json rules, settings_list(from, "Rules"));
  Json api = {{"Rules", Json::array()}};
  for (const Json& rule : rules) {
    EMU_TRY(Json one, lifecycle_rule(rule));
    api["Rules"].push_back(std::move(one));
  }
  return read_as<s3::BucketLifecycleConfiguration>(api, {.renamed = {{"Id", "ID"}}});
}

}  // namespace emu::cloudformation
