"""S3: versions of objects, delete markers, and locks that hold versions."""

import datetime

import support


class VersionsTest(support.ClientTest):
    def setUp(self):
        super().setUp()
        self.s3 = self.client("s3")
        self.bucket = f"versions-{self.account}"

    def create(self, **more):
        self.s3.create_bucket(
            Bucket=self.bucket,
            CreateBucketConfiguration={"LocationConstraint": support.REGION},
            **more,
        )

    def set_versioning(self, status):
        self.s3.put_bucket_versioning(
            Bucket=self.bucket, VersioningConfiguration={"Status": status}
        )

    def put(self, key, body=b"", **more):
        put = self.s3.put_object(Bucket=self.bucket, Key=key, Body=body, **more)
        return put.get("VersionId")

    def get(self, key, **more):
        return self.s3.get_object(Bucket=self.bucket, Key=key, **more)

    def delete(self, key, **more):
        return self.s3.delete_object(Bucket=self.bucket, Key=key, **more)


class Versions(VersionsTest):
    def setUp(self):
        super().setUp()
        self.create()

    def test_what_is_replaced_or_deleted_can_be_had_again(self):
        self.set_versioning("Enabled")
        status = self.s3.get_bucket_versioning(Bucket=self.bucket)["Status"]
        self.assertEqual(status, "Enabled")
        first = self.put("a", b"1")
        second = self.put("a", b"2")
        self.assertEqual(len(first), 32)
        self.assertEqual(self.get("a")["VersionId"], second)
        self.assertEqual(self.get("a", VersionId=first)["Body"].read(), b"1")

        marker = self.delete("a")
        self.assertTrue(marker["DeleteMarker"])
        with self.assertRaises(self.s3.exceptions.NoSuchKey) as missing:
            self.get("a")
        with self.refused("MethodNotAllowed", 405) as not_allowed:
            self.get("a", VersionId=marker["VersionId"])
        if support.answers_are_whole():
            headers = missing.exception.response["ResponseMetadata"]["HTTPHeaders"]
            self.assertEqual(headers["x-amz-delete-marker"], "true")
            self.assertEqual(headers["x-amz-version-id"], marker["VersionId"])
            answer = not_allowed.exception.response
            self.assertEqual(answer["Error"]["ResourceType"], "DeleteMarker")
            headers = answer["ResponseMetadata"]["HTTPHeaders"]
            self.assertEqual(headers["allow"], "DELETE")
            self.assertEqual(headers["x-amz-delete-marker"], "true")
            self.assertIn("GMT", headers["last-modified"])
        with self.refused("405", 405):
            self.s3.head_object(Bucket=self.bucket, Key="a", VersionId=marker["VersionId"])
        with self.refused("NoSuchVersion", 404):
            self.get("b", VersionId=first)
        with self.refused("InvalidArgument", 400, "Invalid version id specified"):
            self.get("a", VersionId="17")

        copied = self.s3.copy_object(
            Bucket=self.bucket,
            Key="a",
            CopySource={"Bucket": self.bucket, "Key": "a", "VersionId": first},
        )
        self.assertEqual(copied["CopySourceVersionId"], first)
        self.assertEqual(self.get("a")["Body"].read(), b"1")

    def test_versions_are_listed_and_cleaned_up(self):
        self.s3.put_object(Bucket=self.bucket, Key="a", Body=b"0")
        self.set_versioning("Enabled")
        ids = [self.put("a", b"1"), self.put("b/c", b"2")]
        marker = self.delete("a")["VersionId"]
        listed = self.s3.list_object_versions(Bucket=self.bucket)
        self.assertEqual(
            [(v["Key"], v["VersionId"], v["IsLatest"]) for v in listed["Versions"]],
            [("a", ids[0], False), ("a", "null", False), ("b/c", ids[1], True)],
        )
        self.assertEqual([m["VersionId"] for m in listed["DeleteMarkers"]], [marker])
        self.assertTrue(listed["DeleteMarkers"][0]["IsLatest"])
        pages = list(
            self.s3.get_paginator("list_object_versions").paginate(
                Bucket=self.bucket, PaginationConfig={"PageSize": 1}
            )
        )
        self.assertEqual(len(pages), 4)
        folded = self.s3.list_object_versions(Bucket=self.bucket, Delimiter="/")
        self.assertEqual([p["Prefix"] for p in folded["CommonPrefixes"]], ["b/"])

        with self.refused("BucketNotEmpty", 409, "You must delete all versions in the bucket."):
            self.s3.delete_bucket(Bucket=self.bucket)
        entries = listed["Versions"] + listed["DeleteMarkers"]
        answer = self.s3.delete_objects(
            Bucket=self.bucket,
            Delete={"Objects": [{k: e[k] for k in ("Key", "VersionId")} for e in entries]},
        )
        self.assertEqual(len(answer["Deleted"]), 4)
        removed = [d for d in answer["Deleted"] if d.get("DeleteMarker")]
        self.assertEqual([d["DeleteMarkerVersionId"] for d in removed], [marker])
        self.s3.delete_bucket(Bucket=self.bucket)

    def test_a_bucket_that_was_never_versioned_lists_null_versions(self):
        self.s3.put_object(Bucket=self.bucket, Key="a", Body=b"0")
        (version,) = self.s3.list_object_versions(Bucket=self.bucket)["Versions"]
        self.assertEqual((version["VersionId"], version["IsLatest"]), ("null", True))

    def test_a_suspended_bucket_has_one_null_version(self):
        self.set_versioning("Suspended")
        self.assertIsNone(self.put("a", b"1"))
        self.put("a", b"2")
        self.assertEqual(self.get("a")["VersionId"], "null")
        self.assertEqual(self.delete("a")["VersionId"], "null")
        listed = self.s3.list_object_versions(Bucket=self.bucket)
        self.assertNotIn("Versions", listed)
        self.assertEqual(len(listed["DeleteMarkers"]), 1)

    def test_tags_are_of_one_version(self):
        self.set_versioning("Enabled")
        first = self.put("a", Tagging="k=1")
        self.put("a")
        tags = self.s3.get_object_tagging(Bucket=self.bucket, Key="a", VersionId=first)
        self.assertEqual(tags["TagSet"], [{"Key": "k", "Value": "1"}])
        self.assertEqual(tags["VersionId"], first)
        self.assertEqual(self.s3.get_object_tagging(Bucket=self.bucket, Key="a")["TagSet"], [])


class Locks(VersionsTest):
    def setUp(self):
        super().setUp()
        self.create(ObjectLockEnabledForBucket=True)

    def now(self):
        """As the server's clock says it, in whole seconds."""
        self.put("clock")
        return self.s3.head_object(Bucket=self.bucket, Key="clock")["LastModified"]

    def test_a_version_is_held_until_its_time_is_over(self):
        until = self.now() + datetime.timedelta(minutes=1)
        version = self.put(
            "a",
            b"x",
            ChecksumAlgorithm="SHA256",
            ObjectLockMode="COMPLIANCE",
            ObjectLockRetainUntilDate=until,
        )
        head = self.s3.head_object(Bucket=self.bucket, Key="a")
        self.assertEqual(head["ObjectLockMode"], "COMPLIANCE")
        self.assertEqual(head["ObjectLockRetainUntilDate"], until)
        with self.refused(
            "AccessDenied", 403, "Access Denied because object protected by object lock."
        ):
            self.delete("a", VersionId=version, BypassGovernanceRetention=True)
        self.advance("1min")
        self.delete("a", VersionId=version)

    def test_a_retention_is_changed_and_passed_over(self):
        version = self.put("a", b"x", ChecksumAlgorithm="SHA256")
        with self.refused("NoSuchObjectLockConfiguration", 404):
            self.s3.get_object_retention(Bucket=self.bucket, Key="a")
        until = self.now() + datetime.timedelta(days=2)
        retention = {"Mode": "GOVERNANCE", "RetainUntilDate": until}
        self.s3.put_object_retention(Bucket=self.bucket, Key="a", Retention=retention)
        kept = self.s3.get_object_retention(Bucket=self.bucket, Key="a", VersionId=version)
        self.assertEqual(kept["Retention"], retention)
        with self.refused("AccessDenied", 403):
            self.s3.put_object_retention(Bucket=self.bucket, Key="a", Retention={})
        self.delete("a", VersionId=version, BypassGovernanceRetention=True)

    def test_a_legal_hold_is_set_and_taken_away(self):
        version = self.put("a", b"x", ChecksumAlgorithm="SHA256")
        hold = {"Status": "ON"}
        self.s3.put_object_legal_hold(Bucket=self.bucket, Key="a", LegalHold=hold)
        self.assertEqual(
            self.s3.get_object_legal_hold(Bucket=self.bucket, Key="a")["LegalHold"], hold
        )
        with self.refused("AccessDenied", 403):
            self.delete("a", VersionId=version)
        self.s3.put_object_legal_hold(
            Bucket=self.bucket, Key="a", LegalHold={"Status": "OFF"}
        )
        self.delete("a", VersionId=version)

    def test_new_versions_get_the_default_of_the_bucket(self):
        configuration = {
            "ObjectLockEnabled": "Enabled",
            "Rule": {"DefaultRetention": {"Mode": "GOVERNANCE", "Days": 3}},
        }
        self.s3.put_object_lock_configuration(
            Bucket=self.bucket, ObjectLockConfiguration=configuration
        )
        self.assertEqual(
            self.s3.get_object_lock_configuration(Bucket=self.bucket)["ObjectLockConfiguration"],
            configuration,
        )
        self.put("a", b"x", ChecksumAlgorithm="SHA256")
        head = self.s3.head_object(Bucket=self.bucket, Key="a")
        self.assertEqual(head["ObjectLockMode"], "GOVERNANCE")
        with self.refused("InvalidBucketState", 409):
            self.set_versioning("Suspended")
