"""S3: what becomes of objects as time passes, and who is told of what happens to them."""

import json

import support
from test_s3 import S3Test


class Lifecycles(S3Test):
    def setUp(self):
        super().setUp()
        self.create()

    RULES = [
        {
            "ID": "logs",
            "Filter": {"Prefix": "logs/"},
            "Status": "Enabled",
            "Transitions": [{"Days": 30, "StorageClass": "STANDARD_IA"}],
            "Expiration": {"Days": 60},
            "NoncurrentVersionExpiration": {"NoncurrentDays": 7},
            "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 1},
        }
    ]

    def test_rules_are_kept(self):
        with self.refused("NoSuchLifecycleConfiguration", 404):
            self.s3.get_bucket_lifecycle_configuration(Bucket=self.bucket)
        self.s3.put_bucket_lifecycle_configuration(
            Bucket=self.bucket, LifecycleConfiguration={"Rules": self.RULES}
        )
        told = self.s3.get_bucket_lifecycle_configuration(Bucket=self.bucket)
        self.assertEqual(told["Rules"], self.RULES)
        with self.refused("InvalidArgument", 400):
            self.s3.put_bucket_lifecycle_configuration(
                Bucket=self.bucket,
                LifecycleConfiguration={
                    "Rules": [
                        {"Filter": {"Prefix": ""}, "Status": "Enabled", "Expiration": {"Days": 0}}
                    ]
                },
            )
        self.s3.delete_bucket_lifecycle(Bucket=self.bucket)
        with self.refused("NoSuchLifecycleConfiguration", 404):
            self.s3.get_bucket_lifecycle_configuration(Bucket=self.bucket)

    def test_objects_expire_on_the_clock(self):
        rule = {
            "ID": "logs",
            "Filter": {"Prefix": "logs/"},
            "Status": "Enabled",
            "Expiration": {"Days": 1},
        }
        self.s3.put_bucket_lifecycle_configuration(
            Bucket=self.bucket, LifecycleConfiguration={"Rules": [rule]}
        )
        put = self.put("logs/a", b"x")
        self.assertRegex(put["Expiration"], r'expiry-date=".* 00:00:00 GMT", rule-id="logs"')
        self.put("kept", b"x")
        self.advance("48h")
        with self.refused("NoSuchKey", 404):
            self.get("logs/a")
        self.assertEqual(self.body("kept"), b"x")

    def test_the_older_form(self):
        rule = {"ID": "old", "Prefix": "a/", "Status": "Enabled", "Expiration": {"Days": 3}}
        self.s3.put_bucket_lifecycle(
            Bucket=self.bucket, LifecycleConfiguration={"Rules": [rule]}
        )
        self.assertEqual(self.s3.get_bucket_lifecycle(Bucket=self.bucket)["Rules"], [rule])


class Notifications(S3Test):
    def setUp(self):
        super().setUp()
        self.create()
        self.sqs = self.client("sqs")
        self.inbox = self.sqs.create_queue(QueueName="inbox")["QueueUrl"]
        self.queue = f"arn:aws:sqs:{support.REGION}:{self.account}:inbox"

    def let_s3_in(self):
        text = support.policy(
            "sqs:SendMessage",
            self.queue,
            Principal={"Service": "s3.amazonaws.com"},
            Condition={"ArnLike": {"aws:SourceArn": f"arn:aws:s3:*:*:{self.bucket}"}},
        )
        self.sqs.set_queue_attributes(QueueUrl=self.inbox, Attributes={"Policy": text})

    def arrived(self):
        self.settle()
        got = self.sqs.receive_message(QueueUrl=self.inbox, MaxNumberOfMessages=10)
        for message in got.get("Messages", []):
            self.sqs.delete_message(
                QueueUrl=self.inbox, ReceiptHandle=message["ReceiptHandle"]
            )
        return [json.loads(message["Body"]) for message in got.get("Messages", [])]

    def test_a_queue_is_told(self):
        wanted = {
            "Id": "jpgs",
            "QueueArn": self.queue,
            "Events": ["s3:ObjectCreated:*"],
            "Filter": {"Key": {"FilterRules": [{"Name": "suffix", "Value": ".jpg"}]}},
        }

        def configure():
            self.s3.put_bucket_notification_configuration(
                Bucket=self.bucket, NotificationConfiguration={"QueueConfigurations": [wanted]}
            )

        with self.refused("InvalidArgument", 400):
            configure()
        self.let_s3_in()
        configure()
        told = self.s3.get_bucket_notification_configuration(Bucket=self.bucket)
        [kept] = told["QueueConfigurations"]
        self.assertEqual((kept["Id"], kept["Events"]), ("jpgs", ["s3:ObjectCreated:*"]))
        [test] = self.arrived()
        self.assertEqual((test["Event"], test["Bucket"]), ("s3:TestEvent", self.bucket))

        self.put("a b.jpg", b"hello")
        self.put("a.txt", b"hello")
        [event] = self.arrived()
        [record] = event["Records"]
        self.assertEqual(record["eventName"], "ObjectCreated:Put")
        self.assertEqual(record["s3"]["object"]["key"], "a+b.jpg")
        self.assertEqual(record["s3"]["object"]["size"], 5)
        self.assertEqual(record["s3"]["configurationId"], "jpgs")

    def test_the_older_form(self):
        self.let_s3_in()
        wanted = {"Id": "one", "Events": ["s3:ObjectCreated:Put"], "Queue": self.queue}
        self.s3.put_bucket_notification(
            Bucket=self.bucket, NotificationConfiguration={"QueueConfiguration": wanted}
        )
        told = self.s3.get_bucket_notification(Bucket=self.bucket)["QueueConfiguration"]
        self.assertEqual((told["Id"], told["Queue"]), ("one", self.queue))
