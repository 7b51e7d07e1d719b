// The permission that a statement needs. Source: Amazon DynamoDB Developer Guide, "IAM security
// policies with PartiQL for DynamoDB" and "Using IAM policy conditions for fine-grained access
// control".
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/gate/authorizer.h"
#include "dynamodb/errors.h"
#include "dynamodb/expression/attributes.h"
#include "dynamodb/partiql/keys.h"
#include "dynamodb/partiql/statement.h"
#include "dynamodb/service.h"
#include "dynamodb/table_name.h"

namespace emu::dynamodb {

namespace {

using partiql::Statement;

std::string_view action_of(const Statement& statement) {
  switch (statement.kind) {
    case Statement::Kind::kInsert:
      return "dynamodb:PartiQLInsert";
    case Statement::Kind::kUpdate:
      return "dynamodb:PartiQLUpdate";
    case Statement::Kind::kDelete:
      return "dynamodb:PartiQLDelete";
    case Statement::Kind::kSelect:
    case Statement::Kind::kExists:
      break;
  }
  return "dynamodb:PartiQLSelect";
}

std::string resource_of(const Call& call, const Statement& statement) {
  std::string arn = arn_of_table(call, statement.table);
  if (!statement.index.empty()) arn += "/index/" + statement.index;
  return arn;
}

// What the condition asks of single attributes by equality, or the item of an INSERT.
Item known_attributes(const Statement& statement) {
  Item known = statement.item;
  if (!statement.where) return known;
  for (const expression::Condition& conjunct : partiql::conjuncts_of(*statement.where)) {
    if (const auto test = partiql::equality(conjunct, statement.values)) {
      known.emplace(*test->attribute, *test->value);
    }
  }
  return known;
}

std::set<std::string> attributes_of(const Statement& statement) {
  std::set<std::string> names;
  for (const auto& [name, value] : statement.item) names.insert(name);
  for (const expression::Path& path : statement.selected) names.insert(path.front().text);
  const auto add = [&](const std::vector<expression::PathElement>& attributes) {
    for (const expression::PathElement& attribute : attributes) names.insert(attribute.text);
  };
  add(expression::attributes_of(statement.update));
  if (statement.where) add(expression::attributes_of(*statement.where));
  return names;
}

std::string_view return_values_of(const Statement& statement) {
  switch (statement.returning) {
    case partiql::Returning::kAllOld:
      return "ALL_OLD";
    case partiql::Returning::kModifiedOld:
      return "UPDATED_OLD";
    case partiql::Returning::kAllNew:
      return "ALL_NEW";
    case partiql::Returning::kModifiedNew:
      return "UPDATED_NEW";
    case partiql::Returning::kNothing:
      break;
  }
  return "NONE";
}

// Whether the condition asks for the hash key by IN.
bool lists(const Statement& statement, const std::string& hash_key) {
  if (!statement.where) return false;
  for (const expression::Condition& conjunct : partiql::conjuncts_of(*statement.where)) {
    if (conjunct.type == expression::Condition::Type::kIn &&
        conjunct.operands.front().path.size() == 1 &&
        conjunct.operands.front().path.front().text == hash_key) {
      return true;
    }
  }
  return false;
}

}  // namespace

void Dynamodb::add_need(const Call& call, const Statement& statement,
                        std::vector<AccessNeed>& out) {
  AccessNeed need{.action = action_of(statement), .resource = resource_of(call, statement)};
  const Item known = known_attributes(statement);
  add_leading_keys(call, statement.table, known, need.conditions);
  const std::set<std::string> attributes = attributes_of(statement);
  if (!attributes.empty()) {
    need.conditions.push_back({"dynamodb:Attributes", {attributes.begin(), attributes.end()}});
  }
  if (statement.is_read()) {
    const auto found = find_table(call, statement.table);
    const Table* table = found ? *found : nullptr;
    const bool scans = table != nullptr && !known.contains(table->hash_key.name) &&
                       !lists(statement, table->hash_key.name);
    need.conditions.push_back({"dynamodb:FullTableScan", {scans ? "true" : "false"}});
    need.conditions.push_back(
        {"dynamodb:Select",
         {statement.selected.empty() ? "ALL_ATTRIBUTES" : "SPECIFIC_ATTRIBUTES"}});
  } else {
    need.conditions.push_back(
        {"dynamodb:ReturnValues", {std::string(return_values_of(statement))}});
  }
  need.conditions.push_back(
      {"dynamodb:EnclosingOperation", {std::string(call.operation.name.name)}});
  out.push_back(std::move(need));
}

Status Dynamodb::check_permitted(const Call& call, const Statement& statement) {
  Authorizer* const authorizer = world_.authorizer();
  if (authorizer == nullptr || call.caller.kind == Caller::Kind::kUnnamed) return {};
  std::vector<AccessNeed> needs;
  add_need(call, statement, needs);
  for (const AccessNeed& need : needs) {
    const auto refusal = authorizer->refusal({.caller = call.caller,
                                              .action = need.action,
                                              .resource = need.resource,
                                              .context = need.conditions});
    if (refusal) return access_denied(*refusal);
  }
  return {};
}

}  // namespace emu::dynamodb
