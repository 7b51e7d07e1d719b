#include "wire/protocol/text_value.h"

#include <emu/description.h>

#include <charconv>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>

#include "core/json/json_writer.h"
#include "core/text/base64.h"
#include "core/time/http_date.h"
#include "core/time/iso_time.h"

namespace emu::wire {

namespace {

template <class Number>
std::optional<Number> read_number(std::string_view text) {
  Number number{};
  const char* const end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || at != end) return std::nullopt;
  return number;
}

std::string real_text(double number) {
  std::string text;
  JsonWriter(text).real(number);
  return text;
}

std::string time_text(Time time, TimeForm form) {
  if (form == TimeForm::kHttpDate) return http_date(time);
  if (form == TimeForm::kIso8601) return iso8601(time);
  return iso8601(std::chrono::floor<std::chrono::seconds>(time));
}

std::optional<Time> read_time(std::string_view text) {
  if (const auto date = parse_iso8601(text)) return date;
  if (const auto date = parse_http_date(text)) return date;
  constexpr double kSecondsMax = 9.0e12;  // microseconds still fit 64 bits
  const auto seconds = read_number<double>(text);
  if (!seconds || !(std::fabs(*seconds) < kSecondsMax)) return std::nullopt;
  return from_epoch_millis(std::llround(*seconds * 1000.0));
}

bool read_integer(const Shape& shape, void* value, std::string_view text) {
  const auto number = read_number<std::int64_t>(text);
  if (!number || *number > shape.integer_max || *number < -shape.integer_max - 1) return false;
  shape.set_integer(value, *number);
  return true;
}

}  // namespace

bool is_text_shape(const Shape& shape) {
  switch (shape.kind) {
    case Kind::kString:
    case Kind::kBoolean:
    case Kind::kInteger:
    case Kind::kDouble:
    case Kind::kTimestamp:
    case Kind::kBlob:
      return true;
    default:
      return false;
  }
}

std::string text_of(const Shape& shape, const void* value, TimeForm form) {
  switch (shape.kind) {
    case Kind::kString:
      return std::string(shape.text(value));
    case Kind::kBlob:
      return base64_encode(shape.text(value));
    case Kind::kBoolean:
      return shape.integer(value) != 0 ? "true" : "false";
    case Kind::kInteger:
      return std::to_string(shape.integer(value));
    case Kind::kDouble:
      return real_text(shape.real(value));
    case Kind::kTimestamp:
      return time_text(Time(Duration(shape.integer(value))), form);
    default:
      return {};
  }
}

bool read_text(const Shape& shape, void* value, std::string_view text) {
  switch (shape.kind) {
    case Kind::kString:
      shape.set_text(value, std::string(text));
      return true;
    case Kind::kBlob: {
      std::optional<std::string> bytes = base64_decode(text);
      if (!bytes) return false;
      shape.set_text(value, std::move(*bytes));
      return true;
    }
    case Kind::kBoolean:
      if (text != "true" && text != "false" && text != "True" && text != "False") return false;
      shape.set_integer(value, text == "true" || text == "True" ? 1 : 0);
      return true;
    case Kind::kInteger:
      return read_integer(shape, value, text);
    case Kind::kDouble: {
      const auto number = read_number<double>(text);
      if (!number) return false;
      shape.set_real(value, *number);
      return true;
    }
    case Kind::kTimestamp: {
      const auto time = read_time(text);
      if (!time) return false;
      shape.set_integer(value, time->time_since_epoch().count());
      return true;
    }
    default:
      return false;
  }
}

}  // namespace emu::wire
