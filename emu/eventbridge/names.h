// Names and ARNs of buses and rules.
// Source: Service Authorization Reference, "Actions, resources, and condition keys for Amazon
// EventBridge".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace emu::eventbridge {

inline constexpr std::string_view kDefaultBus = "default";
inline constexpr std::string_view kServicePrincipal = "events.amazonaws.com";

// Where something is.
struct Place {
  std::string_view account;
  std::string_view region;
};

std::string bus_arn(const Place& place, std::string_view bus);
std::string rule_arn(const Place& place, std::string_view bus, std::string_view rule);

// What a bus is called by: by its name, which is empty for the default one, or by its ARN.
struct BusAddress {
  std::string account = {};  // empty: the caller's
  std::string region = {};
  std::string name = {};
};
BusAddress address_of_bus(const std::optional<std::string>& name_or_arn);

// The ARN of a bus or a rule taken apart; nothing for any other text.
struct ResourceAddress {
  std::string account;
  std::string region;
  std::string bus;
  std::string rule = {};  // empty: the bus itself
};
std::optional<ResourceAddress> address_of(std::string_view arn);

// Patterns of the API model.
inline constexpr const char* kBusNamePattern = R"([/\.\-_A-Za-z0-9]+)";
inline constexpr const char* kPlainNamePattern = R"([\.\-_A-Za-z0-9]+)";
inline constexpr const char* kStatementIdPattern = "[a-zA-Z0-9-_]+";
inline constexpr const char* kActionPattern = "events:[a-zA-Z]+";
inline constexpr const char* kPrincipalPattern = R"((\d{12}|\*))";
inline constexpr const char* kBusPattern =
    R"((arn:aws[\w-]*:events:[a-z]+-[a-z]+-[\w-]+:[0-9]{12}:event-bus\/)?[/\.\-_A-Za-z0-9]+)";
inline constexpr const char* kPlainBusPattern =
    R"((arn:aws[\w-]*:events:[a-z]+-[a-z]+-[\w-]+:[0-9]{12}:event-bus\/)?[\.\-_A-Za-z0-9]+)";
bool is_bus_name(std::string_view text);
bool is_plain_name(std::string_view text);
bool is_statement_id(std::string_view text);
bool is_action(std::string_view text);
bool is_principal(std::string_view text);
bool is_bus(std::string_view text);
bool is_plain_bus(std::string_view text);

}  // namespace emu::eventbridge
