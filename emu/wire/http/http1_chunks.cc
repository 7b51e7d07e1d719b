#include "wire/http/http1_chunks.h"

#include <algorithm>
#include <charconv>

#include "core/text/ascii.h"
#include "wire/limits.h"

namespace emu::wire {

std::optional<HttpRefusal> Http1ChunkDecoder::take_line(std::string_view& input) {
  if (line_is_whole_) {
    line_.clear();
    line_is_whole_ = false;
  }
  const std::size_t newline = input.find('\n');
  const std::size_t count = newline == std::string_view::npos ? input.size() : newline + 1;
  if (line_.size() + count > kChunkLineBytesMax) {
    return HttpRefusal{.status = 400, .reason = "a line of a chunked body is too long"};
  }
  line_.append(input.substr(0, count));
  input.remove_prefix(count);
  if (newline == std::string_view::npos) return std::nullopt;
  if (!line_.ends_with("\r\n") || line_.find('\r') != line_.size() - 2 ||
      line_.find('\0') != std::string::npos) {
    return HttpRefusal{.status = 400, .reason = "a line of a chunked body does not end in CR LF"};
  }
  line_.resize(line_.size() - 2);
  line_is_whole_ = true;
  return std::nullopt;
}

std::optional<HttpRefusal> Http1ChunkDecoder::read_size(std::size_t body_bytes) {
  const char* const begin = line_.data();
  const char* const end = begin + line_.size();
  const auto [at, error] = std::from_chars(begin, end, chunk_left_, 16);
  if (error != std::errc() || (at != end && *at != ';' && *at != ' ' && *at != '\t')) {
    return HttpRefusal{.status = 400, .reason = "the length of a chunk is not a number"};
  }
  const std::string_view extension = trim({at, static_cast<std::size_t>(end - at)});
  if (!extension.empty() && extension.front() != ';') {
    return HttpRefusal{.status = 400, .reason = "the length of a chunk is not a number"};
  }
  if (chunk_left_ > body_bytes_max_ - body_bytes) {
    return HttpRefusal{.status = 413, .reason = "the body is too long"};
  }
  state_ = chunk_left_ == 0 ? State::kTrailer : State::kData;
  return std::nullopt;
}

std::optional<HttpRefusal> Http1ChunkDecoder::read_trailer() {
  if (line_.empty()) {
    state_ = State::kDone;
    return std::nullopt;
  }
  trailer_bytes_ += line_.size();
  const auto colon = line_.find(':');
  const bool named = colon != std::string::npos && colon > 0 && line_.find_first_of(" \t") > colon;
  if (!named) return HttpRefusal{.status = 400, .reason = "a trailer without a name"};
  if (trailer_bytes_ > kHeaderBytesMax || trailers_.size() >= kHeadersMax) {
    return HttpRefusal{.status = 431, .reason = "too many trailers"};
  }
  trailers_.add(line_.substr(0, colon),
                std::string(trim(std::string_view(line_).substr(colon + 1))));
  return std::nullopt;
}

void Http1ChunkDecoder::skip(std::uint64_t count) {
  chunk_left_ -= count;
  if (chunk_left_ == 0) state_ = State::kDataEnd;
}

std::optional<HttpRefusal> Http1ChunkDecoder::decode(std::string_view& input, std::string& body) {
  while (!input.empty() && !done()) {
    if (state_ == State::kData) {
      const std::uint64_t count = std::min<std::uint64_t>(chunk_left_, input.size());
      body.append(input.substr(0, count));
      input.remove_prefix(count);
      skip(count);
      continue;
    }
    if (auto refusal = take_line(input)) return refusal;
    if (!line_is_whole_) return std::nullopt;
    std::optional<HttpRefusal> refusal;
    if (state_ == State::kSize) {
      refusal = read_size(body.size());
    } else if (state_ == State::kTrailer) {
      refusal = read_trailer();
    } else if (line_.empty()) {
      state_ = State::kSize;
    } else {
      refusal = HttpRefusal{.status = 400, .reason = "a chunk is longer than it says"};
    }
    if (refusal) return refusal;
  }
  return std::nullopt;
}

}  // namespace emu::wire
