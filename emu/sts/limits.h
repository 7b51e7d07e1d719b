// The numbers of STS.
// Sources: AWS STS API Reference, "AssumeRole", "GetSessionToken"; AWS IAM User Guide, "IAM and AWS
// STS quotas".
#pragma once

#include <chrono>
#include <cstddef>

namespace emu::sts {

inline constexpr std::chrono::seconds kRoleSessionDefault{3600};
inline constexpr std::chrono::seconds kChainedSessionMax{3600};
inline constexpr std::chrono::seconds kUserSessionDefault{43'200};
inline constexpr std::chrono::seconds kRootSessionMax{3600};

inline constexpr std::size_t kSessionPolicyArnsMax = 10;
// Session policies and tags together, in the form in which AWS packs them.
inline constexpr std::size_t kPackedPolicyMax = 2048;

}  // namespace emu::sts
