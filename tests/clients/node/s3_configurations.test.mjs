import {S3} from "@aws-sdk/client-s3";

import {assert, client, describe, it, refused} from "./support.mjs";
import {newBucket, text} from "./s3_support.mjs";

describe("S3 configurations", () => {
  it("encrypt by default as the bucket says", async () => {
    const s3 = client(S3);
    const Bucket = await newBucket(s3);
    const rule = async () =>
      (await s3.getBucketEncryption({Bucket})).ServerSideEncryptionConfiguration.Rules[0];
    assert.deepEqual((await rule()).ApplyServerSideEncryptionByDefault, {SSEAlgorithm: "AES256"});
    const Rules = [
      {
        ApplyServerSideEncryptionByDefault: {SSEAlgorithm: "aws:kms", KMSMasterKeyID: "alias/own"},
        BucketKeyEnabled: true,
      },
    ];
    await s3.putBucketEncryption({Bucket, ServerSideEncryptionConfiguration: {Rules}});
    assert.deepEqual(await rule(), Rules[0]);
    const put = await s3.putObject({Bucket, Key: "a", Body: "x"});
    assert.equal(put.SSEKMSKeyId, "alias/own");
    await s3.deleteBucketEncryption({Bucket});
    assert.equal((await rule()).BucketKeyEnabled, false);
  });

  it("ask for a customer's key again", async () => {
    const s3 = client(S3);
    const Bucket = await newBucket(s3);
    const key = {SSECustomerAlgorithm: "AES256", SSECustomerKey: "k".repeat(32)};
    await s3.putObject({Bucket, Key: "a", Body: "secret", ...key});
    assert.equal(await text(s3.getObject({Bucket, Key: "a", ...key})), "secret");
    await refused(s3.getObject({Bucket, Key: "a"}), "InvalidRequest", {status: 400});
  });

  it("are kept where they have no effect", async () => {
    const s3 = client(S3);
    const Bucket = await newBucket(s3);
    const logs = await newBucket(s3);
    const LoggingEnabled = {TargetBucket: logs, TargetPrefix: "log/"};
    assert.equal((await s3.getBucketLogging({Bucket})).LoggingEnabled, undefined);
    await s3.putBucketLogging({Bucket, BucketLoggingStatus: {LoggingEnabled}});
    assert.deepEqual((await s3.getBucketLogging({Bucket})).LoggingEnabled, LoggingEnabled);

    assert.equal((await s3.getBucketAccelerateConfiguration({Bucket})).Status, undefined);
    const AccelerateConfiguration = {Status: "Suspended"};
    await s3.putBucketAccelerateConfiguration({Bucket, AccelerateConfiguration});
    assert.equal((await s3.getBucketAccelerateConfiguration({Bucket})).Status, "Suspended");

    const RequestPaymentConfiguration = {Payer: "Requester"};
    await s3.putBucketRequestPayment({Bucket, RequestPaymentConfiguration});
    assert.equal((await s3.getBucketRequestPayment({Bucket})).Payer, "Requester");
  });

  it("keep what is to be replicated between buckets with versions", async () => {
    const s3 = client(S3);
    const Bucket = await newBucket(s3);
    const target = await newBucket(s3);
    const ReplicationConfiguration = {
      Role: "arn:aws:iam::111122223333:role/copying",
      Rules: [
        {
          ID: "all",
          Priority: 1,
          Filter: {Prefix: "a/"},
          Status: "Enabled",
          Destination: {Bucket: `arn:aws:s3:::${target}`},
          DeleteMarkerReplication: {Status: "Disabled"},
        },
      ],
    };
    const missing = "ReplicationConfigurationNotFoundError";
    await refused(s3.getBucketReplication({Bucket}), missing, {status: 404});
    await refused(s3.putBucketReplication({Bucket, ReplicationConfiguration}), "InvalidRequest");
    for (const name of [Bucket, target]) {
      const VersioningConfiguration = {Status: "Enabled"};
      await s3.putBucketVersioning({Bucket: name, VersioningConfiguration});
    }
    await s3.putBucketReplication({Bucket, ReplicationConfiguration});
    const kept = await s3.getBucketReplication({Bucket});
    assert.deepEqual(kept.ReplicationConfiguration, ReplicationConfiguration);
    await s3.deleteBucketReplication({Bucket});
    await refused(s3.getBucketReplication({Bucket}), missing);
  });

  it("are found, listed and deleted by their ids", async () => {
    const s3 = client(S3);
    const Bucket = await newBucket(s3);
    const target = `arn:aws:s3:::${Bucket}`;
    const kinds = {
      Inventory: {
        Destination: {S3BucketDestination: {Bucket: target, Format: "Parquet"}},
        IsEnabled: true,
        IncludedObjectVersions: "All",
        Schedule: {Frequency: "Daily"},
      },
      Analytics: {Filter: {Prefix: "a/"}, StorageClassAnalysis: {}},
      Metrics: {Filter: {Tag: {Key: "k", Value: "v"}}},
      IntelligentTiering: {
        Status: "Enabled",
        Tierings: [{Days: 90, AccessTier: "ARCHIVE_ACCESS"}],
      },
    };
    for (const [kind, rest] of Object.entries(kinds)) {
      const member = `${kind}Configuration`;
      const configuration = {Id: "one", ...rest};
      const which = {Bucket, Id: "one"};
      await refused(s3[`getBucket${member}`](which), "NoSuchConfiguration", {status: 404});
      await s3[`putBucket${member}`]({...which, [member]: configuration});
      assert.deepEqual((await s3[`getBucket${member}`](which))[member], configuration);
      const listed = await s3[`listBucket${member}s`]({Bucket});
      assert.deepEqual(listed[`${member}List`], [configuration]);
      await s3[`deleteBucket${member}`](which);
      await refused(s3[`getBucket${member}`](which), "NoSuchConfiguration", {status: 404});
    }
  });
});
