// How long the bodies of requests may be, and how much is remembered of callers.
#pragma once

#include <cstddef>

namespace emu::server {

// Objects lie in memory; S3 itself takes 5 GiB in one piece.
inline constexpr std::size_t kObjectBytesMax = std::size_t{256} * 1024 * 1024;
// XML documents, such as the keys of DeleteObjects, and forms of browsers around their file.
inline constexpr std::size_t kFormOverheadBytesMax = std::size_t{64} * 1024;
// "Service, account, and table quotas in Amazon DynamoDB": 16 MB for a batch or a transaction.
inline constexpr std::size_t kDynamodbBytesMax = std::size_t{16} * 1024 * 1024;
// A batch of 1 MiB ("Amazon SQS message quotas"), each byte of it escaped, and its attributes.
inline constexpr std::size_t kSqsBytesMax = std::size_t{8} * 1024 * 1024;
// "Lambda quotas": a package of 50 MB, written in base64, and the rest of CreateFunction.
inline constexpr std::size_t kLambdaBytesMax = 70'167'211;
// PutLogEvents takes 1 MiB; IAM and API Gateway less.
inline constexpr std::size_t kOtherBytesMax = std::size_t{10} * 1024 * 1024;

inline constexpr std::size_t kCallersKept = 4096;

}  // namespace emu::server
