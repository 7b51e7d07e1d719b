// Literals and parameters. Source: Amazon DynamoDB Developer Guide, "PartiQL data types for
// DynamoDB".
#include <fmt/format.h>

#include <utility>

#include "dynamodb/partiql/parser.h"
#include "dynamodb/partiql/texts.h"

namespace emu::dynamodb::partiql {

bool Parser::at_value() const {
  switch (token_.type) {
    case Token::Type::kString:
    case Token::Type::kNumber:
      return true;
    case Token::Type::kSymbol:
      return at_symbol("?") || at_symbol("[") || at_symbol("{") || at_symbol("<<") ||
             at_symbol("+") || at_symbol("-");
    case Token::Type::kWord:
      return at_keyword("TRUE") || at_keyword("FALSE") || at_keyword("NULL");
    default:
      return false;
  }
}

AttributeValue Parser::value() {
  const Token token = token_;
  if (token.type == Token::Type::kString) {
    advance();
    return S(unquoted(token));
  }
  if (token.type == Token::Type::kNumber) return number({});
  if (accept_keyword("TRUE")) return Bool(true);
  if (accept_keyword("FALSE")) return Bool(false);
  if (accept_keyword("NULL")) return Null();
  if (accept_symbol("?")) return parameter();
  if (accept_symbol("-")) return number("-");
  if (accept_symbol("+")) return number({});
  if (at_symbol("[")) return list();
  if (at_symbol("<<")) return set();
  if (at_symbol("{")) return map();
  fail("Expected a value");
  return {};
}

AttributeValue Parser::parameter() {
  if (next_parameter_ >= parameters_.size()) {
    fail(parameters_do_not_match());
    return {};
  }
  return parameters_[next_parameter_++];
}

AttributeValue Parser::number(std::string_view sign) {
  if (token_.type != Token::Type::kNumber) {
    fail("Expected a number");
    return {};
  }
  std::string text = fmt::format("{}{}", sign, token_.text);
  advance();
  return N(std::move(text));
}

AttributeValue Parser::list() {
  const Nesting nesting(*this);
  std::vector<AttributeValue> elements;
  advance();
  if (accept_symbol("]")) return L();
  do {
    elements.push_back(value());
  } while (accept_symbol(","));
  expect_symbol("]");
  return L(std::move(elements));
}

// All elements are of one type, S, N or B, which makes it a set of that type.
AttributeValue Parser::set() {
  const Nesting nesting(*this);
  SS texts;
  NS numbers;
  BS blobs;
  std::size_t elements = 0;
  advance();
  do {
    const AttributeValue element = value();
    ++elements;
    if (const S* text = element.get_if<S>()) {
      texts.values.push_back(text->value);
    } else if (const N* number = element.get_if<N>()) {
      numbers.values.push_back(number->value);
    } else if (const B* blob = element.get_if<B>()) {
      blobs.values.push_back(blob->value);
    } else {
      fail("Elements of a set are texts, numbers or binaries");
    }
  } while (accept_symbol(","));
  expect_symbol(">>");
  if (texts.values.size() == elements) return texts;
  if (numbers.values.size() == elements) return numbers;
  if (blobs.values.size() == elements) return blobs;
  fail("Elements of a set are of one type");
  return {};
}

AttributeValue Parser::map() {
  const Nesting nesting(*this);
  M attributes;
  advance();
  if (accept_symbol("}")) return attributes;
  do {
    const Token key = token_;
    if (key.type != Token::Type::kString && key.type != Token::Type::kName) {
      fail("Expected a name in quotes");
      break;
    }
    advance();
    expect_symbol(":");
    if (!attributes.entries().emplace(unquoted(key), value()).second)
      fail("Duplicate name in a map");
  } while (accept_symbol(","));
  expect_symbol("}");
  return attributes;
}

expression::Operand Parser::placeholder(AttributeValue value) {
  std::string name = fmt::format(":{}", statement_.values.size());
  statement_.values.emplace(name, std::move(value));
  return {.type = Operand::Type::kValue, .value = std::move(name)};
}

}  // namespace emu::dynamodb::partiql
