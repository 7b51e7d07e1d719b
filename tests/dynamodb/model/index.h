// What a Query or a SELECT reads, as it has to be.
#pragma once

#include <emu/dynamodb.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "dynamodb/model/model.h"

namespace emu::test::model {

// A secondary index, or the table where the name is empty: which items it has, what of them it
// shows, and in which order.
struct IndexModel {
  std::string name;
  std::vector<std::string> hash;
  std::vector<std::string> range = {};
  std::optional<std::vector<std::string>> shown = {};  // all attributes when nothing

  bool is_key(const std::string& attribute) const {
    return attribute == "h" || attribute == "r" || is_in(hash, attribute) ||
           is_in(range, attribute);
  }
  bool has(const Item& item) const {
    const auto is_there = [&](const std::string& attribute) { return item.contains(attribute); };
    return std::all_of(hash.begin(), hash.end(), is_there) &&
           std::all_of(range.begin(), range.end(), is_there);
  }
  bool shows(const std::string& attribute) const {
    return !shown || is_key(attribute) || is_in(*shown, attribute);
  }
  Item shown_of(const Item& item) const {
    Item part;
    for (const auto& [attribute, value] : item) {
      if (shows(attribute)) part.emplace(attribute, value);
    }
    return part;
  }
  // Of the items that it has, as it shows them.
  Items shown_of(const Items& items) const {
    Items part;
    for (const auto& [key, item] : items) {
      if (has(item)) part.emplace(key, shown_of(item));
    }
    return part;
  }
  // Whether one item of a hash key comes before another.
  bool is_before(const Item& a, const Item& b) const {
    for (const std::string& attribute : range) {
      if (is_less(a.at(attribute), b.at(attribute))) return true;
      if (is_less(b.at(attribute), a.at(attribute))) return false;
    }
    return false;
  }

  // Both numbers, or both texts.
  static bool is_less(const AttributeValue& a, const AttributeValue& b) {
    return a.type() == AttributeValue::Type::kS ? a.s() < b.s() : a.integer() < b.integer();
  }

 private:
  static bool is_in(const std::vector<std::string>& list, const std::string& attribute) {
    return std::find(list.begin(), list.end(), attribute) != list.end();
  }
};

}  // namespace emu::test::model
