// Decodes the chunked transfer encoding (RFC 9112, section 7.1) as its bytes arrive.
//
// Nothing is let pass that the grammar does not have: a chunk's length is hexadecimal digits, each
// line ends in CR LF, extensions are skipped. The parser library, as it is packaged, does not look
// at the bytes that end a chunk.
#pragma once

#include <emu/http.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "wire/http/http1_head.h"

namespace emu::wire {

class Http1ChunkDecoder {
 public:
  explicit Http1ChunkDecoder(std::size_t body_bytes_max) : body_bytes_max_(body_bytes_max) {}

  // Takes bytes off the front of `input` and appends what they carry to `body`, until the body has
  // ended or the input has. What is left of `input` then belongs to the next request.
  std::optional<HttpRefusal> decode(std::string_view& input, std::string& body);

  // The next so many bytes are plain body: they may be read straight into it, and reported with
  // skip().
  std::uint64_t plain_bytes() const { return state_ == State::kData ? chunk_left_ : 0; }
  void skip(std::uint64_t count);

  bool done() const { return state_ == State::kDone; }
  HttpHeaders& trailers() { return trailers_; }

 private:
  enum class State { kSize, kData, kDataEnd, kTrailer, kDone };

  std::optional<HttpRefusal> take_line(std::string_view& input);
  std::optional<HttpRefusal> read_size(std::size_t body_bytes);
  std::optional<HttpRefusal> read_trailer();

  std::size_t body_bytes_max_;
  State state_ = State::kSize;
  std::uint64_t chunk_left_ = 0;
  std::string line_ = {};  // without its CR LF once it is whole
  bool line_is_whole_ = false;
  std::size_t trailer_bytes_ = 0;
  HttpHeaders trailers_ = {};
};

}  // namespace emu::wire
