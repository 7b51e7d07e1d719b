#include "wire/http/aws_chunked.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/hex.h"
#include "wire/http/aws_chunked_errors.h"
#include "wire/limits.h"
#include "wire/sigv4/sigv4_errors.h"

namespace emu::wire {

namespace {

constexpr std::string_view kSignatureExtension = "chunk-signature=";
constexpr std::string_view kTrailerSignature = "x-amz-trailer-signature";

Error wrong_signature() { return errors::chunk_signature_does_not_match(); }

}  // namespace

std::optional<AwsChunkedForm> aws_chunked_form(std::string_view content_sha256) {
  if (content_sha256 == "STREAMING-AWS4-HMAC-SHA256-PAYLOAD") {
    return AwsChunkedForm{.is_signed = true, .has_trailer = false};
  }
  if (content_sha256 == "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER") {
    return AwsChunkedForm{.is_signed = true, .has_trailer = true};
  }
  if (content_sha256 == "STREAMING-UNSIGNED-PAYLOAD-TRAILER") {
    return AwsChunkedForm{.is_signed = false, .has_trailer = true};
  }
  return std::nullopt;
}

Result<AwsChunkedOptions> aws_chunked_options(const HttpHeaders& headers, AwsChunkedForm form) {
  AwsChunkedOptions options{.form = form};
  const std::string* length = headers.find("x-amz-decoded-content-length");
  if (length == nullptr) return errors::missing_content_length();
  const char* const end = length->data() + length->size();
  const auto [at, error] = std::from_chars(length->data(), end, options.decoded_length);
  if (error != std::errc() || at != end) return errors::missing_content_length();
  if (const std::string* names = headers.find("x-amz-trailer"); names != nullptr) {
    std::string_view rest = *names;
    while (!rest.empty()) {
      const std::string_view name = trim(take_until(rest, ','));
      if (!name.empty()) options.trailers.push_back(lower_case(name));
    }
  }
  for (const std::string& name : options.trailers) {
    if (name.starts_with("x-amz-") && !checksum_algorithm(name)) {
      return errors::unknown_trailer(name);
    }
  }
  return options;
}

const std::string& ChunkSigner::sign_chunk(const Sha256Sum& hash_of_data) {
  static const std::string kHashOfNothing = sha256_hex("");
  previous_ =
      sign_text(key_, fmt::format("AWS4-HMAC-SHA256-PAYLOAD\n{}\n{}\n{}\n{}\n{}", time_, scope_,
                                  previous_, kHashOfNothing, hex_encode(hash_of_data)));
  return previous_;
}

const std::string& ChunkSigner::sign_trailer(std::string_view lines) {
  previous_ = sign_text(key_, fmt::format("AWS4-HMAC-SHA256-TRAILER\n{}\n{}\n{}\n{}", time_, scope_,
                                          previous_, sha256_hex(lines)));
  return previous_;
}

AwsChunkedDecoder::AwsChunkedDecoder(AwsChunkedOptions options) : options_(std::move(options)) {
  for (const std::string& name : options_.trailers) {
    if (const auto algorithm = checksum_algorithm(name)) checksums_.emplace_back(*algorithm);
  }
}

Status AwsChunkedDecoder::take_line(std::string_view& bytes) {
  if (line_is_whole_) {
    line_.clear();
    line_is_whole_ = false;
  }
  const auto newline = bytes.find('\n');
  const std::size_t count = newline == std::string_view::npos ? bytes.size() : newline + 1;
  const std::size_t bytes_max =
      state_ == State::kTrailer ? kAwsTrailerBytesMax : kAwsChunkLineBytesMax;
  if (line_.size() + count > bytes_max) return errors::incomplete_body();
  line_.append(bytes.substr(0, count));
  bytes.remove_prefix(count);
  if (newline == std::string_view::npos) return {};
  if (!line_.ends_with("\r\n")) return errors::incomplete_body();
  line_.resize(line_.size() - 2);
  line_is_whole_ = true;
  return {};
}

Status AwsChunkedDecoder::read_chunk_line() {
  std::string_view extension = line_;
  const std::string_view size = take_until(extension, ';');
  const std::uint64_t size_before = chunk_size_;
  const char* const end = size.data() + size.size();
  const auto [at, error] = std::from_chars(size.data(), end, chunk_size_, 16);
  if (error != std::errc() || at != end) return errors::incomplete_body();
  ++chunk_number_;
  if (chunk_number_ > 1 && chunk_size_ > 0 && size_before < kAwsChunkBytesMin) {
    return errors::invalid_chunk_size(chunk_number_, size_before);
  }
  if (chunk_size_ > options_.decoded_length - decoded_) return errors::incomplete_body();
  chunk_left_ = chunk_size_;
  state_ = State::kData;
  return read_signature(extension);
}

Status AwsChunkedDecoder::read_signature(std::string_view extension) {
  chunk_signature_.clear();
  if (extension.starts_with(kSignatureExtension)) {
    chunk_signature_ = extension.substr(kSignatureExtension.size());
  }
  if (options_.form.is_signed && chunk_signature_.empty()) return errors::incomplete_body();
  return chunk_size_ == 0 ? end_chunk() : Status();
}

Status AwsChunkedDecoder::take_data(std::string_view& bytes, std::string& object) {
  const std::string_view data = bytes.substr(0, std::min<std::uint64_t>(chunk_left_, bytes.size()));
  object.append(data);
  bytes.remove_prefix(data.size());
  chunk_left_ -= data.size();
  decoded_ += data.size();
  if (options_.verifier) chunk_hash_.update(data);
  for (Checksum& checksum : checksums_) checksum.update(data);
  return chunk_left_ == 0 ? end_chunk() : Status();
}

Status AwsChunkedDecoder::end_chunk() {
  state_ = chunk_size_ == 0 ? State::kTrailer : State::kDataEnd;
  if (!options_.verifier || !options_.form.is_signed) return {};
  const std::string& expected = options_.verifier->sign_chunk(chunk_hash_.finish());
  if (!equal_in_constant_time(expected, chunk_signature_)) return wrong_signature();
  return {};
}

bool AwsChunkedDecoder::is_expected(std::string_view trailer) const {
  return std::any_of(options_.trailers.begin(), options_.trailers.end(),
                     [trailer](const std::string& name) { return name == trailer; });
}

Status AwsChunkedDecoder::read_trailer_line() {
  if (line_.empty()) {
    state_ = State::kDone;
    return {};
  }
  const auto colon = line_.find(':');
  if (colon == std::string::npos || !options_.form.has_trailer) return errors::malformed_trailer();
  const std::string name = lower_case(trim(std::string_view(line_).substr(0, colon)));
  std::string value(trim(std::string_view(line_).substr(colon + 1)));
  if (name == kTrailerSignature) return check_trailer_signature(value);
  if (trailer_is_signed_ || !is_expected(name) || trailers_.find(name) != nullptr) {
    return errors::malformed_trailer();
  }
  trailer_lines_ += name;
  trailer_lines_ += ':';
  trailer_lines_ += value;
  trailer_lines_ += '\n';
  trailers_.add(name, std::move(value));
  return {};
}

Status AwsChunkedDecoder::check_trailer_signature(std::string_view given) {
  if (trailer_is_signed_ || !options_.form.is_signed) return errors::malformed_trailer();
  trailer_is_signed_ = true;
  if (!options_.verifier) return {};
  if (!equal_in_constant_time(options_.verifier->sign_trailer(trailer_lines_), given)) {
    return wrong_signature();
  }
  return {};
}

Status AwsChunkedDecoder::decode(std::string_view bytes, std::string& object) {
  while (!bytes.empty()) {
    if (state_ == State::kDone) return errors::incomplete_body();
    if (state_ == State::kData) {
      EMU_CHECK(take_data(bytes, object));
      continue;
    }
    EMU_CHECK(take_line(bytes));
    if (!line_is_whole_) return {};
    Status step;
    if (state_ == State::kChunkLine) {
      step = read_chunk_line();
    } else if (state_ == State::kTrailer) {
      step = read_trailer_line();
    } else if (line_.empty()) {
      state_ = State::kChunkLine;
    } else {
      step = errors::incomplete_body();
    }
    if (!step) return step;
  }
  return {};
}

Status AwsChunkedDecoder::check_checksums() {
  for (Checksum& checksum : checksums_) {
    const std::string* given = trailers_.find(checksum_header(checksum.algorithm()));
    if (given == nullptr) return errors::malformed_trailer();
    if (!is_checksum(checksum.algorithm(), *given)) {
      return errors::invalid_trailer_value(checksum_header(checksum.algorithm()));
    }
    if (checksum.base64() != *given) return errors::bad_digest(checksum_name(checksum.algorithm()));
  }
  return {};
}

Status AwsChunkedDecoder::finish() {
  // The documentation's own example ends without the last empty line.
  const bool ended = state_ == State::kDone || (state_ == State::kTrailer && line_is_whole_);
  if (!ended || decoded_ != options_.decoded_length) return errors::incomplete_body();
  if (options_.form.is_signed && options_.form.has_trailer && !trailer_is_signed_) {
    return errors::malformed_trailer();
  }
  return check_checksums();
}

std::string encode_aws_chunked(std::string_view object, AwsChunkedEncoding encoding) {
  std::string body;
  std::string_view rest = object;
  bool last = false;
  while (!last) {
    const std::string_view data = rest.substr(0, encoding.chunk_bytes);
    rest.remove_prefix(data.size());
    last = data.empty();
    fmt::format_to(std::back_inserter(body), "{:x}", data.size());
    if (encoding.signer) {
      body += ';';
      body += kSignatureExtension;
      body += encoding.signer->sign_chunk(sha256(data));
    }
    body += "\r\n";
    if (last) break;
    body += data;
    body += "\r\n";
  }
  if (encoding.trailer) {
    Checksum checksum(*encoding.trailer);
    checksum.update(object);
    const std::string line =
        std::string(checksum_header(*encoding.trailer)) + ":" + checksum.base64();
    body += line + "\r\n";
    if (encoding.signer) {
      body += kTrailerSignature;
      body += ':';
      body += encoding.signer->sign_trailer(line + "\n");
      body += "\r\n";
    }
  }
  return body + "\r\n";
}

}  // namespace emu::wire
