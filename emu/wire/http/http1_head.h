// The head of an HTTP/1.1 request: its request line and its header fields.
//
// The parser library finds the parts; what it lets pass and a server must not is refused here:
// shapes that two implementations could read differently (bare CR or LF, folded lines, white space
// before a colon, two lengths, a length beside chunks) and everything that is not plainly one
// request.
#pragma once

#include <emu/http.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace emu::wire {

// Why a request is not answered by the handler. The connection ends after it.
struct HttpRefusal {
  int status = 400;
  std::string_view reason;
};

enum class BodyFraming { kNone, kLength, kChunked };

struct Http1Head {
  HttpRequest request;  // all but body, trailers and the connection's address
  BodyFraming framing = BodyFraming::kNone;
  std::uint64_t content_length = 0;  // with kLength
  bool keep_alive = true;
  bool expects_continue = false;
  bool is_http_1_0 = false;
};

// `head` is everything from the first byte of the request line to the blank line, inclusive.
std::variant<Http1Head, HttpRefusal> parse_http1_head(std::string_view head);

// What can be told of a head that was refused, or did not come whole: its method, its target, its
// host and those of its lines that look like header fields.
HttpRequest read_some_of_head(std::string_view bytes);

// Finds the end of a head in bytes that are still arriving.
class Http1HeadScanner {
 public:
  // `bytes` is all that came so far, beginning with the request line. The length of the head once
  // it is complete; a refusal once no continuation could make it acceptable.
  std::variant<std::monostate, std::size_t, HttpRefusal> scan(std::string_view bytes);

 private:
  std::size_t scanned_ = 0;
  std::size_t line_start_ = 0;
  std::size_t lines_ = 0;
};

}  // namespace emu::wire
