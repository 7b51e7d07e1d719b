// Which bucket a host names, and which object a path.
// Source: Amazon S3 User Guide, "Virtual hosting of general purpose buckets", "Website endpoints".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/gate/request_parts.h"

namespace emu::s3 {

// The bucket that the host of a call names; empty when it is the path that names it.
//
//   photos.s3.localhost.localstack.cloud, photos.s3.eu-west-1.amazonaws.com, photos.localhost
std::string_view bucket_of_host(const HostParts& host);

// The region that the host of a call names; empty when it names none.
//
//   s3.eu-west-1.amazonaws.com, photos.s3.dualstack.eu-west-1.localhost.localstack.cloud
std::string_view region_of_host(const HostParts& host);

// The path of a call, with the bucket that the host names in front: "/photos/2026/a.jpg". Raw.
std::string path_with_bucket(const RequestParts& parts);

// A host that visitors without credentials read from. What follows the part with "s3" is not looked
// at, so that local names work as well.
//
//   <bucket>.s3.<region>.amazonaws.com, <bucket>.s3.amazonaws.com, s3.<region>.amazonaws.com
//   <bucket>.s3-website-<region>.amazonaws.com, <bucket>.s3-website.<region>.amazonaws.com
struct WebHost {
  std::string_view bucket = {};  // empty: the path begins with it
  bool is_website = false;
};

// Nothing when the host is not S3's. `name` as in HostParts.
std::optional<WebHost> web_host(std::string_view name);

struct ObjectName {
  std::string bucket;
  std::string key;  // empty: the bucket itself
};

// What a raw path names. `bucket` is that of the host, or empty when it is in the path. Nothing
// when the path is not well encoded.
std::optional<ObjectName> object_name(std::string_view path, std::string_view bucket = {});

// The URL of an object by the address that a request went to, with the bucket in the host or in the
// path as there. The key's slashes are encoded, as recorded from AWS.
std::string object_url(const RequestParts& parts, const ObjectName& name);

}  // namespace emu::s3
