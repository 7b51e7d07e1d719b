#include "wire/http/http1_response.h"

#include <algorithm>
#include <utility>

#include "core/text/ascii.h"
#include "wire/http/http1_writer.h"
#include "wire/limits.h"

namespace emu::wire {

namespace {

// A length that a response merely claims does not take more memory than this.
constexpr std::uint64_t kResponseReserveBytesMax = std::uint64_t{64} << 20;

}  // namespace

Http1ResponseReader::Http1ResponseReader(bool answers_head, std::size_t body_bytes_max)
    : answers_head_(answers_head), body_bytes_max_(body_bytes_max) {
  http_parser_init(&parser_, HTTP_RESPONSE);
  parser_.data = this;
}

Http1ResponseReader& Http1ResponseReader::of(http_parser* parser) {
  return *static_cast<Http1ResponseReader*>(parser->data);
}

const http_parser_settings& Http1ResponseReader::settings() {
  static const http_parser_settings kSettings = [] {
    http_parser_settings made{};
    made.on_header_field = [](http_parser* parser, const char* at, std::size_t size) {
      Http1ResponseReader& self = of(parser);
      if (self.in_value_) self.finish_field();
      self.name_.append(at, size);
      return self.response_.headers.size() > kHeadersMax ? 1 : 0;
    };
    made.on_header_value = [](http_parser* parser, const char* at, std::size_t size) {
      Http1ResponseReader& self = of(parser);
      self.in_value_ = true;
      self.value_.append(at, size);
      return 0;
    };
    made.on_headers_complete = [](http_parser* parser) { return of(parser).on_headers_complete(); };
    made.on_body = [](http_parser* parser, const char* at, std::size_t size) {
      return of(parser).on_body({at, size});
    };
    made.on_message_complete = [](http_parser* parser) { return of(parser).on_message_complete(); };
    return made;
  }();
  return kSettings;
}

void Http1ResponseReader::finish_field() {
  response_.headers.add(std::exchange(name_, {}), std::string(trim(value_)));
  value_.clear();
  in_value_ = false;
}

int Http1ResponseReader::on_headers_complete() {
  if (in_value_) finish_field();
  response_.status = static_cast<int>(parser_.status_code);
  if ((parser_.flags & F_CONTENTLENGTH) != 0 && !answers_head_) {
    if (parser_.content_length > body_bytes_max_) return -1;
    body_.reserve(std::min<std::uint64_t>(parser_.content_length, kResponseReserveBytesMax));
  }
  // 1 says that no body follows, whatever the fields claim.
  return answers_head_ || !Http1Writer::has_body(response_.status) ? 1 : 0;
}

int Http1ResponseReader::on_body(std::string_view bytes) {
  if (bytes.size() > body_bytes_max_ - body_.size()) return 1;
  body_.append(bytes);
  return 0;
}

int Http1ResponseReader::on_message_complete() {
  // Trailers are of no use to anybody here.
  name_.clear();
  value_.clear();
  in_value_ = false;
  if (response_.status < 200) {  // only an announcement of the response
    response_ = {};
    return 0;
  }
  done_ = true;
  keep_alive_ = http_should_keep_alive(&parser_) != 0;
  http_parser_pause(&parser_, 1);
  return 0;
}

bool Http1ResponseReader::read(std::string_view bytes) {
  const std::size_t used = http_parser_execute(&parser_, &settings(), bytes.data(), bytes.size());
  // Nobody has asked for what follows.
  if (done_ && used < bytes.size()) keep_alive_ = false;
  return done_ || HTTP_PARSER_ERRNO(&parser_) == HPE_OK;
}

bool Http1ResponseReader::end() {
  if (!done_) http_parser_execute(&parser_, &settings(), nullptr, 0);
  keep_alive_ = false;
  return done_;
}

HttpResponse Http1ResponseReader::take() {
  response_.body = Blob(std::move(body_));
  return std::move(response_);
}

}  // namespace emu::wire
