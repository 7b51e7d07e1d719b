// The credentials and the time of the examples in AWS's documentation.
#pragma once

#include <chrono>

#include "wire/sigv4/sigv4_sign.h"

namespace emu::test {

inline const wire::Credentials kExampleCredentials = {
    .access_key_id = "AKIAIOSFODNN7EXAMPLE",
    .secret_access_key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"};

// 20130524T000000Z
inline constexpr Time kExampleTime =
    Time(std::chrono::sys_days(std::chrono::year(2013) / std::chrono::May / 24));

inline wire::SignOptions example_options() {
  return {.region = "us-east-1",
          .service = "s3",
          .now = kExampleTime,
          .path_as_sent = true,
          .sends_payload_hash = true};
}

}  // namespace emu::test
