#include "dynamodb/expression/parser.h"

#include <algorithm>
#include <charconv>

#include "dynamodb/expression/reserved_words.h"
#include "dynamodb/expression/texts.h"
#include "dynamodb/limits.h"

namespace emu::dynamodb::expression {

namespace {

bool equal_without_case(std::string_view a, std::string_view upper) {
  return a.size() == upper.size() &&
         std::equal(a.begin(), a.end(), upper.begin(), [](char x, char y) {
           return (x >= 'a' && x <= 'z' ? static_cast<char>(x - 'a' + 'A') : x) == y;
         });
}

}  // namespace

Parser::Parser(Kind kind, std::string_view source) : kind_(kind), lexer_(source) {
  token_ = lexer_.next();
  if (source.size() > kExpressionBytesMax) {
    fail(expression_too_large(kind, source.size()));
  } else if (at_end()) {
    fail(empty_expression(kind));
  }
}

void Parser::advance() {
  if (failed()) return;
  previous_ = token_;
  token_ = lexer_.next();
}

bool Parser::at_symbol(std::string_view symbol) const {
  return token_.type == Token::Type::kSymbol && token_.text == symbol;
}

bool Parser::at_keyword(std::string_view keyword) const {
  return token_.type == Token::Type::kName && equal_without_case(token_.text, keyword);
}

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
  if (!accept_symbol(symbol)) fail_at_token();
}

bool Parser::at_function() const {
  if (token_.type != Token::Type::kName || at_grammar_word()) return false;
  Lexer ahead = lexer_;
  return ahead.next().text == "(";
}

void Parser::fail(Error error) {
  if (failed()) return;
  error_ = std::move(error);
  token_ = {};
}

// "Near" is the text from the token before the offending one to the token behind it.
void Parser::fail_at_token() {
  if (failed()) return;
  const std::size_t begin = previous_.text.empty() ? token_.offset : previous_.offset;
  const Token next = at_end() ? token_ : lexer_.next();
  const std::size_t last =
      at_end() ? previous_.offset + previous_.text.size()
               : std::max(token_.offset + token_.text.size(), next.offset + next.text.size());
  fail(syntax_error(kind_, at_end() ? "<EOF>" : token_.text,
                    lexer_.source().substr(begin, last - begin)));
}

void Parser::count_operator() {
  if (++operators_ > kExpressionOperatorsMax) fail(too_many_operators(kind_));
}

Error Parser::redundant() const { return redundant_parentheses(kind_); }

Parser::Nesting::Nesting(Parser& parser) : parser_(parser) {
  if (++parser_.nesting_ > kExpressionNestingMax) parser_.fail(nested_too_deeply(parser_.kind_));
}

bool Parser::at_grammar_word() const {
  switch (kind_) {
    case Kind::kUpdate:
      return at_keyword("SET") || at_keyword("REMOVE") || at_keyword("ADD") || at_keyword("DELETE");
    case Kind::kCondition:
    case Kind::kFilter:
    case Kind::kKeyCondition:
      return at_keyword("AND") || at_keyword("OR") || at_keyword("NOT") || at_keyword("BETWEEN") ||
             at_keyword("IN");
    case Kind::kProjection:
      return false;
  }
  return false;
}

Path Parser::path() {
  Path path;
  path.push_back(path_name());
  note_attribute(path.front());
  while (!failed()) {
    if (accept_symbol(".")) {
      path.push_back(path_name());
    } else if (accept_symbol("[")) {
      path.push_back(path_index());
      expect_symbol("]");
    } else {
      break;
    }
  }
  if (path.size() > kNestingMax) fail(path_too_deep(kind_, path.size()));
  return path;
}

void Parser::note_attribute(const PathElement& attribute) {
  const bool is_known =
      std::any_of(attributes_.begin(), attributes_.end(), [&](const PathElement& known) {
        return known.type == attribute.type && known.text == attribute.text;
      });
  if (!is_known) attributes_.push_back(attribute);
}

PathElement Parser::path_name() {
  PathElement element{.type = PathElement::Type::kName, .text = std::string(token_.text)};
  if (token_.type == Token::Type::kNamePlaceholder) {
    element.type = PathElement::Type::kPlaceholder;
    names_.push_back(element.text);
  } else if (token_.type != Token::Type::kName || at_grammar_word()) {
    fail_at_token();
  } else if (is_reserved_word(token_.text)) {
    fail(reserved_keyword(kind_, token_.text));
  }
  advance();
  return element;
}

PathElement Parser::path_index() {
  PathElement element{.type = PathElement::Type::kIndex};
  if (token_.type != Token::Type::kNumber) {
    fail_at_token();
    return element;
  }
  const char* end = token_.text.data() + token_.text.size();
  if (std::from_chars(token_.text.data(), end, element.index).ec != std::errc()) {
    fail(index_too_large(kind_, token_.text));
  }
  advance();
  return element;
}

Operand Parser::path_operand() { return {.type = Operand::Type::kPath, .path = path()}; }

Operand Parser::value_operand() {
  Operand operand{.type = Operand::Type::kValue, .value = std::string(token_.text)};
  if (token_.type != Token::Type::kValue) {
    fail_at_token();
    return operand;
  }
  values_.push_back(operand.value);
  advance();
  return operand;
}

void Parser::require_operands(const FunctionCall& call, std::size_t count) {
  if (call.operands.size() != count) {
    fail(wrong_operand_count(kind_, call.name, call.operands.size()));
  }
}

void Parser::require_path(const FunctionCall& call) {
  if (call.operands.front().type != Operand::Type::kPath) fail(path_required(kind_, call.name));
}

std::vector<std::string> Parser::sorted(std::vector<std::string>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return std::move(words);
}

}  // namespace emu::dynamodb::expression
