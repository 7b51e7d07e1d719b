#include "s3/http/body_checks.h"

#include <emu/s3.h>

#include <optional>
#include <string>
#include <string_view>

#include "core/hash/hash.h"
#include "s3/checksum.h"
#include "s3/digests.h"
#include "s3/errors.h"
#include "s3/http/errors.h"
#include "s3/limits.h"
#include "wire/http/aws_chunked.h"
#include "wire/http/checksum.h"
#include "wire/protocol/rest_binding.h"

namespace emu::s3 {

namespace {

bool is_in_aws_chunks(const HttpHeaders& headers) {
  const std::string* content = headers.find("x-amz-content-sha256");
  return content != nullptr && wire::aws_chunked_form(*content).has_value();
}

std::optional<ChecksumAlgorithm> algorithm_of_header(std::string_view header) {
  const auto algorithm = wire::checksum_algorithm(header);
  return algorithm ? checksum_algorithm(wire::checksum_name(*algorithm)) : std::nullopt;
}

Error document_too_long(std::size_t most) {
  return make_error("MaxMessageLengthExceeded", "Your request was too big.", 400,
                    {{"MaxMessageLengthBytes", std::to_string(most)}});
}

// As in the thread "versitygw REST DeleteObjects command doesn't require Content-MD5 or checksum
// header" of versity/versitygw.
Error missing_checksum() {
  return invalid_request(
      "Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
}

}  // namespace

bool takes_bytes(const Operation& op) {
  const Member* payload = wire::payload_member(op.input());
  return payload != nullptr && payload->shape().kind == Kind::kBlob;
}

Status check_length(const Operation& op, const HttpHeaders& headers) {
  if (!takes_bytes(op) || headers.find("Content-Length") != nullptr) return {};
  if (headers.find("Transfer-Encoding") == nullptr) return missing_content_length();
  if (!is_in_aws_chunks(headers)) return transfer_encoding_not_implemented();
  return {};
}

Status check_document(const Operation& op, const HttpRequest& request) {
  const bool is_document = !takes_bytes(op);
  const std::string* digest = request.headers.find("Content-MD5");
  if (digest != nullptr && digest->empty()) return invalid_digest(*digest);
  if (!is_document) return {};
  // Source: Amazon S3 API Reference, "PutBucketCors".
  const bool is_cors = &op == &operation<PutBucketCors>();
  const std::size_t most = is_cors ? kCorsDocumentBytesMax : kDocumentBytesMax;
  if (request.body.size() > most) return document_too_long(most);
  bool is_protected = digest != nullptr;
  if (is_protected) EMU_CHECK(check_content_md5(*digest, md5(request.body)));
  for (const auto& [name, value] : request.headers) {
    const auto algorithm = algorithm_of_header(name);
    // CompleteMultipartUpload has that of the object there.
    if (!algorithm || wire::header_member(op.input(), name) != nullptr) continue;
    EMU_CHECK(check_checksum(*algorithm, value, request.body));
    is_protected = true;
  }
  if (&op == &operation<DeleteObjects>() && !is_protected) return missing_checksum();
  return {};
}

}  // namespace emu::s3
