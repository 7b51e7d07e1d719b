#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/percent.h"
#include "core/time/http_date.h"
#include "wire/limits.h"
#include "wire/sigv4/sigv4.h"
#include "wire/sigv4/sigv4_errors.h"
#include "wire/sigv4/sigv4_time.h"

namespace emu::wire {

namespace {

constexpr std::string_view kTerminator = "aws4_request";
constexpr std::string_view kCredentialForm =
    "the Credential is mal-formed; expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".";

// The parameters of a signature, wherever they stand.
struct Parameters {
  std::optional<std::string> algorithm = {};
  std::optional<std::string> credential = {};
  std::optional<std::string> signed_headers = {};
  std::optional<std::string> signature = {};
  std::optional<std::string> date = {};
  std::optional<std::string> expires = {};
  std::optional<std::string> session_token = {};
};

class Parser {
 public:
  Parser(const RequestParts& parts, SignatureDialect dialect)
      : query_(parts.query), request_(parts.http), dialect_(dialect) {}

  Result<std::optional<Authorization>> parse() {
    if (const std::string* header = request_.headers.find("authorization")) {
      return finish(parse_header(*header));
    }
    if (query_.find("X-Amz-") == std::string_view::npos) return {std::nullopt};
    if (!read_query(query_)) return {std::nullopt};
    result_.presigned = true;
    return finish(parse_presigned());
  }

 private:
  bool is_s3() const { return dialect_ == SignatureDialect::kS3; }

  Result<std::optional<Authorization>> finish(Status status) {
    EMU_CHECK(std::move(status));
    return std::optional<Authorization>(std::move(result_));
  }

  Status parse_header(std::string_view header) {
    std::string_view rest = header;
    const std::string_view algorithm = take_until(rest, ' ');
    if (algorithm != kSigv4Algorithm) {
      if (is_s3()) return errors::unsupported_authorization(header);
      return incomplete_header(header);
    }
    EMU_CHECK(read_pairs(rest, header));
    if (!given_.credential || !given_.signature || !given_.signed_headers) {
      return incomplete_header(header);
    }
    if (const std::string* token = request_.headers.find("x-amz-security-token")) {
      result_.session_token = *token;
    }
    EMU_CHECK(read_date_header(header));
    return read_common();
  }

  Status read_pairs(std::string_view rest, std::string_view header) {
    while (!rest.empty()) {
      const std::string_view pair = trim(take_until(rest, ','));
      const auto equals = pair.find('=');
      if (equals == std::string_view::npos) {
        if (is_s3()) return requires_three();
        return errors::incomplete_signature(
            dialect_,
            fmt::format("'{}' not a valid key=value pair (missing equal-sign) in Authorization "
                        "header: '{}'.",
                        pair, header));
      }
      const std::string_view name = pair.substr(0, equals);
      const std::string_view value = pair.substr(equals + 1);
      if (name == "Credential") given_.credential = value;
      if (name == "SignedHeaders") given_.signed_headers = value;
      if (name == "Signature") given_.signature = value;
    }
    return {};
  }

  static Error requires_three() {
    return errors::header_malformed(
        "the authorization header requires three components: Credential, SignedHeaders, and "
        "Signature.");
  }

  bool has_date_header() const {
    return request_.headers.find("x-amz-date") != nullptr ||
           request_.headers.find("date") != nullptr;
  }

  // AWS lists everything that is missing, one sentence each.
  Error incomplete_header(std::string_view header) const {
    if (is_s3()) return requires_three();
    std::string message;
    const auto require = [&message](bool given, std::string_view name) {
      if (!given) message += fmt::format("Authorization header requires '{}' parameter. ", name);
    };
    require(given_.credential.has_value(), "Credential");
    require(given_.signature.has_value(), "Signature");
    require(given_.signed_headers.has_value(), "SignedHeaders");
    if (!has_date_header()) message += kDateRequired;
    return errors::incomplete_signature(dialect_, message + "Authorization=" + std::string(header));
  }

  Status read_date_header(std::string_view header) {
    if (const std::string* date = request_.headers.find("x-amz-date")) {
      const auto time = parse_sigv4_time(*date);
      if (time) return set_time(*time);
      if (is_s3()) return invalid_s3_date();
      return errors::incomplete_signature(
          dialect_, fmt::format("Date must be in ISO-8601 'basic format'. Got '{}'. See "
                                "http://en.wikipedia.org/wiki/ISO_8601",
                                *date));
    }
    const std::string* date = request_.headers.find("date");
    if (date == nullptr) return is_s3() ? invalid_s3_date() : incomplete_header(header);
    auto time = parse_http_date(*date);
    if (!time) time = parse_sigv4_time(*date);
    if (time) return set_time(*time);
    if (is_s3()) return invalid_s3_date();
    return errors::incomplete_signature(
        dialect_, fmt::format("Date must be in ISO-8601 'basic format'. Got '{}'. See "
                              "http://en.wikipedia.org/wiki/ISO_8601",
                              *date));
  }

  static Error invalid_s3_date() {
    return errors::access_denied("AWS authentication requires a valid Date or x-amz-date header");
  }

  Status set_time(Time time) {
    result_.signed_at = time;
    result_.time = sigv4_time(time);
    return {};
  }

  // Whether the query is a signature of this version at all.
  bool read_query(std::string_view query) {
    const std::array<std::pair<std::string_view, std::optional<std::string>*>, 7> wanted = {
        {{"X-Amz-Algorithm", &given_.algorithm},
         {"X-Amz-Credential", &given_.credential},
         {"X-Amz-SignedHeaders", &given_.signed_headers},
         {"X-Amz-Signature", &given_.signature},
         {"X-Amz-Date", &given_.date},
         {"X-Amz-Expires", &given_.expires},
         {"X-Amz-Security-Token", &given_.session_token}}};
    bool any = false;
    for (const RawQueryPair& raw : parse_raw_query(query)) {
      for (const auto& [name, value] : wanted) {
        if (raw.name != name) continue;
        *value = percent_decode(raw.value).value_or(std::string(raw.value));
        any = true;
      }
    }
    return any;
  }

  Status parse_presigned() {
    EMU_CHECK(check_presigned_complete());
    if (*given_.algorithm != kSigv4Algorithm) {
      return refuse_query(
          "X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256\"");
    }
    const auto time = parse_sigv4_time(*given_.date);
    if (!time) {
      return refuse_query("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
    }
    EMU_CHECK(set_time(*time));
    EMU_CHECK(read_expires());
    result_.session_token = given_.session_token.value_or(std::string());
    return read_common();
  }

  Status check_presigned_complete() const {
    const bool complete = given_.algorithm && given_.credential && given_.signature &&
                          given_.date && given_.signed_headers;
    if (complete && (given_.expires || !is_s3())) return {};
    if (is_s3()) {
      return errors::query_malformed(
          "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, "
          "X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.");
    }
    std::string message;
    const auto require = [&message](const std::optional<std::string>& value,
                                    std::string_view name) {
      if (!value) message += fmt::format("AWS query-string parameters must include '{}'. ", name);
    };
    require(given_.algorithm, "X-Amz-Algorithm");
    require(given_.credential, "X-Amz-Credential");
    require(given_.signature, "X-Amz-Signature");
    require(given_.signed_headers, "X-Amz-SignedHeaders");
    require(given_.date, "X-Amz-Date");
    return errors::incomplete_signature(dialect_,
                                        message + "Re-examine the query-string parameters.");
  }

  Error refuse_query(std::string message) const {
    if (is_s3()) return errors::query_malformed(std::move(message));
    return errors::incomplete_signature(dialect_, std::move(message));
  }

  // Services other than S3 do not ask for it; their presigned requests last as long as signed ones.
  Status read_expires() {
    if (!given_.expires) {
      result_.expires_seconds = std::chrono::seconds(kClockSkewMax).count();
      return {};
    }
    const std::string& text = *given_.expires;
    const char* const end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, result_.expires_seconds);
    if (error == std::errc::result_out_of_range && at == end && text.front() != '-') {
      result_.expires_seconds = kPresignedSecondsMax + 1;
    } else if (error != std::errc() || at != end) {
      return refuse_query("X-Amz-Expires should be a number");
    }
    if (result_.expires_seconds < 0) return refuse_query("X-Amz-Expires must be non-negative");
    if (result_.expires_seconds > kPresignedSecondsMax) {
      return refuse_query(
          "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires "
          "must be less than 604800 seconds");
    }
    return {};
  }

  Status read_common() {
    result_.signature = std::move(*given_.signature);
    std::string_view names = *given_.signed_headers;
    while (!names.empty()) result_.signed_headers.push_back(lower_case(take_until(names, ';')));
    return read_credential(*given_.credential);
  }

  Status read_credential(std::string_view credential) {
    if (std::count(credential.begin(), credential.end(), '/') < 4) {
      return malformed_credential(credential);
    }
    // An access key may hold slashes, the parts of the scope may not.
    std::array<std::string_view, 4> scope;
    for (auto part = scope.rbegin(); part != scope.rend(); ++part) {
      const auto slash = credential.rfind('/');
      *part = credential.substr(slash + 1);
      credential = credential.substr(0, slash);
    }
    result_.access_key_id = credential;
    result_.scope = {.day = std::string(scope[0]),
                     .region = std::string(scope[1]),
                     .service = std::string(scope[2])};
    if (credential.empty()) return malformed_credential(*given_.credential);
    if (scope[3] != kTerminator) return wrong_terminator(scope[3]);
    return check_day();
  }

  Error refuse_scope(std::string_view detail) const {
    if (result_.presigned) {
      return errors::query_malformed(
          fmt::format("Error parsing the X-Amz-Credential parameter; {}", detail));
    }
    return errors::header_malformed(detail);
  }

  Error malformed_credential(std::string_view credential) const {
    if (is_s3()) return refuse_scope(kCredentialForm);
    return errors::incomplete_signature(
        dialect_, fmt::format("Credential must have exactly 5 slash-delimited elements, e.g. "
                              "keyid/date/region/service/term, got '{}'",
                              credential));
  }

  Error wrong_terminator(std::string_view given) const {
    if (is_s3()) {
      return refuse_scope(
          fmt::format("incorrect terminal \"{}\". This endpoint uses \"{}\".", given, kTerminator));
    }
    return errors::signature_refused(
        dialect_, fmt::format("Credential should be scoped with a valid terminator: '{}', not "
                              "'{}'.",
                              kTerminator, given));
  }

  Status check_day() const {
    const std::string day = result_.time.substr(0, 8);
    if (result_.scope.day == day) return {};
    if (is_s3()) {
      return refuse_scope(fmt::format(
          "Invalid credential date \"{}\". This date is not the same as X-Amz-Date: \"{}\".",
          result_.scope.day, day));
    }
    return errors::signature_refused(
        dialect_, fmt::format("Date in Credential scope does not match YYYYMMDD from ISO-8601 "
                              "version of date from HTTP: '{}' != '{}', from '{}'.",
                              result_.scope.day, day, result_.time));
  }

  static constexpr std::string_view kDateRequired =
      "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ";

  std::string_view query_;
  const HttpRequest& request_;
  SignatureDialect dialect_;
  Parameters given_;
  Authorization result_;
};

}  // namespace

Result<std::optional<Authorization>> parse_authorization(const RequestParts& parts,
                                                         SignatureDialect dialect) {
  return Parser(parts, dialect).parse();
}

}  // namespace emu::wire
