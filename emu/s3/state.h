// What S3 keeps: buckets, and the objects in them.
#pragma once

#include <emu/blob.h>
#include <emu/s3.h>
#include <emu/time.h>

#include <compare>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/packed_map.h"
#include "core/gate/minute_metrics.h"
#include "core/hash/canonical_user.h"
#include "core/hash/hash.h"
#include "s3/arn.h"
#include "s3/checksum.h"
#include "s3/storage_use.h"
#include "s3/version_id.h"

namespace emu::s3 {

// Headers that are stored with an object and sent with it.
struct ContentHeaders {
  std::string content_type;
  std::string cache_control;
  std::string content_disposition;
  std::string content_encoding;
  std::string content_language;
  std::string expires;
};

// How answers say that an object is encrypted. Its bytes are kept as they are.
struct Encryption {
  std::string method = "AES256";  // empty with a key of the customer
  std::string kms_key_id = {};
  std::string kms_context = {};
  std::optional<bool> bucket_key = {};
  std::string customer_key_md5 = {};  // base64
};

// What keeps a version from being deleted.
struct ObjectLock {
  std::string mode = {};  // "GOVERNANCE" or "COMPLIANCE"; empty without a retention
  Time retain_until = {};
  std::string legal_hold = {};  // "ON" or "OFF"; empty when it was never set

  bool empty() const { return mode.empty() && legal_hold.empty(); }
};

// How an object came that was uploaded in parts.
struct MultipartOrigin {
  struct PartInObject {
    std::int32_t number;
    std::uint64_t end;     // the offset in the object behind the part
    std::string checksum;  // base64, by the object's algorithm
  };
  std::string upload_id;
  std::vector<PartInObject> parts;
};

// What an access control list grants.
using Grants = std::vector<Grant>;

// What few objects have, kept aside so that the others pay one pointer for it. A copy of an object
// takes nothing of it along.
struct ObjectExtras {
  std::string website_redirect_location = {};
  ObjectLock lock = {};
  std::unique_ptr<const MultipartOrigin> multipart = {};
  std::string owner = {};             // an account; empty: the bucket's
  std::optional<Grants> grants = {};  // nothing: full control of the owner
};

struct StoredObject {
  Blob body;
  std::string etag;  // quoted
  Time last_modified;
  Checksum checksum;
  ContentHeaders headers;
  std::map<std::string, std::string> metadata;  // names in lower case
  std::string storage_class;                    // "STANDARD" …
  Encryption encryption;
  std::vector<Tag> tags;
  VersionId version_id = {};  // empty: the null version
  std::unique_ptr<ObjectExtras> extras = {};
};

using Objects = PackedMap<StoredObject>;

// Where a key stands whose newest version says that the object is deleted.
struct DeleteMarker {
  VersionId version_id;  // empty: the null version
  Time last_modified;
};

using StoredVersion = std::variant<StoredObject, DeleteMarker>;

// All versions of a key but the current object, newest first. When the newest of all is a delete
// marker, there is no current object and the marker stands here in front.
struct KeyHistory {
  std::map<std::uint64_t, StoredVersion, std::greater<>> versions = {};  // by number
  std::optional<std::uint64_t> null_version = {};  // the number of the null version, if it is here
};

using History = std::map<std::string, KeyHistory, std::less<>>;

// A part of an upload that is under way.
struct StoredPart {
  Blob body;
  Md5Sum md5;
  std::string checksum;  // base64, by the upload's algorithm
  Time last_modified;
};

// An upload in parts that is neither completed nor aborted.
struct StoredUpload {
  StoredObject object;  // what it becomes, whose body and digests are still to come
  Time initiated;
  std::string initiator;  // a canonical user id, or the ARN of a user or role
  bool has_checksum;      // an algorithm was asked for when it began
  std::map<std::int32_t, StoredPart> parts = {};  // by number
};

// Ids ascend in the order in which the uploads of a bucket began.
struct UploadName {
  std::string key;
  std::string id;
  auto operator<=>(const UploadName&) const = default;
};

using Uploads = std::map<UploadName, StoredUpload>;

enum class Versioning : std::uint8_t { kNever, kEnabled, kSuspended };

// How a bucket encrypts when nothing else was put.
ServerSideEncryptionRule default_encryption();

// Rules in use; each has an id.
struct Lifecycle {
  std::vector<LifecycleRule> rules;
  std::string minimum_size;  // of transitions: "all_storage_classes_128K" …
};

// What a bucket may have many of, by id.
template <class Configuration>
using Configurations = std::map<std::string, Configuration, std::less<>>;

struct StoredBucket {
  std::string name;
  std::string account;
  std::string region;
  std::string location = {};  // as it was asked for: "EU" of eu-west-1; empty for us-east-1
  Time created;
  // The current objects. Changed through s3/versions.h only, as is the history.
  Objects objects = {};
  History history = {};  // no entry is empty; none where versioning was never enabled
  Versioning versioning = Versioning::kNever;
  std::uint64_t next_version = 1;  // the number of the next version
  std::uint64_t changes = 0;       // so far, of what a lifecycle may be about
  std::string mfa_delete = {};     // "Enabled", "Disabled" or never set
  std::optional<ObjectLockConfiguration> object_lock = {};
  Uploads uploads = {};
  std::uint64_t next_upload = 1;

  std::shared_ptr<const std::string> policy = nullptr;
  bool policy_is_public = false;
  std::optional<PublicAccessBlockConfiguration> public_access_block =
      PublicAccessBlockConfiguration{.block_public_acls = true,
                                     .ignore_public_acls = true,
                                     .block_public_policy = true,
                                     .restrict_public_buckets = true};
  std::string object_ownership = "BucketOwnerEnforced";  // empty: no controls
  std::optional<Grants> grants = {};                     // nothing: full control of the owner
  bool has_foreign_objects = false;  // or had some: of other owners than its own
  std::optional<CorsConfiguration> cors = {};
  std::optional<WebsiteConfiguration> website = {};
  std::vector<Tag> tags = {};
  ServerSideEncryptionRule encryption = default_encryption();
  std::optional<Lifecycle> lifecycle = {};
  std::optional<NotificationConfiguration> notifications = {};  // each part has an id
  std::optional<LoggingEnabled> logging = {};
  std::optional<ReplicationConfiguration> replication = {};
  std::string accelerate_status = {};  // empty: none was ever put
  std::string payer = "BucketOwner";
  Configurations<InventoryConfiguration> inventories = {};
  Configurations<AnalyticsConfiguration> analytics = {};
  Configurations<MetricsConfiguration> metrics = {};
  Configurations<IntelligentTieringConfiguration> intelligent_tierings = {};

  // What it holds without uploads, which follows from objects and history; and what was counted in
  // this minute for configurations of metrics, by id, which is not stored.
  StorageUse use = {};
  std::map<std::string, std::shared_ptr<ResourceMetrics>, std::less<>> requests = {};

  bool acls_disabled() const { return object_ownership == "BucketOwnerEnforced"; }
  std::string arn() const { return bucket_arn_of(name); }
};

// The extras of an object, made when there are none.
inline ObjectExtras& extras_of(StoredObject& object) {
  if (object.extras == nullptr) object.extras = std::make_unique<ObjectExtras>();
  return *object.extras;
}

// Null for an object that was put whole.
inline const MultipartOrigin* multipart_origin(const StoredObject& object) {
  return object.extras == nullptr ? nullptr : object.extras->multipart.get();
}

// By name, over all accounts.
using Buckets = std::map<std::string, StoredBucket, std::less<>>;

// The account that owns an object; kAnonymousAccount is one. Where lists are disabled all are the
// bucket owner's.
std::string_view owner_of(const StoredBucket& bucket, const StoredObject& object);

}  // namespace emu::s3
