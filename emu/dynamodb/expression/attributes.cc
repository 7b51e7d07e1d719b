#include "dynamodb/expression/attributes.h"

#include <set>
#include <string_view>

namespace emu::dynamodb::expression {

namespace {

class Attributes {
 public:
  void add(const Path& path) {
    if (!path.empty()) names_.insert(path.front().text);
  }
  void add(const Operand& operand) {
    if (operand.type == Operand::Type::kPath) add(operand.path);
    for (const Operand& inner : operand.operands) add(inner);
  }
  void add(const Condition& condition) {
    for (const Operand& operand : condition.operands) add(operand);
    for (const Condition& child : condition.children) add(child);
  }

  std::vector<PathElement> elements() const {
    std::vector<PathElement> list;
    for (const std::string_view name : names_) {
      list.push_back({.type = PathElement::Type::kName, .text = std::string(name)});
    }
    return list;
  }

 private:
  std::set<std::string_view> names_ = {};
};

}  // namespace

std::vector<PathElement> attributes_of(const Condition& condition) {
  Attributes attributes;
  attributes.add(condition);
  return attributes.elements();
}

std::vector<PathElement> attributes_of(const Update& update) {
  Attributes attributes;
  for (const UpdateAction& action : update.actions) {
    attributes.add(action.path);
    attributes.add(action.operand);
  }
  return attributes.elements();
}

std::vector<PathElement> attributes_of(const std::vector<Path>& paths) {
  Attributes attributes;
  for (const Path& path : paths) attributes.add(path);
  return attributes.elements();
}

}  // namespace emu::dynamodb::expression
