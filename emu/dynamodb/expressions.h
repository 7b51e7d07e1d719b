// The expressions of one request: parsed, their placeholders bound, and checked as far as that
// needs no item.
#pragma once

#include <emu/dynamodb/items.h>
#include <emu/dynamodb/value.h>
#include <emu/result.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dynamodb/errors.h"
#include "dynamodb/expression/cache.h"
#include "dynamodb/expression/parsed.h"
#include "dynamodb/expression/paths.h"
#include "dynamodb/expression/placeholders.h"
#include "dynamodb/expression/update.h"
#include "dynamodb/limits.h"
#include "dynamodb/seen_item.h"
#include "dynamodb/stored_item.h"

namespace emu::dynamodb {

// What a request gives. A null pointer is a parameter that the operation does not have.
struct ExpressionParameters {
  using ExpectedValues = std::map<std::string, ExpectedAttributeValue>;
  using AttributeUpdates = std::map<std::string, AttributeValueUpdate>;
  using Conditions = std::map<std::string, Condition>;

  const std::optional<std::string>* update = nullptr;
  const std::optional<std::string>* condition = nullptr;
  const std::optional<std::string>* key_condition = nullptr;
  const std::optional<std::string>* filter = nullptr;
  const std::optional<std::string>* projection = nullptr;
  const std::map<std::string, std::string>& names;
  const Item& values;
  // Of names and values that are given without an entry.
  bool has_empty_names = false;
  bool has_empty_values = false;
  Within within = Within::kRequest;

  // Of the time before expressions; null when not given.
  const AttributeUpdates* attribute_updates = nullptr;
  const ExpectedValues* expected = nullptr;
  const std::optional<std::string>* conditional_operator = nullptr;
  const std::vector<std::string>* attributes_to_get = nullptr;
  const Conditions* key_conditions = nullptr;
  const Conditions* filter_conditions = nullptr;

  bool is_legacy() const {
    return attribute_updates != nullptr || expected != nullptr || attributes_to_get != nullptr ||
           key_conditions != nullptr || filter_conditions != nullptr ||
           (conditional_operator != nullptr && conditional_operator->has_value());
  }
};

// What legacy parameters turn into.
struct LegacyExpressions {
  Item values = {};
  std::optional<expression::Parsed<expression::Update>> update = {};
  std::optional<expression::Parsed<expression::Condition>> condition = {};
  std::optional<expression::Parsed<expression::Condition>> key_condition = {};
  std::optional<expression::Parsed<expression::Condition>> filter = {};
  std::optional<expression::Parsed<expression::Projection>> projection = {};
};

// Refers to the request, which must outlive it, and to what the reader keeps, so that it is good
// until kExpressionsKept others have been read.
struct Expressions {
  explicit Expressions(const ExpressionParameters& of)
      : parameters(of),
        legacy(of.is_legacy() ? std::make_unique<LegacyExpressions>() : nullptr),
        placeholders{of.names, legacy != nullptr ? legacy->values : of.values} {}
  Expressions(const Expressions&) = delete;
  Expressions& operator=(const Expressions&) = delete;

  ExpressionParameters parameters;
  std::unique_ptr<LegacyExpressions> legacy;  // null when the request has none
  expression::Placeholders placeholders;
  // Whether the trees below are somebody else's and there is nothing to read.
  bool has_trees = false;
  const expression::Parsed<expression::Update>* update = nullptr;
  const expression::ResolvedUpdate* resolved_update = nullptr;  // null without update
  expression::ResolvedUpdate update_with_names = {};  // what is resolved for this request alone
  const expression::Parsed<expression::Condition>* condition = nullptr;
  const expression::Parsed<expression::Condition>* key_condition = nullptr;
  const expression::Parsed<expression::Condition>* filter = nullptr;
  const expression::Parsed<expression::Projection>* projection = nullptr;
  std::vector<expression::Steps> projected_paths = {};
  std::vector<std::size_t> projection_order = {};

  bool condition_holds(SeenItem& item) const;
  bool filter_holds(const StoredItem& item) const;
  // Whether parameters fit each other and placeholders are well formed: read() looks at this, too,
  // unless it has been done before.
  Status check_parameters();
  bool has_checked_parameters = false;

  // All of the item when there is no projection.
  Item projected(const Item& item) const;
  Item projected(const StoredItem& item) const;
};

class ExpressionReader {
 public:
  // Parses, binds and checks what the parameters give.
  Status read(Expressions& out);
  // Gives a request a projection that has been parsed, which must outlive it.
  static Status use_projection(const expression::Parsed<expression::Projection>& of,
                               Expressions& out);

 private:
  struct KeptUpdate {
    expression::Parsed<expression::Update> parsed;
    // Of an update without #names, which resolves to the same for every request; made on first use.
    std::optional<expression::ResolvedUpdate> resolved = {};
  };
  static Result<KeptUpdate> parse_update(std::string_view source);
  template <expression::Kind kKind>
  static Result<expression::Parsed<expression::Condition>> parse(std::string_view source) {
    return expression::parse_condition(kKind, source);
  }

  Status read_update(std::string_view source, Expressions& out);
  using Conditions = expression::Cache<expression::Parsed<expression::Condition>>;
  static Result<const expression::Parsed<expression::Condition>*> read_condition(
      expression::Kind kind, Conditions& cache, std::string_view source, const Expressions& out);
  Status read_projection(std::string_view source, Expressions& out);
  static Status read_legacy(Expressions& out);
  static Status read_legacy_conditions(Expressions& out);
  Status read_all(Expressions& out);

  expression::Cache<KeptUpdate> updates_{&parse_update, kExpressionsKept};
  Conditions conditions_{&parse<expression::Kind::kCondition>, kExpressionsKept};
  Conditions key_conditions_{&parse<expression::Kind::kKeyCondition>, kExpressionsKept};
  Conditions filters_{&parse<expression::Kind::kFilter>, kExpressionsKept};
  expression::Cache<expression::Parsed<expression::Projection>> projections_{
      &expression::parse_projection, kExpressionsKept};
};

}  // namespace emu::dynamodb
