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
#include <vector>

#include "core/gate/call.h"
#include "core/gate/http_front.h"
#include "core/gate/http_origin.h"
#include "core/gate/operation_table.h"
#include "core/gate/service.h"
#include "core/gate/world.h"
#include "s3/access.h"
#include "s3/acl.h"
#include "s3/byte_range.h"
#include "s3/conditions.h"
#include "s3/copy_source.h"
#include "s3/encryption.h"
#include "s3/lifecycle_runs.h"
#include "s3/listing.h"
#include "s3/notification_rules.h"
#include "s3/notifier.h"
#include "s3/object_event.h"
#include "s3/object_lock.h"
#include "s3/request_metrics.h"
#include "s3/state.h"
#include "s3/storage_metrics.h"
#include "s3/versions.h"

namespace emu::s3 {

extern const ServiceProfile kProfile;

std::unique_ptr<Service> make_service(World& world);

class S3 final : public Service, public HttpOrigin {
 public:
  explicit S3(World& world, Options options = {});

  Result<CreateBucketResult> create_bucket(Call& call, const CreateBucket& in);
  Result<HeadBucketResult> head_bucket(Call& call, const HeadBucket& in);
  Result<ListBucketsResult> list_buckets(Call& call, const ListBuckets& in);
  Result<Nothing> delete_bucket(Call& call, const DeleteBucket& in);
  Result<GetBucketLocationResult> get_bucket_location(Call& call, const GetBucketLocation& in);
  Result<Nothing> put_bucket_versioning(Call& call, const PutBucketVersioning& in);
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
  Result<ListObjectVersionsResult> list_object_versions(Call& call, const ListObjectVersions& in);

  Result<RequestChargedResult> put_object_lock_configuration(Call& call,
                                                             const PutObjectLockConfiguration& in);
  Result<GetObjectLockConfigurationResult> get_object_lock_configuration(
      Call& call, const GetObjectLockConfiguration& in);
  Result<RequestChargedResult> put_object_retention(Call& call, const PutObjectRetention& in);
  Result<GetObjectRetentionResult> get_object_retention(Call& call, const GetObjectRetention& in);
  Result<RequestChargedResult> put_object_legal_hold(Call& call, const PutObjectLegalHold& in);
  Result<GetObjectLegalHoldResult> get_object_legal_hold(Call& call, const GetObjectLegalHold& in);

  Result<GetObjectAttributesResult> get_object_attributes(Call& call,
                                                          const GetObjectAttributes& in);

  Result<CreateMultipartUploadResult> create_multipart_upload(Call& call,
                                                              const CreateMultipartUpload& in);
  Result<UploadPartResult> upload_part(Call& call, const UploadPart& in);
  Result<UploadPartCopyResult> upload_part_copy(Call& call, const UploadPartCopy& in);
  Result<CompleteMultipartUploadResult> complete_multipart_upload(
      Call& call, const CompleteMultipartUpload& in);
  Result<AbortMultipartUploadResult> abort_multipart_upload(Call& call,
                                                            const AbortMultipartUpload& in);
  Result<ListPartsResult> list_parts(Call& call, const ListParts& in);
  Result<ListMultipartUploadsResult> list_multipart_uploads(Call& call,
                                                            const ListMultipartUploads& in);

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
  Result<Nothing> put_bucket_acl(Call& call, const PutBucketAcl& in);
  Result<GetBucketAclResult> get_bucket_acl(Call& call, const GetBucketAcl& in);
  Result<PutObjectAclResult> put_object_acl(Call& call, const PutObjectAcl& in);
  Result<GetObjectAclResult> get_object_acl(Call& call, const GetObjectAcl& in);
  Result<Nothing> put_bucket_cors(Call& call, const PutBucketCors& in);
  Result<GetBucketCorsResult> get_bucket_cors(Call& call, const GetBucketCors& in);
  Result<Nothing> delete_bucket_cors(Call& call, const DeleteBucketCors& in);
  Result<Nothing> put_bucket_website(Call& call, const PutBucketWebsite& in);
  Result<GetBucketWebsiteResult> get_bucket_website(Call& call, const GetBucketWebsite& in);
  Result<Nothing> delete_bucket_website(Call& call, const DeleteBucketWebsite& in);

  Result<PutBucketLifecycleConfigurationResult> put_bucket_lifecycle_configuration(
      Call& call, const PutBucketLifecycleConfiguration& in);
  Result<GetBucketLifecycleConfigurationResult> get_bucket_lifecycle_configuration(
      Call& call, const GetBucketLifecycleConfiguration& in);
  Result<Nothing> delete_bucket_lifecycle(Call& call, const DeleteBucketLifecycle& in);
  Result<Nothing> put_bucket_notification_configuration(
      Call& call, const PutBucketNotificationConfiguration& in);
  Result<GetBucketNotificationConfigurationResult> get_bucket_notification_configuration(
      Call& call, const GetBucketNotificationConfiguration& in);
  Result<Nothing> put_bucket_encryption(Call& call, const PutBucketEncryption& in);
  Result<GetBucketEncryptionResult> get_bucket_encryption(Call& call,
                                                          const GetBucketEncryption& in);
  Result<Nothing> delete_bucket_encryption(Call& call, const DeleteBucketEncryption& in);
  Result<Nothing> put_bucket_logging(Call& call, const PutBucketLogging& in);
  Result<GetBucketLoggingResult> get_bucket_logging(Call& call, const GetBucketLogging& in);
  Result<Nothing> put_bucket_replication(Call& call, const PutBucketReplication& in);
  Result<GetBucketReplicationResult> get_bucket_replication(Call& call,
                                                            const GetBucketReplication& in);
  Result<Nothing> delete_bucket_replication(Call& call, const DeleteBucketReplication& in);
  Result<Nothing> put_bucket_accelerate_configuration(Call& call,
                                                      const PutBucketAccelerateConfiguration& in);
  Result<GetBucketAccelerateConfigurationResult> get_bucket_accelerate_configuration(
      Call& call, const GetBucketAccelerateConfiguration& in);
  Result<Nothing> put_bucket_request_payment(Call& call, const PutBucketRequestPayment& in);
  Result<GetBucketRequestPaymentResult> get_bucket_request_payment(
      Call& call, const GetBucketRequestPayment& in);
  Result<Nothing> put_bucket_inventory_configuration(Call& call,
                                                     const PutBucketInventoryConfiguration& in);
  Result<GetBucketInventoryConfigurationResult> get_bucket_inventory_configuration(
      Call& call, const GetBucketInventoryConfiguration& in);
  Result<Nothing> delete_bucket_inventory_configuration(
      Call& call, const DeleteBucketInventoryConfiguration& in);
  Result<ListBucketInventoryConfigurationsResult> list_bucket_inventory_configurations(
      Call& call, const ListBucketInventoryConfigurations& in);
  Result<Nothing> put_bucket_analytics_configuration(Call& call,
                                                     const PutBucketAnalyticsConfiguration& in);
  Result<GetBucketAnalyticsConfigurationResult> get_bucket_analytics_configuration(
      Call& call, const GetBucketAnalyticsConfiguration& in);
  Result<Nothing> delete_bucket_analytics_configuration(
      Call& call, const DeleteBucketAnalyticsConfiguration& in);
  Result<ListBucketAnalyticsConfigurationsResult> list_bucket_analytics_configurations(
      Call& call, const ListBucketAnalyticsConfigurations& in);
  Result<Nothing> put_bucket_metrics_configuration(Call& call,
                                                   const PutBucketMetricsConfiguration& in);
  Result<GetBucketMetricsConfigurationResult> get_bucket_metrics_configuration(
      Call& call, const GetBucketMetricsConfiguration& in);
  Result<Nothing> delete_bucket_metrics_configuration(Call& call,
                                                      const DeleteBucketMetricsConfiguration& in);
  Result<ListBucketMetricsConfigurationsResult> list_bucket_metrics_configurations(
      Call& call, const ListBucketMetricsConfigurations& in);
  Result<Nothing> put_bucket_intelligent_tiering_configuration(
      Call& call, const PutBucketIntelligentTieringConfiguration& in);
  Result<GetBucketIntelligentTieringConfigurationResult>
  get_bucket_intelligent_tiering_configuration(Call& call,
                                               const GetBucketIntelligentTieringConfiguration& in);
  Result<Nothing> delete_bucket_intelligent_tiering_configuration(
      Call& call, const DeleteBucketIntelligentTieringConfiguration& in);
  Result<ListBucketIntelligentTieringConfigurationsResult>
  list_bucket_intelligent_tiering_configurations(
      Call& call, const ListBucketIntelligentTieringConfigurations& in);

  const ServiceProfile& profile() const override { return kProfile; }
  void add_to(OperationTable& table) override;
  void reset(std::optional<std::string_view> account) override;
  std::optional<Error> instead_of_reason(const Call& call,
                                         std::string_view resource) const override;
  bool leaves_to_account(const Caller& caller, std::string_view action,
                         std::string_view resource) const override;

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
  // another region, or belongs to somebody else than expected.
  Result<StoredBucket*> open(const Call& call, std::string_view bucket,
                             std::string_view expected_owner);
  // The same for a request that can say that whoever sends it pays for it.
  Result<StoredBucket*> open(const Call& call, std::string_view bucket,
                             std::string_view expected_owner, std::string_view payer);
  template <class Op>
  Result<StoredBucket*> open(const Call& call, const Op& in) {
    if constexpr (requires { in.request_payer; }) {
      return open(call, in.bucket, in.expected_bucket_owner, in.request_payer);
    } else {
      return open(call, in.bucket, in.expected_bucket_owner);
    }
  }
  // The same wherever it lies.
  Result<StoredBucket*> open_anywhere(std::string_view bucket, std::string_view expected_owner);
  // The error for an object that does not exist: callers who may not list the bucket are not let
  // know that, and get AccessDenied.
  // Source: Amazon S3 API Reference, "GetObject" (Permissions).
  Error missing_key(const Call& call, const StoredBucket& bucket, std::string_view key);
  // The current object, or the version that is named. Fails for a delete marker in either case.
  Result<StoredObject*> open_object(const Call& call, StoredBucket& bucket, std::string_view key,
                                    std::string_view version_id);

  bool is_permitted(const Call& call, std::string_view action, const std::string& resource,
                    std::string_view version_id);
  // Fails with SlowDown where memory has a bound and no room for so many bytes more. Calls that
  // store what they bring are held to it before.
  Status check_room(std::uint64_t bytes);
  // Fails for what holds an object, unless the caller wants to pass over it and may.
  struct HeldObject {
    const StoredBucket& bucket;
    std::string_view key;
    std::string_view version_id;  // as the request names it
    Hold hold;
  };
  Status check_hold(const Call& call, const HeldObject& object, bool bypasses_governance);
  // What the caller may see of an object's lock.
  ObjectLock shown_lock(const Call& call, const StoredBucket& bucket, std::string_view key,
                        std::string_view version_id, const StoredObject& object);
  // Deletes the current object, or for good the version that is named, if the conditions hold.
  Result<Deletion> remove(Call& call, StoredBucket& bucket, const ObjectIdentifier& which,
                          bool bypasses_governance);
  // An object of a bucket whose objects can be locked.
  template <class Op>
  Result<StoredObject*> open_lockable(Call& call, const Op& in);
  // Tells those who want to know of it that something has happened to an object: after it has, by
  // whoever made the call, or by S3 itself.
  void announce(Call& call, const StoredBucket& bucket, const ObjectEvent& event);
  void announce_for(const StoredBucket& bucket, const ObjectEvent& event, const EventCause& cause);
  void put_on_bus(const StoredBucket& bucket, const ObjectEvent& event, const EventCause& cause);
  void announce_removal(Call& call, const StoredBucket& bucket, const ObjectIdentifier& which,
                        const Deletion& deletion);
  std::uint64_t next_sequencer();
  Status check_destination(Call& call, const CallerPtr& sender, const Destined& part);

  struct ReadRequest {
    std::string_view bucket;
    std::string_view key;
    std::string_view expected_owner;
    std::string_view payer;
    std::string_view version_id;
    std::string_view range;
    std::optional<std::int32_t> part_number;
    ReadConditions conditions;
    CustomerKey customer_key;
  };
  struct Reading {
    StoredBucket* bucket;
    const StoredObject* object;
    Slice slice;
    bool is_partial;
  };
  template <class In>
  static ReadRequest read_request_of(const In& in);
  Result<Reading> read(Call& call, const ReadRequest& request);

  struct UploadRequest {
    std::string_view bucket;
    std::string_view key;
    std::string_view upload_id;
    std::string_view expected_owner;
    std::string_view payer;
  };
  template <class In>
  static UploadRequest upload_request_of(const In& in) {
    return {.bucket = in.bucket,
            .key = in.key,
            .upload_id = in.upload_id,
            .expected_owner = in.expected_bucket_owner,
            .payer = in.request_payer};
  }
  struct OpenUpload {
    StoredBucket* bucket;
    StoredUpload* upload;
  };
  Result<OpenUpload> open_upload(const Call& call, const UploadRequest& request);

  struct CopySource {
    CopySourceName name;
    const StoredBucket* bucket;
    const StoredObject* object;
    // How answers call the version that was copied.
    std::string version_in_answers() const {
      return version_id_in_answers(*bucket, object->version_id);
    }
  };
  Result<CopySource> open_copy_source(const Call& call, const CopySourceRequest& request);
  struct Copy {
    StoredBucket* bucket;
    CopySource source;
    ObjectAcl acl;
    ObjectLock lock;
  };
  // Both ends of a copy, after everything was checked that may refuse it but the settings of the
  // new object.
  Result<Copy> open_copy(const Call& call, const CopyObject& in);
  Status permit_tags(const Call& call, const CopyObject& in, const CopySource& source);
  Result<StoredObject> make_copy(const Call& call, const StoredBucket& bucket, const CopyObject& in,
                                 const CopySource& source);

  World& world_;
  Options options_;
  Buckets buckets_ = {};
  BucketAccess access_{buckets_};
  Notifier notifier_{world_};
  std::uint64_t sequencer_ = 0;
  LifecycleRuns lifecycle_runs_;
  std::unique_ptr<HttpFront> front_;
  StorageMetrics storage_metrics_{world_, buckets_};
  RequestMetrics request_metrics_{world_, buckets_};
};

}  // namespace emu::s3
