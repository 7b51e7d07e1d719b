#include "dynamodb/access.h"

#include <set>
#include <string>

#include "dynamodb/expression/lexer.h"
#include "dynamodb/expression/reserved_words.h"

namespace emu::dynamodb {

namespace {

using expression::Token;
using Names = std::map<std::string, std::string>;

class Attributes {
 public:
  template <class Map>
  void add_keys(const Map& map) {
    for (const auto& [name, value] : map) names_.insert(name);
  }
  void add_names(const std::vector<std::string>& names) {
    names_.insert(names.begin(), names.end());
  }
  // The paths' first names. The words of the grammar are reserved words, so no attribute has one of
  // them for its name; an expression that is malformed is refused soon after.
  void add_paths(const std::optional<std::string>& expression, const Names& placeholders) {
    if (!expression) return;
    expression::Lexer lexer(*expression);
    bool is_inside_path = false;
    for (Token token = lexer.next(); token.type != Token::Type::kEnd; token = lexer.next()) {
      expression::Lexer ahead = lexer;
      const bool is_function = ahead.next().text == "(";
      if (token.type == Token::Type::kNamePlaceholder && !is_inside_path) {
        const auto name = placeholders.find(std::string(token.text));
        if (name != placeholders.end()) names_.insert(name->second);
      } else if (token.type == Token::Type::kName && !is_inside_path && !is_function &&
                 !expression::is_reserved_word(token.text)) {
        names_.emplace(token.text);
      }
      is_inside_path = token.text == ".";
    }
  }

  void write(std::vector<ConditionValue>& out) {
    if (names_.empty()) return;
    out.push_back({.key = "dynamodb:Attributes", .values = {names_.begin(), names_.end()}});
  }

 private:
  std::set<std::string> names_ = {};
};

// What the expressions and older parameters of a request speak of, whichever of them it has.
template <class Op>
Attributes spoken_of(const Op& in) {
  Attributes attributes;
  if constexpr (requires { in.item; }) attributes.add_keys(in.item);
  if constexpr (requires { in.key; }) attributes.add_keys(in.key);
  if constexpr (requires { in.attribute_updates; }) attributes.add_keys(in.attribute_updates);
  if constexpr (requires { in.expected; }) attributes.add_keys(in.expected);
  if constexpr (requires { in.attributes_to_get; }) attributes.add_names(in.attributes_to_get);
  const Names& names = in.expression_attribute_names;
  if constexpr (requires { in.update_expression; }) {
    attributes.add_paths(in.update_expression, names);
  }
  if constexpr (requires { in.condition_expression; }) {
    attributes.add_paths(in.condition_expression, names);
  }
  if constexpr (requires { in.projection_expression; }) {
    attributes.add_paths(in.projection_expression, names);
  }
  return attributes;
}

template <class Op>
void add_keys_of_write(const Op& in, std::vector<ConditionValue>& out) {
  spoken_of(in).write(out);
  std::optional<std::string> return_values;
  if constexpr (requires { in.return_values; }) return_values = in.return_values;
  out.push_back({.key = "dynamodb:ReturnValues", .values = {return_values.value_or("NONE")}});
}

template <class Op>
void add_keys_of_read(const Op& in, std::vector<ConditionValue>& out) {
  spoken_of(in).write(out);
  bool is_specific = in.projection_expression.has_value();
  if constexpr (requires { in.attributes_to_get; }) {
    is_specific = is_specific || !in.attributes_to_get.empty();
  }
  out.push_back({.key = "dynamodb:Select",
                 .values = {is_specific ? "SPECIFIC_ATTRIBUTES" : "ALL_ATTRIBUTES"}});
}

// What Query and Scan have in common.
template <class Op>
void add_read(const Op& in, Attributes& attributes) {
  attributes.add_names(in.attributes_to_get);
  attributes.add_paths(in.projection_expression, in.expression_attribute_names);
  attributes.add_paths(in.filter_expression, in.expression_attribute_names);
}

template <class Op>
void add_select(const Op& in, std::vector<ConditionValue>& out) {
  const bool is_specific = in.projection_expression || !in.attributes_to_get.empty();
  const char* const otherwise = is_specific     ? select_values::kSpecificAttributes
                                : in.index_name ? select_values::kAllProjectedAttributes
                                                : select_values::kAllAttributes;
  out.push_back({.key = "dynamodb:Select", .values = {in.select.value_or(otherwise)}});
}

}  // namespace

void add_attribute_keys(const PutItem& in, std::vector<ConditionValue>& out) {
  add_keys_of_write(in, out);
}

void add_attribute_keys(const GetItem& in, std::vector<ConditionValue>& out) {
  add_keys_of_read(in, out);
}

void add_attribute_keys(const UpdateItem& in, std::vector<ConditionValue>& out) {
  add_keys_of_write(in, out);
}

void add_attribute_keys(const DeleteItem& in, std::vector<ConditionValue>& out) {
  add_keys_of_write(in, out);
}

void add_attribute_keys(const ConditionCheck& in, std::vector<ConditionValue>& out) {
  add_keys_of_write(in, out);
}

void add_attribute_keys(const Put& in, std::vector<ConditionValue>& out) {
  add_keys_of_write(in, out);
}

void add_attribute_keys(const Update& in, std::vector<ConditionValue>& out) {
  add_keys_of_write(in, out);
}

void add_attribute_keys(const Delete& in, std::vector<ConditionValue>& out) {
  add_keys_of_write(in, out);
}

void add_attribute_keys(const Get& in, std::vector<ConditionValue>& out) {
  add_keys_of_read(in, out);
}

void add_attribute_keys(const BatchGetItem& in, std::vector<ConditionValue>& out) {
  Attributes attributes;
  bool is_specific = true;
  for (const auto& [table_name, request] : in.request_items) {
    for (const Item& key : request.keys) attributes.add_keys(key);
    attributes.add_names(request.attributes_to_get);
    attributes.add_paths(request.projection_expression, request.expression_attribute_names);
    is_specific =
        is_specific && (request.projection_expression || !request.attributes_to_get.empty());
  }
  attributes.write(out);
  out.push_back({.key = "dynamodb:Select",
                 .values = {is_specific ? select_values::kSpecificAttributes
                                        : select_values::kAllAttributes}});
}

void add_attribute_keys(const BatchWriteItem& in, std::vector<ConditionValue>& out) {
  Attributes attributes;
  for (const auto& [table_name, requests] : in.request_items) {
    for (const WriteRequest& request : requests) {
      if (request.put_request) attributes.add_keys(request.put_request->item);
      if (request.delete_request) attributes.add_keys(request.delete_request->key);
    }
  }
  attributes.write(out);
}

void add_attribute_keys(const Query& in, std::vector<ConditionValue>& out) {
  Attributes attributes;
  attributes.add_keys(in.key_conditions);
  attributes.add_keys(in.query_filter);
  attributes.add_paths(in.key_condition_expression, in.expression_attribute_names);
  add_read(in, attributes);
  attributes.write(out);
  add_select(in, out);
}

void add_attribute_keys(const Scan& in, std::vector<ConditionValue>& out) {
  Attributes attributes;
  attributes.add_keys(in.scan_filter);
  add_read(in, attributes);
  attributes.write(out);
  add_select(in, out);
}

}  // namespace emu::dynamodb
