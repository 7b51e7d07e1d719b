#include "wire/http/http1_writer.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/text/ascii.h"
#include "core/time/http_date.h"

namespace emu::wire {

namespace {

struct StatusLine {
  int code;
  std::string_view phrase;
};

constexpr std::array kStatuses = {
    StatusLine{100, "Continue"},
    StatusLine{200, "OK"},
    StatusLine{201, "Created"},
    StatusLine{202, "Accepted"},
    StatusLine{204, "No Content"},
    StatusLine{206, "Partial Content"},
    StatusLine{301, "Moved Permanently"},
    StatusLine{302, "Found"},
    StatusLine{303, "See Other"},
    StatusLine{304, "Not Modified"},
    StatusLine{307, "Temporary Redirect"},
    StatusLine{308, "Permanent Redirect"},
    StatusLine{400, "Bad Request"},
    StatusLine{401, "Unauthorized"},
    StatusLine{402, "Payment Required"},
    StatusLine{403, "Forbidden"},
    StatusLine{404, "Not Found"},
    StatusLine{405, "Method Not Allowed"},
    StatusLine{406, "Not Acceptable"},
    StatusLine{408, "Request Timeout"},
    StatusLine{409, "Conflict"},
    StatusLine{410, "Gone"},
    StatusLine{411, "Length Required"},
    StatusLine{412, "Precondition Failed"},
    StatusLine{413, "Content Too Large"},
    StatusLine{414, "URI Too Long"},
    StatusLine{415, "Unsupported Media Type"},
    StatusLine{416, "Range Not Satisfiable"},
    StatusLine{417, "Expectation Failed"},
    StatusLine{422, "Unprocessable Content"},
    StatusLine{429, "Too Many Requests"},
    StatusLine{431, "Request Header Fields Too Large"},
    StatusLine{500, "Internal Server Error"},
    StatusLine{501, "Not Implemented"},
    StatusLine{502, "Bad Gateway"},
    StatusLine{503, "Service Unavailable"},
    StatusLine{504, "Gateway Timeout"},
    StatusLine{505, "HTTP Version Not Supported"},
};

bool is_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return c > ' ' && c < 0x7f && c != ':' && c != '"' && c != '(' && c != ')';
  });
}

void append_value(std::string_view value, std::string& out) {
  const std::size_t begin = out.size();
  out += value;
  std::replace_if(
      out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(),
      [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; }, ' ');
}

void append_number(std::uint64_t number, std::string& out) {
  std::array<char, 20> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

}  // namespace

std::string_view reason_phrase(int status) {
  const auto* found =
      std::find_if(kStatuses.begin(), kStatuses.end(),
                   [status](const StatusLine& each) { return each.code == status; });
  return found == kStatuses.end() ? "Status" : found->phrase;
}

void Http1Writer::append_fields(const HttpResponse& response, bool keep_length) {
  wrote_length_ = false;
  wrote_date_ = false;
  for (const auto& [name, value] : response.headers) {
    if (equal_ignoring_case(name, "content-length")) {
      if (!keep_length || wrote_length_) continue;
      wrote_length_ = true;
    }
    if (equal_ignoring_case(name, "date")) {
      if (wrote_date_) continue;
      wrote_date_ = true;
    }
    if (equal_ignoring_case(name, "transfer-encoding") || equal_ignoring_case(name, "connection") ||
        !is_name(name)) {
      continue;
    }
    out_ += name;
    out_ += ": ";
    append_value(value, out_);
    out_ += "\r\n";
  }
}

std::string& Http1Writer::head(const HttpResponse& response, const ResponseFraming& framing,
                               Time now) {
  out_.assign("HTTP/1.1 ");
  append_number(static_cast<std::uint64_t>(response.status), out_);
  out_ += ' ';
  out_ += reason_phrase(response.status);
  out_ += "\r\n";
  append_fields(response, framing.is_head);
  if (!wrote_date_) {
    if (const std::int64_t second = epoch_seconds(now); second != date_second_) {
      date_ = http_date(now);
      date_second_ = second;
    }
    out_ += "Date: ";
    out_ += date_;
    out_ += "\r\n";
  }
  if (response.stream && has_body(response.status)) {
    if (!framing.is_http_1_0) out_ += "Transfer-Encoding: chunked\r\n";
  } else if (has_body(response.status) && !wrote_length_) {
    out_ += "Content-Length: ";
    append_number(response.body.size(), out_);
    out_ += "\r\n";
  }
  if (!framing.keep_alive) {
    out_ += "Connection: close\r\n";
  } else if (framing.is_http_1_0) {
    out_ += "Connection: keep-alive\r\n";
  }
  out_ += "\r\n";
  return out_;
}

}  // namespace emu::wire
