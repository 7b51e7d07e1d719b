import http from "node:http";

import {
  NoSuchKey,
  NotFound,
  paginateListObjectsV2,
  S3,
  waitUntilObjectExists,
} from "@aws-sdk/client-s3";

import {
  allPages,
  assert,
  client,
  describe,
  it,
  refused,
  server,
  watchRequests,
} from "./support.mjs";
import {newBucket, text} from "./s3_support.mjs";

const ODD_KEYS = [
  "plain.txt",
  "with space",
  "plus+sign",
  "percent%2Fencoded%20",
  "double//slash",
  "/leading-slash",
  "trailing/",
  "question?mark=1&b#fragment",
  "quotes'\"<>&;",
  "한국어/서울 → 부산.txt",
  "emoji-🚌",
  "~tilde!*()@:,$=",
  "a\\b^c`d{e}|f",
];

describe("S3 objects", () => {
  it("are put, read, described and deleted", async () => {
    const s3 = client(S3);
    const Bucket = await newBucket(s3);
    const put = await s3.putObject({Bucket, Key: "hello.txt", Body: "hello"});
    assert.equal(put.ETag, '"5d41402abc4b2a76b9719d911017c592"');
    assert.equal(put.ServerSideEncryption, "AES256");
    await waitUntilObjectExists({client: s3, maxWaitTime: 10}, {Bucket, Key: "hello.txt"});
    const got = await s3.getObject({Bucket, Key: "hello.txt"});
    assert.equal(await got.Body.transformToString(), "hello");
    assert.equal(got.ContentLength, 5);
    assert.equal(got.ETag, put.ETag);
    assert.ok(got.LastModified instanceof Date);
    await s3.deleteObject({Bucket, Key: "hello.txt"});
    await refused(s3.getObject({Bucket, Key: "hello.txt"}), NoSuchKey, {status: 404});
    await refused(s3.headObject({Bucket, Key: "hello.txt"}), NotFound, {status: 404});
  });

  it("keep their headers and metadata", async () => {
    const s3 = client(S3);
    const Bucket = await newBucket(s3);
    const headers = {
      CacheControl: "no-store",
      ContentDisposition: 'attachment; filename="a b.txt"',
      ContentEncoding: "gzip",
      ContentLanguage: "ko",
      ContentType: "text/plain; charset=utf-8",
      StorageClass: "STANDARD_IA",
      Metadata: {colour: "blue, green", "x-y": "1"},
    };
    // A body that says that it is compressed is stored as it is.
    await s3.putObject({Bucket, Key: "k", Body: Uint8Array.of(31, 139, 8), ...headers});
    const head = await s3.headObject({Bucket, Key: "k"});
    for (const [name, value] of Object.entries(headers)) assert.deepEqual(head[name], value, name);

    const asked = await s3.getObject({Bucket, Key: "k", ResponseContentType: "image/png"});
    assert.equal(asked.ContentType, "image/png");
    assert.deepEqual([...(await asked.Body.transformToByteArray())], [31, 139, 8]);
  });

  it("may have any name", async () => {
    const s3 = client(S3);
    const Bucket = await newBucket(s3);
    for (const Key of ODD_KEYS) await s3.putObject({Bucket, Key, Body: `of ${Key}`});
    for (const Key of ODD_KEYS) {
      assert.equal(await text(s3.getObject({Bucket, Key})), `of ${Key}`);
    }
    const bytes = (key) => Buffer.from(key);
    const sorted = [...ODD_KEYS].sort((a, b) => Buffer.compare(bytes(a), bytes(b)));
    const {Contents, KeyCount} = await s3.listObjectsV2({Bucket});
    assert.deepEqual(
      Contents.map(({Key}) => Key),
      sorted,
    );
    assert.equal(KeyCount, ODD_KEYS.length);
    const {Deleted} = await s3.deleteObjects({
      Bucket,
      Delete: {Objects: ODD_KEYS.map((Key) => ({Key}))},
    });
    assert.deepEqual(Deleted.map(({Key}) => Key).sort(), [...ODD_KEYS].sort());
    assert.equal((await s3.listObjectsV2({Bucket})).KeyCount, 0);
  });

  it("are listed by prefix and folder, page by page", async () => {
    const s3 = client(S3);
    const Bucket = await newBucket(s3);
    const keys = ["a.txt", "logs/1", "logs/2", "logs/3", "photos/summer/1"];
    for (const Key of keys) await s3.putObject({Bucket, Key, Body: "x"});
    const top = await s3.listObjectsV2({Bucket, Delimiter: "/", FetchOwner: true});
    assert.deepEqual(
      top.Contents.map(({Key}) => Key),
      ["a.txt"],
    );
    assert.ok(top.Contents[0].Owner.ID);
    assert.deepEqual(
      top.CommonPrefixes.map(({Prefix}) => Prefix),
      ["logs/", "photos/"],
    );
    const logs = paginateListObjectsV2({client: s3, pageSize: 2}, {Bucket, Prefix: "logs/"});
    assert.deepEqual(
      (await allPages(logs, "Contents")).map(({Key}) => Key),
      keys.slice(1, 4),
    );

    const first = await s3.listObjects({Bucket, MaxKeys: 2, Delimiter: "/"});
    assert.equal(first.IsTruncated, true);
    assert.equal(first.NextMarker, "logs/");
    const rest = await s3.listObjects({Bucket, Marker: first.NextMarker, Delimiter: "/"});
    assert.deepEqual(rest.CommonPrefixes, [{Prefix: "photos/"}]);
  });

  it("are read in part and on conditions", async () => {
    const s3 = client(S3);
    const Bucket = await newBucket(s3);
    const Key = "digits";
    const {ETag} = await s3.putObject({Bucket, Key, Body: "0123456789", IfNoneMatch: "*"});
    const part = await s3.getObject({Bucket, Key, Range: "bytes=2-4"});
    assert.equal(await part.Body.transformToString(), "234");
    assert.equal(part.ContentRange, "bytes 2-4/10");
    assert.equal(part.$metadata.httpStatusCode, 206);
    await refused(s3.getObject({Bucket, Key, Range: "bytes=10-"}), "InvalidRange", {status: 416});

    await refused(s3.getObject({Bucket, Key, IfMatch: '"other"'}), "PreconditionFailed", {
      status: 412,
    });
    const fresh = await s3.getObject({Bucket, Key, IfNoneMatch: ETag}).catch((error) => error);
    assert.equal(fresh.$metadata.httpStatusCode, 304);
    await refused(s3.putObject({Bucket, Key, Body: "", IfNoneMatch: "*"}), "PreconditionFailed");
    await s3.putObject({Bucket, Key, Body: "new", IfMatch: ETag});
    assert.equal(await text(s3.getObject({Bucket, Key})), "new");
  });

  it("are copied, with their metadata or with other", async () => {
    const s3 = client(S3);
    const Bucket = await newBucket(s3);
    const Key = "서울 + 부산.txt";
    await s3.putObject({Bucket, Key, Body: "hello", Metadata: {a: "1"}});
    const CopySource = `${Bucket}/${encodeURIComponent(Key)}`;
    const {CopyObjectResult} = await s3.copyObject({Bucket, Key: "copy", CopySource});
    assert.equal(CopyObjectResult.ETag, '"5d41402abc4b2a76b9719d911017c592"');
    assert.deepEqual((await s3.headObject({Bucket, Key: "copy"})).Metadata, {a: "1"});
    await s3.copyObject({
      Bucket,
      Key: "copy",
      CopySource,
      MetadataDirective: "REPLACE",
      Metadata: {b: "2"},
    });
    assert.deepEqual((await s3.headObject({Bucket, Key: "copy"})).Metadata, {b: "2"});
    assert.equal(await text(s3.getObject({Bucket, Key: "copy"})), "hello");
    await refused(s3.copyObject({Bucket, Key: "copy", CopySource: `${Bucket}/none`}), NoSuchKey);
  });

  it("have tags", async () => {
    const s3 = client(S3);
    const Bucket = await newBucket(s3);
    const Key = "k";
    await s3.putObject({Bucket, Key, Body: "", Tagging: "a=1&b=two%20words"});
    assert.equal((await s3.getObject({Bucket, Key})).TagCount, 2);
    const tags = async () => (await s3.getObjectTagging({Bucket, Key})).TagSet;
    assert.deepEqual(await tags(), [
      {Key: "a", Value: "1"},
      {Key: "b", Value: "two words"},
    ]);
    await s3.putObjectTagging({Bucket, Key, Tagging: {TagSet: [{Key: "c", Value: ""}]}});
    assert.deepEqual(await tags(), [{Key: "c", Value: ""}]);
    await s3.deleteObjectTagging({Bucket, Key});
    assert.deepEqual(await tags(), []);
  });

  it("are reached by the bucket's own host too", async () => {
    // Not every machine knows names under localhost.
    const lookup = (_host, options, found) =>
      options.all ? found(null, [{address: "127.0.0.1", family: 4}]) : found(null, "127.0.0.1", 4);
    const s3 = client(S3, {
      endpoint: `http://localhost:${server.port}`,
      requestHandler: {httpAgent: new http.Agent({keepAlive: true, lookup})},
    });
    const requests = watchRequests(s3);
    const Bucket = await newBucket(s3);
    for (const Key of ODD_KEYS) {
      await s3.putObject({Bucket, Key, Body: `of ${Key}`});
      assert.equal(await text(s3.getObject({Bucket, Key})), `of ${Key}`);
    }
    assert.equal((await s3.listObjectsV2({Bucket})).KeyCount, ODD_KEYS.length);
    const host = requests.at(-1).headers.host;
    assert.equal(host, `${Bucket}.localhost:${server.port}`);
  });
});
