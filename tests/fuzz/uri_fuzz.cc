#include <cstddef>
#include <cstdint>

#include "core/base/assert.h"
#include "core/text/percent.h"
#include "core/text/uri.h"
#include "wire/sigv4/sigv4_canonical.h"

using namespace emu;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const TargetParts parts = split_target(text);
  EMU_ASSERT(parts.path.size() + parts.query.size() + (parts.has_query ? 1 : 0) == size,
             "nothing is lost");
  path_segments(parts.path);
  parse_query(parts.query);
  parse_host(text);
  const std::string once = wire::canonical_path(parts.path, wire::PathRule::kAsSent);
  EMU_ASSERT(wire::canonical_path(once, wire::PathRule::kAsSent) == once,
             "the canonical form of a path is its own");
  wire::canonical_path(parts.path, wire::PathRule::kNormalized);
  const std::string query = wire::canonical_query(parts.query, false);
  EMU_ASSERT(wire::canonical_query(query, false) == query,
             "the canonical form of a query is its own");
  return 0;
}
