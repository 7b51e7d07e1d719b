// What S3 keeps: buckets, and the objects in them.
#pragma once

#include <emu/blob.h>
#include <emu/s3.h>
#include <emu/time.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "s3/checksum.h"

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

struct StoredObject {
  Blob body;
  std::string etag;  // quoted
  Time last_modified;
  Checksum checksum;
  ContentHeaders headers;
  std::map<std::string, std::string> metadata;  // names in lower case
  std::string storage_class;                    // "STANDARD" …
  Encryption encryption;
  std::string website_redirect_location;
  std::vector<Tag> tags;
};

using Objects = std::map<std::string, StoredObject, std::less<>>;

struct StoredBucket {
  std::string name;
  std::string account;
  std::string region;
  Time created;
  Objects objects = {};

  std::shared_ptr<const std::string> policy = nullptr;
  bool policy_is_public = false;
  std::optional<PublicAccessBlockConfiguration> public_access_block =
      PublicAccessBlockConfiguration{.block_public_acls = true,
                                     .ignore_public_acls = true,
                                     .block_public_policy = true,
                                     .restrict_public_buckets = true};
  std::string object_ownership = "BucketOwnerEnforced";  // empty: no controls
  std::optional<CorsConfiguration> cors = {};
  std::optional<WebsiteConfiguration> website = {};
  std::vector<Tag> tags = {};

  bool acls_disabled() const { return object_ownership == "BucketOwnerEnforced"; }
  std::string arn() const { return "arn:aws:s3:::" + name; }
};

// By name, over all accounts.
using Buckets = std::map<std::string, StoredBucket, std::less<>>;

// The canonical user id of an account: 64 hexadecimal digits.
std::string canonical_user_id(std::string_view account);

}  // namespace emu::s3
