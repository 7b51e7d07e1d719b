// Signatures are verified here, by a server of its own; also those made beforehand for a browser.

import {after, before} from "node:test";

import {DynamoDB} from "@aws-sdk/client-dynamodb";
import {IAM} from "@aws-sdk/client-iam";
import {Lambda} from "@aws-sdk/client-lambda";
import {GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3} from "@aws-sdk/client-s3";
import {SQS} from "@aws-sdk/client-sqs";
import {STS} from "@aws-sdk/client-sts";
import {createPresignedPost} from "@aws-sdk/s3-presigned-post";
import {getSignedUrl} from "@aws-sdk/s3-request-presigner";

import {EmuServer} from "./emu_server.mjs";
import {newBucket, text} from "./s3_support.mjs";
import {assert, client, describe, freshAccount, it, policy, refused, trust} from "./support.mjs";

describe("Signatures", () => {
  let server;
  before(async () => {
    server = await EmuServer.start("--verify-signatures");
  });
  after(() => server.stop());

  const signed = (Type, more) => client(Type, {endpoint: server.url, ...more});
  const wrong = {accessKeyId: freshAccount(), secretAccessKey: "not the secret"};

  it("of every protocol are right, and wrong with another secret", async () => {
    assert.deepEqual((await signed(DynamoDB).listTables({})).TableNames, []);
    assert.deepEqual((await signed(Lambda).listFunctions({})).Functions, []);
    assert.equal((await signed(SQS).listQueues({})).QueueUrls, undefined);
    assert.ok((await signed(STS).getCallerIdentity({})).Account);
    assert.equal((await signed(IAM).listRoles({})).IsTruncated, false);

    await refused(
      signed(DynamoDB, {credentials: wrong}).listTables({}),
      "InvalidSignatureException",
    );
    await refused(
      signed(Lambda, {credentials: wrong}).listFunctions({}),
      "InvalidSignatureException",
      {status: 403},
    );
    await refused(
      signed(STS, {credentials: wrong}).getCallerIdentity({}),
      "SignatureDoesNotMatch",
      {status: 403},
    );
    await refused(signed(S3, {credentials: wrong}).listBuckets({}), "SignatureDoesNotMatch", {
      status: 403,
    });
  });

  it("cover odd keys, metadata and the queries of S3", async () => {
    const s3 = signed(S3);
    const Bucket = await newBucket(s3);
    for (const Key of [
      "with space",
      "plus+sign",
      "a//b",
      "per%2Fcent",
      "한국어 🚌",
      "~!*'()$&,;=:@",
    ]) {
      await s3.putObject({Bucket, Key, Body: Key, Metadata: {note: "two  spaces"}});
      assert.equal(await text(s3.getObject({Bucket, Key, ResponseContentType: "a/b; c=d e"})), Key);
    }
    assert.equal((await s3.listObjectsV2({Bucket, Prefix: "a/", Delimiter: "/"})).KeyCount, 1);
  });

  it("of users and sessions say who calls", async () => {
    const account = freshAccount();
    const iam = signed(IAM, {account});
    await iam.createUser({UserName: "kim"});
    const {AccessKey} = await iam.createAccessKey({UserName: "kim"});
    const kim = {accessKeyId: AccessKey.AccessKeyId, secretAccessKey: AccessKey.SecretAccessKey};
    const identity = await signed(STS, {credentials: kim}).getCallerIdentity({});
    assert.equal(identity.Arn, `arn:aws:iam::${account}:user/kim`);
    const other = {...kim, secretAccessKey: "x".repeat(40)};
    await refused(signed(STS, {credentials: other}).getCallerIdentity({}), "SignatureDoesNotMatch");

    const inactive = {UserName: "kim", AccessKeyId: AccessKey.AccessKeyId, Status: "Inactive"};
    await iam.updateAccessKey(inactive);
    await refused(signed(S3, {credentials: kim}).listBuckets({}), "InvalidAccessKeyId");
    await iam.updateAccessKey({...inactive, Status: "Active"});

    await iam.putUserPolicy({
      UserName: "kim",
      PolicyName: "p",
      PolicyDocument: policy("sts:AssumeRole"),
    });
    const {Role} = await iam.createRole({
      RoleName: "guide",
      AssumeRolePolicyDocument: trust({AWS: identity.Arn}),
    });
    const {Credentials} = await signed(STS, {credentials: kim}).assumeRole({
      RoleArn: Role.Arn,
      RoleSessionName: "tour",
    });
    const session = {
      accessKeyId: Credentials.AccessKeyId,
      secretAccessKey: Credentials.SecretAccessKey,
      sessionToken: Credentials.SessionToken,
    };
    const guide = await signed(STS, {credentials: session}).getCallerIdentity({});
    assert.equal(guide.Arn, `arn:aws:sts::${account}:assumed-role/guide/tour`);
    const forged = {...session, sessionToken: "another"};
    await refused(signed(STS, {credentials: forged}).getCallerIdentity({}), "InvalidClientTokenId");
  });

  it("in a URL let a browser read and write", async () => {
    const s3 = signed(S3);
    const Bucket = await newBucket(s3);
    const Key = "한국어 + more/a.txt";
    const putUrl = await getSignedUrl(
      s3,
      new PutObjectCommand({Bucket, Key, ContentType: "text/plain"}),
      {expiresIn: 60},
    );
    const put = await fetch(putUrl, {
      method: "PUT",
      body: "from a browser",
      headers: {"content-type": "text/plain"},
    });
    assert.equal(put.status, 200, await put.text());

    const get = new GetObjectCommand({
      Bucket,
      Key,
      ResponseContentDisposition: 'attachment; filename="a b.txt"',
    });
    const getUrl = await getSignedUrl(s3, get, {expiresIn: 60});
    const got = await fetch(getUrl);
    assert.equal(await got.text(), "from a browser");
    assert.equal(got.headers.get("content-type"), "text/plain");
    assert.equal(got.headers.get("content-disposition"), 'attachment; filename="a b.txt"');
    const headUrl = await getSignedUrl(s3, new HeadObjectCommand({Bucket, Key}));
    assert.equal((await fetch(headUrl, {method: "HEAD"})).headers.get("content-length"), "14");

    const forAnother = await fetch(getUrl.replace("a.txt", "b.txt"));
    assert.equal(forAnother.status, 403);
    assert.match(await forAnother.text(), /<Code>SignatureDoesNotMatch<\/Code>/);
    const signingDate = new Date(Date.now() - 61_000);
    const lateUrl = await getSignedUrl(s3, get, {expiresIn: 60, signingDate});
    const late = await fetch(lateUrl);
    assert.equal(late.status, 403);
    assert.match(await late.text(), /Request has expired/);
  });

  it("in a URL hold metadata and checksums", async () => {
    const s3 = signed(S3);
    const Bucket = await newBucket(s3);
    const put = new PutObjectCommand({
      Bucket,
      Key: "a",
      Metadata: {by: "me"},
      ChecksumCRC32: "y/Q5Jg==",
    });
    const url = await getSignedUrl(s3, put, {expiresIn: 60});
    assert.match(url, /x-amz-meta-by=me/);
    const refusal = await fetch(url, {method: "PUT", body: "another"});
    assert.equal(refusal.status, 400);
    assert.match(await refusal.text(), /<Code>BadDigest<\/Code>/);
    assert.equal((await fetch(url, {method: "PUT", body: "123456789"})).status, 200);
    assert.deepEqual((await s3.headObject({Bucket, Key: "a"})).Metadata, {by: "me"});
  });

  it("in a form let a browser upload", async () => {
    const s3 = signed(S3);
    const Bucket = await newBucket(s3);
    const {url, fields} = await createPresignedPost(s3, {
      Bucket,
      Key: "uploads/${filename}",
      Conditions: [
        ["starts-with", "$key", "uploads/"],
        ["content-length-range", 1, 100],
        {success_action_status: "201"},
      ],
      Fields: {success_action_status: "201"},
      Expires: 600,
    });
    const send = (bytes) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      form.append("file", new Blob([bytes]), "photo.bin");
      return fetch(url, {method: "POST", body: form});
    };
    const answer = await send("a photo");
    assert.equal(answer.status, 201, await answer.clone().text());
    assert.match(await answer.text(), /<Key>uploads\/photo.bin<\/Key>/);
    assert.equal(await text(s3.getObject({Bucket, Key: "uploads/photo.bin"})), "a photo");
    const large = await send("x".repeat(101));
    assert.equal(large.status, 400);
    assert.match(await large.text(), /EntityTooLarge/);
  });
});
