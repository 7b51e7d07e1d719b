// S3: the buckets of all accounts, since their names are shared.
//
// Each function answers one operation and is atomic. A bucket's policy is handed to IAM; what IAM
// cannot know, such as the block of public access, is decided here.
#pragma once

#include <emu/result.h>
#include <emu/s3.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/gate/call.h"
#include "core/gate/http_front.h"
#include "core/gate/http_origin.h"
#include "core/gate/operation_table.h"
#include "core/gate/service.h"
#include "core/gate/world.h"
#include "s3/byte_range.h"
#include "s3/conditions.h"
#include "s3/encryption.h"
#include "s3/listing.h"
#include "s3/state.h"

namespace emu::s3 {

extern const ServiceProfile kProfile;

std::unique_ptr<Service> make_service(World& world);

class S3 final : public Service, public HttpOrigin {
 public:
  explicit S3(World& world);

  Result<CreateBucketResult> create_bucket(Call& call, const CreateBucket& in);
  Result<HeadBucketResult> head_bucket(Call& call, const HeadBucket& in);
  Result<ListBucketsResult> list_buckets(Call& call, const ListBuckets& in);
  Result<Nothing> delete_bucket(Call& call, const DeleteBucket& in);
  Result<GetBucketLocationResult> get_bucket_location(Call& call, const GetBucketLocation& in);
  Result<GetBucketVersioningResult> get_bucket_versioning(Call& call,
                                                          const GetBucketVersioning& in);

  Result<PutObjectResult> put_object(Call& call, const PutObject& in);
  Result<GetObjectResult> get_object(Call& call, const GetObject& in);
  Result<HeadObjectResult> head_object(Call& call, const HeadObject& in);
  Result<CopyObjectResult> copy_object(Call& call, const CopyObject& in);
  Result<DeleteObjectResult> delete_object(Call& call, const DeleteObject& in);
  Result<DeleteObjectsResult> delete_objects(Call& call, const DeleteObjects& in);
  Result<ListObjectsV2Result> list_objects_v2(Call& call, const ListObjectsV2& in);
  Result<ListObjectsResult> list_objects(Call& call, const ListObjects& in);

  Result<VersionedResult> put_object_tagging(Call& call, const PutObjectTagging& in);
  Result<GetObjectTaggingResult> get_object_tagging(Call& call, const GetObjectTagging& in);
  Result<VersionedResult> delete_object_tagging(Call& call, const DeleteObjectTagging& in);
  Result<Nothing> put_bucket_tagging(Call& call, const PutBucketTagging& in);
  Result<GetBucketTaggingResult> get_bucket_tagging(Call& call, const GetBucketTagging& in);
  Result<Nothing> delete_bucket_tagging(Call& call, const DeleteBucketTagging& in);

  Result<Nothing> put_bucket_policy(Call& call, const PutBucketPolicy& in);
  Result<GetBucketPolicyResult> get_bucket_policy(Call& call, const GetBucketPolicy& in);
  Result<Nothing> delete_bucket_policy(Call& call, const DeleteBucketPolicy& in);
  Result<GetBucketPolicyStatusResult> get_bucket_policy_status(Call& call,
                                                               const GetBucketPolicyStatus& in);
  Result<Nothing> put_public_access_block(Call& call, const PutPublicAccessBlock& in);
  Result<GetPublicAccessBlockResult> get_public_access_block(Call& call,
                                                             const GetPublicAccessBlock& in);
  Result<Nothing> delete_public_access_block(Call& call, const DeletePublicAccessBlock& in);
  Result<Nothing> put_bucket_ownership_controls(Call& call, const PutBucketOwnershipControls& in);
  Result<GetBucketOwnershipControlsResult> get_bucket_ownership_controls(
      Call& call, const GetBucketOwnershipControls& in);
  Result<Nothing> delete_bucket_ownership_controls(Call& call,
                                                   const DeleteBucketOwnershipControls& in);
  Result<Nothing> put_bucket_cors(Call& call, const PutBucketCors& in);
  Result<GetBucketCorsResult> get_bucket_cors(Call& call, const GetBucketCors& in);
  Result<Nothing> delete_bucket_cors(Call& call, const DeleteBucketCors& in);
  Result<Nothing> put_bucket_website(Call& call, const PutBucketWebsite& in);
  Result<GetBucketWebsiteResult> get_bucket_website(Call& call, const GetBucketWebsite& in);
  Result<Nothing> delete_bucket_website(Call& call, const DeleteBucketWebsite& in);

  const ServiceProfile& profile() const override { return kProfile; }
  void add_to(OperationTable& table) override;
  void reset(std::optional<std::string_view> account) override;
  std::optional<Error> missing(const Call& call, std::string_view resource) const override;

  // Websites only: calls reach a bucket's own host, too.
  std::optional<InternetAddress> by_host(const RequestParts& parts,
                                         std::string_view region) const override;
  // "/_website/<bucket>/<key>" is emu's own, for programs on machines where no name under localhost
  // is known. No bucket is called so: the names of buckets have no underscores.
  std::optional<InternetAddress> by_path(const RequestParts& parts,
                                         std::string_view region) const override;
  std::optional<HttpResponse> answer_internet(const RequestParts& parts) override;

  // Null when there is no such bucket.
  const StoredBucket* find(std::string_view bucket) const;

 private:
  // A bucket for an operation on it or on its objects. Fails when it does not exist, lies in
  // another region, belongs to somebody else than expected, or keeps this caller out.
  Result<StoredBucket*> open(const Call& call, std::string_view bucket,
                             std::string_view expected_owner);
  // The same wherever it lies.
  Result<StoredBucket*> open_anywhere(const Call& call, std::string_view bucket,
                                      std::string_view expected_owner);
  // The error for an object that does not exist: callers who may not list the bucket are not let
  // know that, and get AccessDenied.
  // Source: Amazon S3 API Reference, "GetObject" (Permissions).
  Error missing_key(const Call& call, const StoredBucket& bucket, std::string_view key);
  Result<StoredObject*> open_object(const Call& call, StoredBucket& bucket, std::string_view key,
                                    std::string_view version_id);

  struct ReadRequest {
    std::string_view bucket;
    std::string_view key;
    std::string_view expected_owner;
    std::string_view version_id;
    std::string_view range;
    std::optional<std::int32_t> part_number;
    ReadConditions conditions;
    CustomerKey customer_key;
  };
  struct Reading {
    const StoredObject* object;
    Slice slice;
    bool is_partial;
  };
  template <class In>
  static ReadRequest read_request_of(const In& in);
  Result<Reading> read(Call& call, const ReadRequest& request);

  struct CopySource {
    std::string bucket;
    std::string key;
    const StoredObject* object;
  };
  Result<CopySource> open_copy_source(const Call& call, const CopyObject& in);
  Result<StoredObject> make_copy(const Call& call, const CopyObject& in, const CopySource& source);

  World& world_;
  Buckets buckets_;
  std::unique_ptr<HttpFront> front_;
};

}  // namespace emu::s3
