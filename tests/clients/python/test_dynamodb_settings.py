"""What is set for tables of DynamoDB beside their items and keys."""

import json

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

    def test_a_policy_of_a_table_has_revisions(self):
        statement = {
            "Effect": "Allow",
            "Principal": {"AWS": "arn:aws:iam::111111111111:root"},
            "Action": "dynamodb:GetItem",
            "Resource": self.arn,
        }
        policy = json.dumps({"Version": "2012-10-17", "Statement": statement})
        with self.refused("PolicyNotFoundException", 400):
            self.dynamodb.get_resource_policy(ResourceArn=self.arn)
        put = self.dynamodb.put_resource_policy(
            ResourceArn=self.arn, Policy=policy, ExpectedRevisionId="NO_POLICY"
        )
        got = self.dynamodb.get_resource_policy(ResourceArn=self.arn)
        self.assertEqual((got["Policy"], got["RevisionId"]), (policy, put["RevisionId"]))
        deleted = self.dynamodb.delete_resource_policy(ResourceArn=self.arn)
        self.assertEqual(deleted["RevisionId"], put["RevisionId"])

    def test_a_table_is_restored_from_a_backup(self):
        self.dynamodb.put_item(TableName="stats", Item={"id": {"S": "a"}})
        made = self.dynamodb.create_backup(TableName="stats", BackupName="daily")
        arn = made["BackupDetails"]["BackupArn"]
        self.advance("1s")
        described = self.dynamodb.describe_backup(BackupArn=arn)["BackupDescription"]
        self.assertEqual(described["BackupDetails"]["BackupStatus"], "AVAILABLE")
        self.assertEqual(described["SourceTableDetails"]["ItemCount"], 1)
        pages = self.dynamodb.get_paginator("list_backups").paginate(TableName="stats")
        listed = [summary["BackupArn"] for page in pages for summary in page["BackupSummaries"]]
        self.assertEqual(listed, [arn])
        self.dynamodb.restore_table_from_backup(TargetTableName="restored", BackupArn=arn)
        self.advance("1s")
        self.dynamodb.get_waiter("table_exists").wait(TableName="restored")
        got = self.dynamodb.get_item(TableName="restored", Key={"id": {"S": "a"}})
        self.assertEqual(got["Item"], {"id": {"S": "a"}})
        self.dynamodb.delete_backup(BackupArn=arn)
        with self.refused("BackupNotFoundException", 400):
            self.dynamodb.describe_backup(BackupArn=arn)

    def test_a_table_is_restored_without_its_indexes(self):
        by_game = {
            "IndexName": "by-game",
            "KeySchema": [{"AttributeName": "game", "KeyType": "HASH"}],
            "Projection": {"ProjectionType": "ALL"},
        }
        by_team = {
            "IndexName": "by-team",
            "KeySchema": [{"AttributeName": "team", "KeyType": "HASH"}],
            "Projection": {"ProjectionType": "KEYS_ONLY"},
        }
        self.dynamodb.create_table(
            TableName="scores",
            AttributeDefinitions=[
                {"AttributeName": name, "AttributeType": "S"} for name in ("id", "game", "team")
            ],
            KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
            BillingMode="PAY_PER_REQUEST",
            GlobalSecondaryIndexes=[by_game, by_team],
        )
        self.advance("1s")
        made = self.dynamodb.create_backup(TableName="scores", BackupName="daily")
        arn = made["BackupDetails"]["BackupArn"]
        self.advance("1s")

        def restore(target, **overrides):
            table = self.dynamodb.restore_table_from_backup(
                TargetTableName=target, BackupArn=arn, **overrides
            )["TableDescription"]
            return [index["IndexName"] for index in table.get("GlobalSecondaryIndexes", [])]

        self.assertEqual(restore("whole"), ["by-game", "by-team"])
        self.assertEqual(restore("some", GlobalSecondaryIndexOverride=[by_team]), ["by-team"])
        self.assertEqual(restore("none", GlobalSecondaryIndexOverride=[]), [])
        with self.refused("ValidationException", 400, "by-day"):
            restore("other", GlobalSecondaryIndexOverride=[dict(by_game, IndexName="by-day")])

    def test_a_table_is_restored_to_a_point_in_time(self):
        with self.refused("PointInTimeRecoveryUnavailableException", 400):
            self.dynamodb.restore_table_to_point_in_time(
                SourceTableName="stats", TargetTableName="restored", UseLatestRestorableTime=True
            )
        self.dynamodb.update_continuous_backups(
            TableName="stats",
            PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True},
        )
        self.dynamodb.put_item(TableName="stats", Item={"id": {"S": "a"}})
        self.advance("6min")
        self.dynamodb.restore_table_to_point_in_time(
            SourceTableArn=self.arn, TargetTableName="restored", UseLatestRestorableTime=True
        )
        self.advance("1s")
        table = self.dynamodb.describe_table(TableName="restored")["Table"]
        self.assertEqual(table["ItemCount"], 1)
        self.assertFalse(table["RestoreSummary"]["RestoreInProgress"])

    def test_contributor_insights_are_kept(self):
        name = {"TableName": "stats"}
        self.dynamodb.update_contributor_insights(**name, ContributorInsightsAction="ENABLE")
        self.advance("1s")
        described = self.dynamodb.describe_contributor_insights(**name)
        self.assertEqual(described["ContributorInsightsStatus"], "ENABLED")
        (listed,) = self.dynamodb.list_contributor_insights()["ContributorInsightsSummaries"]
        self.assertEqual(listed["TableName"], "stats")

    def test_kinesis_destinations_are_kept(self):
        destination = {
            "TableName": "stats",
            "StreamArn": f"arn:aws:kinesis:eu-west-1:{self.account}:stream/changes",
        }
        self.dynamodb.enable_kinesis_streaming_destination(**destination)
        self.dynamodb.update_kinesis_streaming_destination(
            **destination,
            UpdateKinesisStreamingConfiguration={
                "ApproximateCreationDateTimePrecision": "MICROSECOND"
            },
        )
        self.advance("1s")
        described = self.dynamodb.describe_kinesis_streaming_destination(TableName="stats")
        (kept,) = described["KinesisDataStreamDestinations"]
        self.assertEqual(kept["DestinationStatus"], "ACTIVE")
        self.assertEqual(kept["ApproximateCreationDateTimePrecision"], "MICROSECOND")
        self.dynamodb.disable_kinesis_streaming_destination(**destination)

    def test_replicas_are_kept(self):
        create = {"Create": {"RegionName": "us-west-2"}}
        self.dynamodb.update_table(TableName="stats", ReplicaUpdates=[create])
        self.advance("1s")
        (replica,) = self.dynamodb.describe_table(TableName="stats")["Table"]["Replicas"]
        self.assertEqual(replica["ReplicaStatus"], "ACTIVE")
        scaling = self.dynamodb.describe_table_replica_auto_scaling(TableName="stats")
        self.assertEqual(len(scaling["TableAutoScalingDescription"]["Replicas"]), 1)

    def test_global_tables_are_kept(self):
        table = {
            "TableName": "songs",
            "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
            "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
            "ProvisionedThroughput": {"ReadCapacityUnits": 10, "WriteCapacityUnits": 5},
            "StreamSpecification": {
                "StreamEnabled": True,
                "StreamViewType": "NEW_AND_OLD_IMAGES",
            },
        }
        name = {"GlobalTableName": "songs"}
        here, there = {"RegionName": "eu-west-1"}, {"RegionName": "us-west-2"}
        elsewhere = self.client("dynamodb", region="us-west-2")
        self.dynamodb.create_table(**table)
        with self.refused("TableNotFoundException", 400, "in region: 'us-west-2'"):
            self.dynamodb.create_global_table(**name, ReplicationGroup=[here, there])
        elsewhere.create_table(**table)
        self.advance("1s")
        made = self.dynamodb.create_global_table(**name, ReplicationGroup=[here])
        self.assertEqual(made["GlobalTableDescription"]["GlobalTableStatus"], "CREATING")
        self.advance("1s")
        with self.refused("GlobalTableAlreadyExistsException", 400):
            elsewhere.create_global_table(**name, ReplicationGroup=[there])
        with self.refused("ReplicaAlreadyExistsException", 400):
            self.dynamodb.update_global_table(**name, ReplicaUpdates=[{"Create": here}])
        with self.refused("ReplicaNotFoundException", 400):
            self.dynamodb.update_global_table(**name, ReplicaUpdates=[{"Delete": there}])
        self.dynamodb.update_global_table(**name, ReplicaUpdates=[{"Create": there}])
        self.advance("1s")
        described = elsewhere.describe_global_table(**name)["GlobalTableDescription"]
        self.assertEqual(described["ReplicationGroup"], [here, there])
        self.assertEqual(
            described["GlobalTableArn"], f"arn:aws:dynamodb::{self.account}:global-table/songs"
        )
        listed = self.dynamodb.list_global_tables(RegionName="us-west-2")["GlobalTables"]
        self.assertEqual(listed, [{**name, "ReplicationGroup": [here, there]}])

        with self.refused("IndexNotFoundException", 400):
            self.dynamodb.update_global_table_settings(
                **name,
                GlobalTableGlobalSecondaryIndexSettingsUpdate=[{"IndexName": "by-day"}],
            )
        policy = {
            "PolicyName": "half",
            "TargetTrackingScalingPolicyConfiguration": {"TargetValue": 50.0},
        }
        self.dynamodb.update_global_table_settings(
            **name,
            GlobalTableProvisionedWriteCapacityAutoScalingSettingsUpdate={
                "MinimumUnits": 5,
                "MaximumUnits": 500,
                "ScalingPolicyUpdate": policy,
            },
            ReplicaSettingsUpdate=[{**there, "ReplicaProvisionedReadCapacityUnits": 20}],
        )
        self.advance("1s")
        settings = self.dynamodb.describe_global_table_settings(**name)["ReplicaSettings"]
        reads = [replica["ReplicaProvisionedReadCapacityUnits"] for replica in settings]
        self.assertEqual(reads, [10, 20])
        self.assertEqual(
            settings[0]["ReplicaProvisionedWriteCapacityAutoScalingSettings"],
            {
                "MinimumUnits": 5,
                "MaximumUnits": 500,
                "AutoScalingDisabled": False,
                "ScalingPolicies": [policy],
            },
        )

        gone = [{"Delete": here}, {"Delete": there}]
        self.dynamodb.update_global_table(**name, ReplicaUpdates=gone)
        self.advance("1s")
        with self.refused("GlobalTableNotFoundException", 400):
            self.dynamodb.describe_global_table(**name)
