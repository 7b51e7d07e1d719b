"""S3: access control lists, owners, and what another account and nobody may do."""

import support
import test_s3

ALL_USERS = "http://acs.amazonaws.com/groups/global/AllUsers"


class AccessTest(test_s3.S3Test):
    def setUp(self):
        super().setUp()
        self.create()
        self.other = support.make_client("s3", support.fresh_account())

    def enable_acls(self, ownership="ObjectWriter"):
        rules = {"Rules": [{"ObjectOwnership": ownership}]}
        self.s3.put_bucket_ownership_controls(Bucket=self.bucket, OwnershipControls=rules)
        self.s3.delete_public_access_block(Bucket=self.bucket)

    def id_of(self, client):
        return client.list_buckets()["Owner"]["ID"]

    def status(self, key):
        return support.http("GET", f"{self.url}/{self.bucket}/{key}").status


class AccessControlLists(AccessTest):
    def test_a_canned_list_makes_an_object_public(self):
        self.enable_acls()
        self.put("a", b"hello")
        self.assertEqual(self.status("a"), 403)
        self.s3.put_object_acl(Bucket=self.bucket, Key="a", ACL="public-read")
        self.assertEqual(self.status("a"), 200)
        told = self.s3.get_object_acl(Bucket=self.bucket, Key="a")
        own = self.id_of(self.s3)
        self.assertEqual(told["Owner"], {"ID": own})
        self.assertEqual(
            told["Grants"],
            [
                {"Grantee": {"ID": own, "Type": "CanonicalUser"}, "Permission": "FULL_CONTROL"},
                {"Grantee": {"Type": "Group", "URI": ALL_USERS}, "Permission": "READ"},
            ],
        )

    def test_a_list_is_put_back_as_it_was_told(self):
        self.enable_acls()
        self.s3.put_bucket_acl(
            Bucket=self.bucket,
            GrantFullControl=f"id={self.id_of(self.s3)}",
            GrantRead=f'id="{self.id_of(self.other)}", uri="{ALL_USERS}"',
        )
        told = self.s3.get_bucket_acl(Bucket=self.bucket)
        lists = {name: told[name] for name in ("Owner", "Grants")}
        self.assertEqual(len(lists["Grants"]), 3)
        self.s3.put_bucket_acl(Bucket=self.bucket, ACL="private")
        self.s3.put_bucket_acl(Bucket=self.bucket, AccessControlPolicy=lists)
        self.assertEqual(self.s3.get_bucket_acl(Bucket=self.bucket)["Grants"], lists["Grants"])
        self.assertEqual(self.status(""), 200)

    def test_wrong_lists_are_refused(self):
        with self.refused("AccessControlListNotSupported", 400, "The bucket does not allow ACLs"):
            self.s3.put_bucket_acl(Bucket=self.bucket, ACL="private")
        self.enable_acls()
        with self.refused("InvalidArgument", 400, "Invalid id"):
            self.s3.put_bucket_acl(Bucket=self.bucket, GrantRead="id=me")
        with self.refused("MethodNotAllowed", 405):
            self.s3.put_bucket_acl(Bucket=self.bucket, GrantRead="emailAddress=ann@example.com")
        with self.refused("MalformedACLError", 400):
            self.s3.put_bucket_acl(Bucket=self.bucket, AccessControlPolicy={"Grants": []})

    def test_a_browsers_form_sets_a_list(self):
        self.enable_acls()
        signer = self.client("s3", config={"signature_version": "s3v4"})
        form = signer.generate_presigned_post(
            self.bucket, "a", Fields={"acl": "public-read"}, Conditions=[{"acl": "public-read"}]
        )
        boundary = "limit"
        fields = [*form["fields"].items(), ("file", "hello")]
        body = "".join(
            f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in fields
        )
        answer = support.http(
            "POST",
            form["url"],
            f"{body}--{boundary}--\r\n".encode(),
            {"Content-Type": f"multipart/form-data; boundary={boundary}"},
        )
        self.assertEqual(answer.status, 204, answer.text)
        self.assertEqual(self.status("a"), 200)


class Owners(AccessTest):
    def test_an_object_is_its_writers(self):
        self.enable_acls()
        self.s3.put_bucket_acl(Bucket=self.bucket, ACL="public-read-write")
        self.other.put_object(Bucket=self.bucket, Key="a", Body=b"theirs")
        with self.refused("AccessDenied", 403):
            self.get("a")
        (listed,) = self.s3.list_objects_v2(Bucket=self.bucket, FetchOwner=True)["Contents"]
        self.assertEqual(listed["Owner"]["ID"], self.id_of(self.other))
        self.other.put_object_acl(Bucket=self.bucket, Key="a", ACL="bucket-owner-full-control")
        self.assertEqual(self.body("a"), b"theirs")


class OtherAccounts(AccessTest):
    def test_another_account_needs_the_buckets_consent(self):
        self.put("a", b"hello")
        theirs = f"theirs-{self.account}"
        self.other.create_bucket(
            Bucket=theirs, CreateBucketConfiguration={"LocationConstraint": support.REGION}
        )
        source = f"{self.bucket}/a"
        with self.refused("AccessDenied", 403):
            self.other.get_object(Bucket=self.bucket, Key="a")
        with self.refused("AccessDenied", 403):
            self.other.copy_object(Bucket=theirs, Key="b", CopySource=source)
        refused = self.other.delete_objects(Bucket=self.bucket, Delete={"Objects": [{"Key": "a"}]})
        self.assertEqual(refused["Errors"][0]["Code"], "AccessDenied")
        url = self.other.generate_presigned_url(
            "get_object", Params={"Bucket": self.bucket, "Key": "a"}
        )
        self.assertEqual(support.http("GET", url).status, 403)

        resource = f"arn:aws:s3:::{self.bucket}/*"
        text = support.policy("s3:GetObject", resource, Principal="*")
        self.s3.delete_public_access_block(Bucket=self.bucket)
        self.s3.put_bucket_policy(Bucket=self.bucket, Policy=text)
        got = self.other.get_object(Bucket=self.bucket, Key="a")
        self.assertEqual(got["Body"].read(), b"hello")
        self.other.copy_object(Bucket=theirs, Key="b", CopySource=source)
        self.assertEqual(support.http("GET", url).status, 200)

    def test_a_denial_holds_for_the_root_but_for_the_policy(self):
        self.put("a")
        resources = [f"arn:aws:s3:::{self.bucket}{part}" for part in ("", "/*")]
        text = support.policy("s3:*", resources, "Deny", Principal="*")
        self.s3.put_bucket_policy(Bucket=self.bucket, Policy=text)
        with self.refused("AccessDenied", 403, "explicit deny in a resource-based policy"):
            self.get("a")
        self.s3.delete_bucket_policy(Bucket=self.bucket)
        self.get("a")

    def test_a_policy_tells_how_requests_are_signed(self):
        self.put("a", b"hello")
        resource = f"arn:aws:s3:::{self.bucket}/*"
        deny = {"StringNotEquals": {"s3:authType": "REST-QUERY-STRING"}}
        text = support.policy("s3:GetObject", resource, "Deny", Principal="*", Condition=deny)
        self.s3.put_bucket_policy(Bucket=self.bucket, Policy=text)
        with self.refused("AccessDenied", 403):
            self.get("a")
        parameters = {"Bucket": self.bucket, "Key": "a"}
        url = self.s3.generate_presigned_url("get_object", Params=parameters)
        self.assertEqual(support.http("GET", url).status, 200)

    def test_a_policy_looks_at_the_referring_page(self):
        self.put("a", b"hello")
        self.s3.delete_public_access_block(Bucket=self.bucket)
        like = {"StringLike": {"aws:Referer": "https://www.example.com/*"}}
        resource = f"arn:aws:s3:::{self.bucket}/*"
        text = support.policy("s3:GetObject", resource, Principal="*", Condition=like)
        self.s3.put_bucket_policy(Bucket=self.bucket, Policy=text)
        url = f"{self.url}/{self.bucket}/a"
        self.assertEqual(support.http("GET", url).status, 403)
        page = {"Referer": "https://www.example.com/index.html"}
        self.assertEqual(support.http("GET", url, headers=page).status, 200)


class Locations(test_s3.S3Test):
    def test_eu_stays_what_it_is(self):
        self.s3.create_bucket(
            Bucket=self.bucket, CreateBucketConfiguration={"LocationConstraint": "EU"}
        )
        told = self.s3.get_bucket_location(Bucket=self.bucket)
        self.assertEqual(told["LocationConstraint"], "EU")
        with self.refused("IllegalLocationConstraintException", 400):
            self.s3.create_bucket(
                Bucket=f"other-{self.account}",
                CreateBucketConfiguration={"LocationConstraint": "nowhere"},
            )
