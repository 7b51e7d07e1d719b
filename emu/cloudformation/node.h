// A template's text as a tree: JSON or YAML, with every value's line and column.
//
// The short tags of YAML are read into their long forms: `!Ref Queue` is {"Ref": "Queue"},
// `!GetAtt Queue.Arn` is {"Fn::GetAtt": ["Queue", "Arn"]}, `!Sub …` is {"Fn::Sub": …}.
#pragma once

#include <emu/result.h>

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace emu::cloudformation {

// Both count from 1. A line of 0 is nowhere: what a transform has made up.
struct Place {
  int line = 0;
  int column = 0;
  friend bool operator==(const Place&, const Place&) = default;
};

struct Node {
  enum class Kind { kNull, kBoolean, kNumber, kText, kList, kMap };
  struct Key {
    std::string name = {};
    Place place = {};
  };

  Kind kind = Kind::kNull;
  Place place = {};
  std::string text = {};         // of a scalar, as it was written: "true", "30", "seat"
  std::vector<Node> items = {};  // of a list or a map
  std::vector<Key> keys = {};    // of a map: keys[i] stands before items[i]

  bool is_null() const { return kind == Kind::kNull; }
  bool is_text() const { return kind == Kind::kText; }
  bool is_list() const { return kind == Kind::kList; }
  bool is_map() const { return kind == Kind::kMap; }
  bool is_scalar() const { return !is_list() && !is_map() && !is_null(); }

  // The value of a key, or null when this is no map or has no such key. Linear.
  const Node* find(std::string_view key) const;
  Node* find(std::string_view key);
  // The text of a key that has a scalar, else empty.
  std::string_view text_of(std::string_view key) const;
  // Sets a key's value, which stays where it is when the key is there already.
  Node& set(std::string_view key, Node value);
  void remove(std::string_view key);
};

// Values that have no place, or another value's.
Node text_node(std::string_view text, Place place = {});
Node number_node(std::int64_t number, Place place = {});
Node boolean_node(bool value, Place place = {});
Node list_node(std::vector<Node> items = {}, Place place = {});
Node map_node(Place place = {});
// {"Ref": name} and {"Fn::GetAtt": [name, attribute]}.
Node ref_node(std::string_view name, Place place = {});
Node get_att_node(std::string_view name, std::string_view attribute, Place place = {});

// Where the value stands that a JSON pointer such as "/Environment/Variables/TABLE" leads to, or
// the last one on the way there. It looks through Fn::If and other functions no further.
Place place_at(const Node& root, std::string_view pointer);

// As a document: functions stay as they are written.
nlohmann::json to_json(const Node& node);
// Without places.
Node from_json(const nlohmann::json& document);

// Reads a text of at most kTemplateBytesMax. A text whose first character is `{` is JSON. The error
// is as make_error() has it.
Result<Node> read_node(std::string_view text, std::string_view file);

// A ValidationError with AWS's text. When the template is a file, which the API's are not, it is
// "<file>:<line>:<column>: <text>", and `advice`, what to write instead, follows.
Error make_error(std::string_view file, Place place, std::string_view text,
                 std::string_view advice = {});

}  // namespace emu::cloudformation
