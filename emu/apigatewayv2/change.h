// Applying the members of an update: what is present replaces what was set before.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

namespace emu::apigatewayv2 {

template <class T, class U>
void replace(T& member, const std::optional<U>& change) {
  if (change) member = *change;
}

// Adds and replaces entries; an entry whose new value is empty goes.
template <class V>
void merge(std::map<std::string, V>& member,
           const std::optional<std::map<std::string, V>>& change) {
  if (!change) return;
  for (const auto& [key, value] : *change) {
    if (value.empty()) {
      member.erase(key);
    } else {
      member.insert_or_assign(key, value);
    }
  }
}

}  // namespace emu::apigatewayv2
