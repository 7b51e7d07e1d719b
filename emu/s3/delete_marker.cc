#include "s3/delete_marker.h"

#include <emu/describe.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "s3/errors.h"
#include "s3/versions.h"

namespace emu::s3 {

namespace {

struct MarkerHeaders {
  bool delete_marker = true;
  std::string version_id = {};
  std::string allow = {};
  std::optional<Time> last_modified = {};

  static void describe(StructureShape<MarkerHeaders>& s) {
    s.member("DeleteMarker", &MarkerHeaders::delete_marker).header("x-amz-delete-marker");
    s.member("VersionId", &MarkerHeaders::version_id).header("x-amz-version-id");
    s.member("Allow", &MarkerHeaders::allow).header("Allow");
    s.member("LastModified", &MarkerHeaders::last_modified).header("Last-Modified");
  }
};

class MarkerDetail final : public ErrorDetail {
 public:
  explicit MarkerDetail(MarkerHeaders headers) : headers_(std::move(headers)) {}
  const Shape& shape() const override { return shape_of<MarkerHeaders>(); }
  const void* value() const override { return &headers_; }

 private:
  MarkerHeaders headers_;
};

}  // namespace

void tell_of_marker(const StoredBucket& bucket, const DeleteMarker& marker, Error& error) {
  error.detail = std::make_shared<MarkerDetail>(
      MarkerHeaders{.version_id = version_id_in_answers(bucket, marker.version_id)});
}

Error delete_marker_named(const StoredBucket& bucket, const DeleteMarker& marker,
                          std::string_view method) {
  Error error = method_not_allowed(method, "DeleteMarker");
  error.detail = std::make_shared<MarkerDetail>(
      MarkerHeaders{.version_id = version_id_in_answers(bucket, marker.version_id),
                    .allow = "DELETE",
                    .last_modified = marker.last_modified});
  return error;
}

}  // namespace emu::s3
