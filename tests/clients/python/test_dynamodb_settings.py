"""What is set for tables of DynamoDB beside their items and keys."""

from test_dynamodb import DynamodbTest


class Settings(DynamodbTest):
    def setUp(self):
        super().setUp()
        self.create("stats")
        self.arn = f"arn:aws:dynamodb:eu-west-1:{self.account}:table/stats"

    def test_tags_are_listed_in_pages(self):
        tags = [{"Key": f"k{number}", "Value": "v"} for number in range(12)]
        self.dynamodb.tag_resource(ResourceArn=self.arn, Tags=tags)
        self.dynamodb.untag_resource(ResourceArn=self.arn, TagKeys=["k0"])
        first = self.dynamodb.list_tags_of_resource(ResourceArn=self.arn)
        self.assertEqual(len(first["Tags"]), 10)
        pages = self.dynamodb.get_paginator("list_tags_of_resource").paginate(ResourceArn=self.arn)
        self.assertEqual([tag for page in pages for tag in page["Tags"]], tags[1:])
        with self.refused("ResourceNotFoundException", 400, "ResourcArn"):
            self.dynamodb.list_tags_of_resource(ResourceArn=self.arn + "s")

    def test_time_to_live_changes_once_in_an_hour(self):
        on = {"Enabled": True, "AttributeName": "expires"}
        self.dynamodb.update_time_to_live(TableName="stats", TimeToLiveSpecification=on)
        self.advance("1s")
        described = self.dynamodb.describe_time_to_live(TableName=self.arn)
        self.assertEqual(
            described["TimeToLiveDescription"],
            {"TimeToLiveStatus": "ENABLED", "AttributeName": "expires"},
        )
        with self.refused("ValidationException", 400, "within a fixed interval"):
            self.dynamodb.update_time_to_live(
                TableName="stats", TimeToLiveSpecification=dict(on, Enabled=False)
            )

    def test_point_in_time_recovery_covers_some_days(self):
        self.dynamodb.update_continuous_backups(
            TableName="stats",
            PointInTimeRecoverySpecification={
                "PointInTimeRecoveryEnabled": True,
                "RecoveryPeriodInDays": 7,
            },
        )
        described = self.dynamodb.describe_continuous_backups(TableName="stats")
        recovery = described["ContinuousBackupsDescription"]["PointInTimeRecoveryDescription"]
        self.assertEqual(recovery["PointInTimeRecoveryStatus"], "ENABLED")
        self.assertEqual(recovery["RecoveryPeriodInDays"], 7)
        with self.refused("TableNotFoundException", 400, "Table not found: none"):
            self.dynamodb.describe_continuous_backups(TableName="none")

    def test_the_account_has_quotas_and_an_endpoint(self):
        self.assertEqual(self.dynamodb.describe_limits()["TableMaxReadCapacityUnits"], 40000)
        (endpoint,) = self.dynamodb.describe_endpoints()["Endpoints"]
        self.assertEqual(endpoint["CachePeriodInMinutes"], 1440)
