// How a PutObject says that it was a form which a browser posted.
#pragma once

#include <string_view>

namespace emu::s3 {

inline constexpr std::string_view kFormHeader = "x-emu-is-form";

}  // namespace emu::s3
