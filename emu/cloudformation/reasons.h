// Why something failed, as CloudFormation words it in a resource's events.
#pragma once

#include <emu/result.h>

#include <string>
#include <string_view>

#include "core/hash/random.h"

namespace emu::cloudformation {

// Of a call that a service refused: `Resource handler returned message: "…"`. An error that is not
// of a call is its own text.
std::string reason_of(const Error& error, std::string_view resource_type, Random& random);

// Whether the error says that what was to be removed is not there.
bool is_absence(const Error& error);

}  // namespace emu::cloudformation
