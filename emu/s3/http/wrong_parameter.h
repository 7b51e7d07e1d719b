// Parameters of a query that are wrong whatever the bucket and the object: versionId and
// continuation-token.
#pragma once

#include <emu/result.h>

#include <optional>
#include <string_view>
#include <vector>

#include "core/text/percent.h"

namespace emu::s3 {

std::optional<Error> wrong_parameter(std::string_view operation,
                                     const std::vector<QueryPair>& query);

}  // namespace emu::s3
