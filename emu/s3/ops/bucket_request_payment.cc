// PutBucketRequestPayment and GetBucketRequestPayment.
// Source: Amazon S3 API Reference, "PutBucketRequestPayment", "GetBucketRequestPayment".
#include "s3/errors.h"
#include "s3/service.h"

namespace emu::s3 {

Result<Nothing> S3::put_bucket_request_payment(Call& call, const PutBucketRequestPayment& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  bucket->payer = in.request_payment_configuration.payer;
  return Nothing{};
}

Result<GetBucketRequestPaymentResult> S3::get_bucket_request_payment(
    Call& call, const GetBucketRequestPayment& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  return GetBucketRequestPaymentResult{.payer = bucket->payer};
}

}  // namespace emu::s3
