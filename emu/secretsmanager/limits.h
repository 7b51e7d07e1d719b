// The numbers of Secrets Manager.
// Sources: AWS Secrets Manager User Guide, "AWS Secrets Manager quotas"; API Reference,
// "DeleteSecret", "BatchGetSecretValue", "GetRandomPassword".
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace emu::secretsmanager {

inline constexpr std::size_t kSecretsMax = 500'000;
inline constexpr std::size_t kVersionsMax = 100;
// A version without stages that is younger is not taken away.
inline constexpr std::chrono::hours kVersionKept{24};
inline constexpr std::size_t kStagesMax = 20;  // on all versions of a secret together
inline constexpr std::size_t kTagsMax = 50;

inline constexpr std::int64_t kRecoveryDaysMin = 7;
inline constexpr std::int64_t kRecoveryDaysMax = 30;

inline constexpr std::size_t kListPage = 100;
inline constexpr std::size_t kBatchPage = 20;

inline constexpr std::size_t kArnSuffix = 6;
inline constexpr std::int64_t kPasswordLength = 32;
inline constexpr std::int64_t kPasswordLengthMax = 4096;

}  // namespace emu::secretsmanager
