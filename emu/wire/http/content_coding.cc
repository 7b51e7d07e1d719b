#include "wire/http/content_coding.h"

#include "core/text/ascii.h"

namespace emu::wire {

namespace {

// Whether a weight such as "q=0.000" says that the coding is not wanted.
bool is_refused(std::string_view weight) {
  weight = trim(weight);
  if (weight.size() < 3 || to_lower(weight[0]) != 'q' || weight[1] != '=') return false;
  return weight.find_first_not_of("0.", 2) == weight.npos;
}

}  // namespace

std::optional<ContentCoding> content_coding(std::string_view name) {
  if (equal_ignoring_case(name, "gzip") || equal_ignoring_case(name, "x-gzip")) {
    return ContentCoding::kGzip;
  }
  if (equal_ignoring_case(name, "deflate")) return ContentCoding::kDeflate;
  return std::nullopt;
}

std::string_view coding_name(ContentCoding coding) {
  return coding == ContentCoding::kGzip ? "gzip" : "deflate";
}

// Weights decide only whether a coding is wanted: whoever takes both can read gzip. What is not
// named is wanted as much as "*".
std::optional<ContentCoding> accepted_coding(std::string_view accept_encoding) {
  std::optional<bool> wants_gzip;
  std::optional<bool> wants_deflate;
  bool wants_others = false;
  while (!accept_encoding.empty()) {
    std::string_view weight = take_until(accept_encoding, ',');
    const std::string_view name = trim(take_until(weight, ';'));
    const bool is_wanted = !is_refused(weight);
    if (name == "*") wants_others = is_wanted;
    const auto coding = content_coding(name);
    if (coding == ContentCoding::kGzip) wants_gzip = is_wanted;
    if (coding == ContentCoding::kDeflate) wants_deflate = is_wanted;
  }
  if (wants_gzip.value_or(wants_others)) return ContentCoding::kGzip;
  if (wants_deflate.value_or(wants_others)) return ContentCoding::kDeflate;
  return std::nullopt;
}

}  // namespace emu::wire
