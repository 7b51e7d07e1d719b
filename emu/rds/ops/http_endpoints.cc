// EnableHttpEndpoint and DisableHttpEndpoint: whether the RDS Data API answers for a cluster.
#include "rds/service.h"

namespace emu::rds {

Result<EnableHttpEndpointResult> Rds::enable_http_endpoint(Call& call,
                                                           const EnableHttpEndpoint& in) {
  EMU_TRY(StoredCluster* found, find_by_arn(call, in.resource_arn));
  found->cluster.http_endpoint_enabled = true;
  return EnableHttpEndpointResult{.resource_arn = in.resource_arn, .http_endpoint_enabled = true};
}

Result<DisableHttpEndpointResult> Rds::disable_http_endpoint(Call& call,
                                                             const DisableHttpEndpoint& in) {
  EMU_TRY(StoredCluster* found, find_by_arn(call, in.resource_arn));
  found->cluster.http_endpoint_enabled = false;
  return DisableHttpEndpointResult{.resource_arn = in.resource_arn, .http_endpoint_enabled = false};
}

}  // namespace emu::rds
