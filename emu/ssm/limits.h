// The numbers of Parameter Store.
// Sources: AWS General Reference, "AWS Systems Manager endpoints and quotas"; AWS Systems Manager
// API Reference, "PutParameter"; User Guide, "Working with parameter versions in Parameter Store".
#pragma once

#include <cstddef>

namespace emu::ssm {

inline constexpr std::size_t kStandardParametersMax = 10'000;
inline constexpr std::size_t kAdvancedParametersMax = 100'000;

inline constexpr std::size_t kNameMax = 1011;  // with all of the ARN before it
inline constexpr std::size_t kLevelsMax = 15;
inline constexpr std::size_t kStandardValueMax = 4096;
inline constexpr std::size_t kAdvancedValueMax = 8192;

inline constexpr std::size_t kVersionsMax = 100;
inline constexpr std::size_t kLabelsMax = 10;  // of one version
inline constexpr std::size_t kPoliciesMax = 10;
inline constexpr std::size_t kTagsMax = 50;

inline constexpr std::size_t kByPathPage = 10;
inline constexpr std::size_t kDescribePage = 50;
inline constexpr std::size_t kHistoryPage = 50;

}  // namespace emu::ssm
