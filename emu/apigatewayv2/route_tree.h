// RouteTree: which route answers a request.
//
// The whole path wins over a greedy variable, a literal over a variable, the longer beginning of a
// greedy route over the shorter, a method over ANY, and $default comes last. A node of the tree is
// looked at once at most for each request. Source: API Gateway Developer Guide, "Create routes for
// HTTP APIs in API Gateway", "Routing API requests".
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "apigatewayv2/route_key.h"

namespace emu::apigatewayv2 {

class RouteTree {
 public:
  // `route` is what find() gives back.
  void add(const RouteKey& key, std::size_t route);

  struct Match {
    std::size_t route = 0;
    // Values of the path's variables, as they stand in `path`, in the order of the path.
    std::vector<std::pair<std::string_view, std::string_view>> variables = {};
  };
  // Both texts decoded; views of the match point into `path` and into the tree.
  std::optional<Match> find(std::string_view method, std::string_view path) const;

  // Whether a route names this method for this path, ANY and $default not counted.
  bool names_method(std::string_view method, std::string_view path) const;

 private:
  struct Target {
    std::size_t route = 0;
    std::vector<std::string> variables = {};  // names in the order of the path
  };
  using Methods = std::map<std::string, Target, std::less<>>;
  struct Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literals = {};
    std::unique_ptr<Node> variable = {};
    Methods methods = {};  // of routes that end here
    Methods greedy = {};   // of routes that take all that follows
  };
  struct Search;

  Node root_;
  std::optional<std::size_t> default_route_;
};

}  // namespace emu::apigatewayv2
