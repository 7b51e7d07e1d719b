// Identifiers in the shapes that AWS gives them, drawn from a seeded stream.
#pragma once

#include <cstddef>
#include <string>

#include "core/hash/random.h"

namespace emu {

// "5fea7756-0ea4-451a-a703-a558b933e274": message ids, request ids.
std::string uuid4(Random& random);
void append_uuid4(Random& random, std::string& out);

// Lower-case hexadecimal digits: log streams, object versions.
std::string hex_id(Random& random, std::size_t length);

// Letters and digits: secrets, host ids.
std::string base62_id(Random& random, std::size_t length);

// Capital letters and the digits 2 to 7, as behind the prefix of an access key id.
std::string upper_alnum_id(Random& random, std::size_t length);

}  // namespace emu
