#include "wire/sigv4/sigv4_canonical.h"

#include <algorithm>
#include <utility>

#include "core/hash/hash.h"
#include "core/text/ascii.h"
#include "core/text/percent.h"
#include "core/text/uri.h"
#include "wire/sigv4/sigv4.h"

namespace emu::wire {

namespace {

// The one way of encoding a text that may have been encoded in another. What cannot be decoded is
// taken literally.
void append_encoded_anew(std::string_view raw, std::string& out) {
  const auto decoded = percent_decode(raw);
  append_percent_encoded(decoded ? std::string_view(*decoded) : raw, Slash::kEncode, out);
}

std::string path_as_sent(std::string_view raw_path) {
  std::string path;
  for (const std::string_view segment : raw_path_segments(raw_path)) {
    path += '/';
    append_encoded_anew(segment, path);
  }
  return path;
}

std::string normalized_path(std::string_view raw_path) {
  std::vector<std::string_view> kept;
  const auto segments = raw_path_segments(raw_path);
  for (const std::string_view segment : segments) {
    if (segment.empty() || segment == ".") continue;
    if (segment != "..") {
      kept.push_back(segment);
    } else if (!kept.empty()) {
      kept.pop_back();
    }
  }
  std::string path;
  for (const std::string_view segment : kept) {
    path += '/';
    append_percent_encoded(segment, Slash::kKeep, path);
  }
  if (kept.empty() || segments.back().empty()) path += '/';
  return path;
}

// White space at the ends goes away, and any in between becomes one space.
void append_header_value(std::string_view value, std::string& out) {
  bool in_space = false;
  for (const char c : trim(value)) {
    const bool is_space = c == ' ' || c == '\t';
    if (!is_space || !in_space) out += is_space ? ' ' : c;
    in_space = is_space;
  }
}

void append_header(const HttpHeaders& headers, std::string_view name, std::string& out) {
  out += name;
  out += ':';
  bool first = true;
  for (const auto& [key, value] : headers) {
    if (!equal_ignoring_case(key, name)) continue;
    if (!first) out += ',';
    first = false;
    append_header_value(value, out);
  }
  out += '\n';
}

}  // namespace

std::string canonical_path(std::string_view raw_path, PathRule rule) {
  return rule == PathRule::kAsSent ? path_as_sent(raw_path) : normalized_path(raw_path);
}

std::string canonical_query(std::string_view raw_query, bool presigned) {
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const RawQueryPair& raw : parse_raw_query(raw_query)) {
    if (presigned && raw.name == "X-Amz-Signature") continue;
    auto& [name, value] = pairs.emplace_back();
    append_encoded_anew(raw.name, name);
    append_encoded_anew(raw.value, value);
  }
  std::sort(pairs.begin(), pairs.end());
  std::string query;
  for (const auto& [name, value] : pairs) {
    if (!query.empty()) query += '&';
    query += name;
    query += '=';
    query += value;
  }
  return query;
}

std::string joined_header_names(const std::vector<std::string>& names) {
  std::string joined;
  for (const std::string& name : names) {
    if (!joined.empty()) joined += ';';
    joined += name;
  }
  return joined;
}

std::string canonical_request(const CanonicalInput& input) {
  std::string text = input.request.method;
  text += '\n';
  text += canonical_path(input.target.path, input.path_rule);
  text += '\n';
  text += canonical_query(input.target.query, input.presigned);
  text += '\n';
  for (const std::string& name : input.signed_headers) {
    append_header(input.request.headers, name, text);
  }
  text += '\n';
  text += joined_header_names(input.signed_headers);
  text += '\n';
  text += input.payload_hash;
  return text;
}

std::string string_to_sign(std::string_view time, const CredentialScope& scope,
                           std::string_view canonical) {
  std::string text(kSigv4Algorithm);
  text += '\n';
  text += time;
  text += '\n';
  text += scope.text();
  text += '\n';
  text += sha256_hex(canonical);
  return text;
}

}  // namespace emu::wire
