#include "lambda/package.h"

#include <emu/lambda/errors.h>
#include <emu/lambda/values.h>
#include <emu/s3.h>
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "core/gate/function_runtimes.h"
#include "core/gate/world.h"
#include "core/hash/hash.h"
#include "core/text/base64.h"
#include "lambda/errors.h"
#include "lambda/limits.h"

namespace emu::lambda {

namespace {

constexpr std::string_view kDirectoryEndMark = "PK\5\6";
constexpr std::size_t kDirectoryEndBytes = 22;  // without its comment
constexpr std::string_view kDirectoryEntryMark = "PK\1\2";
constexpr std::size_t kDirectoryEntryBytes = 46;  // without its texts

Error code_too_large(std::string_view operation) {
  return too_large(errors::kRequestEntityTooLargeException, kCodeRequestBytesMax, operation);
}

Error not_a_zip() {
  return invalid_parameter(
      "Could not unzip uploaded file. Please check your file, then try to upload again.");
}

Error zip_empty() { return invalid_parameter("Uploaded file must be a non-empty zip"); }

Error object_unreadable(const Error& error, const FunctionCode& code) {
  if (error.status == 403) {
    return user_error(
        errors::kAccessDeniedException, 403,
        fmt::format("Your access has been denied by S3, please make sure your request credentials "
                    "have permission to GetObject for {}/{}. S3 Error Code: {}. S3 Error Message: "
                    "{}",
                    *code.s3_bucket, *code.s3_key, error.code, error.message));
  }
  return invalid_parameter(
      fmt::format("Error occurred while GetObject. S3 Error Code: {}. S3 Error Message: {}",
                  error.code, error.message));
}

// A number of a zip file: its lowest byte first.
std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t width) {
  std::size_t number = 0;
  for (std::size_t i = width; i-- > 0;) {
    number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  }
  return number;
}

struct ZipDirectory {
  std::size_t entries = 0;
  std::int64_t unzipped_bytes = 0;
};

// What the entries of a directory take when they are unpacked.
std::int64_t unzipped_bytes_of(std::string_view directory) {
  std::size_t bytes = 0;
  while (directory.size() >= kDirectoryEntryBytes &&
         directory.substr(0, 4) == kDirectoryEntryMark) {
    bytes += number_at(directory, 24, 4);
    const std::size_t texts =
        number_at(directory, 28, 2) + number_at(directory, 30, 2) + number_at(directory, 32, 2);
    directory.remove_prefix(std::min(directory.size(), kDirectoryEntryBytes + texts));
  }
  return static_cast<std::int64_t>(bytes);
}

// The directory at the end of a zip file; nothing when there is none. Source: .ZIP File Format
// Specification, "End of central directory record", "Central directory structure".
std::optional<ZipDirectory> directory_of_zip(std::string_view bytes) {
  const std::size_t end = bytes.rfind(kDirectoryEndMark);
  if (end == std::string_view::npos || end + kDirectoryEndBytes > bytes.size()) return std::nullopt;
  const std::size_t comment = number_at(bytes, end + 20, 2);
  if (end + kDirectoryEndBytes + comment > bytes.size()) return std::nullopt;
  const std::size_t entries = number_at(bytes, end + 10, 2);
  const std::size_t size = number_at(bytes, end + 12, 4);
  if (size > end) return std::nullopt;
  const std::string_view directory = bytes.substr(end - size, size);
  if (entries > 0 && directory.substr(0, 4) != kDirectoryEntryMark) return std::nullopt;
  return ZipDirectory{.entries = entries, .unzipped_bytes = unzipped_bytes_of(directory)};
}

Result<Package> package_of(Blob bytes) {
  const std::optional<ZipDirectory> directory = directory_of_zip(bytes);
  if (!directory) return not_a_zip();
  if (directory->entries == 0) return zip_empty();
  return Package{.bytes = static_cast<std::int64_t>(bytes.size()),
                 .unzipped_bytes = directory->unzipped_bytes,
                 .sha256 = base64_encode(as_bytes(sha256(bytes))),
                 .content = bytes};
}

// A key without a bucket says nothing.
bool is_in_s3(const FunctionCode& code) { return code.s3_bucket && code.s3_key; }

// A folder on the machine of whoever runs packages; nothing when nobody does.
std::optional<Result<Package>> package_on_disk(World& world, const FunctionCode& code) {
  if (code.s3_bucket != kFolderBucket || !code.s3_key) return std::nullopt;
  const auto runtimes = world.interfaces().all<FunctionRuntimes>();
  if (runtimes.empty()) return std::nullopt;
  if (auto refusal = runtimes.front()->refusal_of_folder(*code.s3_key)) {
    return invalid_parameter(std::move(*refusal));
  }
  return describe_package(code);
}

// What would run it says what it cannot unpack.
Result<Package> runnable(World& world, Result<Package> package) {
  if (!package) return package;
  for (FunctionRuntimes* runtimes : world.interfaces().all<FunctionRuntimes>()) {
    if (auto refusal = runtimes->refusal_of_package(package->content)) {
      return invalid_parameter(std::move(*refusal));
    }
  }
  return package;
}

}  // namespace

Status check_code(const FunctionCode& code, std::string_view operation) {
  const int ways =
      (code.zip_file.empty() ? 0 : 1) + (is_in_s3(code) ? 1 : 0) + (code.image_uri ? 1 : 0);
  if (ways != 1) return code_missing();
  // The bytes travel in base64.
  if (code.zip_file.size() / 3 * 4 > kCodeRequestBytesMax) return code_too_large(operation);
  return {};
}

Package describe_package(const FunctionCode& code) {
  std::string uri;
  if (code.image_uri) uri = *code.image_uri;
  if (is_in_s3(code)) uri = fmt::format("s3://{}/{}", *code.s3_bucket, *code.s3_key);
  const std::string_view hashed = uri.empty() ? code.zip_file.view() : std::string_view(uri);
  return {.bytes = static_cast<std::int64_t>(code.zip_file.size()),
          .sha256 = base64_encode(as_bytes(sha256(hashed)))};
}

Result<Package> read_package(Call& call, const FunctionCode& code) {
  if (code.image_uri) return describe_package(code);
  if (!is_in_s3(code)) return runnable(call.world, package_of(code.zip_file));
  if (auto package = package_on_disk(call.world, code)) return std::move(*package);
  const auto object = call.world.client(call.caller_ptr)
                          .send(s3::GetObject{.bucket = *code.s3_bucket,
                                              .key = *code.s3_key,
                                              .version_id = code.s3_object_version.value_or("")});
  if (!object) return object_unreadable(object.error(), code);
  return runnable(call.world, package_of(object->body));
}

}  // namespace emu::lambda
