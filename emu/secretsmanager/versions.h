// New versions of secrets, and the stages that move between versions.
// Sources: AWS Secrets Manager API Reference, "PutSecretValue", "UpdateSecretVersionStage"; User
// Guide, "What's in a Secrets Manager secret?" (Secret versions).
#pragma once

#include <emu/result.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/world.h"
#include "secretsmanager/state.h"

namespace emu::secretsmanager {

inline constexpr std::string_view kCurrent = "AWSCURRENT";
inline constexpr std::string_view kPrevious = "AWSPREVIOUS";

// Of a request that has, or may have, a value, and must outlive this.
struct GivenValue {
  template <class Op>
  explicit GivenValue(const Op& in)
      : token(text_of(in.client_request_token)),
        secret_string(text_of(in.secret_string)),
        secret_binary(in.secret_binary) {}

  bool is_there() const { return !secret_string.empty() || !secret_binary.empty(); }
  bool is_of(const SecretVersion& version) const {
    return version.secret_string == secret_string && version.secret_binary == secret_binary;
  }

  static std::string_view text_of(const std::optional<std::string>& member) {
    return member ? std::string_view(*member) : std::string_view();
  }

  std::string_view token;
  std::string_view secret_string;
  const Blob& secret_binary;
};

// Errors: InvalidParameterException for a text and bytes at once.
Status check_value(const GivenValue& value);

// The version with the request's token, when there is one with the same value; null when there is
// none. Errors: ResourceExistsException for another value.
Result<const SecretVersion*> repeated_version(Secret& secret, const GivenValue& value);

// Adds a version, which takes the stages from others. Without a token it gets an id from the world.
// Errors: LimitExceededException, before anything is changed.
Result<const SecretVersion*> add_version(World& world, Secret& secret, const GivenValue& value,
                                         const std::vector<std::string>& stages);

// A version that has AWSCURRENT taken away becomes AWSPREVIOUS.
void move_stage(Secret& secret, const std::string& stage, SecretVersion& to);

// Errors: LimitExceededException when the secret would have too many stages.
Status check_stages(Secret& secret, const std::vector<std::string>& added);

std::vector<std::string> stages_of(const SecretVersion& version);

}  // namespace emu::secretsmanager
