// RequestParts: a request taken apart where it comes in, once. All that is behind reads the parts.
//
//   const RequestParts parts(request);
//   parts.path                    "/photos/a%2Fb"
//   parts.query                   "tagging&x=1"
//   parts.host_name()             "photos.s3.localhost"
//   parts.credential_service()    "s3"
//
// The parts are views into the request, which must outlive them and keep its target; its body and
// its headers may change.
#pragma once

#include <emu/http.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/percent.h"
#include "core/text/uri.h"

namespace emu {

struct RequestParts {
  explicit RequestParts(const HttpRequest& request);

  const HttpRequest& http;
  std::string_view path;          // as sent
  std::string_view query;         // as sent
  bool has_query;                 // also when it is empty
  std::optional<HostParts> host;  // nothing when the Host header is none

  // In lower case and without the port; empty when there is none.
  std::string_view host_name() const;
  // "sqs" of sqs.eu-west-1.amazonaws.com.
  std::string_view first_label() const;

  // The query's pairs, where '+' is a space. Nothing when one cannot be decoded.
  std::optional<std::vector<QueryPair>> query_pairs() const;
  // Another path with this query behind it.
  std::string with_query(std::string other_path) const;

  // The service that the credentials are for, whether they are right or not: of the header
  // Authorization or of a presigned URL. Empty when there are none. Good until headers change.
  std::string_view credential_service() const;
};

}  // namespace emu
