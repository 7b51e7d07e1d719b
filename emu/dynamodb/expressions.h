// The expressions of one request: parsed, their placeholders bound, and checked as far as that
// needs no item.
#pragma once

#include <emu/dynamodb_value.h>
#include <emu/result.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dynamodb/expression/cache.h"
#include "dynamodb/expression/paths.h"
#include "dynamodb/expression/placeholders.h"
#include "dynamodb/expression/update.h"
#include "dynamodb/limits.h"

namespace emu::dynamodb {

// What a request gives. A null pointer is a parameter that the operation does not have.
struct ExpressionParameters {
  const std::optional<std::string>* update = nullptr;
  const std::optional<std::string>* condition = nullptr;
  const std::optional<std::string>* projection = nullptr;
  const std::map<std::string, std::string>& names;
  const Item& values;
};

// Refers to the request, which must outlive it.
struct Expressions {
  explicit Expressions(const ExpressionParameters& parameters)
      : placeholders{parameters.names, parameters.values} {}

  expression::Placeholders placeholders;
  std::shared_ptr<const expression::Parsed<expression::Update>> update = {};
  std::shared_ptr<const expression::ResolvedUpdate> resolved_update = {};  // null without update
  std::shared_ptr<const expression::Parsed<expression::Condition>> condition = {};
  std::shared_ptr<const expression::Parsed<expression::Projection>> projection = {};
  std::vector<expression::Steps> projected_paths = {};
  std::vector<std::size_t> projection_order = {};

  bool condition_holds(const Item& item) const;
  // All of the item when there is no projection.
  Item projected(const Item& item) const;
};

class ExpressionReader {
 public:
  Result<Expressions> read(const ExpressionParameters& parameters);

 private:
  // An update in which nothing is left to resolve, which is the same for every request.
  struct PlainUpdate {
    std::shared_ptr<const expression::Parsed<expression::Update>> parsed;
    expression::ResolvedUpdate resolved;
  };

  Status read_update(std::string_view source, Expressions& out);
  Status resolve_update(Expressions& out);
  Status read_condition(std::string_view source, Expressions& out);
  Status read_projection(std::string_view source, Expressions& out);

  expression::Cache<expression::Update> updates_{&expression::parse_update, kExpressionsKept};
  expression::Cache<expression::Condition> conditions_{&expression::parse_condition,
                                                       kExpressionsKept};
  expression::Cache<expression::Projection> projections_{&expression::parse_projection,
                                                         kExpressionsKept};
  std::unordered_map<const expression::Update*, std::shared_ptr<const PlainUpdate>> plain_updates_;
};

}  // namespace emu::dynamodb
