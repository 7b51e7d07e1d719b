// Shapes as forms of the Query protocol: "Entry.1.Id=a&Entry.1.MessageBody=hi".
#pragma once

#include <emu/description.h>

#include <string>

#include "core/gate/service_profile.h"
#include "wire/http/query.h"

namespace emu::wire {

// Appends "&name=value" for everything that is present.
void write_form(const ProtocolProfile& protocol, const Shape& shape, const void* in,
                std::string& out);

// The name of the first value that does not fit the shape, or nothing. Unknown names are passed
// over.
std::string read_form(const ProtocolProfile& protocol, const Shape& shape, const QueryNode& form,
                      void* in);

}  // namespace emu::wire
