// Paths onto the URIs of operations; route keys, paths onto them, and what functions answer.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "apigatewayv2/proxy/response.h"
#include "apigatewayv2/route_key.h"
#include "apigatewayv2/route_tree.h"
#include "core/base/assert.h"
#include "fuzz/input.h"
#include "wire/protocol/uri_template.h"

using namespace emu;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input in(data, size);
  const std::string path(in.line());
  for (const char* uri : {"/", "/{Bucket}", "/{Bucket}/{Key+}?tagging", "/v2/apis/{apiId}/routes",
                          "/2015-03-31/functions/{FunctionName}/policy/{StatementId}"}) {
    wire::match_path(uri, path);
    wire::template_constants(uri);
  }
  const std::string method(in.line());
  apigatewayv2::RouteTree tree;
  std::deque<std::string> keys;  // what the segments of a key point into
  while (!in.at_end() && keys.size() < 16) {
    keys.emplace_back(in.line());
    if (const auto key = apigatewayv2::parse_route_key(keys.back())) tree.add(*key, keys.size());
  }
  if (const auto match = tree.find(method, path)) {
    EMU_ASSERT(match->route <= keys.size(), "a route that was added is found");
  }
  tree.names_method(method, path);
  const Blob payload{std::string(fuzz::Input(data, size).rest())};
  apigatewayv2::response_v1(payload);
  apigatewayv2::response_v2(payload);
  return 0;
}
