#include "s3/http/absent_operations.h"

#include <algorithm>
#include <array>

namespace emu::s3 {

namespace {

struct Absent {
  std::string_view name;
  std::string_view method;
  bool is_of_object;
  std::string_view subresource;
};

constexpr std::array kAbsent = {
    Absent{"CreateSession", "GET", false, "session"},
    Absent{"GetBucketAbac", "GET", false, "abac"},
    Absent{"PutBucketAbac", "PUT", false, "abac"},
    Absent{"CreateBucketMetadataConfiguration", "POST", false, "metadataConfiguration"},
    Absent{"GetBucketMetadataConfiguration", "GET", false, "metadataConfiguration"},
    Absent{"DeleteBucketMetadataConfiguration", "DELETE", false, "metadataConfiguration"},
    Absent{"CreateBucketMetadataTableConfiguration", "POST", false, "metadataTable"},
    Absent{"GetBucketMetadataTableConfiguration", "GET", false, "metadataTable"},
    Absent{"DeleteBucketMetadataTableConfiguration", "DELETE", false, "metadataTable"},
    Absent{"UpdateBucketMetadataInventoryTableConfiguration", "PUT", false,
           "metadataInventoryTable"},
    Absent{"UpdateBucketMetadataJournalTableConfiguration", "PUT", false, "metadataJournalTable"},
    Absent{"GetObjectTorrent", "GET", true, "torrent"},
    Absent{"RenameObject", "PUT", true, "renameObject"},
    Absent{"RestoreObject", "POST", true, "restore"},
    Absent{"SelectObjectContent", "POST", true, "select"},
    Absent{"UpdateObjectEncryption", "PUT", true, "encryption"},
};

}  // namespace

std::string_view absent_operation(std::string_view method, bool is_of_object,
                                  std::string_view subresource) {
  const auto* found = std::find_if(kAbsent.begin(), kAbsent.end(), [&](const Absent& each) {
    return each.method == method && each.is_of_object == is_of_object &&
           each.subresource == subresource;
  });
  return found == kAbsent.end() ? std::string_view() : found->name;
}

bool is_of_absent_operation(std::string_view subresource) {
  return std::any_of(kAbsent.begin(), kAbsent.end(),
                     [&](const Absent& each) { return each.subresource == subresource; });
}

}  // namespace emu::s3
