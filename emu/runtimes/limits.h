// The numbers of functions that run as processes.
// Sources: Lambda Developer Guide, "Lambda quotas", "Using the Lambda runtime API for custom
// runtimes", "Understanding the Lambda execution environment lifecycle".
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace emu::runtimes {

// Packages.
inline constexpr std::uint64_t kUnzippedBytesMax = 262144000;
inline constexpr std::uint64_t kEntriesMax = 100'000;  // ours: an empty file takes room too
inline constexpr std::size_t kPathBytesMax = 1024;
inline constexpr std::size_t kFoldersKept = 8;  // of packages whose last sandbox has ended

// Files of a folder on disk that are looked at for an edit before an invocation.
inline constexpr std::size_t kStampedFilesMax = 4096;

// Answers.
inline constexpr std::size_t kResponseBytesMax = 6291556;
inline constexpr std::size_t kErrorBytesMax = 262144;

// Processes.
inline constexpr std::size_t kProcessesMax = 1024;  // of a sandbox: with its children
inline constexpr std::size_t kOpenFilesMax = 1024;
inline constexpr std::chrono::minutes kIdleMax{10};
inline constexpr std::chrono::milliseconds kMemoryLookInterval{25};
// How long a program may take to tell its version.
inline constexpr std::chrono::seconds kInterpreterAnswerMax{20};

// Output that nobody has taken yet. AWS cuts a line at 256 KB.
inline constexpr std::size_t kLineBytesMax = 262144;
inline constexpr std::size_t kOutputBytesMax = 4194304;
inline constexpr std::size_t kOutputLinesMax = 20'000;

}  // namespace emu::runtimes
