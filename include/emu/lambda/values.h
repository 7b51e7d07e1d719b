// Values that texts of AWS Lambda take, for those who want a compiler to read them.
#pragma once

namespace emu::lambda {

// CreateEventSourceMapping::function_response_types.
namespace function_response_types {
inline constexpr const char* kReportBatchItemFailures = "ReportBatchItemFailures";
}  // namespace function_response_types

// FunctionCode::s3_bucket, for code that is a folder on the machine of a server: s3_key is then its
// path from the root. It is used in place, and an edit in it is seen by the next invocation.
inline constexpr const char* kFolderBucket = "hot-reload";

// Invoke::invocation_type.
namespace invocation_types {
inline constexpr const char* kRequestResponse = "RequestResponse";
inline constexpr const char* kEvent = "Event";
inline constexpr const char* kDryRun = "DryRun";
}  // namespace invocation_types

}  // namespace emu::lambda
