// How S3 describes itself to the rest of emu.
// Source: Amazon S3 API model, 2006-03-01.

#include <emu/s3/errors.h>

#include <array>

#include "core/gate/service_profile.h"
#include "s3/errors.h"
#include "s3/service.h"

namespace emu::s3 {

namespace {

constexpr std::array kProtocols = {
    ProtocolProfile{.kind = ProtocolKind::kRestXml,
                    .xml_namespace = "http://s3.amazonaws.com/doc/2006-03-01/",
                    .has_whole_seconds = true,
                    .stands_for_unknown = true},
};

constexpr std::array kErrors = {
    ErrorProfile{.code = errors::kAccessControlListNotSupported},
    ErrorProfile{.code = errors::kAccessDenied},
    ErrorProfile{.code = errors::kAccessForbidden},
    ErrorProfile{.code = errors::kBadDigest},
    ErrorProfile{.code = errors::kBadRequest},
    ErrorProfile{.code = errors::kBucketAlreadyExists},
    ErrorProfile{.code = errors::kBucketAlreadyOwnedByYou},
    ErrorProfile{.code = errors::kBucketNotEmpty},
    ErrorProfile{.code = errors::kConditionalRequestConflict},
    ErrorProfile{.code = errors::kCrossLocationLoggingProhibited},
    ErrorProfile{.code = errors::kEntityTooLarge},
    ErrorProfile{.code = errors::kEntityTooSmall},
    ErrorProfile{.code = errors::kIllegalLocationConstraintException},
    ErrorProfile{.code = errors::kIllegalVersioningConfigurationException},
    ErrorProfile{.code = errors::kIncompleteBody},
    ErrorProfile{.code = errors::kInvalidArgument},
    ErrorProfile{.code = errors::kInvalidBucketAclWithBlockPublicAccessError},
    ErrorProfile{.code = errors::kInvalidBucketAclWithObjectOwnership},
    ErrorProfile{.code = errors::kInvalidBucketName},
    ErrorProfile{.code = errors::kInvalidBucketOwnerAWSAccountID},
    ErrorProfile{.code = errors::kInvalidBucketState},
    ErrorProfile{.code = errors::kInvalidConfigurationId},
    ErrorProfile{.code = errors::kInvalidDigest},
    ErrorProfile{.code = errors::kInvalidEncryptionAlgorithmError},
    ErrorProfile{.code = errors::kInvalidLocationConstraint},
    ErrorProfile{.code = errors::kInvalidPart},
    ErrorProfile{.code = errors::kInvalidPartNumber},
    ErrorProfile{.code = errors::kInvalidPartOrder},
    ErrorProfile{.code = errors::kInvalidRange},
    ErrorProfile{.code = errors::kInvalidRedirectLocation},
    ErrorProfile{.code = errors::kInvalidRequest},
    ErrorProfile{.code = errors::kInvalidS3DestinationBucket},
    ErrorProfile{.code = errors::kInvalidStorageClass},
    ErrorProfile{.code = errors::kInvalidTag},
    ErrorProfile{.code = errors::kInvalidTargetBucketForLogging},
    ErrorProfile{.code = errors::kInvalidURI},
    ErrorProfile{.code = errors::kKeyTooLongError},
    ErrorProfile{.code = errors::kMalformedACLError},
    ErrorProfile{.code = errors::kMalformedPolicy},
    ErrorProfile{.code = errors::kMalformedXML},
    ErrorProfile{.code = errors::kMetadataTooLarge},
    ErrorProfile{.code = errors::kMethodNotAllowed},
    ErrorProfile{.code = errors::kMissingSecurityHeader},
    ErrorProfile{.code = errors::kNoSuchBucket},
    ErrorProfile{.code = errors::kNoSuchBucketPolicy},
    ErrorProfile{.code = errors::kNoSuchCORSConfiguration},
    ErrorProfile{.code = errors::kNoSuchConfiguration},
    ErrorProfile{.code = errors::kNoSuchKey},
    ErrorProfile{.code = errors::kNoSuchLifecycleConfiguration},
    ErrorProfile{.code = errors::kNoSuchObjectLockConfiguration},
    ErrorProfile{.code = errors::kNoSuchPublicAccessBlockConfiguration},
    ErrorProfile{.code = errors::kNoSuchTagSet},
    ErrorProfile{.code = errors::kNoSuchUpload},
    ErrorProfile{.code = errors::kNoSuchVersion},
    ErrorProfile{.code = errors::kNoSuchWebsiteConfiguration},
    ErrorProfile{.code = errors::kNotImplemented},
    ErrorProfile{.code = errors::kNotModified},
    ErrorProfile{.code = errors::kObjectLockConfigurationNotFoundError},
    ErrorProfile{.code = errors::kOwnershipControlsNotFoundError},
    ErrorProfile{.code = errors::kPermanentRedirect},
    ErrorProfile{.code = errors::kPreconditionFailed},
    ErrorProfile{.code = errors::kReplicationConfigurationNotFoundError},
    ErrorProfile{.code = errors::kTooManyBuckets},
    ErrorProfile{.code = errors::kTooManyConfigurations},
    ErrorProfile{.code = errors::kUnexpectedContent},
};

// Source: Amazon S3 API Reference, "Error responses".
constexpr std::array kFailures = {
    FailureProfile{
        .code = "SlowDown", .message = "Please reduce your request rate.", .status = 503},
    FailureProfile{.code = "InternalError",
                   .message = "We encountered an internal error. Please try again.",
                   .status = 500},
    FailureProfile{.code = "ServiceUnavailable",
                   .message = "Service is unable to handle request.",
                   .status = 503},
    FailureProfile{.code = "RequestTimeout",
                   .message = "Your socket connection to the server was not read from or written "
                              "to within the timeout period."},
    FailureProfile{.code = "OperationAborted",
                   .message = "A conflicting conditional operation is currently in progress "
                              "against this resource. Please try again.",
                   .status = 409},
};

}  // namespace

constinit const ServiceProfile kProfile = {.name = "s3",
                                           .signing_name = "s3",
                                           .host_prefix = "s3",
                                           .api_version = "2006-03-01",
                                           .sdk_id = "S3",
                                           .cli_name = "s3",
                                           .protocols = kProtocols,
                                           .errors = kErrors,
                                           .failures = kFailures,
                                           .signs_path_as_sent = true,
                                           .sends_payload_hash = true,
                                           .may_leave_payload_unsigned = true,
                                           .has_anonymous_callers = true,
                                           .judges_accounts = true,
                                           .takes_first_segment_into_host = true,
                                           .wants_body_checksum = true,
                                           .keeps_application_data = true,
                                           .unsigned_path_prefix = "/",
                                           .body_bytes_max = 0,
                                           .request_id_letters = 16,
                                           .server_header = "AmazonS3",
                                           .access_denied = &access_denied,
                                           .invalid = &invalid_shape};

}  // namespace emu::s3
