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
bool uses(const std::shared_ptr<const expression::Parsed<T>>& parsed,
          std::vector<std::string> expression::Parsed<T>::*list, const std::string& placeholder) {
  return parsed != nullptr &&
         std::binary_search(((*parsed).*list).begin(), ((*parsed).*list).end(), placeholder);
}

Status check_all_used(const ExpressionParameters& in, const Expressions& out) {
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

Result<Expressions> ExpressionReader::read(const ExpressionParameters& in) {
  Expressions out(in);
  if (Status fine = check_presence(in); !fine) return std::move(fine.error());
  if (Status fine = check_placeholders(in); !fine) return std::move(fine.error());
  if (is_given(in.update)) {
    if (Status fine = read_update(**in.update, out); !fine) return std::move(fine.error());
  }
  if (is_given(in.condition)) {
    if (Status fine = read_condition(**in.condition, out); !fine) return std::move(fine.error());
  }
  if (is_given(in.projection)) {
    if (Status fine = read_projection(**in.projection, out); !fine) return std::move(fine.error());
  }
  if (Status fine = check_all_used(in, out); !fine) return std::move(fine.error());
  return out;
}

Status ExpressionReader::read_update(std::string_view source, Expressions& out) {
  auto parsed = updates_.get(source);
  if (!parsed) return std::move(parsed.error());
  out.update = std::move(*parsed);
  if (Status fine = check_defined(expression::Kind::kUpdate, *out.update, out.placeholders);
      !fine) {
    return fine;
  }
  if (Status fine = expression::check_operands(out.update->tree, out.placeholders); !fine) {
    return fine;
  }
  return resolve_update(out);
}

Status ExpressionReader::resolve_update(Expressions& out) {
  const expression::Update& tree = out.update->tree;
  if (auto known = plain_updates_.find(&tree); known != plain_updates_.end()) {
    out.resolved_update = {known->second, &known->second->resolved};
    return {};
  }
  auto resolved = expression::resolve(tree, out.placeholders);
  if (!resolved) return std::move(resolved.error());
  if (!out.update->names.empty()) {
    out.resolved_update = std::make_shared<const expression::ResolvedUpdate>(std::move(*resolved));
    return {};
  }
  if (plain_updates_.size() >= kExpressionsKept) plain_updates_.clear();
  auto plain = std::make_shared<const PlainUpdate>(
      PlainUpdate{.parsed = out.update, .resolved = std::move(*resolved)});
  out.resolved_update = {plain, &plain->resolved};
  plain_updates_.emplace(&tree, std::move(plain));
  return {};
}

Status ExpressionReader::read_condition(std::string_view source, Expressions& out) {
  auto parsed = conditions_.get(source);
  if (!parsed) return std::move(parsed.error());
  out.condition = std::move(*parsed);
  if (Status fine = check_defined(expression::Kind::kCondition, *out.condition, out.placeholders);
      !fine) {
    return fine;
  }
  return expression::check_operands(out.condition->tree, out.placeholders);
}

Status ExpressionReader::read_projection(std::string_view source, Expressions& out) {
  auto parsed = projections_.get(source);
  if (!parsed) return std::move(parsed.error());
  out.projection = std::move(*parsed);
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
