#include "ses/template_parser.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "core/text/ascii.h"
#include "ses/errors.h"

namespace emu::ses {

namespace {

using Node = MailTemplate::Node;
using Kind = Node::Kind;

struct Tag {
  std::string_view text;  // between the braces, trimmed
  bool is_comment = false;
};

Error invalid_template(std::string_view why) {
  return error(errors::kInvalidTemplate, fmt::format("Invalid template: {}", why));
}

std::string_view trim_blanks(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::optional<Kind> block_kind(std::string_view word) {
  if (word == "if") return Kind::kIf;
  if (word == "unless") return Kind::kUnless;
  if (word == "each") return Kind::kEach;
  if (word == "with") return Kind::kWith;
  return std::nullopt;
}

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::kIf:
      return "if";
    case Kind::kUnless:
      return "unless";
    case Kind::kEach:
      return "each";
    case Kind::kWith:
      return "with";
    default:
      return "inline";
  }
}

class Parser {
 public:
  explicit Parser(std::string_view text) : rest_(text) {}

  Result<std::vector<Node>> parse() {
    EMU_TRY(std::vector<Node> nodes, sequence(0));
    if (!stop_.empty()) return invalid_template(fmt::format("unexpected {{{{{}}}}}", stop_));
    return nodes;
  }

 private:
  // Up to a tag that ends a sequence, which becomes stop_, or to the end of the text.
  Result<std::vector<Node>> sequence(std::size_t depth) {
    if (depth > kTemplateDepthMax) return invalid_template("blocks are nested too deeply");
    std::vector<Node> nodes;
    stop_ = {};
    while (!rest_.empty()) {
      const auto open = rest_.find("{{");
      if (open != 0) {
        nodes.push_back({.text = std::string(rest_.substr(0, open))});
        rest_.remove_prefix(open == rest_.npos ? rest_.size() : open);
        continue;
      }
      EMU_TRY(const Tag tag, take_tag());
      if (tag.is_comment) continue;
      if (tag.text == "else" || tag.text == "^" || tag.text.starts_with('/')) {
        stop_ = tag.text;
        return nodes;
      }
      EMU_TRY(Node node, node_of(tag.text, depth));
      nodes.push_back(std::move(node));
    }
    return nodes;
  }

  Result<Tag> take_tag() {
    const bool is_triple = rest_.starts_with("{{{");
    const bool is_long_comment = rest_.starts_with("{{!--");
    const std::string_view closing = is_long_comment ? "--}}" : is_triple ? "}}}" : "}}";
    const std::size_t begin = is_triple ? 3 : 2;
    const auto end = rest_.find(closing, begin);
    if (end == rest_.npos) return invalid_template("a tag is not closed");
    Tag tag{.text = trim_blanks(rest_.substr(begin, end - begin))};
    tag.is_comment = tag.text.starts_with('!');
    rest_.remove_prefix(end + closing.size());
    if (tag.text.starts_with('&')) tag.text = trim_blanks(tag.text.substr(1));
    if (tag.text.empty()) return invalid_template("a tag is empty");
    return tag;
  }

  Result<Node> node_of(std::string_view tag, std::size_t depth) {
    if (tag.starts_with('>')) {
      return Node{.kind = Kind::kPartial, .text = std::string(trim_blanks(tag.substr(1)))};
    }
    if (tag.starts_with('#')) return block(trim_blanks(tag.substr(1)), depth);
    if (tag.find_first_of(" \t\r\n") != tag.npos) {
      return invalid_template(fmt::format("{{{{{}}}}} is not known", tag));
    }
    return Node{.kind = Kind::kValue, .text = std::string(tag)};
  }

  Result<Node> block(std::string_view tag, std::size_t depth) {
    Node node;
    std::string_view argument = tag;
    if (tag.starts_with('*')) {
      argument = trim_blanks(tag.substr(1));
      if (!argument.starts_with("inline")) return invalid_template("only inline is a decorator");
      argument = trim_blanks(argument.substr(6));
      if (argument.size() > 2 && argument.front() == argument.back()) {
        argument = argument.substr(1, argument.size() - 2);
      }
      node.kind = Kind::kInline;
    } else {
      const std::string_view word = argument.substr(0, argument.find_first_of(" \t\r\n"));
      const auto kind = block_kind(word);
      if (!kind) return invalid_template(fmt::format("{{{{#{}}}}} is not known", word));
      node.kind = *kind;
      argument = trim_blanks(argument.substr(word.size()));
    }
    if (argument.empty()) return invalid_template("a block names nothing");
    node.text = std::string(argument);
    EMU_TRY(node.body, sequence(depth + 1));
    if (stop_ == "else" || stop_ == "^") {
      EMU_TRY(node.otherwise, sequence(depth + 1));
    }
    if (trim_blanks(stop_.substr(stop_.empty() ? 0 : 1)) != name_of(node.kind)) {
      return invalid_template(fmt::format("{{{{/{}}}}} is missing", name_of(node.kind)));
    }
    stop_ = {};
    return node;
  }

  std::string_view rest_;
  std::string_view stop_ = {};
};

}  // namespace

Result<std::vector<MailTemplate::Node>> parse_template(std::string_view text) {
  return Parser(text).parse();
}

}  // namespace emu::ses
