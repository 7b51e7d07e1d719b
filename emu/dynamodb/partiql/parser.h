// The parser of PartiQL statements.
//
// It stops at its first error: from then on it sees only the end of the source, and what it has
// built is dropped. Depth and the number of operators are bounded, as in expressions. Source:
// Amazon DynamoDB Developer Guide, "PartiQL - a SQL-compatible query language for Amazon DynamoDB"
// and its subpages.
#pragma once

#include <emu/dynamodb/value.h>
#include <emu/result.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dynamodb/expression/ast.h"
#include "dynamodb/partiql/lexer.h"
#include "dynamodb/partiql/statement.h"

namespace emu::dynamodb::partiql {

class Parser {
 public:
  Parser(std::string_view source, const std::vector<AttributeValue>& parameters);
  Result<Statement> parse();

 private:
  using Condition = expression::Condition;
  using Operand = expression::Operand;
  using Path = expression::Path;

  // statements.cc
  void select();
  void exists();
  void insert();
  void update();
  void remove();
  void projection();
  void order_by();
  void table_name();
  void set_clause();
  void remove_clause();
  void where();
  void returning();
  std::string name();
  Path path();
  expression::PathElement subscript();

  // conditions.cc
  Condition condition();
  Condition conjunction();
  Condition negation();
  Condition term();
  Condition function();
  Condition comparison();
  Condition behind_operand(Operand operand);
  Condition is_something(Operand operand);
  Condition in_list(Operand operand);
  Operand operand();

  // updates.cc
  void assignment();
  Operand assigned();
  Operand assigned_term();
  void set_function(const Path& target, expression::UpdateAction::Type type);

  // values.cc
  bool at_value() const;
  AttributeValue value();
  AttributeValue parameter();
  AttributeValue number(std::string_view sign);
  AttributeValue list();
  AttributeValue set();
  AttributeValue map();
  Operand placeholder(AttributeValue value);

  // Tokens.
  void advance();
  bool at_end() const { return token_.type == Token::Type::kEnd; }
  bool at_symbol(std::string_view symbol) const;
  bool at_keyword(std::string_view keyword) const { return is_word(token_, keyword); }
  bool at_function() const;
  bool accept_symbol(std::string_view symbol);
  bool accept_keyword(std::string_view keyword);
  void expect_symbol(std::string_view symbol);
  void expect_keyword(std::string_view keyword);

  bool failed() const { return error_.has_value(); }
  void fail(Error error);
  void fail(std::string_view why);
  void count_operator();

  // One more level of parentheses, functions and collections, for as long as it lives.
  class Nesting {
   public:
    explicit Nesting(Parser& parser);
    ~Nesting() { --parser_.nesting_; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;

   private:
    Parser& parser_;
  };

  Lexer lexer_;
  const std::vector<AttributeValue>& parameters_;
  Token token_ = {};
  Token ahead_ = {};
  std::optional<Error> error_ = {};
  std::size_t next_parameter_ = 0;
  std::size_t operators_ = 0;
  std::size_t nesting_ = 0;
  Statement statement_ = {};
};

}  // namespace emu::dynamodb::partiql
