import {S3} from "@aws-sdk/client-s3";

import {assert, client, describe, it, policy, refused, server} from "./support.mjs";
import {newBucket, text} from "./s3_support.mjs";

const ALL_USERS = "http://acs.amazonaws.com/groups/global/AllUsers";

async function bucketWithLists(s3) {
  const Bucket = await newBucket(s3);
  const OwnershipControls = {Rules: [{ObjectOwnership: "ObjectWriter"}]};
  await s3.putBucketOwnershipControls({Bucket, OwnershipControls});
  await s3.deletePublicAccessBlock({Bucket});
  return Bucket;
}

describe("S3 access control lists", () => {
  it("are canned, and told with owner and grants", async () => {
    const s3 = client(S3);
    const Bucket = await bucketWithLists(s3);
    const Key = "key";
    await s3.putObject({Bucket, Key, Body: "hello"});
    const url = `${server.url}/${Bucket}/${Key}`;
    assert.equal((await fetch(url)).status, 403);
    await s3.putObjectAcl({Bucket, Key, ACL: "public-read"});
    assert.equal(await (await fetch(url)).text(), "hello");
    const {Owner, Grants} = await s3.getObjectAcl({Bucket, Key});
    assert.deepEqual(Grants, [
      {Grantee: {ID: Owner.ID, Type: "CanonicalUser"}, Permission: "FULL_CONTROL"},
      {Grantee: {Type: "Group", URI: ALL_USERS}, Permission: "READ"},
    ]);
  });

  it("are documents", async () => {
    const s3 = client(S3);
    const other = client(S3);
    const Bucket = await bucketWithLists(s3);
    const {Owner} = await s3.listBuckets({});
    const {Owner: Other} = await other.listBuckets({});
    await refused(other.listObjectsV2({Bucket}), "AccessDenied", {status: 403});
    const Grants = [{Grantee: {ID: Other.ID, Type: "CanonicalUser"}, Permission: "READ"}];
    await s3.putBucketAcl({Bucket, AccessControlPolicy: {Owner, Grants}});
    assert.deepEqual((await s3.getBucketAcl({Bucket})).Grants, Grants);
    assert.equal((await other.listObjectsV2({Bucket})).KeyCount, 0);
    await refused(
      s3.putBucketAcl({Bucket, AccessControlPolicy: {Owner: Other, Grants}}),
      "AccessDenied",
    );
  });

  it("are disabled in new buckets", async () => {
    const s3 = client(S3);
    const Bucket = await newBucket(s3);
    await refused(
      s3.putBucketAcl({Bucket, ACL: "private"}),
      "AccessControlListNotSupported",
      {status: 400, message: /^The bucket does not allow ACLs$/},
    );
  });
});

describe("S3 in another account", () => {
  it("needs the consent of the bucket, also for a copy", async () => {
    const s3 = client(S3);
    const other = client(S3);
    const Bucket = await newBucket(s3);
    const theirs = await newBucket(other);
    await s3.putObject({Bucket, Key: "a", Body: "hello"});
    const copy = {Bucket: theirs, Key: "b", CopySource: `${Bucket}/a`};
    const denied = {status: 403, message: /^Access Denied$/};
    await refused(other.copyObject(copy), "AccessDenied", denied);
    await s3.deletePublicAccessBlock({Bucket});
    const Policy = policy("s3:GetObject", `arn:aws:s3:::${Bucket}/*`, {Principal: "*"});
    await s3.putBucketPolicy({Bucket, Policy});
    await other.copyObject(copy);
    assert.equal(await text(other.getObject({Bucket: theirs, Key: "b"})), "hello");
    await refused(other.getBucketPolicy({Bucket}), "AccessDenied", {status: 403});
  });
});
