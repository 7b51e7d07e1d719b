#include "wire/http/http1_head.h"

#include <http_parser.h>

#include <array>
#include <charconv>
#include <variant>

#include "core/text/ascii.h"
#include "wire/limits.h"

namespace emu::wire {

namespace {

using Refused = std::optional<HttpRefusal>;

HttpRefusal bad_request(std::string_view reason) { return {.status = 400, .reason = reason}; }

// RFC 9110, section 5.6.2.
constexpr bool is_token_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

constexpr std::array<bool, 256> make_token_table() {
  std::array<bool, 256> table{};
  for (int c = 0; c < 256; ++c) {
    table[static_cast<std::size_t>(c)] = c < 128 && c > 32 && is_token_char(static_cast<char>(c));
  }
  return table;
}

constexpr std::array<bool, 256> kTokenChars = make_token_table();

bool is_token(std::string_view text) {
  if (text.empty()) return false;
  for (const char c : text) {
    if (!kTokenChars[static_cast<unsigned char>(c)]) return false;
  }
  return true;
}

// Tabs and everything printable may stand in a value, bytes beyond ASCII included.
bool has_control_character(std::string_view text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && c != '\t') || byte == 0x7f) return true;
  }
  return false;
}

Refused check_version(std::string_view version) {
  if (version == "HTTP/1.1" || version == "HTTP/1.0") return std::nullopt;
  const bool well_formed = version.size() == 8 && version.starts_with("HTTP/") &&
                           is_digit(version[5]) && version[6] == '.' && is_digit(version[7]);
  if (!well_formed) return bad_request("the request line does not end in a version of HTTP");
  return HttpRefusal{.status = 505, .reason = "an unknown version of HTTP"};
}

Refused check_request_line(std::string_view line) {
  const std::string_view method = take_until(line, ' ');
  if (!is_token(method)) return bad_request("the method is not a token");
  const std::string_view target = take_until(line, ' ');
  if (target.empty()) return bad_request("the request line has no target");
  if (has_control_character(target) || target.find('\t') != std::string_view::npos) {
    return bad_request("a control character in the target");
  }
  return check_version(line);
}

Refused check_header_line(std::string_view line) {
  if (line.size() > kHeaderBytesMax) {
    return HttpRefusal{.status = 431, .reason = "a header field is too long"};
  }
  if (line.front() == ' ' || line.front() == '\t') return bad_request("a folded header field");
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return bad_request("a header field without a colon");
  if (!is_token(line.substr(0, colon))) {
    return bad_request("the name of a header field is not a token");
  }
  if (has_control_character(line.substr(colon + 1))) {
    return bad_request("a control character in a header field");
  }
  return std::nullopt;
}

// What the parser library is too lenient about, as it is packaged.
Refused check_bytes(std::string_view head) {
  std::size_t count = 0;
  for (std::size_t at = 0;; ++count) {
    const std::size_t end = head.find("\r\n", at);
    if (end == std::string_view::npos) return bad_request("the head does not end");
    const std::string_view line = head.substr(at, end - at);
    if (line.empty() && count > 0) {
      if (end + 2 == head.size()) return std::nullopt;
      return bad_request("bytes behind the end of the head");
    }
    if (count > kHeadersMax) {
      return HttpRefusal{.status = 431, .reason = "too many header fields"};
    }
    if (auto refusal = count == 0 ? check_request_line(line) : check_header_line(line)) {
      return refusal;
    }
    at = end + 2;
  }
}

// Collects what the library finds. It reports each part in one piece, since the head is whole.
struct Collector {
  HttpRequest request;
  std::string name;

  static Collector& of(http_parser* parser) { return *static_cast<Collector*>(parser->data); }

  static int on_url(http_parser* parser, const char* at, std::size_t size) {
    of(parser).request.target.append(at, size);
    return 0;
  }
  static int on_header_field(http_parser* parser, const char* at, std::size_t size) {
    of(parser).name.append(at, size);
    return 0;
  }
  static int on_header_value(http_parser* parser, const char* at, std::size_t size) {
    Collector& self = of(parser);
    self.request.headers.add(std::move(self.name), std::string(trim({at, size})));
    self.name.clear();
    return 0;
  }
  // The body is not the library's business.
  static int on_headers_complete(http_parser*) { return 1; }
};

constexpr http_parser_settings make_settings() {
  http_parser_settings settings{};
  settings.on_url = &Collector::on_url;
  settings.on_header_field = &Collector::on_header_field;
  settings.on_header_value = &Collector::on_header_value;
  settings.on_headers_complete = &Collector::on_headers_complete;
  return settings;
}

HttpRefusal refusal_of(http_errno error) {
  switch (error) {
    case HPE_INVALID_METHOD:
      return {.status = 405, .reason = "an unknown method"};
    case HPE_HEADER_OVERFLOW:
      return {.status = 431, .reason = "the head is too long"};
    case HPE_INVALID_CONTENT_LENGTH:
    case HPE_UNEXPECTED_CONTENT_LENGTH:
      return bad_request("the length of the body is not clear");
    case HPE_INVALID_TRANSFER_ENCODING:
      return bad_request("a transfer encoding other than chunked");
    case HPE_INVALID_URL:
    case HPE_INVALID_PATH:
      return bad_request("the target is not a path");
    default:
      return bad_request("the head is not one of HTTP/1.1");
  }
}

Refused read_content_length(std::string_view value, Http1Head& head) {
  std::uint64_t length = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
  if (error != std::errc() || end != value.data() + value.size()) {
    return bad_request("Content-Length is not a number");
  }
  if (head.framing == BodyFraming::kLength && length != head.content_length) {
    return bad_request("two different Content-Length");
  }
  head.framing = BodyFraming::kLength;
  head.content_length = length;
  return std::nullopt;
}

void read_connection(std::string_view value, Http1Head& head) {
  while (!value.empty()) {
    const std::string_view option = trim(take_until(value, ','));
    if (equal_ignoring_case(option, "close")) head.keep_alive = false;
    if (equal_ignoring_case(option, "keep-alive") && head.is_http_1_0) head.keep_alive = true;
  }
}

// The fields that concern the connection and the framing.
class FieldReader {
 public:
  explicit FieldReader(Http1Head& head) : head_(head) {}

  Refused read(const std::string& name, const std::string& value) {
    if (equal_ignoring_case(name, "content-length")) return read_content_length(value, head_);
    if (equal_ignoring_case(name, "transfer-encoding")) return read_transfer_encoding(value);
    if (equal_ignoring_case(name, "host")) return read_host(value);
    if (equal_ignoring_case(name, "connection")) read_connection(value, head_);
    if (equal_ignoring_case(name, "expect")) return read_expect(value);
    return std::nullopt;
  }

  Refused finish() {
    if (chunked_ && head_.framing == BodyFraming::kLength) {
      return bad_request("both Content-Length and Transfer-Encoding");
    }
    if (chunked_) head_.framing = BodyFraming::kChunked;
    if (!has_host_ && !head_.is_http_1_0) return bad_request("no Host header");
    return std::nullopt;
  }

 private:
  Refused read_transfer_encoding(std::string_view value) {
    if (chunked_ || !equal_ignoring_case(value, "chunked")) {
      return bad_request("a transfer encoding other than chunked");
    }
    if (head_.is_http_1_0) return bad_request("a transfer encoding in HTTP/1.0");
    chunked_ = true;
    return std::nullopt;
  }

  Refused read_host(const std::string& value) {
    if (has_host_) return bad_request("two Host headers");
    if (value.find_first_of(" \t/?#@,") != std::string::npos) {
      return bad_request("Host is not the name of a host");
    }
    has_host_ = true;
    head_.request.host = value;
    return std::nullopt;
  }

  Refused read_expect(std::string_view value) {
    if (!equal_ignoring_case(value, "100-continue")) {
      return HttpRefusal{.status = 417, .reason = "an expectation other than 100-continue"};
    }
    head_.expects_continue = !head_.is_http_1_0;
    return std::nullopt;
  }

  Http1Head& head_;
  bool chunked_ = false;
  bool has_host_ = false;
};

// A target in absolute form, as sent to a proxy, names the host too, and then the Host header does
// not count (RFC 9112, section 3.2.2).
Refused read_target(HttpRequest& request) {
  std::string& target = request.target;
  if (target.front() == '/') return std::nullopt;
  if (target == "*" && request.method == "OPTIONS") return std::nullopt;
  const auto authority = target.find("://");
  const std::string_view scheme = std::string_view(target).substr(0, authority);
  if (authority == std::string::npos ||
      (!equal_ignoring_case(scheme, "http") && !equal_ignoring_case(scheme, "https"))) {
    return bad_request("the target is not a path");
  }
  const auto begin = authority + 3;
  const auto end = std::min(target.find_first_of("/?", begin), target.size());
  request.host = target.substr(begin, end - begin);
  if (request.host.empty() || request.host.find('@') != std::string::npos) {
    return bad_request("the target does not name a host");
  }
  request.headers.set("Host", request.host);  // what is signed is what is meant
  target.erase(0, end);
  if (target.empty() || target.front() != '/') target.insert(0, 1, '/');
  return std::nullopt;
}

}  // namespace

std::variant<Http1Head, HttpRefusal> parse_http1_head(std::string_view bytes) {
  if (auto refusal = check_bytes(bytes)) return *refusal;

  static constexpr http_parser_settings kSettings = make_settings();
  Collector found;
  found.request.target.clear();
  found.request.headers.reserve(12);
  http_parser parser;
  http_parser_init(&parser, HTTP_REQUEST);
  parser.data = &found;
  http_parser_execute(&parser, &kSettings, bytes.data(), bytes.size());
  if (HTTP_PARSER_ERRNO(&parser) != HPE_OK) return refusal_of(HTTP_PARSER_ERRNO(&parser));
  if (parser.method == HTTP_CONNECT) {
    return HttpRefusal{.status = 405, .reason = "this is not a proxy"};
  }

  Http1Head head;
  head.request = std::move(found.request);
  head.request.method = http_method_str(static_cast<http_method>(parser.method));
  head.is_http_1_0 = parser.http_minor == 0;
  head.keep_alive = !head.is_http_1_0;
  FieldReader reader(head);
  for (const auto& [name, value] : head.request.headers) {
    if (auto refusal = reader.read(name, value)) return *refusal;
  }
  if (auto refusal = reader.finish()) return *refusal;
  if (auto refusal = read_target(head.request)) return *refusal;
  return head;
}

HttpRequest read_some_of_head(std::string_view bytes) {
  const auto next_line = [&bytes] {
    std::string_view line = take_until(bytes, '\n');
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  };
  HttpRequest request;
  std::string_view first = next_line();
  request.method = take_until(first, ' ');
  if (const auto target = take_until(first, ' '); target.starts_with('/')) request.target = target;
  while (!bytes.empty() && request.headers.size() < kHeadersMax) {
    std::string_view line = next_line();
    const std::string_view name = take_until(line, ':');
    if (is_token(name)) request.headers.add(std::string(name), std::string(trim(line)));
  }
  if (const std::string* host = request.headers.find("Host")) request.host = *host;
  return request;
}

std::variant<std::monostate, std::size_t, HttpRefusal> Http1HeadScanner::scan(
    std::string_view bytes) {
  while (true) {
    const std::size_t newline = bytes.find('\n', scanned_);
    const bool line_is_whole = newline != std::string_view::npos;
    const std::size_t line_bytes = (line_is_whole ? newline : bytes.size()) - line_start_;
    // One byte more for the CR that does not count.
    if (lines_ == 0 && line_bytes > kRequestLineBytesMax + 1) {
      return HttpRefusal{.status = 414, .reason = "the request line is too long"};
    }
    if (lines_ > 0 && line_bytes > kHeaderBytesMax + 1) {
      return HttpRefusal{.status = 431, .reason = "a header field is too long"};
    }
    if ((line_is_whole ? newline : bytes.size()) > kHeadBytesMax) {
      return HttpRefusal{.status = 431, .reason = "the head is too long"};
    }
    if (!line_is_whole) {
      scanned_ = bytes.size();
      return std::monostate();
    }
    if (newline == line_start_ || bytes[newline - 1] != '\r') {
      return bad_request("a line does not end in CR LF");
    }
    scanned_ = newline + 1;
    if (line_bytes == 1 && lines_ > 0) return newline + 1;
    line_start_ = newline + 1;
    if (++lines_ > kHeadersMax + 1) {
      return HttpRefusal{.status = 431, .reason = "too many header fields"};
    }
  }
}

}  // namespace emu::wire
