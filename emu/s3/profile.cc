// How S3 describes itself to the rest of emu.
// Source: Amazon S3 API model, 2006-03-01.

#include <array>

#include "core/gate/service_profile.h"
#include "s3/errors.h"
#include "s3/service.h"

namespace emu::s3 {

namespace {

constexpr std::array kProtocols = {
    ProtocolProfile{.kind = ProtocolKind::kRestXml,
                    .xml_namespace = "http://s3.amazonaws.com/doc/2006-03-01/",
                    .stands_for_unknown = true},
};

}  // namespace

constinit const ServiceProfile kProfile = {.name = "s3",
                                           .signing_name = "s3",
                                           .host_prefix = "s3",
                                           .api_version = "2006-03-01",
                                           .sdk_id = "S3",
                                           .cli_name = "s3api",
                                           .protocols = kProtocols,
                                           .errors = {},
                                           .signs_path_as_sent = true,
                                           .sends_payload_hash = true,
                                           .may_leave_payload_unsigned = true,
                                           .has_anonymous_callers = true,
                                           .takes_first_segment_into_host = true,
                                           .wants_body_checksum = true,
                                           .keeps_application_data = true,
                                           .unsigned_path_prefix = "/",
                                           .body_bytes_max = 0,
                                           .request_id_letters = 16,
                                           .access_denied = &access_denied,
                                           .invalid = &invalid_shape};

}  // namespace emu::s3
