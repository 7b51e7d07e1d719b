// JsonWriter: JSON, appended to a string as it comes. No document is built.
#pragma once

#include <emu/time.h>

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace emu {

class JsonWriter {
 public:
  // Appends to `out`, which must outlive the writer.
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  // The name of the member whose value comes next.
  void key(std::string_view name);

  // A member of an object: its name and its value at once.
  void member(std::string_view name, std::string_view text) {
    key(name);
    string(text);
  }
  template <std::integral Number>
  void member(std::string_view name, Number value) {
    key(name);
    if constexpr (std::is_same_v<Number, bool>) {
      boolean(value);
    } else {
      integer(static_cast<std::int64_t>(value));
    }
  }

  void string(std::string_view text);
  void integer(std::int64_t number);
  // The shortest text that reads back as the same number; NaN and infinities become null.
  void real(double number);
  void boolean(bool value);
  void null();
  // Seconds since the epoch, with milliseconds where there are any, as AWS's JSON protocols carry
  // time.
  void timestamp(Time time);
  // Base64 in a string.
  void bytes(std::string_view bytes);
  // Text that is JSON already.
  void raw(std::string_view json);

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();

  std::string& out_;
  bool after_value_ = false;
};

// Appends the text as a JSON string, quotes included.
void append_json_string(std::string_view text, std::string& out);

}  // namespace emu
