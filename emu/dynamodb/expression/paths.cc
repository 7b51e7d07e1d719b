#include "dynamodb/expression/paths.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

#include "dynamodb/expression/texts.h"

namespace emu::dynamodb::expression {

namespace {

// Elements of lists before members of maps.
int compare(const Step& a, const Step& b) {
  if (a.name == nullptr || b.name == nullptr) {
    if (a.name != nullptr || b.name != nullptr) return a.name == nullptr ? -1 : 1;
    return a.index < b.index ? -1 : a.index > b.index ? 1 : 0;
  }
  return a.name->compare(*b.name);
}

bool path_less(const Steps& a, const Steps& b) {
  return std::lexicographical_compare(
      a.begin(), a.end(), b.begin(), b.end(),
      [](const Step& x, const Step& y) { return compare(x, y) < 0; });
}

// Of two paths that are neighbours in order.
Status check_neighbours(Kind kind, const Steps& one, const Steps& two) {
  const std::size_t shorter = std::min(one.size(), two.size());
  for (std::size_t i = 0; i < shorter; ++i) {
    if (compare(one[i], two[i]) == 0) continue;
    if ((one[i].name == nullptr) != (two[i].name == nullptr)) {
      return paths_conflict(kind, describe_path(one), describe_path(two));
    }
    return {};
  }
  return paths_overlap(kind, describe_path(one), describe_path(two));
}

// Copies what the paths, all of which lead through `value`, lead to.
class Projector {
 public:
  explicit Projector(const std::vector<Steps>& paths) : paths_(paths) {}

  using Positions = std::span<const std::size_t>;

  std::optional<AttributeValue> pick(const AttributeValue& value, Positions positions,
                                     std::size_t depth) const {
    if (paths_[positions.front()].size() == depth) return value;
    const bool into_map = step(positions.front(), depth).name != nullptr;
    if (into_map && value.type() == AttributeValue::Type::kM) {
      M map;
      map.entries() = entries(value.m(), positions, depth);
      if (map.entries().empty()) return std::nullopt;
      return map;
    }
    if (!into_map && value.type() == AttributeValue::Type::kL) {
      L list;
      each_group(positions, depth, [&](const Step& next, Positions group) {
        const AttributeValue* element = child(value, next);
        if (element == nullptr) return;
        if (auto picked = pick(*element, group, depth + 1)) {
          list.values.push_back(std::move(*picked));
        }
      });
      if (list.values.empty()) return std::nullopt;
      return list;
    }
    return std::nullopt;
  }

  Item entries(const Item& item, Positions positions, std::size_t depth) const {
    Item picked_entries;
    each_group(positions, depth, [&](const Step& next, Positions group) {
      auto found = item.find(*next.name);
      if (found == item.end()) return;
      if (auto picked = pick(found->second, group, depth + 1)) {
        picked_entries.emplace_hint(picked_entries.end(), *next.name, std::move(*picked));
      }
    });
    return picked_entries;
  }

 private:
  const Step& step(std::size_t position, std::size_t depth) const {
    return paths_[position][depth];
  }

  // Positions that take the same step are neighbours.
  template <class Visit>
  void each_group(Positions positions, std::size_t depth, Visit visit) const {
    for (std::size_t begin = 0; begin < positions.size();) {
      const Step& first = step(positions[begin], depth);
      std::size_t end = begin + 1;
      while (end < positions.size() && compare(first, step(positions[end], depth)) == 0) ++end;
      visit(first, positions.subspan(begin, end - begin));
      begin = end;
    }
  }

  const std::vector<Steps>& paths_;
};

}  // namespace

Steps resolve(const Path& path, const Placeholders& placeholders) {
  Steps steps;
  steps.reserve(path.size());
  for (const PathElement& element : path) {
    if (element.type == PathElement::Type::kIndex) {
      steps.push_back({.index = element.index});
    } else {
      steps.push_back({.name = &placeholders.name(element)});
    }
  }
  return steps;
}

std::string describe_path(const Steps& steps) {
  std::string text = "[";
  for (const Step& step : steps) {
    if (text.size() > 1) text += ", ";
    text += step.name != nullptr ? *step.name : "[" + std::to_string(step.index) + "]";
  }
  return text + "]";
}

const AttributeValue* child(const AttributeValue& value, const Step& step) {
  if (step.name != nullptr) {
    const M* map = value.get_if<M>();
    if (map == nullptr) return nullptr;
    auto found = map->entries().find(*step.name);
    return found == map->entries().end() ? nullptr : &found->second;
  }
  const L* list = value.get_if<L>();
  return list != nullptr && step.index < list->values.size() ? &list->values[step.index] : nullptr;
}

AttributeValue* child(AttributeValue& value, const Step& step) {
  return const_cast<AttributeValue*>(child(std::as_const(value), step));
}

namespace {

// From the attribute that the path begins with, or null.
const AttributeValue* follow(const AttributeValue* value, const Path& path,
                             const Placeholders& placeholders) {
  for (std::size_t i = 1; i < path.size() && value != nullptr; ++i) {
    const PathElement& element = path[i];
    value = element.type == PathElement::Type::kIndex
                ? child(*value, {.index = element.index})
                : child(*value, {.name = &placeholders.name(element)});
  }
  return value;
}

}  // namespace

const AttributeValue* find(SeenItem& item, const Path& path, const Placeholders& placeholders) {
  return follow(item.find(placeholders.name(path.front())), path, placeholders);
}

const AttributeValue* find(const Item& item, const Path& path, const Placeholders& placeholders) {
  const auto found = item.find(placeholders.name(path.front()));
  return found == item.end() ? nullptr : follow(&found->second, path, placeholders);
}

Result<std::vector<std::size_t>> ordered(Kind kind, const std::vector<Steps>& paths) {
  std::vector<std::size_t> order(paths.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return path_less(paths[a], paths[b]); });
  for (std::size_t i = 1; i < order.size(); ++i) {
    const auto [first, second] = std::minmax(order[i - 1], order[i]);
    EMU_CHECK(check_neighbours(kind, paths[first], paths[second]));
  }
  return order;
}

Item project(const Item& item, const std::vector<Steps>& paths,
             const std::vector<std::size_t>& order) {
  if (paths.empty()) return {};
  return Projector(paths).entries(item, order, 0);
}

}  // namespace emu::dynamodb::expression
