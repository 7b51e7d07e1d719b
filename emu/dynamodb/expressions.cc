#include "dynamodb/expressions.h"

#include <algorithm>
#include <utility>

#include "dynamodb/errors.h"
#include "dynamodb/expression/check.h"
#include "dynamodb/expression/condition.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

namespace {

bool is_placeholder(std::string_view key, char first) {
  return key.size() > 1 && key.front() == first &&
         std::all_of(key.begin() + 1, key.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '_';
         });
}

bool is_given(const std::optional<std::string>* parameter) {
  return parameter != nullptr && parameter->has_value();
}

Status check_presence(const ExpressionParameters& in) {
  const bool any_with_values = is_given(in.update) || is_given(in.condition);
  if (!in.names.empty() && !any_with_values && !is_given(in.projection)) {
    return names_without_expression();
  }
  if (!in.values.empty() && !any_with_values) {
    return values_without_expression(in.update == nullptr
                                         ? "ConditionExpression is null"
                                         : "UpdateExpression and ConditionExpression are null");
  }
  return {};
}

Status check_placeholders(const ExpressionParameters& in) {
  for (const auto& [key, name] : in.names) {
    if (!is_placeholder(key, '#')) return names_key_invalid(key);
    if (name.empty()) return names_value_empty(key);
  }
  for (const auto& [key, value] : in.values) {
    if (!is_placeholder(key, ':')) return values_key_invalid(key);
    if (Status fine = check_value(value); !fine) return values_value_invalid(key, fine.error());
  }
  return {};
}

template <class T>
bool uses(const expression::Parsed<T>* parsed,
          std::vector<std::string> expression::Parsed<T>::*list, const std::string& placeholder) {
  return parsed != nullptr &&
         std::binary_search((parsed->*list).begin(), (parsed->*list).end(), placeholder);
}

// What an expression uses is defined, so that equal counts leave nothing over.
template <class T>
bool uses_all(const expression::Parsed<T>* parsed, const ExpressionParameters& in) {
  return parsed != nullptr && parsed->names.size() == in.names.size() &&
         parsed->values.size() == in.values.size();
}

Status check_all_used(const Expressions& out) {
  const ExpressionParameters& in = out.parameters;
  if (uses_all(out.update, in) || uses_all(out.condition, in)) return {};
  using Update = expression::Parsed<expression::Update>;
  using Condition = expression::Parsed<expression::Condition>;
  using Projection = expression::Parsed<expression::Projection>;
  std::vector<std::string_view> unused;
  for (const auto& [key, name] : in.names) {
    if (!uses(out.update, &Update::names, key) && !uses(out.condition, &Condition::names, key) &&
        !uses(out.projection, &Projection::names, key)) {
      unused.emplace_back(key);
    }
  }
  if (!unused.empty()) return names_unused(unused);
  for (const auto& [key, value] : in.values) {
    if (!uses(out.update, &Update::values, key) && !uses(out.condition, &Condition::values, key)) {
      unused.emplace_back(key);
    }
  }
  if (!unused.empty()) return values_unused(unused);
  return {};
}

}  // namespace

bool Expressions::condition_holds(const Item& item) const {
  return condition == nullptr || expression::holds(condition->tree, item, placeholders);
}

Item Expressions::projected(const Item& item) const {
  return projection == nullptr ? item
                               : expression::project(item, projected_paths, projection_order);
}

Status ExpressionReader::read(Expressions& out) {
  const ExpressionParameters& in = out.parameters;
  if (Status fine = check_presence(in); !fine) return fine;
  if (Status fine = check_placeholders(in); !fine) return fine;
  if (is_given(in.update)) {
    if (Status fine = read_update(**in.update, out); !fine) return fine;
  }
  if (is_given(in.condition)) {
    if (Status fine = read_condition(**in.condition, out); !fine) return fine;
  }
  if (is_given(in.projection)) {
    if (Status fine = read_projection(**in.projection, out); !fine) return fine;
  }
  return check_all_used(out);
}

auto ExpressionReader::parse_update(std::string_view source) -> Result<KeptUpdate> {
  auto parsed = expression::parse_update(source);
  if (!parsed) return std::move(parsed.error());
  return KeptUpdate{.parsed = std::move(*parsed)};
}

Status ExpressionReader::read_update(std::string_view source, Expressions& out) {
  Result<KeptUpdate*> found = updates_.get(source);
  if (!found) return std::move(found.error());
  KeptUpdate& kept = **found;
  out.update = &kept.parsed;
  if (Status fine = check_defined(expression::Kind::kUpdate, kept.parsed, out.placeholders);
      !fine) {
    return fine;
  }
  const expression::Update& tree = kept.parsed.tree;
  if (Status fine = expression::check_operands(tree, out.placeholders); !fine) return fine;
  if (kept.resolved) {
    out.resolved_update = &*kept.resolved;
    return {};
  }
  auto resolved = expression::resolve(tree, out.placeholders);
  if (!resolved) return std::move(resolved.error());
  expression::ResolvedUpdate& place =
      kept.parsed.names.empty() ? kept.resolved.emplace() : out.update_with_names;
  place = std::move(*resolved);
  out.resolved_update = &place;
  return {};
}

Status ExpressionReader::read_condition(std::string_view source, Expressions& out) {
  auto parsed = conditions_.get(source);
  if (!parsed) return std::move(parsed.error());
  out.condition = *parsed;
  if (Status fine = check_defined(expression::Kind::kCondition, *out.condition, out.placeholders);
      !fine) {
    return fine;
  }
  return expression::check_operands(out.condition->tree, out.placeholders);
}

Status ExpressionReader::read_projection(std::string_view source, Expressions& out) {
  auto parsed = projections_.get(source);
  if (!parsed) return std::move(parsed.error());
  out.projection = *parsed;
  if (Status fine = check_defined(expression::Kind::kProjection, *out.projection, out.placeholders);
      !fine) {
    return fine;
  }
  out.projected_paths.reserve(out.projection->tree.paths.size());
  for (const expression::Path& path : out.projection->tree.paths) {
    out.projected_paths.push_back(expression::resolve(path, out.placeholders));
  }
  auto order = expression::ordered(expression::Kind::kProjection, out.projected_paths);
  if (!order) return std::move(order.error());
  out.projection_order = std::move(*order);
  return {};
}

}  // namespace emu::dynamodb
