import {NoSuchKey, S3} from "@aws-sdk/client-s3";

import {assert, client, describe, it, refused, server} from "./support.mjs";
import {newBucket, text} from "./s3_support.mjs";

async function newVersionedBucket(s3) {
  const Bucket = await newBucket(s3);
  await s3.putBucketVersioning({Bucket, VersioningConfiguration: {Status: "Enabled"}});
  return Bucket;
}

async function newLockedBucket(s3) {
  const Bucket = await newVersionedBucket(s3);
  await s3.putObjectLockConfiguration({
    Bucket,
    ObjectLockConfiguration: {ObjectLockEnabled: "Enabled"},
  });
  return Bucket;
}

// As the server's clock says it, in whole seconds.
async function serverTime(s3, Bucket) {
  await s3.putObject({Bucket, Key: "clock", Body: "x"});
  return (await s3.headObject({Bucket, Key: "clock"})).LastModified.getTime();
}

describe("S3 versions", () => {
  it("keep what is replaced and deleted", async () => {
    const s3 = client(S3);
    const Bucket = await newVersionedBucket(s3);
    assert.equal((await s3.getBucketVersioning({Bucket})).Status, "Enabled");
    const Key = "a";
    const first = await s3.putObject({Bucket, Key, Body: "1"});
    const second = await s3.putObject({Bucket, Key, Body: "2"});
    assert.equal((await s3.headObject({Bucket, Key})).VersionId, second.VersionId);
    assert.equal(await text(s3.getObject({Bucket, Key, VersionId: first.VersionId})), "1");

    const marker = await s3.deleteObject({Bucket, Key});
    assert.equal(marker.DeleteMarker, true);
    await refused(s3.getObject({Bucket, Key}), NoSuchKey, {status: 404});
    const {VersionId} = marker;
    await refused(s3.getObject({Bucket, Key, VersionId}), "MethodNotAllowed", {status: 405});
    await s3.deleteObject({Bucket, Key, VersionId});
    assert.equal(await text(s3.getObject({Bucket, Key})), "2");

    const copy = await s3.copyObject({
      Bucket,
      Key,
      CopySource: `${Bucket}/${Key}?versionId=${first.VersionId}`,
    });
    assert.equal(copy.CopySourceVersionId, first.VersionId);
    assert.equal(await text(s3.getObject({Bucket, Key})), "1");
  });

  it("are listed, page by page, and cleaned up", async () => {
    const s3 = client(S3);
    const Bucket = await newVersionedBucket(s3);
    for (const Body of ["1", "2"]) await s3.putObject({Bucket, Key: "a", Body});
    await s3.deleteObject({Bucket, Key: "a"});
    const {Versions, DeleteMarkers} = await s3.listObjectVersions({Bucket});
    assert.deepEqual(
      Versions.map(({IsLatest}) => IsLatest),
      [false, false],
    );
    assert.equal(DeleteMarkers[0].IsLatest, true);
    const first = await s3.listObjectVersions({Bucket, MaxKeys: 2});
    assert.equal(first.IsTruncated, true);
    const rest = await s3.listObjectVersions({
      Bucket,
      KeyMarker: first.NextKeyMarker,
      VersionIdMarker: first.NextVersionIdMarker,
    });
    assert.deepEqual(rest.Versions, Versions.slice(1));

    await refused(s3.deleteBucket({Bucket}), "BucketNotEmpty", {status: 409});
    const Objects = [...Versions, ...DeleteMarkers].map(({Key, VersionId}) => ({Key, VersionId}));
    const {Deleted} = await s3.deleteObjects({Bucket, Delete: {Objects}});
    assert.equal(Deleted.length, 3);
    await s3.deleteBucket({Bucket});
  });

  it("can be held", async () => {
    const s3 = client(S3);
    const Bucket = await newLockedBucket(s3);
    const {ObjectLockConfiguration} = await s3.getObjectLockConfiguration({Bucket});
    assert.deepEqual(ObjectLockConfiguration, {ObjectLockEnabled: "Enabled"});
    const Key = "a";
    const {VersionId} = await s3.putObject({Bucket, Key, Body: "x"});
    const RetainUntilDate = new Date((await serverTime(s3, Bucket)) + 60_000);
    const Retention = {Mode: "COMPLIANCE", RetainUntilDate};
    await s3.putObjectRetention({Bucket, Key, Retention});
    assert.deepEqual((await s3.getObjectRetention({Bucket, Key})).Retention, Retention);
    assert.deepEqual(
      (await s3.headObject({Bucket, Key})).ObjectLockRetainUntilDate,
      RetainUntilDate,
    );
    await refused(s3.deleteObject({Bucket, Key, VersionId}), "AccessDenied", {
      status: 403,
      message: /object protected by object lock/,
    });
    await s3.putObjectLegalHold({Bucket, Key, LegalHold: {Status: "ON"}});
    assert.equal((await s3.getObjectLegalHold({Bucket, Key})).LegalHold.Status, "ON");
    await server.advance("1min");
    await refused(s3.deleteObject({Bucket, Key, VersionId}), "AccessDenied", {status: 403});
    await s3.putObjectLegalHold({Bucket, Key, LegalHold: {Status: "OFF"}});
    await s3.deleteObject({Bucket, Key, VersionId});
  });
});
