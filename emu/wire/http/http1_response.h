// Reads one response of HTTP/1.1 from the bytes of a connection, as they arrive.
#pragma once

#include <emu/http.h>
#include <http_parser.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace emu::wire {

class Http1ResponseReader {
 public:
  // A body longer than that makes the response unreadable.
  Http1ResponseReader(bool answers_head, std::size_t body_bytes_max);
  Http1ResponseReader(const Http1ResponseReader&) = delete;
  Http1ResponseReader& operator=(const Http1ResponseReader&) = delete;

  // False when this is no response that can be read.
  bool read(std::string_view bytes);
  // The connection has ended. False when the response is not whole.
  bool end();

  bool done() const { return done_; }
  // Whether the connection can be used for another request. Once done.
  bool keep_alive() const { return keep_alive_; }
  HttpResponse take();

 private:
  static Http1ResponseReader& of(http_parser* parser);
  static const http_parser_settings& settings();

  void finish_field();
  int on_headers_complete();
  int on_body(std::string_view bytes);
  int on_message_complete();

  http_parser parser_;
  bool answers_head_;
  std::size_t body_bytes_max_;
  HttpResponse response_ = {};
  std::string name_ = {};
  std::string value_ = {};
  bool in_value_ = false;
  std::string body_ = {};
  bool done_ = false;
  bool keep_alive_ = false;
};

}  // namespace emu::wire
