// Uploads in parts: each operation, and the SDK's own `Upload`, which cuts what it is given.

import {createHash, randomBytes} from "node:crypto";
import {Readable} from "node:stream";

import {NoSuchUpload, S3} from "@aws-sdk/client-s3";
import {Upload} from "@aws-sdk/lib-storage";

import {assert, client, describe, it, refused} from "./support.mjs";
import {newBucket} from "./s3_support.mjs";

const MEBIBYTE = 1 << 20;
const PART = 5 * MEBIBYTE; // the smallest that may have another behind it

async function begin(s3, Bucket, Key, more = {}) {
  const {UploadId} = await s3.createMultipartUpload({Bucket, Key, ...more});
  return {Bucket, Key, UploadId};
}

async function uploadParts(s3, upload, bodies) {
  const parts = [];
  for (const [index, Body] of bodies.entries()) {
    const PartNumber = index + 1;
    const {ETag} = await s3.uploadPart({...upload, PartNumber, Body});
    parts.push({PartNumber, ETag});
  }
  return parts;
}

// The SDK's own paginator does not look at IsTruncated, and goes on for ever with S3.
async function listParts(s3, upload, MaxParts) {
  const parts = [];
  for (let page = {IsTruncated: true}; page.IsTruncated; ) {
    const PartNumberMarker = page.NextPartNumberMarker;
    page = await s3.listParts({...upload, MaxParts, PartNumberMarker});
    parts.push(...page.Parts);
  }
  return parts;
}

async function bytesOf(s3, Bucket, Key) {
  return (await s3.getObject({Bucket, Key})).Body.transformToByteArray();
}

describe("S3 multipart uploads", () => {
  it("are made of parts, which are listed and put together", async () => {
    const s3 = client(S3);
    const Bucket = await newBucket(s3);
    const upload = await begin(s3, Bucket, "film", {ContentType: "video/mp4"});
    const bodies = [randomBytes(PART), randomBytes(PART), Buffer.from("end")];
    const parts = await uploadParts(s3, upload, bodies);

    const {Uploads} = await s3.listMultipartUploads({Bucket});
    assert.deepEqual(
      Uploads.map(({Key, UploadId}) => ({Bucket, Key, UploadId})),
      [upload],
    );
    const listed = await listParts(s3, upload, 2);
    assert.deepEqual(
      listed.map((part) => part.Size),
      [PART, PART, 3],
    );

    const done = await s3.completeMultipartUpload({...upload, MultipartUpload: {Parts: parts}});
    const sums = bodies.map((body) => createHash("md5").update(body).digest());
    const etag = createHash("md5").update(Buffer.concat(sums)).digest("hex");
    assert.equal(done.ETag, `"${etag}-3"`);
    const got = await s3.getObject({Bucket, Key: "film"});
    assert.equal(got.ContentType, "video/mp4");
    assert.ok(Buffer.concat(bodies).equals(await got.Body.transformToByteArray()));

    const head = await s3.headObject({Bucket, Key: "film", PartNumber: 3});
    assert.equal(head.ContentLength, 3);
    assert.equal(head.PartsCount, 3);
    const {ObjectParts, ObjectSize} = await s3.getObjectAttributes({
      Bucket,
      Key: "film",
      ObjectAttributes: ["ObjectParts", "ObjectSize"],
    });
    assert.equal(ObjectParts.TotalPartsCount, 3);
    assert.equal(ObjectSize, 2 * PART + 3);
  });

  it("take parts from objects, and can be aborted", async () => {
    const s3 = client(S3);
    const Bucket = await newBucket(s3);
    await s3.putObject({Bucket, Key: "source", Body: "0123456789"});
    const upload = await begin(s3, Bucket, "copy");
    const {CopyPartResult} = await s3.uploadPartCopy({
      ...upload,
      PartNumber: 1,
      CopySource: `${Bucket}/source`,
      CopySourceRange: "bytes=2-4",
    });
    await s3.completeMultipartUpload({
      ...upload,
      MultipartUpload: {Parts: [{PartNumber: 1, ETag: CopyPartResult.ETag}]},
    });
    assert.equal(Buffer.from(await bytesOf(s3, Bucket, "copy")).toString(), "234");

    const other = await begin(s3, Bucket, "never");
    await s3.abortMultipartUpload(other);
    await refused(s3.listParts(other), NoSuchUpload, {status: 404});
  });

  for (const [algorithm, type] of [
    ["CRC32", "COMPOSITE"],
    ["CRC64NVME", "FULL_OBJECT"],
    ["SHA256", "COMPOSITE"],
  ]) {
    it(`are cut by Upload, with ${algorithm}`, async () => {
      const s3 = client(S3);
      const Bucket = await newBucket(s3);
      const body = randomBytes(2 * PART + 17);
      const upload = new Upload({
        client: s3,
        params: {Bucket, Key: "film", Body: Readable.from([body]), ChecksumAlgorithm: algorithm},
        partSize: PART,
      });
      const done = await upload.done();
      assert.equal(done.ChecksumType, type);
      assert.match(done.ETag, /-3"$/);
      assert.ok(body.equals(await bytesOf(s3, Bucket, "film")));
    });
  }
});
