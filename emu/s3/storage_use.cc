#include "s3/storage_use.h"

namespace emu::s3 {

std::size_t storage_type_of(std::string_view storage_class) {
  for (std::size_t at = 0; at < kStorageTypes.size(); ++at) {
    if (kStorageTypes[at].storage_class == storage_class) return at;
  }
  return 0;
}

}  // namespace emu::s3
