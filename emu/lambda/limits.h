// The numbers of AWS Lambda.
// Sources: Lambda Developer Guide, "Lambda quotas", "Understanding Lambda function scaling",
// "Configuring scaling behavior for SQS event source mappings", "Invoking a Lambda function
// asynchronously".
#pragma once

#include <emu/time.h>

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace emu::lambda {

// Functions.
inline constexpr std::size_t kFunctionNameMax = 64;
inline constexpr std::size_t kEnvironmentBytesMax = 4096;
inline constexpr std::size_t kLayersMax = 5;
inline constexpr std::size_t kTagsMax = 50;
inline constexpr std::size_t kPolicyBytesMax = 20480;
inline constexpr std::size_t kCodeRequestBytesMax = 70167211;  // of a zip file in base64
inline constexpr std::int64_t kTotalCodeSizeMax = 80530636800;
inline constexpr std::int64_t kCodeSizeUnzippedMax = 262144000;
inline constexpr std::int64_t kCodeSizeZippedMax = 52428800;
inline constexpr std::chrono::seconds kTimeoutDefault{3};
inline constexpr std::int32_t kMemoryDefault = 128;
inline constexpr std::int32_t kEphemeralStorageDefault = 512;

// Layers.
inline constexpr std::int32_t kLayersPageMax = 50;

// Paging.
inline constexpr std::int32_t kFunctionsPageMax = 50;
inline constexpr std::int32_t kMappingsPageMax = 100;

// Invocations.
inline constexpr std::size_t kPayloadBytesMax = 6291456;
inline constexpr std::size_t kAsyncPayloadBytesMax = 1048576;
inline constexpr std::size_t kResponseBytesMax = 6291556;
inline constexpr std::size_t kLogTailBytesMax = 4096;
inline constexpr std::int32_t kConcurrencyMax = 1000;
inline constexpr std::int32_t kUnreservedConcurrencyMin = 100;
inline constexpr std::chrono::seconds kInitTimeout{10};

// So many calls that one invocation makes without any time passing are a loop without end. Calls
// take no virtual time, so nothing else would end it.
inline constexpr int kCallsAtOneInstantMax = 100'000;
// What the trace keeps of the text of a failure.
inline constexpr std::size_t kTracedErrorBytesMax = 1024;

// Execution environments. AWS does not say how long it keeps an idle one; minutes are usual.
inline constexpr std::chrono::minutes kSandboxIdleMax{10};
// What REPORT shows as used by code in C++: a plausible figure, since that is not measured.
inline constexpr int kMaxMemoryUsedMb = 36;
// How long the credentials of a sandbox are good, and how long before their end it takes no more.
inline constexpr std::chrono::hours kCredentialsLife{12};
inline constexpr std::chrono::hours kCredentialsReserve{1};
// A sandbox that was refused by CloudWatch Logs tries again after this time.
inline constexpr std::chrono::minutes kLogRetryInterval{1};
// One PutLogEvents holds at most this much; a line counts its bytes and 26 more.
inline constexpr std::size_t kLogBatchEventsMax = 10000;
inline constexpr std::size_t kLogBatchBytesMax = 1048576;
inline constexpr std::size_t kLogEventOverheadBytes = 26;
inline constexpr std::size_t kLogLineBytesMax = 262144;

// Asynchronous invocation.
inline constexpr std::int32_t kRetryAttemptsDefault = 2;
inline constexpr std::chrono::seconds kEventAgeDefault{21600};
inline constexpr std::chrono::minutes kFirstRetryWait{1};
inline constexpr std::chrono::minutes kSecondRetryWait{2};
inline constexpr std::chrono::seconds kThrottleBackoffMin{1};
inline constexpr std::chrono::minutes kThrottleBackoffMax{5};
inline constexpr std::size_t kDeadLetterMessageBytesMax = 1024;  // of the ErrorMessage attribute

// Event source mappings for SQS.
inline constexpr std::int32_t kBatchSizeDefault = 10;
inline constexpr std::int32_t kBatchSizeWithoutWindowMax = 10;
inline constexpr std::int32_t kReceiveMax = 10;
inline constexpr std::chrono::seconds kReceiveWait{20};
inline constexpr std::size_t kPollersMin = 5;
inline constexpr std::size_t kPollersMax = 1250;
// 300 a minute, evenly.
inline constexpr std::chrono::milliseconds kPollerScalingInterval{200};
// Of an account and region. The bound is ours: each one has pollers, which are threads when served.
inline constexpr std::size_t kEnabledMappingsMax = 1000;
// A poller that may not receive tries again after this time.
inline constexpr std::chrono::minutes kReceiveRetryInterval{1};
// After so long without anything else happening, polls in vain are left out; see quiet.h. What is
// refused is asked again after a day, since a permission may begin at a date.
inline constexpr std::chrono::hours kQuietBeforeRest{1};
inline constexpr std::chrono::hours kRefusedRest{24};
inline constexpr std::size_t kFiltersMax = 5;

// Event source mappings for streams. Sources: Lambda Developer Guide, "Lambda parameters for Amazon
// DynamoDB event source mappings", "Using AWS Lambda with Amazon DynamoDB". AWS does not document
// its waits between attempts.
inline constexpr std::int32_t kStreamBatchSizeDefault = 100;
inline constexpr std::int32_t kRecordAgeMin = 60;
inline constexpr std::chrono::milliseconds kStreamReadInterval{250};
inline constexpr std::chrono::hours kStreamRecordAgeMax{24};
// Between attempts to read or to invoke.
inline constexpr std::chrono::seconds kStreamBackoffMin{1};
inline constexpr std::chrono::minutes kStreamBackoffMax{1};

}  // namespace emu::lambda
