// How long the bodies of requests may be, and how much is remembered of callers.
#pragma once

#include <cstddef>

namespace emu::server {

// Objects lie in memory; AWS takes 5 GiB in one piece.
inline constexpr std::size_t kObjectBytesMax = std::size_t{256} * 1024 * 1024;
// XML documents, such as the keys of DeleteObjects, and forms of browsers around their file.
inline constexpr std::size_t kFormOverheadBytesMax = std::size_t{64} * 1024;
// Of requests that are for no service that is here.
inline constexpr std::size_t kOtherBytesMax = std::size_t{10} * 1024 * 1024;

inline constexpr std::size_t kCallersKept = 4096;
// What the trace keeps of the name of an operation that is not known.
inline constexpr std::size_t kUnknownNameBytesMax = 256;
// Of X-Amzn-Trace-Id; a longer one is no trace header.
inline constexpr std::size_t kTraceHeaderBytesMax = 1024;
// Regions and hosts that are longer are nobody's who calls often.
inline constexpr std::size_t kCallerNameBytesMax = 512;

}  // namespace emu::server
