// The codes of the errors of Amazon S3, as Error::code holds them.
//
//   if (answer.error().code == s3::errors::kNoSuchKey) …
#pragma once

namespace emu::s3::errors {

inline constexpr const char* kAccessControlListNotSupported = "AccessControlListNotSupported";
inline constexpr const char* kAccessDenied = "AccessDenied";
inline constexpr const char* kAccessForbidden = "AccessForbidden";
inline constexpr const char* kBadDigest = "BadDigest";
inline constexpr const char* kBadRequest = "BadRequest";
inline constexpr const char* kBucketAlreadyExists = "BucketAlreadyExists";
inline constexpr const char* kBucketAlreadyOwnedByYou = "BucketAlreadyOwnedByYou";
inline constexpr const char* kBucketNotEmpty = "BucketNotEmpty";
inline constexpr const char* kConditionalRequestConflict = "ConditionalRequestConflict";
inline constexpr const char* kCrossLocationLoggingProhibited = "CrossLocationLoggingProhibited";
inline constexpr const char* kEntityTooLarge = "EntityTooLarge";
inline constexpr const char* kEntityTooSmall = "EntityTooSmall";
inline constexpr const char* kIllegalLocationConstraintException =
    "IllegalLocationConstraintException";
inline constexpr const char* kIllegalVersioningConfigurationException =
    "IllegalVersioningConfigurationException";
inline constexpr const char* kIncompleteBody = "IncompleteBody";
inline constexpr const char* kInvalidArgument = "InvalidArgument";
inline constexpr const char* kInvalidBucketAclWithBlockPublicAccessError =
    "InvalidBucketAclWithBlockPublicAccessError";
inline constexpr const char* kInvalidBucketAclWithObjectOwnership =
    "InvalidBucketAclWithObjectOwnership";
inline constexpr const char* kInvalidBucketName = "InvalidBucketName";
inline constexpr const char* kInvalidBucketOwnerAWSAccountID = "InvalidBucketOwnerAWSAccountID";
inline constexpr const char* kInvalidBucketState = "InvalidBucketState";
inline constexpr const char* kInvalidConfigurationId = "InvalidConfigurationId";
inline constexpr const char* kInvalidDigest = "InvalidDigest";
inline constexpr const char* kInvalidEncryptionAlgorithmError = "InvalidEncryptionAlgorithmError";
inline constexpr const char* kInvalidLocationConstraint = "InvalidLocationConstraint";
inline constexpr const char* kInvalidPart = "InvalidPart";
inline constexpr const char* kInvalidPartNumber = "InvalidPartNumber";
inline constexpr const char* kInvalidPartOrder = "InvalidPartOrder";
inline constexpr const char* kInvalidRange = "InvalidRange";
inline constexpr const char* kInvalidRedirectLocation = "InvalidRedirectLocation";
inline constexpr const char* kInvalidRequest = "InvalidRequest";
inline constexpr const char* kInvalidS3DestinationBucket = "InvalidS3DestinationBucket";
inline constexpr const char* kInvalidStorageClass = "InvalidStorageClass";
inline constexpr const char* kInvalidTag = "InvalidTag";
inline constexpr const char* kInvalidTargetBucketForLogging = "InvalidTargetBucketForLogging";
inline constexpr const char* kInvalidURI = "InvalidURI";
inline constexpr const char* kKeyTooLongError = "KeyTooLongError";
inline constexpr const char* kMalformedACLError = "MalformedACLError";
inline constexpr const char* kMalformedPolicy = "MalformedPolicy";
inline constexpr const char* kMalformedXML = "MalformedXML";
inline constexpr const char* kMetadataTooLarge = "MetadataTooLarge";
inline constexpr const char* kMethodNotAllowed = "MethodNotAllowed";
inline constexpr const char* kMissingSecurityHeader = "MissingSecurityHeader";
inline constexpr const char* kNoSuchBucket = "NoSuchBucket";
inline constexpr const char* kNoSuchBucketPolicy = "NoSuchBucketPolicy";
inline constexpr const char* kNoSuchCORSConfiguration = "NoSuchCORSConfiguration";
inline constexpr const char* kNoSuchConfiguration = "NoSuchConfiguration";
inline constexpr const char* kNoSuchKey = "NoSuchKey";
inline constexpr const char* kNoSuchObjectLockConfiguration = "NoSuchObjectLockConfiguration";
inline constexpr const char* kNoSuchLifecycleConfiguration = "NoSuchLifecycleConfiguration";
inline constexpr const char* kNoSuchPublicAccessBlockConfiguration =
    "NoSuchPublicAccessBlockConfiguration";
inline constexpr const char* kNoSuchTagSet = "NoSuchTagSet";
inline constexpr const char* kNoSuchUpload = "NoSuchUpload";
inline constexpr const char* kNoSuchVersion = "NoSuchVersion";
inline constexpr const char* kNoSuchWebsiteConfiguration = "NoSuchWebsiteConfiguration";
inline constexpr const char* kNotImplemented = "NotImplemented";
inline constexpr const char* kNotModified = "NotModified";
inline constexpr const char* kObjectLockConfigurationNotFoundError =
    "ObjectLockConfigurationNotFoundError";
inline constexpr const char* kOwnershipControlsNotFoundError = "OwnershipControlsNotFoundError";
inline constexpr const char* kPermanentRedirect = "PermanentRedirect";
inline constexpr const char* kPreconditionFailed = "PreconditionFailed";
inline constexpr const char* kReplicationConfigurationNotFoundError =
    "ReplicationConfigurationNotFoundError";
inline constexpr const char* kTooManyBuckets = "TooManyBuckets";
inline constexpr const char* kTooManyConfigurations = "TooManyConfigurations";
inline constexpr const char* kUnexpectedContent = "UnexpectedContent";

}  // namespace emu::s3::errors
