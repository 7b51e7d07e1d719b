#include "wire/http/aws_chunked.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "wire/sigv4/sigv4.h"
#include "wire/sigv4/sigv4_examples.h"

using namespace emu;
using namespace emu::wire;
using emu::test::example_options;
using emu::test::kExampleCredentials;

namespace {

constexpr std::string_view kSigned = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
constexpr std::string_view kSignedTrailer = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";
constexpr std::string_view kUnsignedTrailer = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

const std::string kExampleObject(66'560, 'a');
const std::string kLastSignature =
    "0;chunk-signature=b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9\r\n\r\n";

ChunkSigner example_signer(std::string seed) {
  const CredentialScope scope = scope_of(example_options());
  return {derive_signing_key(kExampleCredentials.secret_access_key, scope), "20130524T000000Z",
          scope.text(), std::move(seed)};
}

struct Decoded {
  Status status;
  std::string object;
  HttpHeaders trailers;
};

Decoded decode(AwsChunkedOptions options, std::string_view body, std::size_t piece = 0) {
  AwsChunkedDecoder decoder(std::move(options));
  Decoded result;
  if (piece == 0) piece = std::max<std::size_t>(body.size(), 1);
  while (!body.empty()) {
    result.status = decoder.decode(body.substr(0, piece), result.object);
    if (!result.status) return result;
    body.remove_prefix(std::min(piece, body.size()));
  }
  result.status = decoder.finish();
  result.trailers = decoder.trailers();
  return result;
}

AwsChunkedOptions unsigned_options(std::uint64_t length, std::vector<std::string> trailers = {}) {
  return {.form = *aws_chunked_form(kUnsignedTrailer),
          .decoded_length = length,
          .trailers = std::move(trailers)};
}

std::string code(const Decoded& decoded) {
  return decoded.status ? "" : decoded.status.error().code;
}

}  // namespace

TEST_SUITE("wire: aws-chunked bodies") {
  // "Signature Calculations for the Authorization Header: Transferring Payload in Multiple Chunks"
  TEST_CASE("the documentation's upload is encoded and decoded") {
    HttpRequest request{.method = "PUT",
                        .target = "/examplebucket/chunkObject.txt",
                        .headers = {{"Host", "s3.amazonaws.com"},
                                    {"x-amz-storage-class", "REDUCED_REDUNDANCY"},
                                    {"Content-Encoding", "aws-chunked"},
                                    {"x-amz-decoded-content-length", "66560"},
                                    {"Content-Length", "66824"}}};
    SignOptions options = example_options();
    options.payload = kSigned;
    const std::string seed = sign_request(request, kExampleCredentials, options);
    CHECK(seed == "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9");

    const std::string body = encode_aws_chunked(kExampleObject, {.signer = example_signer(seed)});
    CHECK(body.size() == 66'824);
    CHECK(body.starts_with(
        "10000;chunk-signature="
        "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648\r\naaaa"));
    CHECK(body.find("\r\n400;chunk-signature="
                    "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497\r\n") !=
          std::string::npos);
    CHECK(body.ends_with(kLastSignature));

    for (const std::size_t piece : {0, 1, 1000, 65'000}) {
      CAPTURE(piece);
      const auto form = aws_chunked_form(*request.headers.find("x-amz-content-sha256"));
      REQUIRE(form);
      auto decoding = aws_chunked_options(request.headers, *form);
      REQUIRE(decoding.ok());
      decoding->verifier = example_signer(seed);
      const Decoded decoded = decode(*decoding, body, piece);
      CHECK(decoded.status.ok());
      CHECK(decoded.object == kExampleObject);
    }
  }

  // "Signature calculations for trailing headers (chunked uploads)"
  TEST_CASE("the documentation's upload with a trailer is encoded and decoded") {
    const std::string seed = "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e";
    const std::string body = encode_aws_chunked(
        kExampleObject, {.signer = example_signer(seed), .trailer = ChecksumAlgorithm::kCrc32c});
    CHECK(
        body.starts_with("10000;chunk-signature="
                         "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2\r\n"));
    CHECK(
        body.ends_with("0;chunk-signature="
                       "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992\r\n"
                       "x-amz-checksum-crc32c:sOO8/Q==\r\nx-amz-trailer-signature:"
                       "d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435\r\n\r\n"));
    const AwsChunkedOptions options = {.form = *aws_chunked_form(kSignedTrailer),
                                       .decoded_length = kExampleObject.size(),
                                       .trailers = {"x-amz-checksum-crc32c"},
                                       .verifier = example_signer(seed)};
    const Decoded decoded = decode(options, body, 777);
    CHECK(decoded.status.ok());
    CHECK(*decoded.trailers.find("x-amz-checksum-crc32c") == "sOO8/Q==");
    CHECK(decoded.object == kExampleObject);

    SUBCASE("a chunk that was changed") {
      std::string changed = body;
      changed[100] = 'b';
      CHECK(code(decode(options, changed)) == "SignatureDoesNotMatch");
    }
    SUBCASE("a trailer that was changed") {
      std::string changed = body;
      changed.replace(changed.find("sOO8"), 4, "sOO9");
      CHECK(code(decode(options, changed)) == "SignatureDoesNotMatch");
    }
    SUBCASE("a trailer whose signature is missing") {
      const auto at = body.find("x-amz-trailer-signature");
      CHECK(code(decode(options, body.substr(0, at) + "\r\n")) == "MalformedTrailerError");
    }
  }

  TEST_CASE("every checksum is verified") {
    const std::string object(20'000, 'x');
    for (const auto algorithm :
         {ChecksumAlgorithm::kCrc32, ChecksumAlgorithm::kCrc32c, ChecksumAlgorithm::kCrc64Nvme,
          ChecksumAlgorithm::kSha1, ChecksumAlgorithm::kSha256}) {
      const std::string header(checksum_header(algorithm));
      CAPTURE(header);
      std::string body = encode_aws_chunked(object, {.chunk_bytes = 8192, .trailer = algorithm});
      const auto options = unsigned_options(object.size(), {header});
      CHECK(decode(options, body).status.ok());
      body[10] = 'y';
      const Decoded bad = decode(options, body);
      CHECK(code(bad) == "BadDigest");
      CHECK(bad.status.error().message ==
            "The " + std::string(checksum_name(algorithm)) +
                " you specified did not match the calculated checksum.");
    }
  }

  TEST_CASE("an empty object is one chunk of nothing") {
    CHECK(encode_aws_chunked("", {}) == "0\r\n\r\n");
    CHECK(decode(unsigned_options(0), "0\r\n\r\n").status.ok());
  }

  TEST_CASE("only the last chunk may be small") {
    const std::string small = "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
    const Decoded decoded = decode(unsigned_options(5), small);
    CHECK(code(decoded) == "InvalidChunkSizeError");
    CHECK(decoded.status.error().message ==
          "Only the last chunk is allowed to have a size less than 8192 bytes");
    CHECK(decoded.status.error().fields[0].second == "2");
    CHECK(decoded.status.error().fields[1].second == "3");
  }

  TEST_CASE("a body that is cut short, too long or malformed is incomplete") {
    for (const char* body :
         {"", "5\r\nabcd", "5\r\nabcde\r\n", "5\r\nabcde\r\n0", "5\nabcde\r\n0\r\n",
          "4\r\nabcd\r\n0\r\n\r\n", "6\r\nabcdef\r\n0\r\n\r\n", "5\r\nabcdefg\r\n0\r\n\r\n",
          "x\r\nabcde\r\n0\r\n\r\n", "5\r\nabcde\r\n0\r\n\r\nmore", "-5\r\n",
          "5 \r\nabcde\r\n0\r\n\r\n", "fffffffffffffffff\r\n"}) {
      CAPTURE(body);
      CHECK(code(decode(unsigned_options(5), body)) == "IncompleteBody");
    }
    CHECK(code(decode(unsigned_options(5), std::string(1000, '1'))) == "IncompleteBody");
  }

  TEST_CASE("trailers are those that were announced") {
    const std::string header = "x-amz-checksum-crc32";
    const std::string body = "5\r\nabcde\r\n0\r\n";
    const auto decode_with = [&](const std::string& trailer) {
      return code(decode(unsigned_options(5, {header}), body + trailer));
    };
    CHECK(decode_with("x-amz-checksum-crc32:hYfUnw==\r\n\r\n") == "BadDigest");
    CHECK(decode_with("X-Amz-Checksum-Crc32: hYfYZQ==\r\n\r\n") == "");
    CHECK(decode_with("\r\n") == "MalformedTrailerError");
    CHECK(decode_with("x-amz-checksum-crc32\r\n\r\n") == "MalformedTrailerError");
    CHECK(decode_with("x-amz-checksum-sha1:x\r\n\r\n") == "MalformedTrailerError");
    CHECK(decode_with("x-amz-checksum-crc32:x\r\n\r\n") == "InvalidRequest");
  }

  TEST_CASE("the headers of the request say what to expect") {
    CHECK_FALSE(aws_chunked_form("UNSIGNED-PAYLOAD"));
    const auto form = *aws_chunked_form(kUnsignedTrailer);
    CHECK(aws_chunked_options({}, form).error().code == "MissingContentLength");
    CHECK(aws_chunked_options({{"x-amz-decoded-content-length", "x"}}, form).error().status == 411);
    const auto options = aws_chunked_options(
        {{"X-Amz-Decoded-Content-Length", "5"}, {"X-Amz-Trailer", "X-Amz-Checksum-CRC32"}}, form);
    REQUIRE(options.ok());
    CHECK(options->decoded_length == 5);
    CHECK(options->trailers == std::vector<std::string>{"x-amz-checksum-crc32"});
    CHECK(
        aws_chunked_options(
            {{"X-Amz-Decoded-Content-Length", "5"}, {"X-Amz-Trailer", "x-amz-checksum-md5"}}, form)
            .error()
            .code == "InvalidRequest");
  }
}
