#include "server/s3_request.h"

#include <algorithm>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/percent.h"
#include "wire/http/checksum.h"

namespace emu::server {

namespace {

constexpr std::string_view kChunkedCoding = "aws-chunked";
// Any region will do: a bucket is found wherever it lies.
constexpr std::string_view kOwnHost = "s3.us-east-1.amazonaws.com";

// What is left of "aws-chunked,gzip" is stored with the object.
void remove_coding(HttpHeaders& headers) {
  const std::string* codings = headers.find("Content-Encoding");
  if (codings == nullptr) return;
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

HttpResponse ask_preflight(const Browse& browse, const HttpRequest& request, std::string_view path,
                           HttpHeaders headers) {
  headers.set("Host", std::string(kOwnHost));
  return browse({.method = "OPTIONS",
                 .host = std::string(kOwnHost),
                 .target = std::string(path),
                 .headers = std::move(headers),
                 .source_ip = request.source_ip,
                 .tls = request.tls});
}

}  // namespace

Status unwrap_chunks(HttpRequest& request, std::optional<wire::ChunkSigner> verifier) {
  const std::string* content = request.headers.find("x-amz-content-sha256");
  if (content == nullptr) return {};
  const auto form = wire::aws_chunked_form(*content);
  if (!form) return {};
  auto options = wire::aws_chunked_options(request.headers, *form);
  if (!options) return std::move(options.error());
  if (form->is_signed) options->verifier = std::move(verifier);

  std::string object;
  object.reserve(std::min<std::size_t>(options->decoded_length, request.body.size()));
  wire::AwsChunkedDecoder decoder(std::move(*options));
  if (Status status = decoder.decode(request.body, object); !status) return status;
  if (Status status = decoder.finish(); !status) return status;
  for (const auto& [name, value] : decoder.trailers()) {
    if (wire::checksum_algorithm(name)) request.headers.set(name, value);
  }
  remove_coding(request.headers);
  request.headers.set("Content-Length", std::to_string(object.size()));
  request.body = Blob(std::move(object));
  return {};
}

bool overrides_headers(std::string_view query) {
  const auto pairs = parse_raw_query(query);
  return std::any_of(pairs.begin(), pairs.end(),
                     [](const RawQueryPair& pair) { return pair.name.starts_with("response-"); });
}

std::string redirect_region(const Error& error) {
  if (error.code != "PermanentRedirect") return {};
  for (const auto& [name, value] : error.fields) {
    if (name != "Endpoint") continue;
    // <bucket>.s3.<region>.amazonaws.com
    constexpr std::string_view kBefore = ".s3.";
    const auto begin = value.rfind(kBefore);
    if (begin == std::string::npos) return {};
    const std::string_view rest = std::string_view(value).substr(begin + kBefore.size());
    return std::string(rest.substr(0, rest.find('.')));
  }
  return {};
}

HttpResponse s3_preflight(const Browse& browse, const HttpRequest& request, std::string_view path) {
  return ask_preflight(browse, request, path, request.headers);
}

void add_cors(const Browse& browse, const HttpRequest& request, std::string_view path,
              HttpResponse& response) {
  const std::string* origin = request.headers.find("Origin");
  if (origin == nullptr) return;
  const HttpResponse rules =
      ask_preflight(browse, request, path,
                    {{"Origin", *origin}, {"Access-Control-Request-Method", request.method}});
  if (rules.status != 200) return;
  for (const auto& [name, value] : rules.headers) {
    if (name.starts_with("Access-Control-") || name == "Vary") response.headers.add(name, value);
  }
}

}  // namespace emu::server
