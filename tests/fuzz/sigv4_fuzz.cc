// A request with any target, Authorization and date, one a line, in each dialect, and in the older
// version of the signatures.

#include <cstddef>
#include <cstdint>
#include <string>

#include "core/text/ascii.h"
#include "core/text/uri.h"
#include "wire/sigv4/sigv2.h"
#include "wire/sigv4/sigv4.h"
#include "wire/sigv4/sigv4_time.h"

using namespace emu;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  HttpRequest request{.headers = {{"Host", "s3.amazonaws.com"}}};
  request.target = std::string(take_until(rest, '\n'));
  if (const auto header = take_until(rest, '\n'); !header.empty()) {
    request.headers.add("Authorization", std::string(header));
  }
  request.headers.add("X-Amz-Date", std::string(take_until(rest, '\n')));
  request.headers.add("Date", std::string(take_until(rest, '\n')));
  request.headers.add("X-Amz-Content-Sha256", std::string(take_until(rest, '\n')));
  request.body = rest;
  static wire::SigningKeys keys;
  const Time now = *wire::parse_sigv4_time("20130524T000000Z");
  for (const auto dialect : {wire::SignatureDialect::kS3, wire::SignatureDialect::kQuery,
                             wire::SignatureDialect::kJson, wire::SignatureDialect::kRestJson}) {
    const auto parsed = wire::parse_authorization(RequestParts(request), dialect);
    if (!parsed || !*parsed) continue;
    static_cast<void>(wire::check_scope(**parsed, dialect, "s3", "us-east-1"));
    static_cast<void>(
        wire::verify_signature(RequestParts(request), **parsed,
                               {.secret_access_key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                                .now = now,
                                .dialect = dialect},
                               keys));
  }
  const auto older = wire::parse_sigv2(RequestParts(request));
  if (older && *older) {
    const std::string path(split_target(request.target).path);
    static_cast<void>(wire::check_sigv2_time(**older, now));
    static_cast<void>(wire::verify_sigv2(RequestParts(request), path, **older, "secret"));
  }
  return 0;
}
