// How much a peer may send. What goes beyond is refused before it costs memory or time.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace emu::wire {

inline constexpr std::size_t kRequestLineBytesMax = std::size_t{16} * 1024;
inline constexpr std::size_t kHeaderBytesMax = std::size_t{16} * 1024;
inline constexpr std::size_t kHeadersMax = 200;
inline constexpr std::size_t kHeadBytesMax = std::size_t{64} * 1024;
// The length and the extensions of one chunk of a chunked body.
inline constexpr std::size_t kChunkLineBytesMax = std::size_t{4} * 1024;

// Bodies from this size on wait for their turn, that together no more than so many bytes are
// received and worked on. Small, moderate and large ones do so beside each other, so that none is
// held up by larger ones. Who has a turn and brings less in so long loses it to those who wait.
inline constexpr std::size_t kCountedBodyBytesMin = std::size_t{64} << 10;
inline constexpr std::size_t kSmallBodyBytesMax = std::size_t{1} << 20;
inline constexpr std::size_t kModerateBodyBytesMax = std::size_t{16} << 20;
inline constexpr std::size_t kSmallBodiesBytesMax = std::size_t{64} << 20;
inline constexpr std::size_t kModerateBodiesBytesMax = std::size_t{64} << 20;
inline constexpr std::size_t kLargeBodiesBytesMax = std::size_t{256} << 20;
inline constexpr std::chrono::seconds kBodyStallMax{5};
inline constexpr std::uint64_t kBodyPaceBytesMin = std::uint64_t{64} << 10;

// One more takes the place of the one that has been idle for the longest.
inline constexpr std::size_t kConnectionsMax = 2048;
// Connections that were closed to make room, and whose threads are about to end.
inline constexpr std::size_t kConnectionsEndingMax = 256;
// Threads that wait for their next connection instead of ending.
inline constexpr std::size_t kIdleThreadsMax = 64;

inline constexpr std::size_t kXmlDepthMax = 16;
inline constexpr std::size_t kXmlNodesMax = 200'000;
inline constexpr std::size_t kCborStructuresMax = 100'000;  // of a body
inline constexpr std::size_t kQueryDepthMax = 16;
inline constexpr std::size_t kQueryPairsMax = 100'000;

// "Authenticating Requests: Using Query Parameters (AWS Signature Version 4)"
inline constexpr std::chrono::minutes kClockSkewMax{15};
inline constexpr std::int64_t kPresignedSecondsMax = 604'800;
inline constexpr std::size_t kSigningKeysMax = 256;
// "Signature Calculations for the Authorization Header: Transferring Payload in Multiple Chunks"
inline constexpr std::size_t kAwsChunkBytesMin = std::size_t{8} * 1024;
inline constexpr std::size_t kAwsChunkLineBytesMax = 256;
inline constexpr std::size_t kAwsTrailerBytesMax = std::size_t{4} * 1024;

}  // namespace emu::wire
