// However a body is cut into pieces, it means the same.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "core/base/assert.h"
#include "wire/http/aws_chunked.h"

using namespace emu;

namespace {

std::string decode(const wire::AwsChunkedOptions& options, std::string_view body,
                   std::size_t piece) {
  wire::AwsChunkedDecoder decoder(options);
  std::string object;
  while (!body.empty()) {
    const Status status = decoder.decode(body.substr(0, piece), object);
    if (!status) return status.error().code;
    body.remove_prefix(std::min(piece, body.size()));
  }
  const Status status = decoder.finish();
  return status ? "object " + object : status.error().code;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  static constexpr std::array<std::string_view, 3> kForms = {
      "STREAMING-UNSIGNED-PAYLOAD-TRAILER", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
      "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER"};
  wire::AwsChunkedOptions options{.form = *wire::aws_chunked_form(kForms[data[0] % 3]),
                                  .decoded_length = data[1]};
  if (data[0] & 4) options.trailers.emplace_back("x-amz-checksum-crc32");
  if (data[0] & 8) options.trailers.emplace_back("x-amz-checksum-crc64nvme");
  if (data[0] & 16) {
    options.verifier.emplace(Sha256Sum{}, "20130524T000000Z", "20130524/us-east-1/s3/aws4_request",
                             std::string(64, '0'));
  }
  const std::string_view body(reinterpret_cast<const char*>(data) + 2, size - 2);
  const std::string whole = decode(options, body, size);
  EMU_ASSERT(decode(options, body, 1) == whole, "pieces mean the same as the whole");
  EMU_ASSERT(decode(options, body, 7) == whole, "pieces mean the same as the whole");
  return 0;
}
