#include "cloudformation/loops.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "cloudformation/functions.h"
#include "cloudformation/parameter_values.h"
#include "cloudformation/template_limits.h"
#include "core/text/ascii.h"

namespace emu::cloudformation {

namespace {

constexpr std::string_view kLoop = "Fn::ForEach::";

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != text.npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
}

class LoopWriter {
 public:
  LoopWriter(const Template& from, const ParameterValues& parameters)
      : from_(from), parameters_(parameters) {}

  Status expand(Node& node, int depth = 0) {
    if (depth > kNodeDepthMax) return error(node.place, "loops are nested too deeply", "");
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      if (!node.is_map() || !node.keys[i].name.starts_with(kLoop)) {
        EMU_CHECK(expand(node.items[i], depth + 1));
        continue;
      }
      const Node loop = node.items[i];
      const Node::Key key = node.keys[i];
      node.remove(key.name);
      EMU_TRY(Node && written, write(loop, key.place, depth));
      EMU_CHECK(insert(node, i, std::move(written)));
      i += written_count_;
      --i;
    }
    return {};
  }

 private:
  Error error(Place place, std::string_view what, std::string_view advice) const {
    return make_error(from_.file, place, fmt::format("Template error: every Fn::ForEach: {}", what),
                      advice);
  }

  Status insert(Node& node, std::size_t at, Node written) {
    written_count_ = written.keys.size();
    for (std::size_t i = 0; i < written.keys.size(); ++i) {
      if (node.find(written.keys[i].name) != nullptr) {
        return error(written.keys[i].place,
                     fmt::format("the key {} comes twice", written.keys[i].name),
                     "the key of a loop contains ${Identifier}");
      }
      const auto offset = static_cast<std::ptrdiff_t>(at + i);
      node.keys.insert(node.keys.begin() + offset, written.keys[i]);
      node.items.insert(node.items.begin() + offset, std::move(written.items[i]));
    }
    return {};
  }

  Result<Node> write(const Node& loop, Place place, int depth) {
    const bool is_good = loop.is_list() && loop.items.size() == 3 && loop.items[0].is_text() &&
                         loop.items[2].is_map();
    if (!is_good) {
      return error(place, "it takes an identifier, a collection and a map",
                   "write Fn::ForEach::Name: [Identifier, [a, b], {\"Key${Identifier}\": value}]");
    }
    EMU_TRY(const std::vector<std::string>& values, collection(loop.items[1]));
    Node written = map_node(place);
    for (const std::string& value : values) {
      Node body = loop.items[2];
      EMU_CHECK(substitute(body, loop.items[0].text, value));
      EMU_CHECK(expand(body, depth + 1));
      EMU_CHECK(insert(written, written.keys.size(), std::move(body)));
    }
    return written;
  }

  Result<std::vector<std::string>> collection(const Node& node) {
    std::vector<std::string> values;
    if (const auto call = as_call(node); call && call->name == "Ref") {
      const Parameter* parameter = from_.find_parameter(call->argument.text);
      const auto given = parameters_.find(call->argument.text);
      if (parameter != nullptr && is_list_type(parameter->type)) {
        return split_list(given != parameters_.end() ? given->second
                                                     : parameter->default_value.value_or(""));
      }
      return error(node.place, "its collection names no list parameter",
                   "the parameter's type is CommaDelimitedList");
    }
    if (!node.is_list()) {
      return error(node.place, "its collection is a list", "write [a, b]");
    }
    for (const Node& item : node.items) {
      const auto call = as_call(item);
      const Node& text = call && call->name == "Ref" ? call->argument : item;
      if (!text.is_scalar()) return error(item.place, "its collection has texts only", "");
      if (call) {
        EMU_TRY(std::string value, parameter_text(text));
        values.push_back(std::move(value));
      } else {
        values.push_back(text.text);
      }
    }
    return values;
  }

  Result<std::string> parameter_text(const Node& name) {
    const Parameter* parameter = from_.find_parameter(name.text);
    const auto given = parameters_.find(name.text);
    if (given != parameters_.end()) return given->second;
    if (parameter != nullptr && parameter->default_value) return *parameter->default_value;
    return error(name.place, fmt::format("there is no parameter {}", name.text), "");
  }

  Status substitute(Node& node, const std::string& identifier, const std::string& value) {
    if (++nodes_ > kNodesMax) return error(node.place, "loops come to too many values", "");
    if (const auto call = as_call(node); call && call->name == "Ref") {
      if (call->argument.text == identifier) node = text_node(value, node.place);
      return {};
    }
    if (node.is_text()) replace(node.text, identifier, value);
    for (Node::Key& key : node.keys) replace(key.name, identifier, value);
    for (Node& item : node.items) EMU_CHECK(substitute(item, identifier, value));
    return {};
  }

  static void replace(std::string& text, const std::string& identifier, const std::string& value) {
    if (text.find('{') == text.npos) return;
    std::string plain = value;
    std::erase_if(plain, [](char c) { return !is_alphanumeric(c); });
    replace_all(text, "${" + identifier + "}", value);
    replace_all(text, "&{" + identifier + "}", plain);
  }

  const Template& from_;
  const ParameterValues& parameters_;
  std::size_t nodes_ = 0;
  std::size_t written_count_ = 0;
};

}  // namespace

Status expand_loops(Node& root, const Template& from, const ParameterValues& parameters) {
  return LoopWriter(from, parameters).expand(root);
}

}  // namespace emu::cloudformation
