#include "s3/http/multipart.h"

#include <algorithm>

#include "core/text/ascii.h"

namespace emu::s3 {

namespace {

constexpr std::string_view kMediaType = "multipart/form-data";
constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kHeadEnd = "\r\n\r\n";
constexpr std::size_t kBoundaryMax = 200;  // RFC 2046 has 70

// The parameter of "form-data; name=\"key\"; filename=\"a.txt\"", without its quotes; empty when it
// is missing. Browsers write a quote in a value as %22.
std::string parameter(std::string_view header, std::string_view wanted) {
  take_until(header, ';');
  while (!header.empty()) {
    header.remove_prefix(std::min(header.find_first_not_of(" \t;"), header.size()));
    const std::string_view name = trim(take_until(header, '='));
    std::string_view value;
    if (header.starts_with('"')) {
      header.remove_prefix(1);
      value = take_until(header, '"');
    } else {
      value = trim(take_until(header, ';'));
    }
    if (equal_ignoring_case(name, wanted)) return std::string(value);
  }
  return {};
}

// The value of a header among the lines before a part's content.
std::string_view header_of(std::string_view head, std::string_view wanted) {
  while (!head.empty()) {
    std::string_view line = take_until(head, '\n');
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::string_view name = trim(take_until(line, ':'));
    if (equal_ignoring_case(name, wanted)) return trim(line);
  }
  return {};
}

}  // namespace

bool is_multipart(std::string_view content_type) {
  return equal_ignoring_case(trim(content_type.substr(0, content_type.find(';'))), kMediaType);
}

std::optional<std::vector<FormPart>> read_multipart(const Blob& body, std::string_view content_type,
                                                    std::string_view last) {
  const std::string boundary = parameter(content_type, "boundary");
  if (boundary.empty() || boundary.size() > kBoundaryMax) return std::nullopt;
  const std::string delimiter = "--" + boundary;
  const std::string divider = std::string(kLineEnd) + delimiter;
  const std::string_view text = body;

  std::size_t at = text.find(delimiter);
  if (at == std::string_view::npos) return std::nullopt;
  at += delimiter.size();
  std::vector<FormPart> parts;
  while (!text.substr(at).starts_with("--")) {
    if (!text.substr(at).starts_with(kLineEnd)) return std::nullopt;
    at += kLineEnd.size();
    const auto head_end = text.find(kHeadEnd, at);
    if (head_end == std::string_view::npos) return std::nullopt;
    const std::string_view disposition =
        header_of(text.substr(at, head_end - at), "Content-Disposition");
    const std::size_t begin = head_end + kHeadEnd.size();
    const auto end = text.find(divider, begin);
    if (end == std::string_view::npos) return std::nullopt;
    parts.push_back({.name = parameter(disposition, "name"),
                     .filename = parameter(disposition, "filename"),
                     .content = body.slice(begin, end - begin)});
    if (parts.back().name.empty()) return std::nullopt;
    if (parts.back().name == last || end > kFormHeadsMax) return parts;
    at = end + divider.size();
  }
  return parts;
}

}  // namespace emu::s3
