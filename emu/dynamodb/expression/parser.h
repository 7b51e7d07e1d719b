// What the parsers of all expressions share: tokens, paths, function calls and the error.
//
// A parser stops at its first error: from then on it sees only the end of the source, and what it
// has built is dropped.
#pragma once

#include <emu/result.h>

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dynamodb/expression/ast.h"
#include "dynamodb/expression/lexer.h"
#include "dynamodb/expression/parsed.h"

namespace emu::dynamodb::expression {

class Parser {
 protected:
  Parser(Kind kind, std::string_view source);

  Kind kind() const { return kind_; }
  const Token& token() const { return token_; }
  bool at_end() const { return token_.type == Token::Type::kEnd; }
  bool failed() const { return error_.has_value(); }

  void advance();
  bool at_symbol(std::string_view symbol) const;
  bool at_keyword(std::string_view keyword) const;  // without regard to case
  bool accept_symbol(std::string_view symbol);
  bool accept_keyword(std::string_view keyword);
  void expect_symbol(std::string_view symbol);
  // Whether the token is a name with an opening parenthesis behind it.
  bool at_function() const;

  void fail(Error error);
  void fail_at_token();

  // Counts an operator or function against their maximum.
  void count_operator();

  Path path();
  Operand path_operand();
  Operand value_operand();

  // name ( operand , … ), where each operand is read by `operand`.
  struct FunctionCall {
    std::string_view name;
    std::vector<Operand> operands;
  };
  template <class ReadOperand>
  FunctionCall function_call(ReadOperand operand) {
    FunctionCall call{.name = token_.text, .operands = {}};
    count_operator();
    advance();
    expect_symbol("(");
    const Nesting nesting(*this);
    do {
      call.operands.push_back(operand());
    } while (!failed() && accept_symbol(","));
    expect_symbol(")");
    return call;
  }
  void require_operands(const FunctionCall& call, std::size_t count);
  // Fails unless the call's first operand is a path.
  void require_path(const FunctionCall& call);

  // What `read` reads, which may stand in one pair of parentheses.
  template <class Read>
  Operand in_parentheses(Read read) {
    if (!accept_symbol("(")) return read();
    if (at_symbol("(")) fail(redundant());
    Operand inner = read();
    expect_symbol(")");
    return inner;
  }

  // One more function call inside another, for as long as it lives.
  class Nesting {
   public:
    explicit Nesting(Parser& parser);
    ~Nesting() { --parser_.nesting_; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;

   private:
    Parser& parser_;
  };

  template <class T>
  Result<Parsed<T>> finish(T tree) {
    if (!failed() && !at_end()) fail_at_token();
    if (failed()) return std::move(*error_);
    return Parsed<T>{.tree = std::move(tree),
                     .names = sorted(names_),
                     .values = sorted(values_),
                     .attributes = std::move(attributes_)};
  }

 private:
  Error redundant() const;
  PathElement path_name();
  PathElement path_index();
  void note_attribute(const PathElement& attribute);
  // Words that the grammar of this expression has for itself.
  bool at_grammar_word() const;
  static std::vector<std::string> sorted(std::vector<std::string>& words);

  Kind kind_;
  Lexer lexer_;
  Token previous_ = {};
  Token token_ = {};
  std::optional<Error> error_ = {};
  std::size_t operators_ = 0;
  std::size_t nesting_ = 0;
  std::vector<std::string> names_ = {};
  std::vector<std::string> values_ = {};
  std::vector<PathElement> attributes_ = {};
};

}  // namespace emu::dynamodb::expression
