#include "server/compressed_body.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "core/hash/crc.h"
#include "server/errors.h"
#include "wire/http/content_coding.h"

namespace emu::server {

namespace {

Error malformed_body() {
  return {.code = "SerializationException", .message = "The compressed body cannot be read"};
}

std::optional<wire::ContentCoding> coding_of(const ServiceProfile& service,
                                             const HttpRequest& request) {
  if (service.compressed_from == 0) return std::nullopt;
  const std::string* header = request.headers.find("Content-Encoding");
  return header == nullptr ? std::nullopt : wire::content_coding(*header);
}

}  // namespace

std::size_t decompressed_bytes_max(const ServiceProfile& service, const HttpRequest& request) {
  if (!coding_of(service, request)) return 0;
  // A byte of deflate stands for 1,032 at most.
  constexpr std::size_t kInflationMax = 1032;
  return std::min(request.body.size() * kInflationMax, service.body_bytes_max);
}

Status decompress_body(const ServiceProfile& service, HttpRequest& request) {
  const auto coding = coding_of(service, request);
  if (!coding) return {};
  auto body = decompress(*coding, request.body.view(), service.body_bytes_max);
  if (const auto* problem = std::get_if<DecompressProblem>(&body)) {
    constexpr int kPayloadTooLarge = 413;
    return *problem == DecompressProblem::kTooLong
               ? unreadable_request(kPayloadTooLarge, "the body is too large")
               : malformed_body();
  }
  request.headers.remove("Content-Encoding");
  request.body = Blob(std::move(std::get<std::string>(body)));
  return {};
}

void compress_body(const ServiceProfile& service, const HttpRequest& request,
                   HttpResponse& response) {
  if (service.compressed_from == 0 || response.body.size() < service.compressed_from) return;
  const std::string* header = request.headers.find("Accept-Encoding");
  if (header == nullptr) return;
  const auto coding = wire::accepted_coding(*header);
  if (!coding) return;
  std::string body = compress(*coding, response.body.view());
  if (response.headers.find("x-amz-crc32") != nullptr) {
    response.headers.set("x-amz-crc32", std::to_string(crc32(body)));
  }
  response.headers.add("Content-Encoding", std::string(wire::coding_name(*coding)));
  response.body = Blob(std::move(body));
}

}  // namespace emu::server
