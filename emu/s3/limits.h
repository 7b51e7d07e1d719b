// The numbers of S3.
// Sources: Amazon S3 User Guide, "General purpose bucket naming rules", "Working with object
// metadata", "Categorizing your objects using tags", "General purpose bucket quotas, limitations,
// and restrictions"; API Reference, "ListObjectsV2", "DeleteObjects".
#pragma once

#include <cstddef>
#include <cstdint>

namespace emu::s3 {

inline constexpr std::size_t kBucketNameLengthMin = 3;
inline constexpr std::size_t kBucketNameLengthMax = 63;
inline constexpr std::size_t kBucketsMax = 10'000;  // of an account
inline constexpr std::size_t kKeyBytesMax = 1024;
inline constexpr std::uint64_t kPutBytesMax = 5ULL * 1024 * 1024 * 1024;
inline constexpr std::size_t kMetadataBytesMax = 2048;  // of names and values together
inline constexpr std::size_t kListMax = 1000;           // keys and prefixes of a page
inline constexpr std::size_t kListBucketsMax = 10'000;
inline constexpr std::size_t kDeleteMax = 1000;
inline constexpr std::int32_t kPartNumberMax = 10'000;
inline constexpr std::size_t kObjectTagsMax = 10;
inline constexpr std::size_t kBucketTagsMax = 50;
inline constexpr std::size_t kTagKeyLengthMax = 128;
inline constexpr std::size_t kTagValueLengthMax = 256;
inline constexpr std::size_t kPolicyBytesMax = std::size_t{20} * 1024;
inline constexpr std::size_t kCorsRulesMax = 100;
inline constexpr std::size_t kCorsRuleIdLengthMax = 255;
inline constexpr std::size_t kRoutingRulesMax = 50;
inline constexpr std::size_t kCustomerKeyBytes = 32;

}  // namespace emu::s3
