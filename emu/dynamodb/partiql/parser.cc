#include "dynamodb/partiql/parser.h"

#include <utility>

#include "dynamodb/limits.h"
#include "dynamodb/partiql/texts.h"

namespace emu::dynamodb::partiql {

std::string table_of(std::string_view source) {
  Lexer lexer(source);
  for (Token token = lexer.next(); token.type != Token::Type::kEnd; token = lexer.next()) {
    if (!is_word(token, "FROM") && !is_word(token, "INTO") && !is_word(token, "UPDATE")) continue;
    const Token name = lexer.next();
    if (name.type == Token::Type::kName) return unquoted(name);
    return name.type == Token::Type::kWord ? std::string(name.text) : std::string();
  }
  return {};
}

Result<Statement> parse(std::string_view source, const std::vector<AttributeValue>& parameters) {
  return Parser(source, parameters).parse();
}

Parser::Parser(std::string_view source, const std::vector<AttributeValue>& parameters)
    : lexer_(source), parameters_(parameters), token_(lexer_.next()), ahead_(lexer_.next()) {}

Result<Statement> Parser::parse() {
  if (accept_keyword("SELECT")) {
    select();
  } else if (at_keyword("EXISTS")) {
    exists();
  } else if (accept_keyword("INSERT")) {
    insert();
  } else if (accept_keyword("UPDATE")) {
    update();
  } else if (accept_keyword("DELETE")) {
    remove();
  } else {
    fail("Expected data manipulation");
  }
  accept_symbol(";");
  if (!at_end()) fail("Unexpected term");
  if (!failed() && next_parameter_ != parameters_.size()) fail(parameters_do_not_match());
  if (failed()) return *std::move(error_);
  return std::move(statement_);
}

void Parser::advance() {
  token_ = ahead_;
  ahead_ = failed() ? Token() : lexer_.next();
}

bool Parser::at_symbol(std::string_view symbol) const {
  return token_.type == Token::Type::kSymbol && token_.text == symbol;
}

bool Parser::at_function() const { return token_.type == Token::Type::kWord && ahead_.text == "("; }

bool Parser::accept_symbol(std::string_view symbol) {
  if (!at_symbol(symbol)) return false;
  advance();
  return true;
}

bool Parser::accept_keyword(std::string_view keyword) {
  if (!at_keyword(keyword)) return false;
  advance();
  return true;
}

void Parser::expect_symbol(std::string_view symbol) {
  if (!accept_symbol(symbol)) fail("Unexpected term");
}

void Parser::expect_keyword(std::string_view keyword) {
  if (!accept_keyword(keyword)) fail("Unexpected term");
}

void Parser::fail(Error error) {
  if (!failed()) error_ = std::move(error);
  token_ = {};
  ahead_ = {};
}

void Parser::fail(std::string_view why) { fail(not_well_formed(why)); }

void Parser::count_operator() {
  if (++operators_ > kExpressionOperatorsMax) fail("Too many operators");
}

Parser::Nesting::Nesting(Parser& parser) : parser_(parser) {
  if (++parser_.nesting_ > kExpressionNestingMax) parser_.fail("Nested too deeply");
}

}  // namespace emu::dynamodb::partiql
