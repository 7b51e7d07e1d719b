#include "cloudwatch/texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace emu::cloudwatch {

namespace {

// Source: AWS General Reference, "Amazon CloudWatch endpoints and quotas".
constexpr std::array<std::pair<std::string_view, std::string_view>, 22> kRegions = {
    {{"af-south-1", "Africa (Cape Town)"},
     {"ap-east-1", "Asia Pacific (Hong Kong)"},
     {"ap-northeast-1", "Asia Pacific (Tokyo)"},
     {"ap-northeast-2", "Asia Pacific (Seoul)"},
     {"ap-northeast-3", "Asia Pacific (Osaka)"},
     {"ap-south-1", "Asia Pacific (Mumbai)"},
     {"ap-southeast-1", "Asia Pacific (Singapore)"},
     {"ap-southeast-2", "Asia Pacific (Sydney)"},
     {"ca-central-1", "Canada (Central)"},
     {"cn-north-1", "China (Beijing)"},
     {"cn-northwest-1", "China (Ningxia)"},
     {"eu-central-1", "EU (Frankfurt)"},
     {"eu-north-1", "EU (Stockholm)"},
     {"eu-south-1", "EU (Milan)"},
     {"eu-west-1", "EU (Ireland)"},
     {"eu-west-2", "EU (London)"},
     {"eu-west-3", "EU (Paris)"},
     {"sa-east-1", "South America (Sao Paulo)"},
     {"us-east-1", "US East (N. Virginia)"},
     {"us-east-2", "US East (Ohio)"},
     {"us-west-1", "US West (N. California)"},
     {"us-west-2", "US West (Oregon)"}}};

// Between these a number is written without an exponent.
constexpr double kPlainMin = 1e-3;
constexpr double kPlainMax = 1e7;

}  // namespace

std::string number_text(double number) {
  const double size = std::fabs(number);
  if (number == 0 || (size >= kPlainMin && size < kPlainMax)) {
    std::string text = fmt::format("{}", number);
    if (text.find('.') == text.npos) text += ".0";
    return text;
  }
  // The shortest digits that read back as the same number: "1.5e+07", "1e-310".
  std::array<char, 32> digits;
  const char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                        std::chars_format::scientific)
                              .ptr;
  const std::string_view text(digits.data(), static_cast<std::size_t>(end - digits.data()));
  const std::size_t e = text.find('e');
  const std::string_view mantissa = text.substr(0, e);
  const bool is_small = text[e + 1] == '-';
  std::string_view exponent = text.substr(e + 2);
  exponent.remove_prefix(std::min(exponent.find_first_not_of('0'), exponent.size() - 1));
  return fmt::format("{}{}E{}{}", mantissa, mantissa.find('.') == mantissa.npos ? ".0" : "",
                     is_small ? "-" : "", exponent);
}

std::string time_text(Time time) {
  std::string text = iso8601(time);  // "2026-01-01T00:00:00.000Z"
  text.pop_back();
  return text + "+0000";
}

std::string short_time_text(Time time) {
  const std::string text = iso8601(time);
  return fmt::format("{}/{}/{} {}", text.substr(8, 2), text.substr(5, 2), text.substr(2, 2),
                     text.substr(11, 8));
}

std::string_view region_title(std::string_view region) {
  for (const auto& [name, title] : kRegions) {
    if (name == region) return title;
  }
  return region;
}

}  // namespace emu::cloudwatch
