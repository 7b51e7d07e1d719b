// What a bucket may have many of, each under an id: how it is kept, found and listed.
// Source: Amazon S3 API Reference, "PutBucketInventoryConfiguration",
// "ListBucketMetricsConfigurations".
#pragma once

#include <emu/result.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/base64.h"
#include "s3/errors.h"
#include "s3/filter_rules.h"
#include "s3/limits.h"
#include "s3/state.h"

namespace emu::s3 {

Error no_such_configuration();
Error too_many_configurations();

// The id of the request against that of the document.
Status check_configuration_id(std::string_view asked, std::string_view written);
// That a report goes to something that is named like a bucket.
Status check_bucket_destination(std::string_view bucket_arn);

// A filter has one condition, or an And of several.
template <class Filter>
Status check_one_of_filter(const Filter& filter, bool has_other = false) {
  const int conditions = int{filter.prefix.has_value()} + int{filter.tag.has_value()} +
                         int{filter.and_operator.has_value()} + int{has_other};
  if (conditions != 1) return malformed_xml();
  return filter.and_operator ? check_and(*filter.and_operator) : Status();
}

template <class Configuration>
Status put_configuration(Configurations<Configuration>& all, const Configuration& configuration) {
  if (all.size() >= kConfigurationsMax && !all.contains(configuration.id)) {
    return too_many_configurations();
  }
  all.insert_or_assign(configuration.id, configuration);
  return {};
}

// The page that the request asks for, which goes on behind the id in the token.
template <class Configuration, class In, class Out>
Status fill_page(const Configurations<Configuration>& all, const In& in,
                 std::vector<Configuration>& page, Out& out) {
  const auto after = base64_decode(in.continuation_token);
  if (!after) return wrong_continuation_token(in.continuation_token);
  auto at = after->empty() ? all.begin() : all.upper_bound(*after);
  for (; at != all.end() && page.size() < kConfigurationsPage; ++at) page.push_back(at->second);
  out.continuation_token = in.continuation_token;
  out.is_truncated = at != all.end();
  if (at != all.end()) out.next_continuation_token = base64_encode(page.back().id);
  return {};
}

}  // namespace emu::s3
