#include "core/text/base64.h"
#include "lambda/errors.h"
#include "lambda/limits.h"
#include "lambda/paging.h"
#include "lambda/service.h"

namespace emu::lambda {

Result<ListFunctionsResult> Lambda::list_functions(Call& call, const ListFunctions& in) {
  const std::map<std::string, Function>& functions = region_of(call).stored.functions;
  auto at = functions.begin();
  if (in.marker) {
    const std::optional<std::string> last = base64_decode(*in.marker);
    if (!last) return marker_invalid();
    at = functions.upper_bound(*last);
  }
  ListFunctionsResult out;
  const std::size_t size = page_size(in.max_items, kFunctionsPageMax);
  for (; at != functions.end() && out.functions.size() < size; ++at) {
    out.functions.push_back(at->second.configuration);
  }
  if (at != functions.end()) {
    out.next_marker = base64_encode(out.functions.back().function_name);
  }
  return out;
}

}  // namespace emu::lambda
