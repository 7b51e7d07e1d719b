// The And of a filter, as lifecycle rules, replications and configurations have it: of at least two
// conditions.
// Source: Amazon S3 API Reference, "LifecycleRuleAndOperator", "ReplicationRuleAndOperator",
// "MetricsAndOperator", "AnalyticsAndOperator", "IntelligentTieringAndOperator".
#pragma once

#include <emu/result.h>

#include <cstddef>

#include "s3/errors.h"

namespace emu::s3 {

template <class And>
Status check_and(const And& all) {
  std::size_t conditions = all.tags.size() + (all.prefix ? 1 : 0);
  if constexpr (requires { all.access_point_arn; }) {
    if (!all.access_point_arn.empty()) ++conditions;
  }
  if constexpr (requires { all.object_size_less_than; }) {
    if (all.object_size_greater_than) ++conditions;
    if (all.object_size_less_than) ++conditions;
  }
  return conditions < 2 ? Status(malformed_xml()) : Status();
}

}  // namespace emu::s3
