// The clauses of statements.
#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <system_error>
#include <utility>

#include "dynamodb/limits.h"
#include "dynamodb/partiql/parser.h"

namespace emu::dynamodb::partiql {

namespace {

using expression::PathElement;

// Words of the grammar, which are names only in double quotes.
constexpr std::array<std::string_view, 24> kKeywords{
    "ALL",   "AND",  "ASC",   "BETWEEN", "BY",   "DELETE", "DESC",    "EXISTS",
    "FALSE", "FROM", "IN",    "INSERT",  "INTO", "IS",     "MISSING", "NOT",
    "NULL",  "OR",   "ORDER", "SELECT",  "SET",  "TRUE",   "UPDATE",  "WHERE"};

bool is_keyword(const Token& token) {
  return std::any_of(kKeywords.begin(), kKeywords.end(),
                     [&](std::string_view keyword) { return is_word(token, keyword); });
}

}  // namespace

void Parser::select() {
  statement_.kind = Statement::Kind::kSelect;
  projection();
  expect_keyword("FROM");
  table_name();
  if (at_keyword("WHERE")) where();
  if (at_keyword("ORDER")) order_by();
}

void Parser::projection() {
  if (accept_symbol("*")) return;
  do {
    statement_.selected.push_back(path());
  } while (accept_symbol(","));
}

void Parser::order_by() {
  advance();
  expect_keyword("BY");
  do {
    OrderKey& key = statement_.order.emplace_back();
    key.attribute = name();
    key.is_descending = accept_keyword("DESC");
    if (!key.is_descending) accept_keyword("ASC");
  } while (accept_symbol(","));
}

void Parser::exists() {
  advance();
  expect_symbol("(");
  expect_keyword("SELECT");
  select();
  expect_symbol(")");
  statement_.kind = Statement::Kind::kExists;
}

void Parser::insert() {
  statement_.kind = Statement::Kind::kInsert;
  expect_keyword("INTO");
  table_name();
  expect_keyword("VALUE");
  AttributeValue item = value();
  if (M* attributes = item.get_if<M>()) {
    statement_.item = std::move(attributes->entries());
  } else {
    fail("Expected a map as the item");
  }
}

void Parser::update() {
  statement_.kind = Statement::Kind::kUpdate;
  table_name();
  if (!at_keyword("SET") && !at_keyword("REMOVE")) fail("Expected data manipulation");
  while (!failed()) {
    if (accept_keyword("SET")) {
      set_clause();
    } else if (accept_keyword("REMOVE")) {
      remove_clause();
    } else {
      break;
    }
  }
  where();
  if (at_keyword("RETURNING")) returning();
}

void Parser::set_clause() {
  do {
    assignment();
  } while (accept_symbol(","));
}

void Parser::remove_clause() {
  do {
    statement_.update.actions.push_back(
        {.type = expression::UpdateAction::Type::kRemove, .path = path()});
    count_operator();
  } while (accept_symbol(","));
}

void Parser::remove() {
  statement_.kind = Statement::Kind::kDelete;
  expect_keyword("FROM");
  table_name();
  where();
  if (at_keyword("RETURNING")) returning();
}

void Parser::where() {
  expect_keyword("WHERE");
  statement_.where = condition();
}

// RETURNING (ALL | MODIFIED) (OLD | NEW) *, of which a DELETE has ALL OLD * only.
void Parser::returning() {
  advance();
  const bool is_all = accept_keyword("ALL");
  if (!is_all) expect_keyword("MODIFIED");
  const bool is_old = accept_keyword("OLD");
  if (!is_old) expect_keyword("NEW");
  expect_symbol("*");
  if (is_all) {
    statement_.returning = is_old ? Returning::kAllOld : Returning::kAllNew;
  } else {
    statement_.returning = is_old ? Returning::kModifiedOld : Returning::kModifiedNew;
  }
  if (statement_.kind == Statement::Kind::kDelete && statement_.returning != Returning::kAllOld) {
    fail("Only RETURNING ALL OLD * is supported for DELETE");
  }
}

void Parser::table_name() {
  statement_.table = name();
  if (accept_symbol(".")) statement_.index = name();
}

std::string Parser::name() {
  const Token token = token_;
  if (token.type == Token::Type::kName) {
    advance();
    return unquoted(token);
  }
  if (token.type != Token::Type::kWord) {
    fail("Expected identifier");
  } else if (is_keyword(token)) {
    fail("Unexpected keyword");
  } else {
    advance();
  }
  return failed() ? std::string() : std::string(token.text);
}

// 'name' or index, between brackets.
expression::PathElement Parser::subscript() {
  PathElement element{.type = PathElement::Type::kIndex};
  if (token_.type == Token::Type::kString) {
    element = {.type = PathElement::Type::kName, .text = unquoted(token_)};
  } else {
    const char* const end = token_.text.data() + token_.text.size();
    const auto [stop, error] = std::from_chars(token_.text.data(), end, element.index);
    if (error == std::errc::result_out_of_range) {
      fail("The index of a list is too large");
    } else if (error != std::errc() || stop != end) {
      fail("Expected an index of a list");
    }
  }
  advance();
  expect_symbol("]");
  return element;
}

// name, then .name, ['name'] or [index] any number of times.
expression::Path Parser::path() {
  Path path;
  path.push_back({.type = PathElement::Type::kName, .text = name()});
  while (!failed()) {
    if (accept_symbol(".")) {
      path.push_back({.type = PathElement::Type::kName, .text = name()});
    } else if (accept_symbol("[")) {
      path.push_back(subscript());
    } else {
      break;
    }
    if (path.size() > kNestingMax) fail("The document path is nested too deeply");
  }
  return path;
}

}  // namespace emu::dynamodb::partiql
