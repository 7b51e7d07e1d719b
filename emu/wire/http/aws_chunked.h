// Bodies in the form `aws-chunked`: an object in pieces, each with its signature if they are
// signed, and checksums behind them.
//
//   400;chunk-signature=<64 hex>\r\n<1024 bytes>\r\n0;chunk-signature=<64 hex>\r\n
//   x-amz-checksum-crc32c:sOO8/Q==\r\nx-amz-trailer-signature:<64 hex>\r\n\r\n
//
// "Signature Calculations for the Authorization Header: Transferring Payload in Multiple Chunks",
// "Signature calculations for trailing headers (chunked uploads)"
#pragma once

#include <emu/http.h>
#include <emu/result.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wire/http/checksum.h"
#include "wire/sigv4/sigv4_key.h"

namespace emu::wire {

// What the header x-amz-content-sha256 says of such a body.
struct AwsChunkedForm {
  bool is_signed = false;
  bool has_trailer = false;
};

// Nothing if the body is not in this form.
std::optional<AwsChunkedForm> aws_chunked_form(std::string_view content_sha256);

// Signs one chunk after the other, each with the signature of the one before.
class ChunkSigner {
 public:
  // `seed` is the signature of the request itself.
  ChunkSigner(const Sha256Sum& key, std::string time, std::string scope, std::string seed)
      : key_(key), time_(std::move(time)), scope_(std::move(scope)), previous_(std::move(seed)) {}

  const std::string& sign_chunk(const Sha256Sum& hash_of_data);
  // `lines` are the trailers as "name:value\n".
  const std::string& sign_trailer(std::string_view lines);

 private:
  Sha256Sum key_;
  std::string time_;
  std::string scope_;
  std::string previous_;
};

struct AwsChunkedOptions {
  AwsChunkedForm form = {};
  std::uint64_t decoded_length = 0;          // of the header x-amz-decoded-content-length
  std::vector<std::string> trailers = {};    // the names in the header x-amz-trailer
  std::optional<ChunkSigner> verifier = {};  // without one, signatures are not looked at
};

// The options that the headers of a request ask for, without a verifier; the error of S3 when they
// are not complete. Only for requests for which aws_chunked_form() gives a form.
Result<AwsChunkedOptions> aws_chunked_options(const HttpHeaders& headers, AwsChunkedForm form);

// Takes the body off its form as it arrives. After an error nothing more may be decoded.
class AwsChunkedDecoder {
 public:
  explicit AwsChunkedDecoder(AwsChunkedOptions options);

  // Appends what the bytes carry to `object`.
  Status decode(std::string_view bytes, std::string& object);

  // When there is nothing more: whether the body was whole, and its checksums right.
  Status finish();

  // The trailers that came, without their signature; complete after finish().
  const HttpHeaders& trailers() const { return trailers_; }

 private:
  enum class State { kChunkLine, kData, kDataEnd, kTrailer, kDone };

  Status take_line(std::string_view& bytes);
  Status read_chunk_line();
  Status read_signature(std::string_view extension);
  Status take_data(std::string_view& bytes, std::string& object);
  Status end_chunk();
  Status read_trailer_line();
  Status check_trailer_signature(std::string_view given);
  Status check_checksums();
  bool is_expected(std::string_view trailer) const;

  AwsChunkedOptions options_;
  State state_ = State::kChunkLine;
  std::string line_ = {};
  bool line_is_whole_ = false;
  std::uint64_t chunk_size_ = 0;
  std::uint64_t chunk_left_ = 0;
  std::uint64_t chunk_number_ = 0;
  std::uint64_t decoded_ = 0;
  std::string chunk_signature_ = {};
  Sha256 chunk_hash_ = {};
  std::vector<Checksum> checksums_ = {};
  HttpHeaders trailers_ = {};
  std::string trailer_lines_ = {};  // as they are signed
  bool trailer_is_signed_ = false;
};

struct AwsChunkedEncoding {
  std::size_t chunk_bytes = std::size_t{64} * 1024;
  std::optional<ChunkSigner> signer = {};
  std::optional<ChecksumAlgorithm> trailer = {};
};

// The whole body for an object.
std::string encode_aws_chunked(std::string_view object, AwsChunkedEncoding encoding);

}  // namespace emu::wire
