// Numbers of "Understand CloudFormation quotas", and bounds of this reader.
#pragma once

#include <cstddef>

namespace emu::cloudformation {

inline constexpr std::size_t kTemplateBytesMax = 1'000'000;  // in an S3 object; 51,200 in a request
inline constexpr std::size_t kResourcesMax = 500;
inline constexpr std::size_t kParametersMax = 200;
inline constexpr std::size_t kOutputsMax = 200;
inline constexpr std::size_t kMappingsMax = 200;
inline constexpr std::size_t kDescriptionBytesMax = 1024;
inline constexpr std::size_t kParameterValueBytesMax = 4096;
inline constexpr std::size_t kLogicalIdMax = 255;

// Of values inside each other, and of all values once aliases stand for what they mean.
inline constexpr int kNodeDepthMax = 64;
inline constexpr std::size_t kNodesMax = 100'000;
// What all Fn::Sub, Fn::Join and the like of one property may come to.
inline constexpr std::size_t kResolvedBytesMax = 8'000'000;

}  // namespace emu::cloudformation
