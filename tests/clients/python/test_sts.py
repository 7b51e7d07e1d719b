"""STS: who is calling, and temporary credentials."""

import support


class Sessions(support.ClientTest):
    def setUp(self):
        super().setUp()
        self.sts = self.client("sts")
        self.iam = self.client("iam")

    def role(self, *actions):
        role = self.iam.create_role(
            RoleName="reader",
            AssumeRolePolicyDocument=support.trust({"AWS": f"arn:aws:iam::{self.account}:root"}),
        )["Role"]["Arn"]
        self.iam.put_role_policy(
            RoleName="reader", PolicyName="own", PolicyDocument=support.policy(list(actions))
        )
        return role

    def as_session(self, service, credentials):
        return support.make_client(
            service,
            credentials["AccessKeyId"],
            credentials["SecretAccessKey"],
            credentials["SessionToken"],
        )

    def user(self, *actions):
        """Credentials of a user who may do so."""
        self.iam.create_user(UserName="ann")
        if actions:
            self.iam.put_user_policy(
                UserName="ann", PolicyName="own", PolicyDocument=support.policy(list(actions))
            )
        key = self.iam.create_access_key(UserName="ann")["AccessKey"]
        return key["AccessKeyId"], key["SecretAccessKey"]

    def test_twelve_digits_are_an_account(self):
        who = self.sts.get_caller_identity()
        self.assertEqual(who["Account"], self.account)
        self.assertEqual(who["Arn"], f"arn:aws:iam::{self.account}:root")
        self.assertEqual(who["UserId"], self.account)

    def test_any_other_key_is_the_servers_own_account(self):
        who = support.make_client("sts", "anything").get_caller_identity()
        self.assertEqual(who["Account"], "000000000000")

    def test_a_role_is_assumed_until_the_session_ends(self):
        role = self.role("sqs:*")
        user = support.make_client("sts", *self.user("sts:AssumeRole"))
        session = user.assume_role(RoleArn=role, RoleSessionName="today")
        credentials = session["Credentials"]
        self.assertRegex(credentials["AccessKeyId"], r"^ASIA[A-Z0-9]{16}$")
        arn = f"arn:aws:sts::{self.account}:assumed-role/reader/today"
        self.assertEqual(session["AssumedRoleUser"]["Arn"], arn)
        who = self.as_session("sts", credentials).get_caller_identity()
        self.assertEqual(who["Arn"], arn)
        self.assertEqual(who["UserId"], session["AssumedRoleUser"]["AssumedRoleId"])
        self.as_session("sqs", credentials).create_queue(QueueName="orders")
        with self.refused("AccessDenied", 403, arn):
            self.as_session("s3", credentials).list_buckets()
        self.advance("1h")
        with self.refused("ExpiredToken", 403):
            self.as_session("sts", credentials).get_caller_identity()

    def test_who_may_not_assume_a_role_is_refused(self):
        role = self.role("sqs:*")
        user = support.make_client("sts", *self.user())
        with self.refused("AccessDenied", 403, "is not authorized to perform: sts:AssumeRole"):
            user.assume_role(RoleArn=role, RoleSessionName="today")
        with self.refused("ValidationError", 400):
            self.sts.assume_role(RoleArn=role, RoleSessionName="today", DurationSeconds=43_200)

    def test_a_users_session(self):
        access_key, secret = self.user("sqs:*")
        user = support.make_client("sts", access_key, secret)
        credentials = user.get_session_token(DurationSeconds=900)["Credentials"]
        who = self.as_session("sts", credentials).get_caller_identity()
        self.assertEqual(who["Arn"], f"arn:aws:iam::{self.account}:user/ann")
        self.as_session("sqs", credentials).create_queue(QueueName="orders")
        with self.refused("AccessDenied", 403):
            self.as_session("sts", credentials).get_session_token()
        told = self.sts.get_access_key_info(AccessKeyId=access_key)
        self.assertEqual(told["Account"], self.account)
