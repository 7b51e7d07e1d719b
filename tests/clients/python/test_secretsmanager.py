"""Secrets Manager."""

import json
import uuid

import support


class SecretTest(support.ClientTest):
    def setUp(self):
        super().setUp()
        self.secrets = self.client("secretsmanager")

    def create(self, name, value="hunter2", **more):
        return self.secrets.create_secret(Name=name, SecretString=value, **more)

    def get(self, secret_id, **more):
        return self.secrets.get_secret_value(SecretId=secret_id, **more)


class Secrets(SecretTest):
    def test_a_secret_is_created_read_updated_and_described(self):
        made = self.create("bus/db", Description="of the bus")
        self.assertRegex(
            made["ARN"],
            f"^arn:aws:secretsmanager:eu-west-1:{self.account}:secret:bus/db-[0-9A-Za-z]{{6}}$",
        )
        for secret_id in ("bus/db", made["ARN"], made["ARN"][:-7]):
            read = self.get(secret_id)
            self.assertEqual(read["SecretString"], "hunter2")
            self.assertEqual(read["VersionStages"], ["AWSCURRENT"])
        with self.refused("ResourceExistsException", 400, "bus/db already exists"):
            self.create("bus/db", "other")
        self.secrets.update_secret(SecretId="bus/db", Description="new", SecretString="two")
        described = self.secrets.describe_secret(SecretId="bus/db")
        self.assertEqual(described["Description"], "new")
        self.assertIn(["AWSPREVIOUS"], described["VersionIdsToStages"].values())
        with self.refused("ResourceNotFoundException", 400, "can't find the specified secret."):
            self.get("missing")

    def test_bytes_come_back(self):
        self.secrets.create_secret(Name="a", SecretBinary=b"\x00\xff")
        self.assertEqual(self.get("a")["SecretBinary"], b"\x00\xff")

    def test_a_deleted_secret_is_restored_or_gone(self):
        self.create("a")
        self.secrets.delete_secret(SecretId="a", RecoveryWindowInDays=7)
        with self.refused("InvalidRequestException", 400, "marked for deletion"):
            self.get("a")
        self.secrets.restore_secret(SecretId="a")
        self.assertEqual(self.get("a")["SecretString"], "hunter2")
        self.secrets.delete_secret(SecretId="a", RecoveryWindowInDays=7)
        self.advance("168h")
        with self.refused("ResourceNotFoundException", 400):
            self.get("a")
        self.create("a")
        self.secrets.delete_secret(SecretId="a", ForceDeleteWithoutRecovery=True)
        self.create("a")

    def test_secrets_are_listed_in_pages_and_by_filters(self):
        for name in ("c", "a", "b"):
            self.create(name, Tags=[{"Key": "kind", "Value": name}])
        pages = self.pages(self.secrets, "list_secrets", 2)
        self.assertEqual(
            [secret["Name"] for page in pages for secret in page["SecretList"]], ["c", "a", "b"]
        )
        [found] = self.secrets.list_secrets(Filters=[{"Key": "tag-value", "Values": ["b"]}])[
            "SecretList"
        ]
        self.assertEqual(found["Name"], "b")

    def test_tags(self):
        self.create("a")
        self.secrets.tag_resource(
            SecretId="a", Tags=[{"Key": "x", "Value": "1"}, {"Key": "y", "Value": "2"}]
        )
        self.secrets.untag_resource(SecretId="a", TagKeys=["x"])
        self.assertEqual(
            self.secrets.describe_secret(SecretId="a")["Tags"], [{"Key": "y", "Value": "2"}]
        )


class Versions(SecretTest):
    def test_stages_move_with_values_and_by_themselves(self):
        first = self.create("a", "one")["VersionId"]
        second = str(uuid.UUID(int=2))
        put = {"SecretId": "a", "ClientRequestToken": second, "SecretString": "two"}
        self.secrets.put_secret_value(**put)
        self.assertEqual(self.secrets.put_secret_value(**put)["VersionId"], second)
        with self.refused("ResourceExistsException", 400, second):
            self.secrets.put_secret_value(**{**put, "SecretString": "three"})
        self.assertEqual(self.get("a", VersionStage="AWSPREVIOUS")["VersionId"], first)
        with self.refused("InvalidParameterException", 400, "RemoveFromVersionId"):
            self.secrets.update_secret_version_stage(
                SecretId="a", VersionStage="AWSCURRENT", MoveToVersionId=first
            )
        self.secrets.update_secret_version_stage(
            SecretId="a",
            VersionStage="AWSCURRENT",
            RemoveFromVersionId=second,
            MoveToVersionId=first,
        )
        self.assertEqual(self.get("a")["SecretString"], "one")
        with self.refused("ResourceNotFoundException", 400, "staging label: AWSPENDING"):
            self.get("a", VersionStage="AWSPENDING")

    def test_versions_are_listed(self):
        self.create("a")
        for value in "23":
            self.secrets.put_secret_value(SecretId="a", SecretString=value)
        ask = {"SecretId": "a", "MaxResults": 2, "IncludeDeprecated": True}
        page = self.secrets.list_secret_version_ids(**ask)
        self.assertEqual(len(page["Versions"]), 2)
        page = self.secrets.list_secret_version_ids(**ask, NextToken=page["NextToken"])
        self.assertEqual(page["Versions"][0]["VersionStages"], ["AWSCURRENT"])
        self.assertNotIn("NextToken", page)
        self.assertEqual(
            len(self.secrets.list_secret_version_ids(SecretId="a")["Versions"]), 2
        )

    def test_several_are_read_at_once(self):
        self.create("a", "one")
        self.create("b", "two")
        read = self.secrets.batch_get_secret_value(SecretIdList=["b", "x", "a"])
        self.assertEqual([one["SecretString"] for one in read["SecretValues"]], ["two", "one"])
        self.assertEqual(read["Errors"][0]["ErrorCode"], "ResourceNotFoundException")


class Passwords(SecretTest):
    def test_a_password_has_what_is_asked_for(self):
        password = self.secrets.get_random_password(PasswordLength=20, ExcludePunctuation=True)
        self.assertRegex(password["RandomPassword"], "^[A-Za-z0-9]{20}$")
        with self.refused("InvalidParameterException", 400, "too short"):
            self.secrets.get_random_password(PasswordLength=3)


class Policies(SecretTest):
    def test_a_policy_lets_a_user_read(self):
        arn = self.create("a", "shared")["ARN"]
        iam = self.client("iam")
        iam.create_user(UserName="ann")
        key = iam.create_access_key(UserName="ann")["AccessKey"]
        ann = support.make_client(
            "secretsmanager", key["AccessKeyId"], secret=key["SecretAccessKey"]
        )
        with self.refused("AccessDeniedException", 400, f"on resource: {arn}"):
            ann.get_secret_value(SecretId="a")
        policy = json.loads(support.policy("secretsmanager:GetSecretValue"))
        policy["Statement"][0]["Principal"] = {"AWS": f"arn:aws:iam::{self.account}:user/ann"}
        text = json.dumps(policy)
        checked = self.secrets.validate_resource_policy(SecretId="a", ResourcePolicy=text)
        self.assertTrue(checked["PolicyValidationPassed"])
        self.secrets.put_resource_policy(SecretId="a", ResourcePolicy=text)
        self.assertEqual(ann.get_secret_value(SecretId=arn)["SecretString"], "shared")
        self.assertEqual(
            self.secrets.get_resource_policy(SecretId="a")["ResourcePolicy"], text
        )
        self.secrets.delete_resource_policy(SecretId="a")
        self.assertNotIn("ResourcePolicy", self.secrets.get_resource_policy(SecretId="a"))
        with self.refused("MalformedPolicyDocumentException", 400):
            self.secrets.put_resource_policy(SecretId="a", ResourcePolicy="{}")
        policy["Statement"][0]["Principal"] = "*"
        with self.refused("PublicPolicyException", 400):
            self.secrets.put_resource_policy(
                SecretId="a", ResourcePolicy=json.dumps(policy), BlockPublicPolicy=True
            )
