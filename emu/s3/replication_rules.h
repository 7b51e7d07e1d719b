// Which replication configurations are accepted. A rule with a filter is of the newer form, which
// needs a priority and says what becomes of delete markers.
// Source: Amazon S3 User Guide, "Replication configuration file elements".
#pragma once

#include <emu/result.h>
#include <emu/s3.h>

#include <string_view>

namespace emu::s3 {

// What the document itself can be asked, in AWS's order.
Status check_replication(const ReplicationConfiguration& configuration);

// The name in the destination's ARN.
std::string_view bucket_of_destination(const ReplicationRule& rule);

}  // namespace emu::s3
