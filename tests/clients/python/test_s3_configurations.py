"""S3: what a bucket is configured with, as programs such as Terraform read and write it."""

from test_s3 import S3Test


class Configurations(S3Test):
    def setUp(self):
        super().setUp()
        self.create()

    def test_default_encryption(self):
        def rule():
            told = self.s3.get_bucket_encryption(Bucket=self.bucket)
            return told["ServerSideEncryptionConfiguration"]["Rules"][0]

        default = {
            "ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"},
            "BucketKeyEnabled": False,
        }
        self.assertEqual(rule(), default)
        by_kms = {
            "ApplyServerSideEncryptionByDefault": {
                "SSEAlgorithm": "aws:kms",
                "KMSMasterKeyID": "alias/own",
            },
            "BucketKeyEnabled": True,
        }
        self.s3.put_bucket_encryption(
            Bucket=self.bucket, ServerSideEncryptionConfiguration={"Rules": [by_kms]}
        )
        self.assertEqual(rule(), by_kms)
        put = self.put("a", b"x")
        self.assertEqual(
            (put["ServerSideEncryption"], put["SSEKMSKeyId"], put["BucketKeyEnabled"]),
            ("aws:kms", "alias/own", True),
        )
        self.s3.delete_bucket_encryption(Bucket=self.bucket)
        self.assertEqual(rule(), default)
        by_kms["ApplyServerSideEncryptionByDefault"]["SSEAlgorithm"] = "AES256"
        with self.refused("InvalidArgument", 400):
            self.s3.put_bucket_encryption(
                Bucket=self.bucket, ServerSideEncryptionConfiguration={"Rules": [by_kms]}
            )

    def test_a_customers_key_is_needed_again(self):
        key = {"SSECustomerAlgorithm": "AES256", "SSECustomerKey": "k" * 32}
        put = self.put("a", b"secret", **key)
        self.assertEqual(put["SSECustomerAlgorithm"], "AES256")
        self.assertEqual(self.body("a", **key), b"secret")
        with self.refused("InvalidRequest", 400):
            self.get("a")
        with self.refused("400", 400):
            self.s3.head_object(Bucket=self.bucket, Key="a")
        with self.refused("AccessDenied", 403):
            self.get("a", SSECustomerAlgorithm="AES256", SSECustomerKey="l" * 32)
        copied = self.s3.copy_object(
            Bucket=self.bucket,
            Key="b",
            CopySource={"Bucket": self.bucket, "Key": "a"},
            CopySourceSSECustomerAlgorithm="AES256",
            CopySourceSSECustomerKey="k" * 32,
        )
        self.assertEqual(copied["ServerSideEncryption"], "AES256")
        self.assertEqual(self.body("b"), b"secret")

    def test_logging(self):
        self.assertNotIn("LoggingEnabled", self.s3.get_bucket_logging(Bucket=self.bucket))
        target = self.create(f"logs-{self.account}")
        logging = {"TargetBucket": target, "TargetPrefix": "log/"}
        self.s3.put_bucket_logging(
            Bucket=self.bucket, BucketLoggingStatus={"LoggingEnabled": logging}
        )
        told = self.s3.get_bucket_logging(Bucket=self.bucket)
        self.assertEqual(told["LoggingEnabled"], logging)
        with self.refused("InvalidTargetBucketForLogging", 400):
            self.s3.put_bucket_logging(
                Bucket=self.bucket,
                BucketLoggingStatus={
                    "LoggingEnabled": {"TargetBucket": "nobody-has-this", "TargetPrefix": ""}
                },
            )
        self.s3.put_bucket_logging(Bucket=self.bucket, BucketLoggingStatus={})
        self.assertNotIn("LoggingEnabled", self.s3.get_bucket_logging(Bucket=self.bucket))

    def test_replication(self):
        with self.refused("ReplicationConfigurationNotFoundError", 404):
            self.s3.get_bucket_replication(Bucket=self.bucket)
        target = self.create(f"copies-{self.account}")
        configuration = {
            "Role": f"arn:aws:iam::{self.account}:role/copying",
            "Rules": [
                {
                    "ID": "all",
                    "Priority": 1,
                    "Filter": {"Prefix": ""},
                    "Status": "Enabled",
                    "Destination": {"Bucket": f"arn:aws:s3:::{target}"},
                    "DeleteMarkerReplication": {"Status": "Disabled"},
                }
            ],
        }

        def configure():
            self.s3.put_bucket_replication(
                Bucket=self.bucket, ReplicationConfiguration=configuration
            )

        with self.refused("InvalidRequest", 400, says="Versioning must be 'Enabled'"):
            configure()
        for bucket in (self.bucket, target):
            self.s3.put_bucket_versioning(
                Bucket=bucket, VersioningConfiguration={"Status": "Enabled"}
            )
        configure()
        told = self.s3.get_bucket_replication(Bucket=self.bucket)
        self.assertEqual(told["ReplicationConfiguration"], configuration)
        self.s3.delete_bucket_replication(Bucket=self.bucket)
        with self.refused("ReplicationConfigurationNotFoundError", 404):
            self.s3.get_bucket_replication(Bucket=self.bucket)

    def test_acceleration_and_the_payer_of_requests(self):
        told = self.s3.get_bucket_accelerate_configuration(Bucket=self.bucket)
        self.assertNotIn("Status", told)
        self.s3.put_bucket_accelerate_configuration(
            Bucket=self.bucket, AccelerateConfiguration={"Status": "Enabled"}
        )
        told = self.s3.get_bucket_accelerate_configuration(Bucket=self.bucket)
        self.assertEqual(told["Status"], "Enabled")

        told = self.s3.get_bucket_request_payment(Bucket=self.bucket)
        self.assertEqual(told["Payer"], "BucketOwner")
        self.s3.put_bucket_request_payment(
            Bucket=self.bucket, RequestPaymentConfiguration={"Payer": "Requester"}
        )
        told = self.s3.get_bucket_request_payment(Bucket=self.bucket)
        self.assertEqual(told["Payer"], "Requester")

    def held_by_id(self, kind, configuration, listed):
        """The story of a configuration that a bucket may have many of."""
        name = f"{kind}_configuration"
        member = "".join(part.capitalize() for part in name.split("_"))
        which = {"Bucket": self.bucket, "Id": configuration["Id"]}
        get = getattr(self.s3, f"get_bucket_{name}")
        with self.refused("NoSuchConfiguration", 404):
            get(**which)
        getattr(self.s3, f"put_bucket_{name}")(**which, **{member: configuration})
        self.assertEqual(get(**which)[member], configuration)
        told = getattr(self.s3, f"list_bucket_{name}s")(Bucket=self.bucket)
        self.assertEqual((told[listed], told["IsTruncated"]), ([configuration], False))
        delete = getattr(self.s3, f"delete_bucket_{name}")
        delete(**which)
        with self.refused("NoSuchConfiguration", 404):
            delete(**which)

    def test_inventories(self):
        self.held_by_id(
            "inventory",
            {
                "Id": "weekly",
                "IsEnabled": True,
                "Destination": {
                    "S3BucketDestination": {
                        "Bucket": f"arn:aws:s3:::{self.bucket}",
                        "Format": "CSV",
                        "Prefix": "inventory",
                        "Encryption": {"SSES3": {}},
                    }
                },
                "Filter": {"Prefix": "a/"},
                "IncludedObjectVersions": "Current",
                "OptionalFields": ["Size", "ETag"],
                "Schedule": {"Frequency": "Weekly"},
            },
            "InventoryConfigurationList",
        )

    def test_analytics(self):
        self.held_by_id(
            "analytics",
            {
                "Id": "a",
                "Filter": {"And": {"Prefix": "a/", "Tags": [{"Key": "k", "Value": "v"}]}},
                "StorageClassAnalysis": {
                    "DataExport": {
                        "OutputSchemaVersion": "V_1",
                        "Destination": {
                            "S3BucketDestination": {
                                "Format": "CSV",
                                "Bucket": f"arn:aws:s3:::{self.bucket}",
                            }
                        },
                    }
                },
            },
            "AnalyticsConfigurationList",
        )

    def test_metrics(self):
        self.held_by_id("metrics", {"Id": "entire"}, "MetricsConfigurationList")

    def test_archives_of_intelligent_tiering(self):
        self.held_by_id(
            "intelligent_tiering",
            {
                "Id": "old",
                "Filter": {"Tag": {"Key": "k", "Value": "v"}},
                "Status": "Enabled",
                "Tierings": [{"Days": 180, "AccessTier": "DEEP_ARCHIVE_ACCESS"}],
            },
            "IntelligentTieringConfigurationList",
        )
