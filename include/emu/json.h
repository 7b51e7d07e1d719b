// JSON for described structs: a handler reads its event and writes its answer with these.
//
//   auto event = from_json<lambda::SqsEvent>(payload).value();
//   return to_json(lambda::SqsBatchResponse{...});
#pragma once

#include <emu/result.h>
#include <emu/shape.h>

#include <string>
#include <string_view>
#include <utility>

namespace emu {

// Appends the JSON of a value of that shape.
void write_json(const Shape& shape, const void* value, std::string& out);

// Fills a value of that shape. Unknown members are passed over; a wrong type, an integer that does
// not fit, broken JSON, bad UTF-8 or nesting deeper than 256 is an Error with the code
// SerializationException.
Status read_json(const Shape& shape, void* value, std::string_view json);

template <class T>
std::string to_json(const T& value) {
  std::string out;
  write_json(shape_of<T>(), &value, out);
  return out;
}

template <class T>
Result<T> from_json(std::string_view json) {
  T value{};
  if (Status status = read_json(shape_of<T>(), &value, json); !status) {
    return std::move(status.error());
  }
  return value;
}

}  // namespace emu
