"""S3: uploads in parts, as programs make them and as the SDK's transfers do."""

import base64
import hashlib
import io
import os
import tempfile
import zlib

from boto3.s3.transfer import TransferConfig

import support

MEBIBYTE = 1 << 20
PART = 5 * MEBIBYTE  # the smallest that may have another behind it


def base64_of(digest):
    return base64.b64encode(digest).decode()


class MultipartTest(support.ClientTest):
    def setUp(self):
        super().setUp()
        self.s3 = self.client("s3")
        self.bucket = f"films-{self.account}"
        self.s3.create_bucket(
            Bucket=self.bucket, CreateBucketConfiguration={"LocationConstraint": support.REGION}
        )

    def begin(self, key="film", **more):
        begun = self.s3.create_multipart_upload(Bucket=self.bucket, Key=key, **more)
        return {"Bucket": self.bucket, "Key": key, "UploadId": begun["UploadId"]}

    def complete(self, upload, parts, **more):
        return self.s3.complete_multipart_upload(
            **upload, MultipartUpload={"Parts": parts}, **more
        )


class Uploads(MultipartTest):
    def test_parts_are_uploaded_listed_and_put_together(self):
        upload = self.begin(ContentType="video/mp4", Metadata={"seat": "12A"})
        bodies = [b"a" * PART, b"b" * PART, b"end"]
        parts = []
        for number, body in enumerate(bodies, 1):
            answer = self.s3.upload_part(**upload, PartNumber=number, Body=body)
            self.assertEqual(answer["ETag"], f'"{hashlib.md5(body).hexdigest()}"')
            parts.append({"PartNumber": number, "ETag": answer["ETag"]})
        listed = self.s3.list_parts(**upload)
        self.assertEqual([part["Size"] for part in listed["Parts"]], [PART, PART, 3])
        self.assertEqual(listed["StorageClass"], "STANDARD")
        self.assertEqual(listed["Initiator"]["ID"], listed["Owner"]["ID"])
        uploads = self.s3.list_multipart_uploads(Bucket=self.bucket)
        self.assertEqual([entry["Key"] for entry in uploads["Uploads"]], ["film"])

        done = self.complete(upload, parts)
        sums = b"".join(hashlib.md5(body).digest() for body in bodies)
        self.assertEqual(done["ETag"], f'"{hashlib.md5(sums).hexdigest()}-3"')
        self.assertIn(f"{self.bucket}", done["Location"])
        self.assertEqual(self.complete(upload, parts)["ETag"], done["ETag"])
        got = self.s3.get_object(Bucket=self.bucket, Key="film")
        self.assertEqual(got["Body"].read(), b"".join(bodies))
        self.assertEqual(got["ContentType"], "video/mp4")
        self.assertEqual(got["Metadata"], {"seat": "12A"})
        with self.assertRaises(self.s3.exceptions.NoSuchUpload):
            self.s3.list_parts(**upload)

    def test_parts_are_read_by_number(self):
        upload = self.begin()
        parts = [
            {
                "PartNumber": number,
                "ETag": self.s3.upload_part(**upload, PartNumber=number, Body=body)["ETag"],
            }
            for number, body in [(1, b"a" * PART), (2, b"end")]
        ]
        self.complete(upload, parts)
        got = self.s3.get_object(Bucket=self.bucket, Key="film", PartNumber=2)
        self.assertEqual(got["Body"].read(), b"end")
        self.assertEqual(got["PartsCount"], 2)
        self.assertEqual(got["ContentRange"], f"bytes {PART}-{PART + 2}/{PART + 3}")
        head = self.s3.head_object(Bucket=self.bucket, Key="film", PartNumber=1)
        self.assertEqual(head["ContentLength"], PART)
        with self.refused("InvalidPartNumber", 416):
            self.s3.get_object(Bucket=self.bucket, Key="film", PartNumber=3)
        attributes = self.s3.get_object_attributes(
            Bucket=self.bucket,
            Key="film",
            ObjectAttributes=["ETag", "ObjectParts", "ObjectSize", "StorageClass", "Checksum"],
        )
        self.assertEqual(attributes["ObjectParts"]["TotalPartsCount"], 2)
        self.assertEqual(attributes["ObjectSize"], PART + 3)
        self.assertRegex(attributes["ETag"], "^[0-9a-f]{32}-2$")

    def test_checksums_of_parts_make_that_of_the_object(self):
        upload = self.begin(ChecksumAlgorithm="SHA256")
        bodies = [b"a" * PART, b"end"]
        parts = []
        for number, body in enumerate(bodies, 1):
            answer = self.s3.upload_part(
                **upload, PartNumber=number, Body=body, ChecksumAlgorithm="SHA256"
            )
            self.assertEqual(answer["ChecksumSHA256"], base64_of(hashlib.sha256(body).digest()))
            parts.append(
                {
                    "PartNumber": number,
                    "ETag": answer["ETag"],
                    "ChecksumSHA256": answer["ChecksumSHA256"],
                }
            )
        done = self.complete(upload, parts)
        sums = b"".join(hashlib.sha256(body).digest() for body in bodies)
        composite = base64_of(hashlib.sha256(sums).digest())
        self.assertEqual(done["ChecksumSHA256"], f"{composite}-2")
        attributes = self.s3.get_object_attributes(
            Bucket=self.bucket, Key="film", ObjectAttributes=["Checksum", "ObjectParts"]
        )
        self.assertEqual(attributes["Checksum"]["ChecksumSHA256"], composite)
        self.assertEqual(
            [part["Size"] for part in attributes["ObjectParts"]["Parts"]], [PART, 3]
        )
        got = self.s3.get_object(Bucket=self.bucket, Key="film", ChecksumMode="ENABLED")
        self.assertEqual(got["ChecksumSHA256"], f"{composite}-2")
        self.assertEqual(got["Body"].read(), b"".join(bodies))

    def test_parts_are_copied(self):
        source = bytes(range(256)) * 4096 * 6
        self.s3.put_object(Bucket=self.bucket, Key="source", Body=source)
        upload = self.begin("copy")
        parts = []
        for number, begin in enumerate(range(0, len(source), PART), 1):
            last = min(begin + PART, len(source)) - 1
            copied = self.s3.upload_part_copy(
                **upload,
                PartNumber=number,
                CopySource={"Bucket": self.bucket, "Key": "source"},
                CopySourceRange=f"bytes={begin}-{last}",
            )
            parts.append({"PartNumber": number, "ETag": copied["CopyPartResult"]["ETag"]})
        self.complete(upload, parts)
        got = self.s3.get_object(Bucket=self.bucket, Key="copy")
        self.assertEqual(got["Body"].read(), source)

    def test_what_is_wrong_is_refused(self):
        upload = self.begin()
        small = self.s3.upload_part(**upload, PartNumber=1, Body=b"a")["ETag"]
        last = self.s3.upload_part(**upload, PartNumber=2, Body=b"b")["ETag"]
        first_part = {"PartNumber": 1, "ETag": small}
        last_part = {"PartNumber": 2, "ETag": last}
        with self.refused("EntityTooSmall", 400):
            self.complete(upload, [first_part, last_part])
        with self.refused("InvalidPartOrder", 400):
            self.complete(upload, [last_part, first_part])
        with self.refused("InvalidPart", 400):
            self.complete(upload, [{"PartNumber": 3, "ETag": last}])
        with self.refused("MalformedXML", 400):
            self.complete(upload, [])
        with self.refused("InvalidRequest", 400, "You must specify at least one part"):
            self.s3.complete_multipart_upload(**upload)
        for number in (0, 10_001):
            with self.refused("InvalidArgument", 400, "between 1 and 10000, inclusive"):
                self.s3.upload_part(**upload, PartNumber=number, Body=b"a")
        self.s3.abort_multipart_upload(**upload)
        with self.assertRaises(self.s3.exceptions.NoSuchUpload):
            self.s3.abort_multipart_upload(**upload)

    def test_uploads_are_listed_in_pages(self):
        keys = ["a", "b/1", "b/1", "b/2", "c d"]
        for key in keys:
            self.begin(key)
        pages = list(
            self.s3.get_paginator("list_multipart_uploads").paginate(
                Bucket=self.bucket, PaginationConfig={"PageSize": 2}
            )
        )
        self.assertEqual(len(pages), 3)
        self.assertEqual([entry["Key"] for page in pages for entry in page["Uploads"]], keys)
        folded = self.s3.list_multipart_uploads(Bucket=self.bucket, Delimiter="/")
        self.assertEqual([entry["Key"] for entry in folded["Uploads"]], ["a", "c d"])
        self.assertEqual(folded["CommonPrefixes"], [{"Prefix": "b/"}])


class Transfers(MultipartTest):
    def test_a_file_of_20_mb_goes_there_and_back(self):
        block = os.urandom(MEBIBYTE)
        body = block * 19 + b"tail"
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "film")
            with open(path, "wb") as file:
                file.write(body)
            self.s3.upload_file(path, self.bucket, "film")
            head = self.s3.head_object(Bucket=self.bucket, Key="film")
            self.assertTrue(head["ETag"].endswith('-3"'), head["ETag"])  # of 8 MiB each
            back = os.path.join(folder, "back")
            self.s3.download_file(self.bucket, "film", back)
            with open(back, "rb") as file:
                self.assertEqual(file.read(), body)

    def test_a_managed_copy_copies_parts(self):
        body = os.urandom(MEBIBYTE) * 12
        self.s3.upload_fileobj(io.BytesIO(body), self.bucket, "film")
        self.s3.copy(
            {"Bucket": self.bucket, "Key": "film"},
            self.bucket,
            "copy",
            Config=TransferConfig(multipart_threshold=PART, multipart_chunksize=PART),
        )
        got = self.s3.get_object(Bucket=self.bucket, Key="copy")
        self.assertTrue(got["ETag"].endswith('-3"'), got["ETag"])
        self.assertEqual(got["Body"].read(), body)

    def test_a_transfer_with_checksums(self):
        body = os.urandom(MEBIBYTE) * 9
        self.s3.upload_fileobj(
            io.BytesIO(body), self.bucket, "film", ExtraArgs={"ChecksumAlgorithm": "CRC32"}
        )
        got = self.s3.get_object(Bucket=self.bucket, Key="film", ChecksumMode="ENABLED")
        sums = b"".join(
            zlib.crc32(part).to_bytes(4, "big")
            for part in (body[: 8 * MEBIBYTE], body[8 * MEBIBYTE :])
        )
        self.assertEqual(
            got["ChecksumCRC32"], base64_of(zlib.crc32(sums).to_bytes(4, "big")) + "-2"
        )
        self.assertEqual(got["Body"].read(), body)
