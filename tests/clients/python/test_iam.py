"""IAM: roles, users, keys and policies."""

import support

NO_SUCH_ENTITY = "NoSuchEntity"
READ = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
LAMBDA = support.trust({"Service": "lambda.amazonaws.com"})


class IamTest(support.ClientTest):
    def setUp(self):
        super().setUp()
        self.iam = self.client("iam")

    def arn(self, resource):
        return f"arn:aws:iam::{self.account}:{resource}"


class Roles(IamTest):
    def create(self, name="worker", **more):
        return self.iam.create_role(RoleName=name, AssumeRolePolicyDocument=LAMBDA, **more)["Role"]

    def test_a_role_is_created_told_changed_and_deleted(self):
        role = self.create(
            Path="/service/",
            Description="works & waits",
            MaxSessionDuration=7200,
            Tags=[{"Key": "team", "Value": "red"}],
        )
        self.assertEqual(role["Arn"], self.arn("role/service/worker"))
        self.assertRegex(role["RoleId"], r"^AROA[A-Z0-9]{17}$")
        told = self.iam.get_role(RoleName="worker")["Role"]
        self.assertEqual(
            told["AssumeRolePolicyDocument"]["Statement"][0]["Principal"],
            {"Service": "lambda.amazonaws.com"},
        )
        self.assertEqual(told["Description"], "works & waits")
        self.assertEqual(told["Tags"], [{"Key": "team", "Value": "red"}])
        self.assertEqual(told["CreateDate"].year, 2026)
        self.iam.get_waiter("role_exists").wait(RoleName="worker")

        self.iam.update_role(RoleName="worker", Description="rests", MaxSessionDuration=3600)
        self.iam.update_assume_role_policy(
            RoleName="worker", PolicyDocument=support.trust({"AWS": self.arn("root")})
        )
        self.iam.tag_role(RoleName="worker", Tags=[{"Key": "stage", "Value": "test"}])
        self.iam.untag_role(RoleName="worker", TagKeys=["team"])
        self.iam.put_role_permissions_boundary(RoleName="worker", PermissionsBoundary=READ)
        told = self.iam.get_role(RoleName="worker")["Role"]
        self.assertEqual((told["Description"], told["MaxSessionDuration"]), ("rests", 3600))
        self.assertIn("AWS", told["AssumeRolePolicyDocument"]["Statement"][0]["Principal"])
        self.assertEqual(told["Tags"], [{"Key": "stage", "Value": "test"}])
        self.assertEqual(told["PermissionsBoundary"]["PermissionsBoundaryArn"], READ)
        self.iam.delete_role_permissions_boundary(RoleName="worker")
        self.assertNotIn("PermissionsBoundary", self.iam.get_role(RoleName="worker")["Role"])

        self.iam.delete_role(RoleName="worker")
        with self.refused(NO_SUCH_ENTITY, 404, "The role with name worker cannot be found."):
            self.iam.get_role(RoleName="worker")

    def test_roles_are_listed_in_pages(self):
        for number in range(3):
            self.create(f"worker-{number}", Path="/bus/")
        self.create("other")
        pages = self.pages(self.iam, "list_roles", 2, PathPrefix="/bus/")
        names = [role["RoleName"] for page in pages for role in page["Roles"]]
        self.assertEqual(names, ["worker-0", "worker-1", "worker-2"])

    def test_a_roles_policies(self):
        self.create()
        inline = {"RoleName": "worker", "PolicyName": "own"}
        self.iam.put_role_policy(**inline, PolicyDocument=support.policy("s3:*"))
        self.iam.put_role_policy(
            RoleName="worker", PolicyName="second", PolicyDocument=support.policy("sqs:*")
        )
        told = self.iam.get_role_policy(**inline)
        self.assertEqual(told["PolicyDocument"]["Statement"][0]["Action"], "s3:*")
        pages = self.pages(self.iam, "list_role_policies", 1, RoleName="worker")
        self.assertEqual([name for p in pages for name in p["PolicyNames"]], ["own", "second"])
        attached = [READ, "arn:aws:iam::aws:policy/AmazonSQSFullAccess"]
        for arn in attached:
            self.iam.attach_role_policy(RoleName="worker", PolicyArn=arn)
        profiles = self.iam.list_instance_profiles_for_role(RoleName="worker")
        self.assertEqual(profiles["InstanceProfiles"], [])
        pages = self.pages(self.iam, "list_attached_role_policies", 1, RoleName="worker")
        arns = [policy["PolicyArn"] for page in pages for policy in page["AttachedPolicies"]]
        self.assertCountEqual(arns, attached)

        with self.refused("DeleteConflict", 409):
            self.iam.delete_role(RoleName="worker")
        for arn in attached:
            self.iam.detach_role_policy(RoleName="worker", PolicyArn=arn)
        with self.refused("DeleteConflict", 409):
            self.iam.delete_role(RoleName="worker")
        for name in ("own", "second"):
            self.iam.delete_role_policy(RoleName="worker", PolicyName=name)
        with self.refused(NO_SUCH_ENTITY, 404):
            self.iam.get_role_policy(**inline)
        self.iam.delete_role(RoleName="worker")

    def test_wrong_roles_are_refused(self):
        self.create()
        with self.refused("EntityAlreadyExists", 409, "Role with name worker already exists."):
            self.create()
        with self.refused("ValidationError", 400, "roleName"):
            self.create("a role")
        with self.refused("MalformedPolicyDocument", 400):
            self.iam.create_role(RoleName="other", AssumeRolePolicyDocument="{")
        with self.refused("MalformedPolicyDocument", 400):
            self.iam.put_role_policy(
                RoleName="worker", PolicyName="own", PolicyDocument='{"Statement":[]'
            )
        with self.refused(NO_SUCH_ENTITY, 404):
            self.iam.attach_role_policy(
                RoleName="worker", PolicyArn="arn:aws:iam::aws:policy/NoSuchPolicy"
            )
        self.assertEqual(len(self.iam.list_roles()["Roles"]), 1)


class Policies(IamTest):
    def create(self, name="reading"):
        return self.iam.create_policy(
            PolicyName=name, PolicyDocument=support.policy("s3:Get*"), Description="reads"
        )["Policy"]["Arn"]

    def test_a_policy_has_versions(self):
        arn = self.create()
        self.assertEqual(arn, self.arn("policy/reading"))
        policy = self.iam.get_policy(PolicyArn=arn)["Policy"]
        self.assertEqual((policy["DefaultVersionId"], policy["AttachmentCount"]), ("v1", 0))
        self.iam.create_policy_version(
            PolicyArn=arn, PolicyDocument=support.policy("s3:List*"), SetAsDefault=True
        )
        told = self.iam.get_policy_version(PolicyArn=arn, VersionId="v2")["PolicyVersion"]
        self.assertTrue(told["IsDefaultVersion"])
        self.assertEqual(told["Document"]["Statement"][0]["Action"], "s3:List*")
        with self.refused("DeleteConflict", 409):
            self.iam.delete_policy_version(PolicyArn=arn, VersionId="v2")
        self.iam.set_default_policy_version(PolicyArn=arn, VersionId="v1")
        pages = self.pages(self.iam, "list_policy_versions", 1, PolicyArn=arn)
        versions = {
            version["VersionId"]: version["IsDefaultVersion"]
            for page in pages
            for version in page["Versions"]
        }
        self.assertEqual(versions, {"v1": True, "v2": False})
        with self.refused("DeleteConflict", 409):
            self.iam.delete_policy(PolicyArn=arn)
        self.iam.delete_policy_version(PolicyArn=arn, VersionId="v2")
        self.iam.delete_policy(PolicyArn=arn)
        with self.refused(NO_SUCH_ENTITY, 404):
            self.iam.get_policy(PolicyArn=arn)

    def test_policies_are_listed_in_pages(self):
        arns = [self.create(f"policy-{number}") for number in range(3)]
        pages = self.pages(self.iam, "list_policies", 2, Scope="Local")
        self.assertEqual([p["Arn"] for page in pages for p in page["Policies"]], arns)
        of_aws = self.iam.list_policies(Scope="AWS", MaxItems=1000)["Policies"]
        self.assertIn(READ, [policy["Arn"] for policy in of_aws])

    def test_wrong_policies_are_refused(self):
        self.create()
        with self.refused("EntityAlreadyExists", 409):
            self.create()
        with self.refused("MalformedPolicyDocument", 400):
            self.iam.create_policy(PolicyName="other", PolicyDocument='{"Version":"2012-10-17"}')
        for _ in range(4):
            self.iam.create_policy_version(
                PolicyArn=self.arn("policy/reading"), PolicyDocument=support.policy("s3:*")
            )
        with self.refused("LimitExceeded", 409):
            self.iam.create_policy_version(
                PolicyArn=self.arn("policy/reading"), PolicyDocument=support.policy("s3:*")
            )


class Users(IamTest):
    def create(self, name="ann"):
        return self.iam.create_user(UserName=name, Tags=[{"Key": "team", "Value": "red"}])["User"]

    def test_a_user_is_created_told_and_deleted(self):
        user = self.create()
        self.assertEqual(user["Arn"], self.arn("user/ann"))
        self.assertRegex(user["UserId"], r"^AIDA[A-Z0-9]{17}$")
        told = self.iam.get_user(UserName="ann")["User"]
        self.assertEqual(told["UserId"], user["UserId"])
        self.assertEqual(told["Tags"], [{"Key": "team", "Value": "red"}])
        with self.refused("EntityAlreadyExists", 409):
            self.create()
        for name in ("bob", "cy"):
            self.create(name)
        pages = self.pages(self.iam, "list_users", 2)
        names = [user["UserName"] for page in pages for user in page["Users"]]
        self.assertEqual(names, ["ann", "bob", "cy"])
        self.iam.delete_user(UserName="ann")
        with self.refused(NO_SUCH_ENTITY, 404):
            self.iam.get_user(UserName="ann")

    def test_a_users_keys_are_made_switched_off_and_deleted(self):
        self.create()
        key = self.iam.create_access_key(UserName="ann")["AccessKey"]
        self.assertRegex(key["AccessKeyId"], r"^AKIA[A-Z0-9]{16}$")
        self.assertEqual(len(key["SecretAccessKey"]), 40)
        second = self.iam.create_access_key(UserName="ann")["AccessKey"]["AccessKeyId"]
        with self.refused("LimitExceeded", 409):
            self.iam.create_access_key(UserName="ann")
        pages = self.pages(self.iam, "list_access_keys", 1, UserName="ann")
        told = [k["AccessKeyId"] for page in pages for k in page["AccessKeyMetadata"]]
        self.assertCountEqual(told, [key["AccessKeyId"], second])

        ann = support.make_client("sts", key["AccessKeyId"], key["SecretAccessKey"])
        self.assertEqual(ann.get_caller_identity()["Arn"], self.arn("user/ann"))
        self.iam.update_access_key(
            UserName="ann", AccessKeyId=key["AccessKeyId"], Status="Inactive"
        )
        told = self.iam.list_access_keys(UserName="ann")["AccessKeyMetadata"]
        status = {k["AccessKeyId"]: k["Status"] for k in told}
        self.assertEqual(status, {key["AccessKeyId"]: "Inactive", second: "Active"})
        with self.refused("DeleteConflict", 409):
            self.iam.delete_user(UserName="ann")
        for access_key in told:
            self.iam.delete_access_key(UserName="ann", AccessKeyId=access_key["AccessKeyId"])
        with self.refused(NO_SUCH_ENTITY, 404):
            self.iam.delete_access_key(UserName="ann", AccessKeyId=second)
        self.iam.delete_user(UserName="ann")

    def test_a_users_policies(self):
        self.create()
        inline = {"UserName": "ann", "PolicyName": "own"}
        self.iam.put_user_policy(**inline, PolicyDocument=support.policy("s3:*"))
        self.iam.put_user_policy(
            UserName="ann", PolicyName="second", PolicyDocument=support.policy("sqs:*")
        )
        told = self.iam.get_user_policy(**inline)
        self.assertEqual(told["PolicyDocument"]["Statement"][0]["Action"], "s3:*")
        pages = self.pages(self.iam, "list_user_policies", 1, UserName="ann")
        self.assertEqual([name for p in pages for name in p["PolicyNames"]], ["own", "second"])
        attached = [READ, "arn:aws:iam::aws:policy/AmazonSQSFullAccess"]
        for arn in attached:
            self.iam.attach_user_policy(UserName="ann", PolicyArn=arn)
        pages = self.pages(self.iam, "list_attached_user_policies", 1, UserName="ann")
        arns = [policy["PolicyArn"] for page in pages for policy in page["AttachedPolicies"]]
        self.assertCountEqual(arns, attached)
        self.iam.detach_user_policy(UserName="ann", PolicyArn=READ)
        with self.refused(NO_SUCH_ENTITY, 404):
            self.iam.detach_user_policy(UserName="ann", PolicyArn=READ)
        self.iam.delete_user_policy(**inline)
        with self.refused(NO_SUCH_ENTITY, 404):
            self.iam.get_user_policy(**inline)

    def test_a_user_may_do_what_its_policies_allow(self):
        self.create()
        key = self.iam.create_access_key(UserName="ann")["AccessKey"]
        credentials = (key["AccessKeyId"], key["SecretAccessKey"])
        queue = self.client("sqs").create_queue(QueueName="orders")["QueueUrl"]
        self.client("dynamodb").create_table(
            TableName="stats",
            AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
            KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
            BillingMode="PAY_PER_REQUEST",
        )
        self.iam.put_user_policy(
            UserName="ann", PolicyName="own", PolicyDocument=support.policy("sqs:SendMessage")
        )
        sqs = support.make_client("sqs", *credentials)
        sqs.send_message(QueueUrl=queue, MessageBody="hello")
        not_authorized = f"User: {self.arn('user/ann')} is not authorized to perform: "
        with self.refused("AccessDenied", 403, not_authorized + "sqs:"):
            sqs.receive_message(QueueUrl=queue)
        refusals = [
            ("dynamodb", "AccessDeniedException", lambda c: c.describe_table(TableName="stats")),
            ("lambda", "AccessDeniedException", lambda c: c.list_functions()),
            ("logs", "AccessDeniedException", lambda c: c.describe_log_groups()),
            ("apigatewayv2", "AccessDeniedException", lambda c: c.get_apis()),
            ("s3", "AccessDenied", lambda c: c.list_buckets()),
            ("iam", "AccessDenied", lambda c: c.list_users()),
        ]
        for service, code, call in refusals:
            with self.subTest(service), self.refused(code):
                call(support.make_client(service, *credentials))
