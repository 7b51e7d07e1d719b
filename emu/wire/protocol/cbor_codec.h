// CBOR in the form that AWS's protocols give it, in both directions.
// Source: Smithy, "Smithy RPC v2 CBOR protocol"; RFC 8949.
#pragma once

#include <emu/description.h>

#include <string>
#include <string_view>

#include "wire/protocol/cbor_reader.h"

namespace emu::wire {

// Appends the value. Maps and lists say their length first.
void write_cbor(const Shape& shape, const void* value, std::string& out);

void write_cbor_map_head(std::size_t members, std::string& out);
void write_cbor_text(std::string_view text, std::string& out);

// Reads the value into what was freshly made. Unknown members are passed over. False when it does
// not fit; `why` then says so.
bool read_cbor(const Shape& shape, void* value, CborReader& reader, std::string& why);

}  // namespace emu::wire
