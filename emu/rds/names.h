// Identifiers and ARNs of RDS's resources.
#pragma once

#include <emu/result.h>

#include <string>
#include <string_view>

#include "core/hash/random.h"

namespace emu::rds {

// In small letters, as RDS keeps it. `parameter` is named in the error: "DBClusterIdentifier".
// Errors: InvalidParameterValue.
Result<std::string> read_identifier(std::string_view parameter, std::string_view identifier);

// "arn:aws:rds:eu-west-1:123456789012:cluster:shop"; the kind is "cluster", "db", "subgrp" …
std::string arn_of(std::string_view account, std::string_view region, std::string_view kind,
                   std::string_view identifier);

// The prefix and capital letters and digits: "db-ABCDEFGHIJKL".
std::string resource_id(Random& random, std::string_view prefix);

// What stands behind the kind in an ARN, in small letters; the text itself when it is none.
std::string identifier_in(std::string_view arn_or_identifier);

}  // namespace emu::rds
