"""S3: buckets, objects, listings and what a bucket is configured with."""

import base64
import hashlib
import io
import zlib

import support

ODD_KEYS = [
    "/leading slash",
    "a b+c",
    "a%2Fb",
    "a&b<c>\"d'e",
    "double//slash",
    "folder/",
    "percent 100%",
    "query?x=1&y=2#z;v",
    "tab\tnew\nline",
    "~!*'()=,@:$",
    "ünï/코드/🚌",
]
ODD_METADATA = {
    "plain": "value",
    "spaces": "a  b",
    "percent": "100%25 %41",
    "signs": "a+b&c<d>\"e'f,g;h=i",
    "empty": "",
    "mime": "=?UTF-8?B?w7w=?=",
}


def base64_of(digest):
    return base64.b64encode(digest).decode()


class S3Test(support.ClientTest):
    def setUp(self):
        super().setUp()
        self.s3 = self.client("s3")
        self.bucket = f"photos-{self.account}"

    def create(self, bucket=None):
        bucket = bucket or self.bucket
        self.s3.create_bucket(
            Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": support.REGION}
        )
        return bucket

    def put(self, key, body=b"", **more):
        return self.s3.put_object(Bucket=self.bucket, Key=key, Body=body, **more)

    def get(self, key, **more):
        return self.s3.get_object(Bucket=self.bucket, Key=key, **more)

    def body(self, key, **more):
        return self.get(key, **more)["Body"].read()


class Buckets(S3Test):
    def test_a_bucket_is_created_found_and_deleted(self):
        created = self.s3.create_bucket(
            Bucket=self.bucket, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"}
        )
        self.assertIn(self.bucket, created["Location"])
        found = self.s3.head_bucket(Bucket=self.bucket)
        if support.answers_are_whole():
            headers = found["ResponseMetadata"]["HTTPHeaders"]
            self.assertEqual(headers["x-amz-bucket-region"], "eu-west-1")
        self.s3.get_waiter("bucket_exists").wait(Bucket=self.bucket)
        location = self.s3.get_bucket_location(Bucket=self.bucket)
        self.assertEqual(location["LocationConstraint"], "eu-west-1")
        versioning = self.s3.get_bucket_versioning(Bucket=self.bucket)
        self.assertNotIn("Status", versioning)

        self.put("a")
        with self.refused("BucketNotEmpty", 409):
            self.s3.delete_bucket(Bucket=self.bucket)
        self.s3.delete_object(Bucket=self.bucket, Key="a")
        self.s3.delete_bucket(Bucket=self.bucket)
        with self.refused("404", 404):
            self.s3.head_bucket(Bucket=self.bucket)
        with self.refused("NoSuchBucket", 404, "does not exist"):
            self.s3.list_objects_v2(Bucket=self.bucket)

    def test_the_first_region_has_no_name_in_a_location(self):
        s3 = self.client("s3", region="us-east-1")
        s3.create_bucket(Bucket=self.bucket)
        self.assertIsNone(s3.get_bucket_location(Bucket=self.bucket)["LocationConstraint"])

    def test_a_bucket_belongs_to_one_account(self):
        self.create()
        with self.refused("BucketAlreadyOwnedByYou", 409):
            self.create()
        self.s3 = support.make_client("s3", support.fresh_account())
        with self.refused("BucketAlreadyExists", 409):
            self.create()
        with self.refused("AccessDenied", 403):
            self.s3.list_objects_v2(Bucket=self.bucket, ExpectedBucketOwner="111122223333")

    def test_wrong_buckets_are_refused(self):
        with self.refused("InvalidBucketName", 400):
            self.create("Photos_Of_Mine")
        with self.refused("IllegalLocationConstraintException", 400):
            self.s3.create_bucket(Bucket=self.bucket)
        with self.refused("IllegalLocationConstraintException", 400):
            self.s3.create_bucket(
                Bucket=self.bucket, CreateBucketConfiguration={"LocationConstraint": "moon-1"}
            )
        self.assertEqual(self.s3.list_buckets()["Buckets"], [])

    def test_buckets_are_listed_by_name(self):
        for name in ("b", "a"):
            self.create(f"{name}-{self.account}")
        listed = self.s3.list_buckets()
        self.assertEqual(
            [bucket["Name"] for bucket in listed["Buckets"]],
            [f"a-{self.account}", f"b-{self.account}"],
        )
        self.assertEqual(listed["Buckets"][0]["CreationDate"].year, 2026)
        self.assertRegex(listed["Owner"]["ID"], r"^[0-9a-f]{64}$")

    def test_tags(self):
        self.create()
        with self.refused("NoSuchTagSet", 404):
            self.s3.get_bucket_tagging(Bucket=self.bucket)
        tags = [{"Key": "team", "Value": "red+blue = a/b:c@d_e-f.g"}, {"Key": "empty", "Value": ""}]
        self.s3.put_bucket_tagging(Bucket=self.bucket, Tagging={"TagSet": tags})
        self.assertCountEqual(self.s3.get_bucket_tagging(Bucket=self.bucket)["TagSet"], tags)
        self.s3.delete_bucket_tagging(Bucket=self.bucket)
        with self.refused("NoSuchTagSet", 404):
            self.s3.get_bucket_tagging(Bucket=self.bucket)


class Objects(S3Test):
    def setUp(self):
        super().setUp()
        self.create()

    def test_an_object_is_put_told_got_and_deleted(self):
        etag = f'"{hashlib.md5(b"hello").hexdigest()}"'
        put = self.put(
            "notes/a.txt",
            b"hello",
            ContentType="text/plain; charset=utf-8",
            CacheControl="max-age=60",
            ContentDisposition='attachment; filename="a b.txt"',
            ContentEncoding="gzip",  # of which nobody but the reader makes anything
            ContentLanguage="ko, de",
            StorageClass="STANDARD_IA",
            Metadata=ODD_METADATA,
        )
        self.assertEqual(put["ETag"], etag)
        self.assertEqual(put["ServerSideEncryption"], "AES256")
        head = self.s3.head_object(Bucket=self.bucket, Key="notes/a.txt")
        got = self.get("notes/a.txt")
        for answer in (head, got):
            self.assertEqual(answer["ETag"], etag)
            self.assertEqual(answer["ContentLength"], 5)
            self.assertEqual(answer["ContentType"], "text/plain; charset=utf-8")
            self.assertEqual(answer["CacheControl"], "max-age=60")
            self.assertEqual(answer["ContentDisposition"], 'attachment; filename="a b.txt"')
            self.assertEqual(answer["ContentEncoding"], "gzip")
            self.assertEqual(answer["ContentLanguage"], "ko, de")
            self.assertEqual(answer["StorageClass"], "STANDARD_IA")
            self.assertEqual(answer["Metadata"], ODD_METADATA)
            self.assertEqual(answer["LastModified"].year, 2026)
        self.assertEqual(got["Body"].read(), b"hello")

        self.s3.delete_object(Bucket=self.bucket, Key="notes/a.txt")
        self.s3.delete_object(Bucket=self.bucket, Key="notes/a.txt")
        with self.refused("404", 404):
            self.s3.head_object(Bucket=self.bucket, Key="notes/a.txt")
        with self.assertRaises(self.s3.exceptions.NoSuchKey) as caught:
            self.get("notes/a.txt")
        if support.answers_are_whole():
            self.assertEqual(caught.exception.response["Error"]["Key"], "notes/a.txt")

    def test_keys_may_have_any_characters(self):
        for key in ODD_KEYS:
            self.put(key, key.encode())
        for key in ODD_KEYS:
            with self.subTest(key):
                self.assertEqual(self.body(key).decode(), key)
        listed = self.s3.list_objects_v2(Bucket=self.bucket)
        self.assertEqual([entry["Key"] for entry in listed["Contents"]], ODD_KEYS)
        for key in ODD_KEYS:
            with self.subTest(key):
                self.s3.copy_object(
                    Bucket=self.bucket,
                    Key=f"copy of {key}",
                    CopySource={"Bucket": self.bucket, "Key": key},
                )
                self.assertEqual(self.body(f"copy of {key}").decode(), key)
        deleted = self.s3.delete_objects(
            Bucket=self.bucket, Delete={"Objects": [{"Key": key} for key in ODD_KEYS]}
        )
        self.assertEqual([entry["Key"] for entry in deleted["Deleted"]], ODD_KEYS)
        self.assertEqual(self.s3.list_objects_v2(Bucket=self.bucket)["KeyCount"], len(ODD_KEYS))

    def test_ranges(self):
        self.put("alphabet", b"abcdefghijklmnopqrstuvwxyz")
        for wanted, body, told in [
            ("bytes=0-3", b"abcd", "bytes 0-3/26"),
            ("bytes=24-", b"yz", "bytes 24-25/26"),
            ("bytes=-2", b"yz", "bytes 24-25/26"),
            ("bytes=20-99", b"uvwxyz", "bytes 20-25/26"),
        ]:
            with self.subTest(wanted):
                got = self.get("alphabet", Range=wanted)
                if support.answers_are_whole():
                    self.assertEqual(got["ResponseMetadata"]["HTTPStatusCode"], 206)
                self.assertEqual(got["ContentRange"], told)
                self.assertEqual(got["ContentLength"], len(body))
                self.assertEqual(got["Body"].read(), body)
        self.assertEqual(len(self.body("alphabet", Range="lines=1-2")), 26)
        with self.refused("InvalidRange", 416):
            self.get("alphabet", Range="bytes=26-")

    def test_conditions(self):
        etag = self.put("a", b"x")["ETag"]
        self.assertEqual(self.body("a", IfMatch=etag), b"x")
        with self.refused("PreconditionFailed", 412):
            self.get("a", IfMatch='"other"')
        with self.refused("304", 304):
            self.get("a", IfNoneMatch=etag)
        with self.refused("304", 304):
            self.s3.head_object(
                Bucket=self.bucket, Key="a", IfModifiedSince=self.get("a")["LastModified"]
            )

    def test_large_bodies_stream_both_ways(self):
        block = bytes(range(256)) * 4096
        body = block * 5
        self.s3.upload_fileobj(io.BytesIO(body), self.bucket, "large")
        stream = self.get("large")["Body"]
        digest = hashlib.sha256()
        for chunk in stream.iter_chunks(65536):
            digest.update(chunk)
        self.assertEqual(digest.digest(), hashlib.sha256(body).digest())
        target = io.BytesIO()
        self.s3.download_fileobj(self.bucket, "large", target)
        self.assertEqual(target.getvalue(), body)

    def test_checksums_are_verified_kept_and_told(self):
        body = b"123456789"
        digests = {
            "CRC32": base64_of(zlib.crc32(body).to_bytes(4, "big")),
            "SHA1": base64_of(hashlib.sha1(body).digest()),
            "SHA256": base64_of(hashlib.sha256(body).digest()),
        }
        for algorithm, digest in digests.items():
            with self.subTest(algorithm):
                put = self.put(algorithm, body, ChecksumAlgorithm=algorithm)
                self.assertEqual(put[f"Checksum{algorithm}"], digest)
                got = self.get(algorithm, ChecksumMode="ENABLED")
                self.assertEqual(got[f"Checksum{algorithm}"], digest)
                self.assertEqual(got["Body"].read(), body)  # the SDK compares, too
                # Newer SDKs always ask for it.
                if not hasattr(self.s3.meta.config, "response_checksum_validation"):
                    self.assertNotIn(f"Checksum{algorithm}", self.get(algorithm))
        self.put("CRC32C", body, ChecksumCRC32C="4waSgw==")
        head = self.s3.head_object(Bucket=self.bucket, Key="CRC32C", ChecksumMode="ENABLED")
        self.assertEqual(head["ChecksumCRC32C"], "4waSgw==")
        with self.refused("BadDigest", 400, "SHA256"):
            self.put("bad", b"other", ChecksumSHA256=digests["SHA256"])
        with self.refused("BadDigest", 400):
            self.put("bad", b"other", ContentMD5=base64_of(hashlib.md5(body).digest()))
        with self.refused("InvalidDigest", 400):
            self.put("bad", b"other", ContentMD5="nonsense")
        with self.refused("404", 404):
            self.s3.head_object(Bucket=self.bucket, Key="bad")

    def test_copies_keep_or_replace_what_describes_the_object(self):
        self.put("a", b"x", ContentType="text/plain", Metadata={"old": "1"}, Tagging="team=red")
        source = {"Bucket": self.bucket, "Key": "a"}
        copied = self.s3.copy_object(Bucket=self.bucket, Key="b", CopySource=source)
        self.assertEqual(copied["CopyObjectResult"]["ETag"], self.get("a")["ETag"])
        self.assertEqual(self.get("b")["Metadata"], {"old": "1"})
        self.assertEqual(self.get("b")["TagCount"], 1)
        self.s3.copy_object(
            Bucket=self.bucket,
            Key="c",
            CopySource=f"/{self.bucket}/a",
            MetadataDirective="REPLACE",
            Metadata={"new": "2"},
            ContentType="text/html",
            TaggingDirective="REPLACE",
            Tagging="team=blue&x=",
        )
        self.assertEqual(self.get("c")["Metadata"], {"new": "2"})
        self.assertEqual(self.get("c")["ContentType"], "text/html")
        self.assertEqual(self.get("c")["TagCount"], 2)
        with self.refused("InvalidRequest", 400, "copy an object to itself"):
            self.s3.copy_object(Bucket=self.bucket, Key="a", CopySource=source)
        with self.refused("NoSuchKey", 404):
            self.s3.copy_object(
                Bucket=self.bucket, Key="d", CopySource={"Bucket": self.bucket, "Key": "none"}
            )
        with self.refused("PreconditionFailed", 412):
            self.s3.copy_object(
                Bucket=self.bucket, Key="d", CopySource=source, CopySourceIfMatch='"other"'
            )

    def test_many_are_deleted_at_once(self):
        for key in "abc":
            self.put(key)
        deleted = self.s3.delete_objects(
            Bucket=self.bucket,
            Delete={"Objects": [{"Key": "a"}, {"Key": "b"}, {"Key": "none"}], "Quiet": True},
        )
        self.assertNotIn("Deleted", deleted)
        self.assertNotIn("Errors", deleted)
        self.assertEqual(self.s3.list_objects_v2(Bucket=self.bucket)["KeyCount"], 1)
        with self.refused("MalformedXML", 400):
            self.s3.delete_objects(
                Bucket=self.bucket, Delete={"Objects": [{"Key": str(n)} for n in range(1001)]}
            )

    def test_tags(self):
        tags = [{"Key": "team", "Value": "red"}, {"Key": "a b", "Value": "c+d/é="}]
        self.put("a", Tagging="team=red&a%20b=c%2Bd/%C3%A9%3D")
        told = self.s3.get_object_tagging(Bucket=self.bucket, Key="a")["TagSet"]
        self.assertCountEqual(told, tags)
        self.s3.put_object_tagging(Bucket=self.bucket, Key="a", Tagging={"TagSet": tags[:1]})
        told = self.s3.get_object_tagging(Bucket=self.bucket, Key="a")["TagSet"]
        self.assertEqual(told, tags[:1])
        with self.refused("InvalidTag", 400):
            self.s3.put_object_tagging(
                Bucket=self.bucket, Key="a", Tagging={"TagSet": tags[:1] * 2}
            )
        self.s3.delete_object_tagging(Bucket=self.bucket, Key="a")
        self.assertEqual(self.s3.get_object_tagging(Bucket=self.bucket, Key="a")["TagSet"], [])
        with self.refused("NoSuchKey", 404):
            self.s3.get_object_tagging(Bucket=self.bucket, Key="none")

    def test_wrong_objects_are_refused(self):
        with self.refused("KeyTooLongError", 400):
            self.put("k" * 1025)
        with self.refused("MetadataTooLarge", 400):
            self.put("a", Metadata={"large": "x" * 2048})
        with self.refused("InvalidStorageClass", 400):
            self.put("a", StorageClass="LUKEWARM")
        with self.refused("AccessControlListNotSupported", 400):
            self.put("a", ACL="public-read")
        with self.refused("NoSuchBucket", 404):
            self.s3.put_object(Bucket=f"none-{self.account}", Key="a")
        self.assertEqual(self.s3.list_objects_v2(Bucket=self.bucket)["KeyCount"], 0)

    def test_encryption_is_told(self):
        put = self.put("a", b"x", ServerSideEncryption="aws:kms", SSEKMSKeyId="alias/own")
        self.assertEqual(put["ServerSideEncryption"], "aws:kms")
        self.assertEqual(self.get("a")["ServerSideEncryption"], "aws:kms")

    def test_answers_can_be_given_other_headers(self):
        self.put("a", b"x")
        got = self.get("a", ResponseContentType="text/x", ResponseCacheControl="no-store")
        self.assertEqual((got["ContentType"], got["CacheControl"]), ("text/x", "no-store"))


class Listings(S3Test):
    KEYS = ["a", "b/1", "b/2", "c/1/x", "c/2", "d e", "d+e", "ä"]

    def setUp(self):
        super().setUp()
        self.create()
        for key in self.KEYS:
            self.put(key, b"x")

    def keys(self, pages):
        return [entry["Key"] for page in pages for entry in page.get("Contents", [])]

    def test_pages_join_to_the_whole(self):
        pages = self.pages(self.s3, "list_objects_v2", 3, Bucket=self.bucket)
        self.assertEqual(self.keys(pages), self.KEYS)
        self.assertEqual([page["KeyCount"] for page in pages], [3, 3, 2])
        pages = self.pages(self.s3, "list_objects", 3, Bucket=self.bucket)
        self.assertEqual(self.keys(pages), self.KEYS)

    def test_a_delimiter_folds_keys(self):
        for operation in ("list_objects_v2", "list_objects"):
            with self.subTest(operation):
                pages = self.pages(self.s3, operation, 2, Bucket=self.bucket, Delimiter="/")
                self.assertEqual(self.keys(pages), ["a", "d e", "d+e", "ä"])
                prefixes = [p for page in pages for p in page.get("CommonPrefixes", [])]
                self.assertEqual(prefixes, [{"Prefix": "b/"}, {"Prefix": "c/"}])

    def test_prefix_and_start(self):
        listed = self.s3.list_objects_v2(Bucket=self.bucket, Prefix="d ", FetchOwner=True)
        self.assertEqual(self.keys([listed]), ["d e"])
        self.assertEqual(listed["Prefix"], "d ")
        [entry] = listed["Contents"]
        self.assertEqual((entry["Size"], entry["StorageClass"]), (1, "STANDARD"))
        self.assertEqual(entry["ETag"], f'"{hashlib.md5(b"x").hexdigest()}"')
        self.assertIn("ID", entry["Owner"])
        listed = self.s3.list_objects_v2(Bucket=self.bucket, StartAfter="d e")
        self.assertEqual(self.keys([listed]), ["d+e", "ä"])
        listed = self.s3.list_objects(Bucket=self.bucket, Marker="c/2", MaxKeys=1)
        self.assertEqual((self.keys([listed]), listed["IsTruncated"]), (["d e"], True))
        self.assertEqual(listed["Marker"], "c/2")

    def test_wrong_parameters_are_refused(self):
        with self.refused("InvalidArgument", 400):
            self.s3.list_objects_v2(Bucket=self.bucket, MaxKeys=-1)
        with self.refused("InvalidArgument", 400):
            self.s3.list_objects_v2(Bucket=self.bucket, ContinuationToken="?")


class Configuration(S3Test):
    def setUp(self):
        super().setUp()
        self.create()

    def allow_everybody(self, actions="s3:GetObject"):
        self.s3.delete_public_access_block(Bucket=self.bucket)
        resource = f"arn:aws:s3:::{self.bucket}/*"
        text = support.policy(actions, resource, Principal="*")
        self.s3.put_bucket_policy(Bucket=self.bucket, Policy=text)
        return text

    def test_access_blocks_hold_off_public_policies(self):
        told = self.s3.get_public_access_block(Bucket=self.bucket)
        self.assertEqual(set(told["PublicAccessBlockConfiguration"].values()), {True})
        public = support.policy("s3:GetObject", f"arn:aws:s3:::{self.bucket}/*", Principal="*")
        with self.refused("AccessDenied", 403):
            self.s3.put_bucket_policy(Bucket=self.bucket, Policy=public)
        off = {
            "BlockPublicAcls": True,
            "IgnorePublicAcls": True,
            "BlockPublicPolicy": False,
            "RestrictPublicBuckets": False,
        }
        self.s3.put_public_access_block(Bucket=self.bucket, PublicAccessBlockConfiguration=off)
        told = self.s3.get_public_access_block(Bucket=self.bucket)
        self.assertEqual(told["PublicAccessBlockConfiguration"], off)
        self.s3.put_bucket_policy(Bucket=self.bucket, Policy=public)
        status = self.s3.get_bucket_policy_status(Bucket=self.bucket)
        self.assertTrue(status["PolicyStatus"]["IsPublic"])
        self.s3.delete_public_access_block(Bucket=self.bucket)
        with self.refused("NoSuchPublicAccessBlockConfiguration", 404):
            self.s3.get_public_access_block(Bucket=self.bucket)

    def test_a_policy_is_kept_to_the_letter(self):
        with self.refused("NoSuchBucketPolicy", 404):
            self.s3.get_bucket_policy(Bucket=self.bucket)
        text = self.allow_everybody()
        self.assertEqual(self.s3.get_bucket_policy(Bucket=self.bucket)["Policy"], text)
        self.s3.delete_bucket_policy(Bucket=self.bucket)
        with self.refused("NoSuchBucketPolicy", 404):
            self.s3.get_bucket_policy(Bucket=self.bucket)
        with self.refused("MalformedPolicy", 400):
            self.s3.put_bucket_policy(Bucket=self.bucket, Policy="{}")

    def test_everybody_may_do_what_the_policy_allows(self):
        self.put("a b", b"hello", ContentType="text/plain")
        url = f"{self.url}/{self.bucket}/a%20b"
        self.assertEqual(support.http("GET", url).status, 403)
        self.allow_everybody()
        got = support.http("GET", url)
        self.assertEqual((got.status, got.text), (200, "hello"))
        self.assertEqual(got.headers["Content-Type"], "text/plain")
        refused = support.http("PUT", url, b"mine")
        self.assertEqual(refused.status, 403)
        self.assertIn("<Code>AccessDenied</Code>", refused.text)

    def test_a_bucket_is_named_by_its_host_too(self):
        self.put("a/b", b"hello")
        self.allow_everybody()
        for host in (
            f"{self.bucket}.s3.localhost.localstack.cloud:4566",
            f"{self.bucket}.s3.eu-west-1.amazonaws.com",
            f"{self.bucket}.localhost:4566",
        ):
            with self.subTest(host):
                got = support.http("GET", f"{self.url}/a/b", headers={"Host": host})
                self.assertEqual((got.status, got.text), (200, "hello"))

    def test_ownership_controls(self):
        rules = {"Rules": [{"ObjectOwnership": "BucketOwnerPreferred"}]}
        self.s3.put_bucket_ownership_controls(Bucket=self.bucket, OwnershipControls=rules)
        told = self.s3.get_bucket_ownership_controls(Bucket=self.bucket)
        self.assertEqual(told["OwnershipControls"], rules)
        self.s3.delete_bucket_ownership_controls(Bucket=self.bucket)
        with self.refused("OwnershipControlsNotFoundError", 404):
            self.s3.get_bucket_ownership_controls(Bucket=self.bucket)

    def test_cors_rules_reach_browsers(self):
        with self.refused("NoSuchCORSConfiguration", 404):
            self.s3.get_bucket_cors(Bucket=self.bucket)
        rules = [
            {
                "AllowedHeaders": ["*"],
                "AllowedMethods": ["GET", "PUT"],
                "AllowedOrigins": ["https://*.example.com"],
                "ExposeHeaders": ["ETag"],
                "MaxAgeSeconds": 60,
            }
        ]
        self.s3.put_bucket_cors(Bucket=self.bucket, CORSConfiguration={"CORSRules": rules})
        self.assertEqual(self.s3.get_bucket_cors(Bucket=self.bucket)["CORSRules"], rules)
        self.put("a", b"hello")
        self.allow_everybody()
        url = f"{self.url}/{self.bucket}/a"
        origin = "https://www.example.com"
        got = support.http("GET", url, headers={"Origin": origin})
        self.assertIn(got.headers["Access-Control-Allow-Origin"], (origin, "*"))
        self.assertEqual(got.headers["Access-Control-Expose-Headers"], "ETag")
        asked = {"Origin": origin, "Access-Control-Request-Method": "PUT"}
        preflight = support.http("OPTIONS", url, headers=asked)
        self.assertEqual(preflight.status, 200)
        self.assertIn("PUT", preflight.headers["Access-Control-Allow-Methods"])
        asked["Origin"] = "https://example.org"
        self.assertEqual(support.http("OPTIONS", url, headers=asked).status, 403)
        with self.refused("InvalidRequest", 400):
            self.s3.put_bucket_cors(
                Bucket=self.bucket,
                CORSConfiguration={
                    "CORSRules": [{"AllowedMethods": ["FLY"], "AllowedOrigins": ["*"]}]
                },
            )
        self.s3.delete_bucket_cors(Bucket=self.bucket)
        with self.refused("NoSuchCORSConfiguration", 404):
            self.s3.get_bucket_cors(Bucket=self.bucket)

    def test_a_website_shows_its_documents(self):
        with self.refused("NoSuchWebsiteConfiguration", 404):
            self.s3.get_bucket_website(Bucket=self.bucket)
        website = {
            "IndexDocument": {"Suffix": "index.html"},
            "ErrorDocument": {"Key": "error.html"},
            "RoutingRules": [
                {
                    "Condition": {"KeyPrefixEquals": "old/"},
                    "Redirect": {"ReplaceKeyPrefixWith": "new/", "HttpRedirectCode": "302"},
                }
            ],
        }
        self.s3.put_bucket_website(Bucket=self.bucket, WebsiteConfiguration=website)
        told = self.s3.get_bucket_website(Bucket=self.bucket)
        self.assertEqual({name: told[name] for name in website}, website)
        self.allow_everybody()
        self.put("docs/index.html", b"<p>docs</p>", ContentType="text/html")
        self.put("error.html", b"<p>sorry</p>", ContentType="text/html")

        host = {"Host": f"{self.bucket}.s3-website.localhost:{self.server.port}"}
        index = support.http("GET", f"{self.url}/docs/", headers=host)
        self.assertEqual((index.status, index.text), (200, "<p>docs</p>"))
        self.assertEqual(index.headers["Content-Type"], "text/html")
        moved = support.http("GET", f"{self.url}/docs", headers=host)
        self.assertEqual(moved.status, 302)
        self.assertTrue(moved.headers["Location"].endswith("/docs/"))
        moved = support.http("GET", f"{self.url}/old/a", headers=host)
        self.assertEqual(moved.status, 302)
        self.assertTrue(moved.headers["Location"].endswith("/new/a"), moved.headers["Location"])
        missing = support.http("GET", f"{self.url}/none", headers=host)
        self.assertIn(missing.status, (403, 404))
        self.assertEqual(missing.text, "<p>sorry</p>")

        with self.refused("InvalidArgument", 400):
            self.s3.put_bucket_website(
                Bucket=self.bucket, WebsiteConfiguration={"IndexDocument": {"Suffix": "a/b"}}
            )
        self.s3.delete_bucket_website(Bucket=self.bucket)
        with self.refused("NoSuchWebsiteConfiguration", 404):
            self.s3.get_bucket_website(Bucket=self.bucket)


class Presigned(S3Test):
    """URLs and forms that let others do one thing."""

    def setUp(self):
        super().setUp()
        self.create()
        self.signer = self.client("s3", config={"signature_version": "s3v4"})

    def url_for(self, method, key, **parameters):
        return self.signer.generate_presigned_url(
            method, Params={"Bucket": self.bucket, "Key": key, **parameters}, ExpiresIn=300
        )

    def test_get_put_and_head(self):
        for key in ("a b+c/ü%2F🚌.txt", "plain"):
            with self.subTest(key):
                put = support.http("PUT", self.url_for("put_object", key), b"hello")
                self.assertEqual(put.status, 200, put.text)
                got = support.http("GET", self.url_for("get_object", key))
                self.assertEqual((got.status, got.text), (200, "hello"))
                self.assertEqual(got.headers["ETag"], put.headers["ETag"])
                head = support.http("HEAD", self.url_for("head_object", key))
                self.assertEqual((head.status, head.headers["Content-Length"]), (200, "5"))
                self.assertEqual(self.body(key), b"hello")

    def test_what_is_signed_with_it_counts(self):
        url = self.url_for("put_object", "a", ContentType="text/x", Metadata={"by": "me"})
        headers = {"Content-Type": "text/x", "x-amz-meta-by": "me"}
        self.assertEqual(support.http("PUT", url, b"hello", headers).status, 200)
        self.assertEqual(self.get("a")["Metadata"], {"by": "me"})
        url = self.url_for(
            "get_object", "a", ResponseContentDisposition='attachment; filename="ü b.txt"'
        )
        got = support.http("GET", url, headers={"Range": "bytes=1-2"})
        self.assertEqual((got.status, got.text), (206, "el"))
        self.assertIn("attachment", got.headers["Content-Disposition"])

    def test_urls_of_the_older_signature_are_taken_too(self):
        self.signer = self.client("s3", config={"signature_version": "s3"})
        put = self.url_for("put_object", "a b+ü", ContentType="text/x")
        self.assertIn("AWSAccessKeyId=", put)
        sent = support.http("PUT", put, b"hello", {"Content-Type": "text/x"})
        self.assertEqual(sent.status, 200, sent.text)
        got = support.http("GET", self.url_for("get_object", "a b+ü"))
        self.assertEqual((got.text, got.headers["Content-Type"]), ("hello", "text/x"))

    def test_urls_of_the_older_signature_hold_headers(self):
        self.signer = self.client("s3", config={"signature_version": "s3"})
        put = self.url_for("put_object", "a", ContentType="text/x", Metadata={"by": "me"})
        self.assertIn("x-amz-meta-by=me", put)
        self.assertEqual(support.http("PUT", put, b"hello", {"Content-Type": "text/x"}).status, 200)
        self.assertEqual(self.get("a")["Metadata"], {"by": "me"})

    def test_forms_of_the_older_signature_are_taken_too(self):
        self.signer = self.client("s3", config={"signature_version": "s3"})
        form = self.signer.generate_presigned_post(self.bucket, "uploads/${filename}")
        self.assertIn("AWSAccessKeyId", form["fields"])
        self.assertEqual(self.post(form, b"hello").status, 204)
        self.assertEqual(self.body("uploads/my file.txt"), b"hello")

    def test_a_missing_object_is_told_in_xml(self):
        got = support.http("GET", self.url_for("get_object", "none"))
        self.assertEqual(got.status, 404)
        self.assertIn("<Code>NoSuchKey</Code>", got.text)

    def test_a_browsers_form(self):
        form = self.signer.generate_presigned_post(
            self.bucket,
            "uploads/${filename}",
            Fields={"Content-Type": "text/plain", "success_action_status": "201"},
            Conditions=[
                {"Content-Type": "text/plain"},
                {"success_action_status": "201"},
                ["content-length-range", 1, 10],
            ],
        )
        posted = self.post(form, b"hello")
        self.assertEqual(posted.status, 201, posted.text)
        self.assertIn("<Key>uploads/my file.txt</Key>", posted.text)
        self.assertEqual(self.body("uploads/my file.txt"), b"hello")
        refused = self.post(form, b"hello world")
        self.assertEqual(refused.status, 400)
        self.assertIn("<Code>EntityTooLarge</Code>", refused.text)

    def post(self, form, body):
        boundary = "----together"
        lines = [
            f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in form["fields"].items()
        ]
        lines.append(
            f"--{boundary}\r\n"
            'Content-Disposition: form-data; name="file"; filename="my file.txt"\r\n'
            "Content-Type: text/plain\r\n\r\n"
        )
        data = "".join(lines).encode() + body + f"\r\n--{boundary}--\r\n".encode()
        return support.http(
            "POST",
            form["url"],
            data,
            {"Content-Type": f"multipart/form-data; boundary={boundary}"},
        )
