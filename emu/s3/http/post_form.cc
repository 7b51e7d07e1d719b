#include "s3/http/post_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "core/text/ascii.h"
#include "core/text/percent.h"
#include "core/text/utf8.h"
#include "s3/errors.h"
#include "s3/form_header.h"
#include "s3/http/errors.h"
#include "s3/http/hosts.h"
#include "s3/http/multipart.h"
#include "s3/limits.h"
#include "wire/xml/xml_reader.h"
#include "wire/xml/xml_writer.h"

namespace emu::s3 {

namespace {

constexpr std::string_view kFileField = "file";
constexpr std::string_view kFilename = "${filename}";
constexpr std::size_t kFieldsBytesMax =
    std::size_t{20} * 1024;  // "POST Object": the form without the file

// Fields that become headers of the same name.
constexpr std::array<std::string_view, 5> kContentFields = {
    "Cache-Control", "Content-Disposition", "Content-Encoding", "Content-Type", "Expires"};
// Fields of the signature, which no PutObject has.
constexpr std::string_view kTokenField = "x-amz-security-token";
constexpr std::array<std::string_view, 5> kSignatureFields = {
    "x-amz-algorithm", "x-amz-credential", "x-amz-date", kTokenField, "x-amz-signature"};

bool is_one_of(std::string_view name, const std::array<std::string_view, 5>& names) {
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view each) { return equal_ignoring_case(each, name); });
}

// Whether a field is a header of PutObject: what makes another operation of it is not.
bool is_object_field(std::string_view lower_name) {
  return lower_name.starts_with("x-amz-") && !lower_name.starts_with("x-amz-copy-source") &&
         !is_one_of(lower_name, kSignatureFields);
}

// Some browsers give the whole path.
std::string_view last_segment(std::string_view filename) {
  const auto slash = filename.find_last_of("/\\");
  return slash == std::string_view::npos ? filename : filename.substr(slash + 1);
}

std::string with_filename(std::string_view text, std::string_view filename) {
  std::string whole(text);
  for (auto at = whole.find(kFilename); at != whole.npos; at = whole.find(kFilename, at)) {
    whole.replace(at, kFilename.size(), filename);
    at += filename.size();
  }
  return whole;
}

// "a=1&b=2" of the XML that forms have and headers have not.
Result<std::string> tagging_header(std::string_view document) {
  const auto tagging = wire::parse_xml(document);
  const wire::XmlNode* set = tagging ? tagging->child("TagSet") : nullptr;
  if (set == nullptr) return malformed_xml();
  std::string header;
  for (const wire::XmlNode& tag : set->children) {
    if (!header.empty()) header += '&';
    const std::string* key = tag.text_of("Key");
    const std::string* value = tag.text_of("Value");
    if (key != nullptr) append_percent_encoded(*key, Slash::kEncode, header);
    header += '=';
    if (value != nullptr) append_percent_encoded(*value, Slash::kEncode, header);
  }
  return header;
}

// Nothing when there is no address to go to.
std::string redirect_target(const PostForm& form, std::string_view bucket, std::string_view etag) {
  std::string_view target = form.field("success_action_redirect");
  if (target.empty()) target = form.field("redirect");
  if (!target.starts_with("http://") && !target.starts_with("https://")) return {};
  return fmt::format("{}{}bucket={}&key={}&etag={}", target,
                     target.find('?') == std::string_view::npos ? '?' : '&', percent_encode(bucket),
                     percent_encode(form.field("key")), percent_encode(etag));
}

std::string post_document(std::string_view location, std::string_view bucket, std::string_view key,
                          std::string_view etag) {
  std::string document;
  wire::XmlWriter xml(document);
  xml.open("PostResponse");
  xml.element("Location", location);
  xml.element("Bucket", bucket);
  xml.element("Key", key);
  xml.element("ETag", etag);
  xml.close();
  return document;
}

Error malformed_post() {
  return {.code = "MalformedPOSTRequest",
          .message = "The body of your POST request is not well-formed multipart/form-data."};
}

Error fields_too_long() {
  return {.code = "MaxPostPreDataLengthExceeded",
          .message = "Your POST request fields preceding the upload file were too large."};
}

Error no_file() {
  return {.code = "InvalidArgument",
          .message = "POST requires exactly one file upload per request.",
          .status = 400,
          .fields = {{"ArgumentName", "file"}, {"ArgumentValue", "0"}}};
}

// As recorded from AWS.
Error malformed_unicode() {
  return {.code = "InvalidArgument",
          .message = "Malformed Unicode code sequence in the field.",
          .status = 400,
          .fields = {{"ArgumentName", "formField"}}};
}

// A short field can stand for a very long one: it counts as what it becomes.
Status name_file(std::string_view filename, PostForm& form) {
  if (filename.size() > kKeyBytesMax) return fields_too_long();
  HttpHeaders named;
  std::size_t bytes = 0;
  for (const auto& [name, value] : form.fields) {
    std::string whole = with_filename(value, filename);
    bytes += name.size() + whole.size();
    if (bytes > kFieldsBytesMax) return fields_too_long();
    named.add(name, std::move(whole));
  }
  form.fields = std::move(named);
  return {};
}

}  // namespace

std::string_view PostForm::field(std::string_view name) const {
  const std::string* value = fields.find(name);
  return value == nullptr ? std::string_view() : std::string_view(*value);
}

bool is_post_form(const HttpRequest& request) {
  const std::string* type = request.headers.find("Content-Type");
  return request.method == "POST" && type != nullptr && is_multipart(*type);
}

Result<PostForm> read_post_form(const HttpRequest& request) {
  const std::string* type = request.headers.find("Content-Type");
  auto parts =
      read_multipart(request.body, type == nullptr ? std::string_view() : *type, kFileField);
  if (!parts) return malformed_post();
  PostForm form;
  std::size_t bytes = 0;
  for (FormPart& part : *parts) {
    if (part.name == kFileField) {
      if (form.field("key").empty()) return post_field_missing("key");
      form.file = std::move(part.content);
      EMU_CHECK(name_file(last_segment(part.filename), form));
      return form;
    }
    bytes += part.name.size() + part.content.size();
    if (bytes > kFieldsBytesMax) return fields_too_long();
    if (!is_valid_utf8(part.content)) return malformed_unicode();
    form.fields.add(std::move(part.name), part.content.str());
  }
  return no_file();
}

// What is missing is told of the older signature, unless there is a part of the newer one.
Result<FormSignature> signature_of(const PostForm& form) {
  const bool is_version_4 =
      std::any_of(kSignatureFields.begin(), kSignatureFields.end(), [&](std::string_view field) {
        return field != kTokenField && form.fields.find(field) != nullptr;
      });
  FormSignature signature{.credential = {},
                          .date = {},
                          .signature = {},
                          .session_token = form.field(kTokenField),
                          .signed_text = form.field("policy"),
                          .is_version_2 = !is_version_4};
  const auto take = [&](std::string_view field, std::string_view& part) -> Status {
    part = form.field(field);
    return part.empty() ? Status(post_field_missing(field)) : Status();
  };
  if (!is_version_4) {
    EMU_CHECK(take("AWSAccessKeyId", signature.credential));
    EMU_CHECK(take("signature", signature.signature));
    return signature;
  }
  EMU_CHECK(take("X-Amz-Credential", signature.credential));
  EMU_CHECK(take("X-Amz-Signature", signature.signature));
  EMU_CHECK(take("X-Amz-Date", signature.date));
  return signature;
}

Result<HttpRequest> put_of_form(const PostForm& form, const HttpRequest& request,
                                std::string_view bucket_path) {
  if (bucket_path.ends_with('/')) bucket_path.remove_suffix(1);
  HttpRequest put{.method = "PUT",
                  .host = {},
                  .target = fmt::format("{}/{}", bucket_path, percent_encode(form.field("key"))),
                  .headers = {},
                  .body = form.file,
                  .source_ip = request.source_ip,
                  .tls = request.tls};
  put.headers.add(std::string(kFormHeader), "true");
  for (const auto& [name, value] : form.fields) {
    if (equal_ignoring_case(name, "acl")) {
      put.headers.add("x-amz-acl", value);
    } else if (equal_ignoring_case(name, "tagging")) {
      EMU_TRY(std::string tags, tagging_header(value));
      put.headers.add("x-amz-tagging", std::move(tags));
    } else if (is_one_of(name, kContentFields) || is_object_field(lower_case(name))) {
      put.headers.add(name, value);
    }
  }
  return put;
}

HttpResponse answer_post(const PostForm& form, const RequestParts& parts, std::string_view bucket,
                         HttpResponse put) {
  const std::string* header = put.headers.find("ETag");
  const std::string etag = header == nullptr ? std::string() : *header;
  HttpResponse response{.status = 204, .headers = std::move(put.headers)};
  if (std::string target = redirect_target(form, bucket, etag); !target.empty()) {
    response.status = 303;
    response.headers.set("Location", std::move(target));
    return response;
  }
  std::string location =
      object_url(parts, {.bucket = std::string(bucket), .key = std::string(form.field("key"))});
  const std::string_view wanted = form.field("success_action_status");
  if (wanted == "200") response.status = 200;
  if (wanted == "201") {
    response.status = 201;
    response.headers.set("Content-Type", "application/xml");
    response.body = Blob(post_document(location, bucket, form.field("key"), etag));
  }
  response.headers.set("Location", std::move(location));
  return response;
}

}  // namespace emu::s3
