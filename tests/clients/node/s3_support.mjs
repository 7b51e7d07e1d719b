// What the tests of S3 have in common.

let buckets = 0;

// The names of buckets are shared by all accounts.
export async function newBucket(s3) {
  const Bucket = `bucket-${String(++buckets).padStart(4, "0")}`;
  await s3.createBucket({
    Bucket,
    CreateBucketConfiguration: {LocationConstraint: process.env.AWS_REGION},
  });
  return Bucket;
}

export async function text(getting) {
  return (await getting).Body.transformToString();
}
