#include "apigatewayv2/route_tree.h"

namespace emu::apigatewayv2 {

// One request on its way down the tree.
struct RouteTree::Search {
  std::string_view method;
  bool any_too = true;
  std::vector<std::string_view> parts;
  std::string_view path;
  std::vector<std::string_view> values = {};  // of the variables on the way

  const Target* of_method(const Methods& methods) const {
    auto found = methods.find(method);
    if (found == methods.end() && any_too) found = methods.find("ANY");
    return found == methods.end() ? nullptr : &found->second;
  }

  const Target* whole(const Node& node, std::size_t depth) {
    if (depth == parts.size()) return of_method(node.methods);
    return below(node, depth, [this](const Node& child, std::size_t d) { return whole(child, d); });
  }

  const Target* greedy(const Node& node, std::size_t depth) {
    if (depth == parts.size()) return nullptr;
    const Target* deeper =
        below(node, depth, [this](const Node& child, std::size_t d) { return greedy(child, d); });
    if (deeper != nullptr) return deeper;
    const std::string_view rest =
        path.substr(static_cast<std::size_t>(parts[depth].data() - path.data()));
    if (rest.empty()) return nullptr;
    const Target* here = of_method(node.greedy);
    if (here != nullptr) values.push_back(rest);
    return here;
  }

  template <class Descend>
  const Target* below(const Node& node, std::size_t depth, Descend descend) {
    if (const auto literal = node.literals.find(parts[depth]); literal != node.literals.end()) {
      if (const Target* found = descend(*literal->second, depth + 1)) return found;
    }
    if (node.variable == nullptr || parts[depth].empty()) return nullptr;
    values.push_back(parts[depth]);
    const Target* found = descend(*node.variable, depth + 1);
    if (found == nullptr) values.pop_back();
    return found;
  }
};

void RouteTree::add(const RouteKey& key, std::size_t route) {
  if (key.is_default) {
    default_route_ = route;
    return;
  }
  Target target{.route = route};
  Node* node = &root_;
  bool is_greedy = false;
  for (const RouteKey::Segment& segment : key.segments) {
    using Kind = RouteKey::Segment::Kind;
    if (segment.kind != Kind::kLiteral) target.variables.emplace_back(segment.text);
    if (segment.kind == Kind::kGreedy) {
      is_greedy = true;
      break;
    }
    std::unique_ptr<Node>& child = segment.kind == Kind::kVariable
                                       ? node->variable
                                       : node->literals[std::string(segment.text)];
    if (child == nullptr) child = std::make_unique<Node>();
    node = child.get();
  }
  (is_greedy ? node->greedy : node->methods)[std::string(key.method)] = std::move(target);
}

std::optional<RouteTree::Match> RouteTree::find(std::string_view method,
                                                std::string_view path) const {
  Search search{.method = method, .parts = split_path(path), .path = path};
  const Target* target = search.whole(root_, 0);
  if (target == nullptr) target = search.greedy(root_, 0);
  if (target == nullptr) {
    if (!default_route_) return std::nullopt;
    return Match{.route = *default_route_};
  }
  Match match{.route = target->route};
  match.variables.reserve(target->variables.size());
  for (std::size_t i = 0; i < target->variables.size(); ++i) {
    match.variables.emplace_back(target->variables[i], search.values[i]);
  }
  return match;
}

bool RouteTree::names_method(std::string_view method, std::string_view path) const {
  Search search{.method = method, .any_too = false, .parts = split_path(path), .path = path};
  return search.whole(root_, 0) != nullptr || search.greedy(root_, 0) != nullptr;
}

}  // namespace emu::apigatewayv2
