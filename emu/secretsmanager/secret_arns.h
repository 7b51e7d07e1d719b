// SecretArns: the ARNs of secrets that requests call by name, which end in characters that only the
// service knows. IAM is asked by ARN.
#pragma once

#include <string>
#include <string_view>

#include "core/gate/call.h"

namespace emu::secretsmanager {

class SecretArns {
 public:
  virtual ~SecretArns() = default;

  // The whole ARN. Of a secret that is not there, as much as its name tells.
  virtual std::string arn_of(const Call& call, std::string_view secret_id) = 0;
};

}  // namespace emu::secretsmanager
