#include "eventbridge/names.h"

#include <emu/arn.h>
#include <fmt/format.h>

#include <algorithm>

#include "core/text/account_id.h"
#include "core/text/ascii.h"
#include "core/text/partition.h"

namespace emu::eventbridge {

namespace {

constexpr std::string_view kBusPrefix = "event-bus/";
constexpr std::string_view kRulePrefix = "rule/";

bool has_only(std::string_view text, std::string_view marks) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
    return is_alphanumeric(c) || marks.find(c) != marks.npos;
  });
}

// The name at the end of the ARN of a bus; the text itself when it is no ARN.
std::string_view name_of_bus(std::string_view text) {
  if (!text.starts_with("arn:aws")) return text;
  const std::size_t prefix = text.find(kBusPrefix);
  const std::optional<Arn> arn = Arn::parse(text);
  const bool is_of_bus = arn && arn->service == "events" && is_account_id(arn->account) &&
                         arn->resource.starts_with(kBusPrefix);
  return is_of_bus ? text.substr(prefix + kBusPrefix.size()) : std::string_view();
}

}  // namespace

std::string bus_arn(const Place& place, std::string_view bus) {
  return fmt::format("arn:{}:events:{}:{}:event-bus/{}", partition_of(place.region), place.region,
                     place.account, bus);
}

std::string rule_arn(const Place& place, std::string_view bus, std::string_view rule) {
  const std::string_view slash = bus == kDefaultBus ? "" : "/";
  return fmt::format("arn:{}:events:{}:{}:rule/{}{}{}", partition_of(place.region), place.region,
                     place.account, bus == kDefaultBus ? "" : bus, slash, rule);
}

BusAddress address_of_bus(const std::optional<std::string>& name_or_arn) {
  if (!name_or_arn || name_or_arn->empty()) return {.name = std::string(kDefaultBus)};
  if (!name_or_arn->starts_with("arn:")) return {.name = *name_or_arn};
  const std::optional<ResourceAddress> address = address_of(*name_or_arn);
  if (!address) return {.name = *name_or_arn};
  return {.account = address->account, .region = address->region, .name = address->bus};
}

std::optional<ResourceAddress> address_of(std::string_view text) {
  const std::optional<Arn> arn = Arn::parse(text);
  if (!arn || arn->service != "events") return std::nullopt;
  ResourceAddress address{.account = arn->account, .region = arn->region, .bus = {}};
  std::string_view resource = arn->resource;
  if (resource.starts_with(kBusPrefix)) {
    address.bus = resource.substr(kBusPrefix.size());
    return address.bus.empty() ? std::nullopt : std::optional(address);
  }
  if (!resource.starts_with(kRulePrefix)) return std::nullopt;
  resource.remove_prefix(kRulePrefix.size());
  const std::size_t slash = resource.rfind('/');
  address.bus = slash == resource.npos ? kDefaultBus : resource.substr(0, slash);
  address.rule = slash == resource.npos ? resource : resource.substr(slash + 1);
  return address.rule.empty() ? std::nullopt : std::optional(address);
}

bool is_bus_name(std::string_view text) { return has_only(text, "/.-_"); }
bool is_plain_name(std::string_view text) { return has_only(text, ".-_"); }
bool is_statement_id(std::string_view text) { return has_only(text, "-_"); }
bool is_bus(std::string_view text) { return is_bus_name(name_of_bus(text)); }
bool is_plain_bus(std::string_view text) { return is_plain_name(name_of_bus(text)); }
bool is_principal(std::string_view text) { return text == "*" || is_account_id(text); }

bool is_action(std::string_view text) {
  constexpr std::string_view kPrefix = "events:";
  return text.starts_with(kPrefix) && text.size() > kPrefix.size() &&
         std::all_of(text.begin() + kPrefix.size(), text.end(), &is_letter);
}

}  // namespace emu::eventbridge
