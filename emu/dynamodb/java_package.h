// What AWS's Java calls the service, as its errors show it.
#pragma once

#include <string_view>

namespace emu::dynamodb {

// Stands before the names of errors.
inline constexpr std::string_view kErrorNamespace = "com.amazonaws.dynamodb.v20120810#";
// Of the classes that refusals of JSON name.
inline constexpr std::string_view kJavaPackage =
    kErrorNamespace.substr(0, kErrorNamespace.size() - 1);

}  // namespace emu::dynamodb
