#include "dynamodb/sequence_number.h"

#include <fmt/format.h>

#include <charconv>

namespace emu::dynamodb {

namespace {

constexpr std::size_t kCountDigits = 9;

template <class Number>
bool read_digits(std::string_view text, Number& number) {
  const char* const end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, number);
  return error == std::errc() && at == end && text.front() != '-';
}

}  // namespace

std::string SequenceNumber::text() const { return fmt::format("{}{:09}", microseconds, count); }

std::optional<SequenceNumber> SequenceNumber::parse(std::string_view text) {
  if (text.size() <= kCountDigits) return std::nullopt;
  const std::size_t split = text.size() - kCountDigits;
  SequenceNumber number;
  if (!read_digits(text.substr(0, split), number.microseconds)) return std::nullopt;
  if (!read_digits(text.substr(split), number.count)) return std::nullopt;
  return number;
}

}  // namespace emu::dynamodb
