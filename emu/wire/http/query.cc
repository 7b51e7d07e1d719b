#include "wire/http/query.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/percent.h"
#include "wire/limits.h"

namespace emu::wire {

namespace {

Error malformed() {
  return {.code = "MalformedQueryString",
          .message = "The query string contains a syntax error.",
          .status = 400};
}

bool is_path(std::string_view name) {
  return !name.empty() && name.front() != '.' && name.back() != '.' &&
         name.find("..") == std::string_view::npos &&
         std::count(name.begin(), name.end(), '.') < static_cast<std::ptrdiff_t>(kQueryDepthMax);
}

std::optional<std::uint32_t> list_number(std::string_view name) {
  std::uint32_t number = 0;
  const char* const end = name.data() + name.size();
  const auto [at, error] = std::from_chars(name.data(), end, number);
  if (error != std::errc() || at != end || number == 0) return std::nullopt;
  return number;
}

}  // namespace

const QueryNode::Children& QueryNode::children() const {
  static const Children kNone;
  return children_ ? *children_ : kNone;
}

const QueryNode* QueryNode::find(std::string_view path) const {
  const QueryNode* node = this;
  while (!path.empty()) {
    const Children& below = node->children();
    const auto found = below.find(take_until(path, '.'));
    if (found == below.end()) return nullptr;
    node = &found->second;
  }
  return node;
}

const std::string* QueryNode::text(std::string_view path) const {
  const QueryNode* node = find(path);
  return node != nullptr && node->value_ ? &*node->value_ : nullptr;
}

std::vector<const QueryNode*> QueryNode::list() const {
  std::vector<std::pair<std::uint32_t, const QueryNode*>> numbered;
  for (const auto& [name, node] : children()) {
    if (const auto number = list_number(name)) numbered.emplace_back(*number, &node);
  }
  if (numbered.empty() && children().size() == 1) {
    const QueryNode& inner = children().begin()->second;
    if (!inner.value_) return inner.list();
  }
  std::sort(numbered.begin(), numbered.end());
  std::vector<const QueryNode*> nodes;
  nodes.reserve(numbered.size());
  for (const auto& [number, node] : numbered) nodes.push_back(node);
  return nodes;
}

QueryNode* QueryNode::make(std::string_view path) {
  QueryNode* node = this;
  while (!path.empty()) {
    if (!node->children_) node->children_ = std::make_shared<Children>();
    const std::string_view part = take_until(path, '.');
    auto found = node->children_->find(part);
    if (found == node->children_->end()) {
      found = node->children_->emplace(std::string(part), QueryNode()).first;
    }
    node = &found->second;
  }
  return node;
}

Result<QueryNode> parse_query_form(std::string_view form) {
  if (std::count(form.begin(), form.end(), '&') > static_cast<std::ptrdiff_t>(kQueryPairsMax)) {
    return malformed();
  }
  auto pairs = parse_query(form, Plus::kIsSpace);
  if (!pairs) return malformed();
  QueryNode root;
  for (auto& [name, value] : *pairs) {
    if (!is_path(name)) return malformed();
    root.make(name)->value_ = std::move(value);
  }
  return root;
}

}  // namespace emu::wire
