#include "server/chunked_body.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "core/text/ascii.h"
#include "wire/http/checksum.h"

namespace emu::server {

namespace {

constexpr std::string_view kChunkedCoding = "aws-chunked";

// What is left of "aws-chunked,gzip" is stored with the object, as it was written.
void remove_coding(HttpHeaders& headers) {
  const std::string* codings = headers.find("Content-Encoding");
  if (codings == nullptr || codings->find(kChunkedCoding) == codings->npos) return;
  std::string left;
  for (std::string_view rest = *codings; !rest.empty();) {
    const std::string_view coding = trim(take_until(rest, ','));
    if (coding.empty() || equal_ignoring_case(coding, kChunkedCoding)) continue;
    if (!left.empty()) left += ',';
    left += coding;
  }
  headers.remove("Content-Encoding");
  if (!left.empty()) headers.add("Content-Encoding", std::move(left));
}

}  // namespace

Status unwrap_chunks(HttpRequest& request, std::optional<wire::ChunkSigner> verifier) {
  remove_coding(request.headers);
  const std::string* content = request.headers.find("x-amz-content-sha256");
  if (content == nullptr) return {};
  const auto form = wire::aws_chunked_form(*content);
  if (!form) return {};
  EMU_TRY(auto options, wire::aws_chunked_options(request.headers, *form));
  if (form->is_signed) options.verifier = std::move(verifier);

  std::string object;
  object.reserve(std::min<std::size_t>(options.decoded_length, request.body.size()));
  wire::AwsChunkedDecoder decoder(std::move(options));
  if (Status status = decoder.decode(request.body, object); !status) return status;
  if (Status status = decoder.finish(); !status) return status;
  for (const auto& [name, value] : decoder.trailers()) {
    if (wire::checksum_algorithm(name)) request.headers.set(name, value);
  }
  request.headers.set("Content-Length", std::to_string(object.size()));
  request.body = Blob(std::move(object));
  return {};
}

}  // namespace emu::server
