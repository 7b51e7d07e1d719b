"""DynamoDB Streams: what changed in a table, read out by the SDK."""

import json

import support


class DynamodbStreamsTest(support.ClientTest):
    def setUp(self):
        super().setUp()
        self.dynamodb = self.client("dynamodb")
        self.streams = self.client("dynamodbstreams")

    def create(self, name="orders", view="NEW_AND_OLD_IMAGES"):
        created = self.dynamodb.create_table(
            TableName=name,
            AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
            KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
            BillingMode="PAY_PER_REQUEST",
            StreamSpecification={"StreamEnabled": True, "StreamViewType": view},
        )["TableDescription"]
        self.advance("1s")
        return created["LatestStreamArn"]

    def iterator(self, arn, **how):
        stream = self.streams.describe_stream(StreamArn=arn)["StreamDescription"]
        how.setdefault("ShardIteratorType", "TRIM_HORIZON")
        return self.streams.get_shard_iterator(
            StreamArn=arn, ShardId=stream["Shards"][-1]["ShardId"], **how
        )["ShardIterator"]

    def test_changes_are_read_in_their_order(self):
        arn = self.create()
        key = {"id": {"S": "a"}}
        self.dynamodb.put_item(TableName="orders", Item={**key, "seats": {"N": "1"}})
        self.dynamodb.update_item(
            TableName="orders",
            Key=key,
            UpdateExpression="ADD seats :one",
            ExpressionAttributeValues={":one": {"N": "1"}},
        )
        self.dynamodb.delete_item(TableName="orders", Key=key)

        listed = self.streams.list_streams(TableName="orders")["Streams"]
        self.assertEqual([stream["StreamArn"] for stream in listed], [arn])
        stream = self.streams.describe_stream(StreamArn=arn)["StreamDescription"]
        self.assertEqual(stream["StreamStatus"], "ENABLED")
        self.assertEqual(stream["StreamLabel"], listed[0]["StreamLabel"])
        self.assertNotIn("EndingSequenceNumber", stream["Shards"][0]["SequenceNumberRange"])

        page = self.streams.get_records(ShardIterator=self.iterator(arn))
        records = page["Records"]
        self.assertEqual(
            [record["eventName"] for record in records], ["INSERT", "MODIFY", "REMOVE"]
        )
        self.assertEqual(records[0]["eventSource"], "aws:dynamodb")
        self.assertEqual(records[0]["awsRegion"], support.REGION)
        changed = records[1]["dynamodb"]
        self.assertEqual(changed["Keys"], key)
        self.assertEqual(changed["OldImage"]["seats"], {"N": "1"})
        self.assertEqual(changed["NewImage"]["seats"], {"N": "2"})
        self.assertEqual(changed["ApproximateCreationDateTime"].year, 2026)
        self.assertNotIn("NewImage", records[2]["dynamodb"])
        rest = self.streams.get_records(ShardIterator=page["NextShardIterator"])
        self.assertEqual(rest["Records"], [])

        after = self.iterator(
            arn,
            ShardIteratorType="AFTER_SEQUENCE_NUMBER",
            SequenceNumber=changed["SequenceNumber"],
        )
        left = self.streams.get_records(ShardIterator=after, Limit=10)["Records"]
        self.assertEqual([record["eventName"] for record in left], ["REMOVE"])

    def test_a_policy_says_who_may_read_a_stream(self):
        arn = self.create()
        statement = {
            "Effect": "Allow",
            "Principal": {"AWS": "arn:aws:iam::111111111111:root"},
            "Action": "dynamodb:GetRecords",
            "Resource": arn,
        }
        policy = json.dumps({"Version": "2012-10-17", "Statement": statement})
        put = self.dynamodb.put_resource_policy(ResourceArn=arn, Policy=policy)
        got = self.dynamodb.get_resource_policy(ResourceArn=arn)
        self.assertEqual((got["Policy"], got["RevisionId"]), (policy, put["RevisionId"]))
        with self.refused("PolicyNotFoundException", 400):
            self.dynamodb.get_resource_policy(ResourceArn=arn.split("/stream/")[0])
        self.dynamodb.delete_resource_policy(ResourceArn=arn)

    def test_what_cannot_be_read_is_refused(self):
        arn = self.create(view="KEYS_ONLY")
        iterator = self.iterator(arn)
        self.advance("900s")
        with self.assertRaises(self.streams.exceptions.ExpiredIteratorException):
            self.streams.get_records(ShardIterator=iterator)
        with self.refused("ResourceNotFoundException", 400, "Stream: "):
            self.streams.describe_stream(StreamArn=arn + "1")
        with self.refused("ResourceNotFoundException", 400, "Shard does not exist"):
            self.streams.get_shard_iterator(
                StreamArn=arn, ShardId="x" * 28, ShardIteratorType="LATEST"
            )
        self.dynamodb.put_item(TableName="orders", Item={"id": {"S": "a"}})
        record = self.streams.get_records(ShardIterator=self.iterator(arn))["Records"][0]
        self.assertEqual(record["dynamodb"]["StreamViewType"], "KEYS_ONLY")
        self.advance("24h")
        with self.assertRaises(self.streams.exceptions.ResourceNotFoundException):
            self.streams.get_shard_iterator(
                StreamArn=arn,
                ShardId="shardId-00000000000000000000-00000000",
                ShardIteratorType="AT_SEQUENCE_NUMBER",
                SequenceNumber=record["dynamodb"]["SequenceNumber"],
            )
