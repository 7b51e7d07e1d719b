#include "rdsdata/engine/schema_depth.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/text/ascii.h"
#include "rdsdata/errors.h"
#include "rdsdata/limits.h"
#include "rdsdata/sql/token.h"

namespace emu::rdsdata {

namespace {

struct SchemaNode {
  std::size_t weight = 1;
  std::vector<std::string> below = {};  // one for each time that it is named
};

using SchemaGraph = std::map<std::string, SchemaNode>;

// The longest way down, and how much there is when everything below is written out.
struct SchemaExtent {
  std::size_t depth = 0;
  std::size_t size = 0;
  bool operator==(const SchemaExtent&) const = default;
};

SchemaExtent extent_of(const SchemaNode& node, const std::map<std::string, SchemaExtent>& known) {
  SchemaExtent extent{.size = node.weight};
  for (const std::string& name : node.below) {
    const auto found = known.find(name);
    if (found == known.end()) continue;
    extent.depth = std::max(extent.depth, found->second.depth);
    extent.size = std::min(extent.size + found->second.size, kViewSizeMax + 1);
  }
  extent.depth += node.weight;
  return extent;
}

// Empty when it is deeper than that, or a circle. Goes round until nothing changes any more: each
// round that does not end it makes something deeper.
std::optional<SchemaExtent> extent_of(const SchemaGraph& graph, std::size_t depth_max) {
  std::map<std::string, SchemaExtent> known;
  SchemaExtent most;
  for (bool has_changed = true; has_changed;) {
    has_changed = false;
    for (const auto& [name, node] : graph) {
      const SchemaExtent extent = extent_of(node, known);
      if (extent.depth > depth_max) return std::nullopt;
      SchemaExtent& before = known[name];
      has_changed = has_changed || before != extent;
      before = extent;
      most.size = std::max(most.size, extent.size);
      most.depth = std::max(most.depth, extent.depth);
    }
  }
  return most;
}

// Whether a name at this place can be that of a table or view.
bool is_table_place(const Tokens& tokens, std::size_t at) {
  if (at == 0 || token_at(tokens, at + 1).is_symbol(".")) return false;
  const Token& before = tokens[at - 1];
  return before.is("from") || before.is("join") || before.is("in") || before.is_symbol(",") ||
         before.is_symbol("(") || before.is_symbol(".");
}

SchemaNode view_node(const std::string& name, const Tokens& tokens,
                     const std::map<std::string, std::string>& views) {
  SchemaNode node{.weight = std::max<std::size_t>(selects_of(tokens), 1)};
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (!is_table_place(tokens, at)) continue;
    std::string named = lower_case(tokens[at].text);
    if (named != name && views.contains(named)) node.below.push_back(std::move(named));
  }
  return node;
}

// Their texts are SQLite's, whose names and literals PostgreSQL's grammar reads.
SchemaGraph views_of(Connection& connection) {
  const PreparedStatement rows =
      connection.prepare_own("SELECT lower(name), sql FROM main.sqlite_schema WHERE type = 'view'");
  std::map<std::string, std::string> views;
  while (sqlite3_step(rows.get()) == SQLITE_ROW) {
    views.emplace(column_text(rows.get(), 0), column_text(rows.get(), 1));
  }
  SchemaGraph graph;
  for (const auto& [name, sql] : views) {
    const auto tokens = tokenize({.engine = Engine::kPostgreSql}, sql);
    if (tokens) graph.emplace(name, view_node(name, *tokens, views));
  }
  return graph;
}

// From tables to those that are changed with them.
SchemaGraph foreign_keys_of(Connection& connection, std::size_t& count) {
  const PreparedStatement rows = connection.prepare_own(
      "SELECT lower(t.name), lower(f.\"table\") FROM main.sqlite_schema t JOIN "
      "pragma_foreign_key_list(t.name) f WHERE t.type = 'table' AND lower(f.\"table\") <> "
      "lower(t.name) AND (f.on_update IN ('CASCADE', 'SET NULL', 'SET DEFAULT') OR f.on_delete IN "
      "('CASCADE', 'SET NULL', 'SET DEFAULT'))");
  SchemaGraph graph;
  for (; sqlite3_step(rows.get()) == SQLITE_ROW; ++count) {
    const std::string child(column_text(rows.get(), 0));
    graph[child];
    graph[std::string(column_text(rows.get(), 1))].below.push_back(child);
  }
  return graph;
}

}  // namespace

Status check_schema_depth(Connection& connection) {
  const PreparedStatement parts = connection.prepare_own(
      "SELECT count(*), coalesce(sum(length(CAST(sql AS BLOB))), 0) FROM main.sqlite_schema");
  const bool is_known = sqlite3_step(parts.get()) == SQLITE_ROW;
  if (!is_known || sqlite3_column_int64(parts.get(), 0) > kSchemaPartsMax ||
      sqlite3_column_int64(parts.get(), 1) > kSchemaBytesMax) {
    return no_equivalent(connection.dialect(), "more tables, views and indexes");
  }
  const auto views = extent_of(views_of(connection), kViewDepthMax);
  if (!views || views->size > kViewSizeMax) {
    return no_equivalent(connection.dialect(), "views that deep in each other");
  }
  std::size_t count = 0;
  const SchemaGraph keys = foreign_keys_of(connection, count);
  // Few of them may go in circles.
  if (count > kForeignKeyDepthMax && !extent_of(keys, kForeignKeyDepthMax)) {
    return no_equivalent(connection.dialect(), "foreign keys that lead that far");
  }
  return {};
}

}  // namespace emu::rdsdata
