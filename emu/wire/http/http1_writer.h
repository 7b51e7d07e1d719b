// Writes responses of HTTP/1.1: the status line, the fields, the framing of the body.
#pragma once

#include <emu/http.h>
#include <emu/time.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace emu::wire {

// "Not Found"; a general word for a status that has no name.
std::string_view reason_phrase(int status);

struct ResponseFraming {
  bool is_head = false;  // the answer to HEAD: the length of a body, but no body
  bool is_http_1_0 = false;
  bool keep_alive = true;
};

// One per connection: it keeps its buffer, and the date for as long as the second lasts.
class Http1Writer {
 public:
  // The head, up to and including the blank line; valid until the next call. The length, the
  // framing, the date and the connection's fate are the writer's: such fields of the response are
  // left out, except the length of what HEAD asks for. A field that would end a line early has its
  // control characters replaced by spaces; one whose name is no name is left out.
  std::string& head(const HttpResponse& response, const ResponseFraming& framing, Time now);

  // Whether a response of that status has a body at all.
  static bool has_body(int status) { return status >= 200 && status != 204 && status != 304; }

 private:
  void append_fields(const HttpResponse& response, bool keep_length);

  std::string out_ = {};
  std::string date_ = {};
  std::int64_t date_second_ = -1;
  bool wrote_length_ = false;
  bool wrote_date_ = false;
};

}  // namespace emu::wire
