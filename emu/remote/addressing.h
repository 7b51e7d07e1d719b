// Where a call goes: the endpoint, the name of the host, and for S3 the place of the bucket.
#pragma once

#include <emu/http.h>
#include <emu/remote.h>
#include <emu/result.h>

#include <map>
#include <optional>
#include <string>

#include "core/gate/service_profile.h"
#include "wire/http/http_client.h"

namespace emu::remote {

struct Address {
  wire::HttpEndpoint endpoint;
  std::string signing_region;
};

class Addressing {
 public:
  // The error says which of the options cannot be used.
  static Result<Addressing> make(const RemoteOptions& options);

  // Where the request of that service goes. On AWS the bucket of an S3 request moves from the
  // target to the name of the host, if it can stand there; a given endpoint knows it by the path.
  Address locate(const ServiceProfile& service, HttpRequest& request) const;

 private:
  std::string region_ = {};
  std::optional<wire::HttpEndpoint> everything_ = {};
  std::map<std::string, wire::HttpEndpoint, std::less<>> by_service_ = {};
};

}  // namespace emu::remote
