"""Servers of their own: one that verifies signatures, and one that speaks TLS."""

import datetime
import io
import unittest.mock
import warnings

import support
from emu_server import EmuServer
from test_s3 import ODD_KEYS, ODD_METADATA
from test_sqs import ODD_TEXT

# What a wrong secret is called, by the service that is asked. SQS, SNS, SES, IAM, STS, RDS and CloudWatch
# speak Query, DynamoDB, Logs, EventBridge, SSM and Secrets Manager AWS JSON, Scheduler, Lambda, API
# Gateway and SES v2 REST-JSON.
WRONG_SECRET = {
    "sqs": ("SignatureDoesNotMatch", 403),
    "sns": ("SignatureDoesNotMatch", 403),
    "ses": ("SignatureDoesNotMatch", 403),
    "iam": ("SignatureDoesNotMatch", 403),
    "sts": ("SignatureDoesNotMatch", 403),
    "rds": ("SignatureDoesNotMatch", 403),
    "cloudwatch": ("SignatureDoesNotMatch", 403),
    "dynamodb": ("InvalidSignatureException", 400),
    "logs": ("InvalidSignatureException", 400),
    "events": ("InvalidSignatureException", 400),
    "ssm": ("InvalidSignatureException", 400),
    "secretsmanager": ("InvalidSignatureException", 400),
    "scheduler": ("InvalidSignatureException", 403),
    "lambda": ("InvalidSignatureException", 403),
    "apigatewayv2": ("InvalidSignatureException", 403),
    "sesv2": ("InvalidSignatureException", 403),
    "s3": ("SignatureDoesNotMatch", 403),
}
UNKNOWN_KEY = {
    "sqs": "InvalidClientTokenId",
    "sns": "InvalidClientTokenId",
    "ses": "InvalidClientTokenId",
    "iam": "InvalidClientTokenId",
    "sts": "InvalidClientTokenId",
    "rds": "InvalidClientTokenId",
    "cloudwatch": "InvalidClientTokenId",
    "dynamodb": "UnrecognizedClientException",
    "logs": "UnrecognizedClientException",
    "events": "UnrecognizedClientException",
    "ssm": "UnrecognizedClientException",
    "secretsmanager": "UnrecognizedClientException",
    "scheduler": "UnrecognizedClientException",
    "lambda": "UnrecognizedClientException",
    "apigatewayv2": "UnrecognizedClientException",
    "sesv2": "UnrecognizedClientException",
    "s3": "InvalidAccessKeyId",
}
HARMLESS = {
    "sqs": "list_queues",
    "sns": "list_topics",
    "ses": "list_identities",
    "iam": "list_users",
    "sts": "get_caller_identity",
    "rds": "describe_db_clusters",
    "cloudwatch": "list_metrics",
    "dynamodb": "list_tables",
    "logs": "describe_log_groups",
    "events": "list_rules",
    "ssm": "describe_parameters",
    "secretsmanager": "list_secrets",
    "scheduler": "list_schedules",
    "lambda": "list_functions",
    "apigatewayv2": "get_apis",
    "sesv2": "list_email_identities",
    "s3": "list_buckets",
}


def call(client, service):
    return getattr(client, HARMLESS[service])()


class Verified(support.ClientTest):
    @classmethod
    def setUpClass(cls):
        cls.verifying = EmuServer("--verify-signatures")
        cls.addClassCleanup(cls.verifying.stop)

    def client(self, service, access_key=None, secret=support.SECRET, token=None, **how):
        return support.make_client(
            service, access_key or self.account, secret, token, server=self.verifying, **how
        )

    def as_user(self, name="ann"):
        iam = self.client("iam")
        iam.create_user(UserName=name)
        iam.put_user_policy(
            UserName=name, PolicyName="own", PolicyDocument=support.policy("*")
        )
        key = iam.create_access_key(UserName=name)["AccessKey"]
        return key["AccessKeyId"], key["SecretAccessKey"]

    def test_right_secrets_are_taken_and_wrong_ones_refused(self):
        access_key, secret = self.as_user()
        for service, (code, status) in WRONG_SECRET.items():
            with self.subTest(service):
                call(self.client(service), service)
                call(self.client(service, access_key, secret), service)
                with self.refused(code, status, "signature"):
                    call(self.client(service, access_key, secret[:-1] + "?"), service)
                with self.refused(UNKNOWN_KEY[service]):
                    call(self.client(service, "AKIAIOSFODNN7EXAMPLE"), service)

    def test_a_key_that_is_switched_off_is_unknown(self):
        access_key, secret = self.as_user()
        self.client("iam").update_access_key(
            UserName="ann", AccessKeyId=access_key, Status="Inactive"
        )
        with self.refused("InvalidClientTokenId", 403):
            self.client("sts", access_key, secret).get_caller_identity()

    def test_temporary_credentials_of_a_role(self):
        self.client("iam").create_role(
            RoleName="reader",
            AssumeRolePolicyDocument=support.trust({"AWS": f"arn:aws:iam::{self.account}:root"}),
        )
        self.client("iam").put_role_policy(
            RoleName="reader", PolicyName="own", PolicyDocument=support.policy("*")
        )
        session = self.client("sts", *self.as_user()).assume_role(
            RoleArn=f"arn:aws:iam::{self.account}:role/reader", RoleSessionName="today"
        )["Credentials"]
        access_key, secret = session["AccessKeyId"], session["SecretAccessKey"]
        for service, (code, status) in WRONG_SECRET.items():
            with self.subTest(service):
                call(self.client(service, access_key, secret, session["SessionToken"]), service)
                with self.refused(code, status):
                    call(
                        self.client(service, access_key, secret + "x", session["SessionToken"]),
                        service,
                    )
        with self.refused("InvalidClientTokenId", 403):
            self.client("sts", access_key, secret, "nonsense").get_caller_identity()

    def test_odd_text_is_signed_as_it_is_sent(self):
        sqs = self.client("sqs")
        queue = sqs.create_queue(QueueName="orders")["QueueUrl"]
        sqs.send_message(QueueUrl=queue, MessageBody=ODD_TEXT)
        [message] = sqs.receive_message(QueueUrl=queue)["Messages"]
        self.assertEqual(message["Body"], ODD_TEXT)

        s3 = self.client("s3")
        bucket = f"photos-{self.account}"
        s3.create_bucket(
            Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": support.REGION}
        )
        for key in ODD_KEYS:
            with self.subTest(key):
                s3.put_object(
                    Bucket=bucket,
                    Key=key,
                    Body=key.encode(),
                    Metadata=ODD_METADATA,
                    ChecksumAlgorithm="SHA256",
                )
                s3.copy_object(Bucket=bucket, Key="copy", CopySource={"Bucket": bucket, "Key": key})
                self.assertEqual(
                    s3.get_object(Bucket=bucket, Key="copy")["Body"].read().decode(), key
                )
                listed = s3.list_objects_v2(Bucket=bucket, Prefix=key)
                self.assertEqual(listed["Contents"][0]["Key"], key)

    def test_presigned_urls_hold_for_what_was_signed(self):
        s3 = self.client("s3", config={"signature_version": "s3v4"})
        bucket, key = f"photos-{self.account}", "a b+c/ü%2F🚌.txt"
        s3.create_bucket(
            Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": support.REGION}
        )
        named = {"Bucket": bucket, "Key": key}
        put = s3.generate_presigned_url("put_object", Params=named)
        self.assertEqual(support.http("PUT", put, b"hello").status, 200)
        get = s3.generate_presigned_url("get_object", Params=named)
        self.assertEqual(support.http("GET", get).text, "hello")
        for wrong in (get.replace(".txt", ".tx_"), get[:-4] + "0000", get + "&more=1"):
            with self.subTest(wrong):
                got = support.http("GET", wrong)
                self.assertEqual(got.status, 403)
                self.assertIn("<Code>SignatureDoesNotMatch</Code>", got.text)
        self.assertEqual(support.http("PUT", get, b"mine").status, 403)
        with self.signed_ago(minutes=10):
            expired = s3.generate_presigned_url("get_object", Params=named, ExpiresIn=60)
        got = support.http("GET", expired)
        self.assertEqual(got.status, 403)
        self.assertIn("Request has expired", got.text)

    def test_presigned_urls_of_the_older_signature_hold_too(self):
        s3 = self.client("s3", config={"signature_version": "s3"})
        bucket, key = f"photos-{self.account}", "a b+c/ü%2F🚌.txt"
        self.client("s3").create_bucket(
            Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": support.REGION}
        )
        named = {"Bucket": bucket, "Key": key}
        put = s3.generate_presigned_url("put_object", Params={**named, "ContentType": "text/x"})
        sent = support.http("PUT", put, b"hello", {"Content-Type": "text/x"})
        self.assertEqual(sent.status, 200, sent.text)
        get = s3.generate_presigned_url(
            "get_object", Params={**named, "ResponseContentDisposition": 'attachment; a="ü"'}
        )
        self.assertEqual(support.http("GET", get).text, "hello")
        for wrong in (get.replace(".txt", ".tx_"), get + "&tagging"):
            with self.subTest(wrong):
                got = support.http("GET", wrong)
                self.assertEqual(got.status, 403)
                self.assertIn("<Code>SignatureDoesNotMatch</Code>", got.text)
        expired = s3.generate_presigned_url("get_object", Params=named, ExpiresIn=-60)
        got = support.http("GET", expired)
        self.assertEqual(got.status, 403)
        self.assertIn("Request has expired", got.text)

    def signed_ago(self, **age):
        real = datetime.datetime

        class Earlier(real):
            @classmethod
            def utcnow(cls):
                return real.utcnow() - datetime.timedelta(**age)

        return unittest.mock.patch("botocore.auth.datetime.datetime", Earlier)

    def test_a_clock_that_is_wrong_is_told(self):
        for service, code in [
            ("sqs", "SignatureDoesNotMatch"),
            ("dynamodb", "InvalidSignatureException"),
            ("s3", "RequestTimeTooSkewed"),
        ]:
            with self.subTest(service), self.signed_ago(minutes=16), self.refused(code):
                call(self.client(service), service)

    def test_without_credentials_only_s3_is_asked(self):
        answer = support.http("POST", self.verifying.url, b"Action=ListQueues&Version=2012-11-05")
        self.assertEqual(answer.status, 403)
        answer = support.http("GET", f"{self.verifying.url}/photos-{self.account}/none")
        self.assertIn(answer.status, (403, 404))


class Encrypted(support.ClientTest):
    @classmethod
    def setUpClass(cls):
        cls.encrypted = EmuServer("--tls")
        cls.addClassCleanup(cls.encrypted.stop)

    def client(self, service, **how):
        return support.make_client(
            service, self.account, server=self.encrypted, verify=False, **how
        )

    def setUp(self):
        super().setUp()
        # The certificate was made for this run, so nobody has signed it.
        quiet = warnings.catch_warnings()
        quiet.__enter__()
        self.addCleanup(quiet.__exit__, None, None, None)
        warnings.filterwarnings("ignore", message="Unverified HTTPS request")

    def test_the_services_answer_over_tls(self):
        self.assertTrue(self.encrypted.url.startswith("https://"))
        self.assertEqual(self.encrypted.control("health")["status"], "running")
        sqs = self.client("sqs")
        queue = sqs.create_queue(QueueName="orders")["QueueUrl"]
        self.assertTrue(queue.startswith("https://"), queue)
        sqs.send_message(QueueUrl=queue, MessageBody=ODD_TEXT)
        [message] = sqs.receive_message(QueueUrl=queue)["Messages"]
        self.assertEqual(message["Body"], ODD_TEXT)

    def test_checksums_follow_a_streamed_body(self):
        s3 = self.client("s3")
        bucket = f"photos-{self.account}"
        s3.create_bucket(
            Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": support.REGION}
        )
        body = b"0123456789abcdef" * 100_000
        for algorithm in ("CRC32", "SHA1", "SHA256"):
            with self.subTest(algorithm):
                put = s3.put_object(
                    Bucket=bucket,
                    Key="large",
                    Body=io.BytesIO(body),
                    ChecksumAlgorithm=algorithm,
                    Metadata={"how": algorithm},
                )
                got = s3.get_object(Bucket=bucket, Key="large", ChecksumMode="ENABLED")
                self.assertEqual(got[f"Checksum{algorithm}"], put[f"Checksum{algorithm}"])
                self.assertNotIn("ContentEncoding", got)
                self.assertEqual(got["Body"].read(), body)
