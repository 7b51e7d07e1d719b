// Large and streamed bodies, and the checksums that travel with them. The newest SDK sends a CRC32
// with everything unless told otherwise: in a header with what it holds in memory, and behind a
// stream, which it sends in pieces (aws-chunked).

import {createHash, randomBytes} from "node:crypto";
import {createReadStream} from "node:fs";
import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {Readable} from "node:stream";

import {S3, S3ServiceException} from "@aws-sdk/client-s3";

import {assert, client, describe, it, refused, watchRequests} from "./support.mjs";
import {newBucket} from "./s3_support.mjs";

// Of "123456789".
const CHECKSUMS = {
  CRC32: "y/Q5Jg==",
  CRC32C: "4waSgw==",
  CRC64NVME: "rosUhgp5mIg=",
  SHA1: "98O8HYCOBHMq32eZZczDTKeuNEE=",
  SHA256: "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=",
};

const MEBIBYTE = 1 << 20;
const SMALLEST_PIECE = 8 * 1024; // that S3 takes, but for the last one

function pieces(body, size) {
  const all = [];
  for (let at = 0; at < body.length; at += size) all.push(body.subarray(at, at + size));
  return Readable.from(all, {objectMode: false});
}

describe("S3 bodies", () => {
  for (const [ChecksumAlgorithm, checksum] of Object.entries(CHECKSUMS)) {
    const member = `Checksum${ChecksumAlgorithm}`;
    const header = `x-amz-checksum-${ChecksumAlgorithm.toLowerCase()}`;

    it(`carry ${ChecksumAlgorithm} in a header, or behind a stream`, async () => {
      const s3 = client(S3);
      const requests = watchRequests(s3);
      const Bucket = await newBucket(s3);
      const put = await s3.putObject({Bucket, Key: "k", Body: "123456789", ChecksumAlgorithm});
      assert.equal(put[member], checksum);
      assert.equal(requests.at(-1).headers[header], checksum);

      const Body = pieces(Buffer.from("123456789"), 9);
      const streamed = await s3.putObject({
        Bucket,
        Key: "s",
        Body,
        ContentLength: 9,
        ChecksumAlgorithm,
      });
      assert.equal(streamed[member], checksum);
      const {headers} = requests.at(-1);
      assert.equal(headers["x-amz-trailer"], header);
      assert.match(headers["x-amz-content-sha256"], /^STREAMING-/);

      const got = await s3.getObject({Bucket, Key: "s", ChecksumMode: "ENABLED"});
      assert.equal(got[member], checksum);
      assert.equal(await got.Body.transformToString(), "123456789"); // compared by the SDK
      assert.equal(got.ContentEncoding, undefined);
    });

    it(`with a wrong ${ChecksumAlgorithm} are refused and not stored`, async () => {
      const s3 = client(S3);
      const Bucket = await newBucket(s3);
      const put = s3.putObject({Bucket, Key: "k", Body: "12345678", [member]: checksum});
      await refused(put, "BadDigest", {status: 400});
      assert.equal((await s3.listObjectsV2({Bucket})).KeyCount, 0);
    });
  }

  it("get a CRC32 when nothing was said, and a CRC64NVME when the client sends none", async () => {
    const s3 = client(S3);
    const Bucket = await newBucket(s3);
    const put = await s3.putObject({Bucket, Key: "k", Body: "123456789"});
    assert.equal(put.ChecksumCRC32, CHECKSUMS.CRC32);
    assert.equal(put.ChecksumType, "FULL_OBJECT");

    const quiet = client(S3, {requestChecksumCalculation: "WHEN_REQUIRED"});
    const other = await newBucket(quiet);
    const plain = await quiet.putObject({Bucket: other, Key: "k", Body: "123456789"});
    assert.equal(plain.ChecksumCRC64NVME, CHECKSUMS.CRC64NVME);
  });

  it("with a wrong MD5 are refused", async () => {
    const s3 = client(S3);
    const Bucket = await newBucket(s3);
    const ContentMD5 = createHash("md5").update("other").digest("base64");
    await refused(s3.putObject({Bucket, Key: "k", Body: "body", ContentMD5}), "BadDigest");
  });

  it("are streamed from a file and back", async () => {
    const s3 = client(S3);
    const requests = watchRequests(s3);
    const Bucket = await newBucket(s3);
    const folder = await mkdtemp(join(tmpdir(), "emu-clients-"));
    try {
      const body = randomBytes(9 * MEBIBYTE + 17);
      const file = join(folder, "body");
      await writeFile(file, body);
      await s3.putObject({Bucket, Key: "k", Body: createReadStream(file)});
      assert.equal(requests.at(-1).headers["content-encoding"], "aws-chunked");
      assert.equal(requests.at(-1).headers["x-amz-decoded-content-length"], String(body.length));

      const {Body, ContentLength} = await s3.getObject({Bucket, Key: "k"});
      assert.equal(ContentLength, body.length);
      const hash = createHash("sha256");
      for await (const piece of Body) hash.update(piece);
      assert.equal(hash.digest("hex"), createHash("sha256").update(body).digest("hex"));
    } finally {
      await rm(folder, {recursive: true});
    }
  });

  it("are streamed in pieces, of which only the last may be small", async () => {
    const s3 = client(S3, {requestStreamBufferSize: SMALLEST_PIECE});
    const Bucket = await newBucket(s3);
    for (const size of [1, 16, SMALLEST_PIECE, 64 * 1024 + 1, 200 * 1024]) {
      const body = randomBytes(Math.max(3 * size, 2 * SMALLEST_PIECE) + 1);
      await s3.putObject({Bucket, Key: "k", Body: pieces(body, size), ContentLength: body.length});
      const back = await (await s3.getObject({Bucket, Key: "k"})).Body.transformToByteArray();
      assert.ok(body.equals(back), `pieces of ${size} bytes`);
    }
    const hasty = client(S3);
    const Body = pieces(randomBytes(100), 10);
    await refused(
      hasty.putObject({Bucket, Key: "h", Body, ContentLength: 100}),
      S3ServiceException,
      {
        status: 400,
        message: /Only the last chunk is allowed to have a size less than 8192 bytes/,
      },
    );
  });

  it("may be empty, also as a stream", async () => {
    const s3 = client(S3);
    const Bucket = await newBucket(s3);
    await s3.putObject({Bucket, Key: "k", Body: ""});
    await s3.putObject({Bucket, Key: "s", Body: Readable.from([]), ContentLength: 0});
    for (const Key of ["k", "s"])
      assert.equal((await s3.headObject({Bucket, Key})).ContentLength, 0);
  });

  it("survive many at a time", async () => {
    const s3 = client(S3);
    const Bucket = await newBucket(s3);
    const bodies = Array.from({length: 40}, (_, i) => randomBytes(1000 * (i + 1)));
    await Promise.all(bodies.map((Body, i) => s3.putObject({Bucket, Key: `${i}`, Body})));
    await Promise.all(
      bodies.map(async (body, i) => {
        const {Body} = await s3.getObject({Bucket, Key: `${i}`});
        assert.ok(body.equals(await Body.transformToByteArray()), `object ${i}`);
      }),
    );
  });
});
