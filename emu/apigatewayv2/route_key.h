// Route keys: "$default", or a method or ANY and a path:
//
//   GET /seats/{seat}
//   ANY /{proxy+}
//
// Source: API Gateway Developer Guide, "Create routes for HTTP APIs in API Gateway".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace emu::apigatewayv2 {

inline constexpr std::string_view kDefault = "$default";  // route key and stage

struct RouteKey {
  struct Segment {
    enum class Kind { kLiteral, kVariable, kGreedy };
    Kind kind = Kind::kLiteral;
    std::string_view text;  // of a variable: its name
  };
  bool is_default = false;
  std::string_view method;  // "ANY" too
  std::string_view path;
  std::vector<Segment> segments;
};

// Nothing when the text is no route key. The views point into it.
std::optional<RouteKey> parse_route_key(std::string_view text);

bool is_method(std::string_view text);  // whether a route may name it; ANY included

// The parts between the slashes of a path: "/a//b/" has "a", "", "b" and "".
std::vector<std::string_view> split_path(std::string_view path);

}  // namespace emu::apigatewayv2
