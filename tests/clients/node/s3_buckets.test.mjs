import {
  BucketAlreadyOwnedByYou,
  NoSuchBucket,
  NotFound,
  paginateListBuckets,
  S3,
  waitUntilBucketExists,
  waitUntilBucketNotExists,
} from "@aws-sdk/client-s3";

import {
  allPages,
  assert,
  client,
  describe,
  freshAccount,
  it,
  policy,
  refused,
  server,
} from "./support.mjs";
import {newBucket} from "./s3_support.mjs";

describe("S3 buckets", () => {
  it("are made, found, listed and deleted", async () => {
    const s3 = client(S3);
    const Bucket = await newBucket(s3);
    await waitUntilBucketExists({client: s3, maxWaitTime: 10}, {Bucket});
    assert.equal((await s3.headBucket({Bucket})).BucketRegion, process.env.AWS_REGION);
    assert.equal((await s3.getBucketLocation({Bucket})).LocationConstraint, process.env.AWS_REGION);
    assert.equal((await s3.getBucketVersioning({Bucket})).Status, undefined);
    const {Buckets} = await s3.listBuckets({});
    assert.deepEqual(
      Buckets.map(({Name}) => Name),
      [Bucket],
    );
    assert.ok(Buckets[0].CreationDate instanceof Date);
    await refused(
      s3.createBucket({
        Bucket,
        CreateBucketConfiguration: {LocationConstraint: process.env.AWS_REGION},
      }),
      BucketAlreadyOwnedByYou,
      {status: 409},
    );

    await s3.putObject({Bucket, Key: "key", Body: ""});
    await refused(s3.deleteBucket({Bucket}), "BucketNotEmpty", {status: 409});
    await s3.deleteObject({Bucket, Key: "key"});
    await s3.deleteBucket({Bucket});
    await waitUntilBucketNotExists({client: s3, maxWaitTime: 10}, {Bucket});
    await refused(s3.headBucket({Bucket}), NotFound, {status: 404});
    const error = await refused(s3.listObjectsV2({Bucket}), NoSuchBucket, {status: 404});
    assert.equal(error.BucketName, Bucket);
    assert.equal(error.$metadata.requestId, error.RequestId ?? error.$metadata.requestId);
  });

  it("are listed page by page", async () => {
    const s3 = client(S3);
    const names = [];
    for (let i = 0; i < 3; ++i) names.push(await newBucket(s3));
    const all = await allPages(paginateListBuckets({client: s3, pageSize: 2}, {}), "Buckets");
    assert.deepEqual(
      all.map(({Name}) => Name),
      names.sort(),
    );
  });

  it("have tags", async () => {
    const s3 = client(S3);
    const Bucket = await newBucket(s3);
    await refused(s3.getBucketTagging({Bucket}), "NoSuchTagSet", {status: 404});
    const TagSet = [{Key: "team", Value: "bus + train"}];
    await s3.putBucketTagging({Bucket, Tagging: {TagSet}});
    assert.deepEqual((await s3.getBucketTagging({Bucket})).TagSet, TagSet);
    await s3.deleteBucketTagging({Bucket});
    await refused(s3.getBucketTagging({Bucket}), "NoSuchTagSet");
  });

  it("are private until they are opened, and a policy opens them", async () => {
    const account = freshAccount();
    const s3 = client(S3, {account});
    const Bucket = await newBucket(s3);
    await s3.putObject({Bucket, Key: "page.html", Body: "<p>hello", ContentType: "text/html"});
    const read = () => fetch(`${server.url}/${Bucket}/page.html`);
    assert.equal((await read()).status, 403);

    const Policy = policy("s3:GetObject", `arn:aws:s3:::${Bucket}/*`, {
      Principal: "*",
      Sid: "PublicReadWebsite",
    });
    await refused(s3.putBucketPolicy({Bucket, Policy}), "AccessDenied", {status: 403});
    const {PublicAccessBlockConfiguration} = await s3.getPublicAccessBlock({Bucket});
    assert.equal(PublicAccessBlockConfiguration.BlockPublicPolicy, true);
    await s3.putPublicAccessBlock({
      Bucket,
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        IgnorePublicAcls: true,
        BlockPublicPolicy: false,
        RestrictPublicBuckets: false,
      },
    });
    await s3.putBucketPolicy({Bucket, Policy});
    assert.deepEqual(JSON.parse((await s3.getBucketPolicy({Bucket})).Policy), JSON.parse(Policy));
    assert.equal((await s3.getBucketPolicyStatus({Bucket})).PolicyStatus.IsPublic, true);
    const answer = await read();
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get("content-type"), "text/html");
    assert.equal(await answer.text(), "<p>hello");

    await s3.deleteBucketPolicy({Bucket});
    await refused(s3.getBucketPolicy({Bucket}), "NoSuchBucketPolicy");
    assert.equal((await read()).status, 403);
    await s3.deletePublicAccessBlock({Bucket});
    await refused(s3.getPublicAccessBlock({Bucket}), "NoSuchPublicAccessBlockConfiguration");
  });

  it("have an owner of what is put into them", async () => {
    const s3 = client(S3);
    const Bucket = await newBucket(s3);
    const OwnershipControls = {Rules: [{ObjectOwnership: "BucketOwnerPreferred"}]};
    await s3.putBucketOwnershipControls({Bucket, OwnershipControls});
    assert.deepEqual(
      (await s3.getBucketOwnershipControls({Bucket})).OwnershipControls,
      OwnershipControls,
    );
    await s3.deleteBucketOwnershipControls({Bucket});
    await refused(s3.getBucketOwnershipControls({Bucket}), "OwnershipControlsNotFoundError");
  });

  it("tell browsers of other sites what they may do", async () => {
    const s3 = client(S3);
    const Bucket = await newBucket(s3);
    await refused(s3.getBucketCors({Bucket}), "NoSuchCORSConfiguration");
    const CORSRules = [
      {
        AllowedOrigins: ["*"],
        AllowedMethods: ["GET"],
        AllowedHeaders: ["*"],
        ExposeHeaders: ["ETag"],
      },
    ];
    await s3.putBucketCors({Bucket, CORSConfiguration: {CORSRules}});
    assert.deepEqual((await s3.getBucketCors({Bucket})).CORSRules, CORSRules);
    const preflight = await fetch(`${server.url}/${Bucket}/stats.json`, {
      method: "OPTIONS",
      headers: {origin: "http://page.example", "access-control-request-method": "GET"},
    });
    assert.equal(preflight.status, 200);
    assert.equal(preflight.headers.get("access-control-allow-origin"), "*");
    await s3.deleteBucketCors({Bucket});
    await refused(s3.getBucketCors({Bucket}), "NoSuchCORSConfiguration");
  });

  it("can be websites", async () => {
    const s3 = client(S3);
    const Bucket = await newBucket(s3);
    await refused(s3.getBucketWebsite({Bucket}), "NoSuchWebsiteConfiguration");
    const IndexDocument = {Suffix: "index.html"};
    const ErrorDocument = {Key: "error.html"};
    await s3.putBucketWebsite({Bucket, WebsiteConfiguration: {IndexDocument, ErrorDocument}});
    const kept = await s3.getBucketWebsite({Bucket});
    assert.deepEqual(kept.IndexDocument, IndexDocument);
    assert.deepEqual(kept.ErrorDocument, ErrorDocument);
    await s3.deleteBucketWebsite({Bucket});
    await refused(s3.getBucketWebsite({Bucket}), "NoSuchWebsiteConfiguration");
  });
});
