// Fields made from C++'s values, and parameters from names and these. Include <emu/rdsdata.h>.
#pragma once

#include <emu/rdsdata/statements.h>

#include <concepts>
#include <cstdint>
#include <string>
#include <utility>

namespace emu::rdsdata {

inline Field of(bool value) { return {.boolean_value = value}; }
template <std::integral Number>
requires(!std::same_as<Number, bool>) Field of(Number value) {
  return {.long_value = static_cast<std::int64_t>(value)};
}
inline Field of(double value) { return {.double_value = value}; }
inline Field of(std::string value) { return {.string_value = std::move(value)}; }
inline Field of(const char* value) { return {.string_value = std::string(value)}; }
inline Field of(Blob value) { return {.blob_value = std::move(value)}; }
inline Field null() { return {.is_null = true}; }

template <class Value>
SqlParameter parameter(std::string name, Value value) {
  return {.name = std::move(name), .value = of(std::move(value))};
}

}  // namespace emu::rdsdata
