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
#include "dynamodb/leading_keys.h"
#include "dynamodb/partiql/keys.h"
#include "dynamodb/partiql/statement.h"
#include "dynamodb/read_source.h"
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
  if (statement.index) arn += "/index/" + *statement.index;
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
  const auto add = [&](const std::vector<expression::PathElement>& attributes) {
    for (const expression::PathElement& attribute : attributes) names.insert(attribute.text);
  };
  add(expression::attributes_of(statement.selected));
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

// How a SELECT finds its items.
void add_ways_of(const Statement& select, const ReadSource& source,
                 std::vector<ConditionValue>& out) {
  std::vector<expression::Condition> conjuncts;
  if (select.where) conjuncts = partiql::conjuncts_of(*select.where);
  const auto tests = partiql::hash_tests(conjuncts, select.values, source);
  out.push_back({"dynamodb:FullTableScan", {tests.empty() ? "true" : "false"}});
  if (tests.empty()) return;
  LeadingKeys keys;
  for (const AttributeValue* value : tests.front().values) {
    keys.add(source.hash_keys().front(), *value);
  }
  keys.write(out);
}

}  // namespace

void Dynamodb::add_need(const Call& call, const Statement& statement,
                        std::vector<AccessNeed>& out) {
  AccessNeed need{.action = action_of(statement), .resource = resource_of(call, statement)};
  const std::set<std::string> attributes = attributes_of(statement);
  if (!attributes.empty()) {
    need.conditions.push_back({"dynamodb:Attributes", {attributes.begin(), attributes.end()}});
  }
  if (statement.is_read()) {
    if (Table* const table = known_table(call, statement.table)) {
      const auto source = read_source(*table, statement.index, world_.now());
      if (source) add_ways_of(statement, *source, need.conditions);
    }
    need.conditions.push_back(
        {"dynamodb:Select",
         {statement.selected.empty() ? "ALL_ATTRIBUTES" : "SPECIFIC_ATTRIBUTES"}});
  } else {
    add_leading_keys(call, statement.table, known_attributes(statement), need.conditions);
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
