// Bodies of the AWS Query protocol: a form whose names are paths.
//
//   Action=SendMessageBatch&Entry.1.Id=a&Entry.2.Id=b
//
//   tree->text("Action")                     "SendMessageBatch"
//   tree->find("Entry")->list()              two nodes, by their numbers
//   tree->find("Entry")->list()[0]->text("Id")   "a"
#pragma once

#include <emu/result.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace emu::wire {

// A name that has a value, or names below it, or both.
class QueryNode {
 public:
  const std::optional<std::string>& value() const { return value_; }

  // The node of a dotted path below this one, or null.
  const QueryNode* find(std::string_view path) const;
  // The value at that path, or null.
  const std::string* text(std::string_view path) const;

  // The nodes below whose names are positive numbers, in the order of the numbers. Lists may have
  // gaps. The flattened form, and that with "member" or another name in between, are both read.
  std::vector<const QueryNode*> list() const;

  using Children = std::map<std::string, QueryNode, std::less<>>;
  const Children& children() const;

 private:
  friend Result<QueryNode> parse_query_form(std::string_view form);

  QueryNode* make(std::string_view path);

  std::optional<std::string> value_ = {};
  std::shared_ptr<Children> children_ = {};
};

// Of a name that comes twice the last value holds. Refused as MalformedQueryString: what cannot be
// decoded, names without a part ("a..b") or with too many, and too many pairs.
Result<QueryNode> parse_query_form(std::string_view form);

}  // namespace emu::wire
