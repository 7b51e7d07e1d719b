// StorageUse: how much a bucket holds, counted as objects come and go.
// Source: Amazon S3 User Guide, "Metrics and dimensions".
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace emu::s3 {

// What CloudWatch calls the storage of a class.
struct StorageType {
  std::string_view storage_class;
  std::string_view name;
};
inline constexpr std::array kStorageTypes = {
    StorageType{"STANDARD", "StandardStorage"},
    StorageType{"STANDARD_IA", "StandardIAStorage"},
    StorageType{"ONEZONE_IA", "OneZoneIAStorage"},
    StorageType{"INTELLIGENT_TIERING", "IntelligentTieringFAStorage"},
    StorageType{"GLACIER_IR", "GlacierInstantRetrievalStorage"},
    StorageType{"GLACIER", "GlacierStorage"},
    StorageType{"DEEP_ARCHIVE", "DeepArchiveStorage"},
    StorageType{"REDUCED_REDUNDANCY", "ReducedRedundancyStorage"}};

// The place of a class in the list; classes of other services' stores count as the first.
std::size_t storage_type_of(std::string_view storage_class);

struct StorageUse {
  std::array<std::uint64_t, kStorageTypes.size()> bytes = {};
  std::uint64_t objects = 0;  // also noncurrent ones and delete markers

  void add(std::string_view storage_class, std::uint64_t size) {
    bytes[storage_type_of(storage_class)] += size;
    ++objects;
  }
  void take(std::string_view storage_class, std::uint64_t size) {
    bytes[storage_type_of(storage_class)] -= size;
    --objects;
  }
};

}  // namespace emu::s3
