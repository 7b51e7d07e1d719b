"""Queries, scans and batches of DynamoDB."""

import support
from boto3.dynamodb.conditions import Attr, Key
from botocore.exceptions import ClientError
from emu_server import EmuServer
from test_dynamodb import DynamodbTest


class Reads(DynamodbTest):
    def setUp(self):
        super().setUp()
        self.dynamodb.create_table(
            TableName="trips",
            AttributeDefinitions=[
                {"AttributeName": "bus", "AttributeType": "S"},
                {"AttributeName": "departure", "AttributeType": "N"},
            ],
            KeySchema=[
                {"AttributeName": "bus", "KeyType": "HASH"},
                {"AttributeName": "departure", "KeyType": "RANGE"},
            ],
            BillingMode="PAY_PER_REQUEST",
        )
        self.advance("1s")
        puts = [
            {"PutRequest": {"Item": self.trip(bus, departure) | {"seats": {"N": str(departure)}}}}
            for bus in ("12", "13")
            for departure in range(1, 6)
        ]
        written = self.dynamodb.batch_write_item(RequestItems={"trips": puts})
        self.assertEqual(written["UnprocessedItems"], {})

    def trip(self, bus, departure):
        return {"bus": {"S": bus}, "departure": {"N": str(departure)}}

    def departures(self, items):
        return [int(item["departure"]["N"]) for item in items]

    def test_a_query_reads_a_part_of_a_partition_both_ways(self):
        found = self.dynamodb.query(
            TableName="trips",
            KeyConditionExpression="bus = :b AND departure BETWEEN :x AND :y",
            FilterExpression="seats <> :three",
            ExpressionAttributeValues={
                ":b": {"S": "12"},
                ":x": {"N": "2"},
                ":y": {"N": "4"},
                ":three": {"N": "3"},
            },
            ScanIndexForward=False,
            ReturnConsumedCapacity="TOTAL",
        )
        self.assertEqual(self.departures(found["Items"]), [4, 2])
        self.assertEqual((found["Count"], found["ScannedCount"]), (2, 3))
        self.assertEqual(found["ConsumedCapacity"], {"TableName": "trips", "CapacityUnits": 0.5})
        counted = self.dynamodb.query(
            TableName="trips",
            Select="COUNT",
            KeyConditionExpression="bus = :b",
            ExpressionAttributeValues={":b": {"S": "gone"}},
        )
        self.assertEqual(counted["Count"], 0)
        self.assertNotIn("Items", counted)

    def test_paginators_read_all_pages(self):
        pages = self.dynamodb.get_paginator("query").paginate(
            TableName="trips",
            KeyConditionExpression="bus = :b",
            ExpressionAttributeValues={":b": {"S": "12"}},
            PaginationConfig={"PageSize": 2},
        )
        self.assertEqual(
            [self.departures(page["Items"]) for page in pages], [[1, 2], [3, 4], [5]]
        )
        segments = [
            self.dynamodb.get_paginator("scan").paginate(
                TableName="trips", TotalSegments=3, Segment=segment, PaginationConfig={"PageSize": 2}
            )
            for segment in range(3)
        ]
        found = [item for pages in segments for page in pages for item in page["Items"]]
        self.assertEqual(sorted(self.departures(found)), sorted(2 * list(range(1, 6))))

    def test_a_batch_reads_items_by_their_keys(self):
        read = self.dynamodb.batch_get_item(
            RequestItems={
                "trips": {
                    "Keys": [self.trip("12", 1), self.trip("13", 9)],
                    "ProjectionExpression": "seats",
                }
            }
        )
        self.assertEqual(read["Responses"], {"trips": [{"seats": {"N": "1"}}]})
        self.assertEqual(read["UnprocessedKeys"], {})
        with self.assertRaisesRegex(ClientError, "contains duplicates"):
            self.dynamodb.batch_get_item(RequestItems={"trips": {"Keys": 2 * [self.trip("12", 1)]}})

    def test_a_batch_gives_back_the_keys_of_items_beyond_16_mb(self):
        keys = [self.trip("15", departure) for departure in range(45)]
        for begin in range(0, len(keys), 15):
            puts = [
                {"PutRequest": {"Item": key | {"seats": {"S": "x" * 390_000}}}}
                for key in keys[begin : begin + 15]
            ]
            self.dynamodb.batch_write_item(RequestItems={"trips": puts})
        read = self.dynamodb.batch_get_item(RequestItems={"trips": {"Keys": keys}})
        left = read["UnprocessedKeys"]["trips"]["Keys"]
        self.assertEqual(len(read["Responses"]["trips"]), 41)
        self.assertEqual(left, keys[41:])
        # As programs go on: with what was left.
        rest = self.dynamodb.batch_get_item(RequestItems=read["UnprocessedKeys"])
        self.assertEqual(self.departures(rest["Responses"]["trips"]), [41, 42, 43, 44])
        self.assertEqual(rest["UnprocessedKeys"], {})

    def test_the_resource_speaks_of_conditions_as_objects(self):
        trips = support.make_resource("dynamodb", self.account).Table("trips")
        with trips.batch_writer() as batch:
            for departure in range(1, 4):
                batch.put_item(Item={"bus": "14", "departure": departure, "seats": 7})
            batch.delete_item(Key={"bus": "12", "departure": 1})
        found = trips.query(
            KeyConditionExpression=Key("bus").eq("14") & Key("departure").gt(1),
            FilterExpression=Attr("seats").eq(7),
        )
        self.assertEqual([int(item["departure"]) for item in found["Items"]], [2, 3])
        self.assertEqual(trips.scan(FilterExpression=Attr("bus").eq("12"))["Count"], 4)

    def test_the_older_conditions_are_answered(self):
        found = self.dynamodb.query(
            TableName="trips",
            KeyConditions={
                "bus": {"AttributeValueList": [{"S": "12"}], "ComparisonOperator": "EQ"},
                "departure": {"AttributeValueList": [{"N": "4"}], "ComparisonOperator": "GE"},
            },
        )
        self.assertEqual(self.departures(found["Items"]), [4, 5])


class Throttled(support.ClientTest):
    @classmethod
    def setUpClass(cls):
        cls.limiting = EmuServer("--clock", "held", "--dynamodb-throttling")
        cls.addClassCleanup(cls.limiting.stop)

    def setUp(self):
        super().setUp()
        self.dynamodb = self.client("dynamodb", server=self.limiting)
        self.dynamodb.create_table(
            TableName="trips",
            AttributeDefinitions=[{"AttributeName": "bus", "AttributeType": "S"}],
            KeySchema=[{"AttributeName": "bus", "KeyType": "HASH"}],
            ProvisionedThroughput={"ReadCapacityUnits": 1, "WriteCapacityUnits": 1},
        )
        self.pass_time("1s")

    def pass_time(self, by):
        self.limiting.control("clock/advance", {"by": by})

    def test_a_batch_gives_back_what_throughput_does_not_allow(self):
        # The first takes more units than there are, and is let in; so it is with reads.
        puts = [
            {"PutRequest": {"Item": {"bus": {"S": bus}, "seats": {"S": "x" * 390_000}}}}
            for bus in ("12", "13")
        ]
        written = self.dynamodb.batch_write_item(RequestItems={"trips": puts})
        self.assertEqual(written["UnprocessedItems"], {"trips": puts[1:]})
        with self.refused("ProvisionedThroughputExceededException"):
            self.dynamodb.batch_write_item(RequestItems=written["UnprocessedItems"])
        self.pass_time("400s")
        written = self.dynamodb.batch_write_item(RequestItems=written["UnprocessedItems"])
        self.assertEqual(written["UnprocessedItems"], {})

        keys = [{"bus": {"S": bus}} for bus in ("12", "13")]
        read = self.dynamodb.batch_get_item(
            RequestItems={"trips": {"Keys": keys, "ConsistentRead": True}}
        )
        self.assertEqual([item["bus"]["S"] for item in read["Responses"]["trips"]], ["12"])
        left = {"trips": {"Keys": keys[1:], "ConsistentRead": True}}
        self.assertEqual(read["UnprocessedKeys"], left)
        self.pass_time("100s")
        rest = self.dynamodb.batch_get_item(RequestItems=left)
        self.assertEqual([item["bus"]["S"] for item in rest["Responses"]["trips"]], ["13"])
