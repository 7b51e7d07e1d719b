// The numbers of IAM.
//
// Source: AWS IAM User Guide, "IAM and AWS STS quotas".
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace emu::iam {

inline constexpr std::size_t kAccountIdDigits = 12;

inline constexpr std::size_t kRolesMax = 1000;
inline constexpr std::size_t kUsersMax = 5000;
inline constexpr std::size_t kPoliciesMax = 1500;
inline constexpr std::size_t kAttachedPoliciesMax = 10;
inline constexpr std::size_t kPolicyVersionsMax = 5;
inline constexpr std::size_t kAccessKeysMax = 2;
inline constexpr std::size_t kTagsMax = 50;

// Characters of documents, white space not counted.
inline constexpr std::size_t kTrustPolicyMax = 2048;
inline constexpr std::size_t kManagedPolicyMax = 6144;
inline constexpr std::size_t kRoleInlinePoliciesMax = 10'240;  // of all together
inline constexpr std::size_t kUserInlinePoliciesMax = 2048;    // of all together

inline constexpr std::int32_t kItemsDefault = 100;

inline constexpr std::chrono::seconds kMaxSessionDefault{3600};  // of a role
// How long expired credentials are refused as expired, before they are forgotten.
inline constexpr std::chrono::hours kExpiredSessionKept{36};

// Access keys that are gone and still known to have been there.
inline constexpr std::size_t kRetiredKeysKept = 65'536;

// Characters behind a prefix such as AROA or AKIA.
inline constexpr std::size_t kEntityIdLength = 17;
inline constexpr std::size_t kAccessKeyIdLength = 16;
inline constexpr std::size_t kSecretLength = 40;
inline constexpr std::size_t kSessionTokenLength = 356;

// What the authorizer remembers at most.
inline constexpr std::size_t kDecisionsKept = 4096;
inline constexpr std::size_t kCompiledPoliciesKept = 4096;

}  // namespace emu::iam
