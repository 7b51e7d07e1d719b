"""DynamoDB, through the client and through the SDK's Table."""

from decimal import Decimal

import support
from boto3.dynamodb.conditions import Attr

HASH = [{"AttributeName": "id", "KeyType": "HASH"}]
ID_IS_TEXT = [{"AttributeName": "id", "AttributeType": "S"}]


class DynamodbTest(support.ClientTest):
    def setUp(self):
        super().setUp()
        self.dynamodb = self.client("dynamodb")

    def create(self, name="stats"):
        self.dynamodb.create_table(
            TableName=name,
            AttributeDefinitions=ID_IS_TEXT,
            KeySchema=HASH,
            BillingMode="PAY_PER_REQUEST",
        )
        self.advance("1s")
        return name


class Tables(DynamodbTest):
    def test_a_table_is_created_changed_and_deleted(self):
        created = self.dynamodb.create_table(
            TableName="trips",
            AttributeDefinitions=ID_IS_TEXT + [{"AttributeName": "at", "AttributeType": "N"}],
            KeySchema=HASH + [{"AttributeName": "at", "KeyType": "RANGE"}],
            BillingMode="PAY_PER_REQUEST",
            Tags=[{"Key": "team", "Value": "red"}],
        )["TableDescription"]
        arn = f"arn:aws:dynamodb:eu-west-1:{self.account}:table/trips"
        self.assertEqual(created["TableStatus"], "CREATING")
        self.assertEqual(created["TableArn"], arn)
        self.advance("1s")
        self.dynamodb.get_waiter("table_exists").wait(TableName="trips")
        table = self.dynamodb.describe_table(TableName="trips")["Table"]
        self.assertEqual(table["TableStatus"], "ACTIVE")
        self.assertEqual(table["BillingModeSummary"]["BillingMode"], "PAY_PER_REQUEST")
        self.assertEqual([key["KeyType"] for key in table["KeySchema"]], ["HASH", "RANGE"])
        self.assertEqual(table["CreationDateTime"].year, 2026)

        self.dynamodb.update_table(
            TableName="trips",
            BillingMode="PROVISIONED",
            ProvisionedThroughput={"ReadCapacityUnits": 5, "WriteCapacityUnits": 6},
        )
        self.advance("1s")
        table = self.dynamodb.describe_table(TableName="trips")["Table"]
        self.assertEqual(table["ProvisionedThroughput"]["WriteCapacityUnits"], 6)

        deleted = self.dynamodb.delete_table(TableName="trips")["TableDescription"]
        self.assertEqual(deleted["TableStatus"], "DELETING")
        self.advance("1s")
        self.dynamodb.get_waiter("table_not_exists").wait(TableName="trips")

    def test_tables_are_listed_in_pages(self):
        names = [self.create(f"table-{number}") for number in range(5)]
        pages = self.pages(self.dynamodb, "list_tables", 2)
        self.assertEqual([name for page in pages for name in page["TableNames"]], names)

    def test_wrong_tables_are_refused(self):
        self.create("stats")
        with self.refused("ResourceInUseException", 400, "Table already exists: stats"):
            self.create("stats")
        with self.refused("ResourceNotFoundException", 400, "Table: none not found"):
            self.dynamodb.describe_table(TableName="none")
        with self.refused("ResourceNotFoundException", 400):
            self.dynamodb.delete_table(TableName="none")
        with self.refused("ValidationException", 400):
            self.dynamodb.update_table(TableName="stats")
        with self.refused("ValidationException", 400):
            self.dynamodb.create_table(
                TableName="trips",
                AttributeDefinitions=ID_IS_TEXT,
                KeySchema=[{"AttributeName": "other", "KeyType": "HASH"}],
                BillingMode="PAY_PER_REQUEST",
            )
        self.assertEqual(self.dynamodb.list_tables()["TableNames"], ["stats"])


class Items(DynamodbTest):
    def test_values_of_all_types_come_back_as_they_were(self):
        table = self.create()
        item = {
            "id": {"S": "버스 \"12A\" \u2028\n"},
            "number": {"N": "-1.2345678901234567890123456789012345678E-100"},
            "bytes": {"B": b"\x00\xff"},
            "flag": {"BOOL": False},
            "nothing": {"NULL": True},
            "list": {"L": [{"N": "1"}, {"L": []}, {"M": {}}]},
            "map": {"M": {"a.b": {"S": ""}, "c": {"BS": [b"x"]}}},
            "texts": {"SS": ["a", "b"]},
            "numbers": {"NS": ["1", "2.5"]},
        }
        self.dynamodb.put_item(TableName=table, Item=item)
        found = self.dynamodb.get_item(
            TableName=table,
            Key={"id": item["id"]},
            ConsistentRead=True,
            ReturnConsumedCapacity="TOTAL",
        )
        number = Decimal(found["Item"].pop("number")["N"])
        self.assertEqual(number, Decimal(item.pop("number")["N"]))
        self.assertEqual(found["Item"], item)
        self.assertEqual(found["ConsumedCapacity"], {"TableName": table, "CapacityUnits": 1.0})
        self.assertNotIn("Item", self.dynamodb.get_item(TableName=table, Key={"id": {"S": "no"}}))

    def test_projections_name_what_is_wanted(self):
        table = self.create()
        self.dynamodb.put_item(
            TableName=table,
            Item={"id": {"S": "a"}, "seats": {"L": [{"N": "1"}, {"N": "2"}]}, "name": {"S": "bus"}},
        )
        found = self.dynamodb.get_item(
            TableName=table,
            Key={"id": {"S": "a"}},
            ProjectionExpression="seats[1], #n",
            ExpressionAttributeNames={"#n": "name"},
        )
        self.assertEqual(found["Item"], {"seats": {"L": [{"N": "2"}]}, "name": {"S": "bus"}})

    def test_the_sdks_table_counts_and_changes(self):
        self.create("stats")
        table = support.make_resource("dynamodb", self.account).Table("stats")
        for _ in range(3):
            answer = table.update_item(
                Key={"id": "total"},
                UpdateExpression="ADD requests :one SET #log = list_append("
                "if_not_exists(#log, :none), :line)",
                ExpressionAttributeNames={"#log": "log"},
                ExpressionAttributeValues={":one": 1, ":none": [], ":line": ["booked"]},
                ReturnValues="ALL_NEW",
            )
        self.assertEqual(
            answer["Attributes"], {"id": "total", "requests": 3, "log": ["booked"] * 3}
        )
        with self.assertRaises(table.meta.client.exceptions.ConditionalCheckFailedException):
            table.update_item(
                Key={"id": "total"},
                UpdateExpression="REMOVE requests",
                ConditionExpression=Attr("requests").gt(3),
            )
        answer = table.update_item(
            Key={"id": "total"},
            UpdateExpression="SET requests = requests - :half REMOVE #log[0]",
            ConditionExpression=Attr("requests").between(1, 3) & Attr("gone").not_exists(),
            ExpressionAttributeNames={"#log": "log"},
            ExpressionAttributeValues={":half": Decimal("0.5")},
            ReturnValues="UPDATED_NEW",
        )
        self.assertEqual(answer["Attributes"]["requests"], Decimal("2.5"))
        self.assertEqual(len(table.get_item(Key={"id": "total"})["Item"]["log"]), 2)

    def test_an_item_is_replaced_and_deleted_under_conditions(self):
        table = self.create()
        key = {"id": {"S": "a"}}
        self.dynamodb.put_item(
            TableName=table, Item=key, ConditionExpression="attribute_not_exists(id)"
        )
        with self.refused(
            "ConditionalCheckFailedException", 400, "The conditional request failed"
        ):
            self.dynamodb.put_item(
                TableName=table, Item=key, ConditionExpression="attribute_not_exists(id)"
            )
        replaced = self.dynamodb.put_item(
            TableName=table, Item={**key, "seat": {"S": "12A"}}, ReturnValues="ALL_OLD"
        )
        self.assertEqual(replaced["Attributes"], key)
        deleted = self.dynamodb.delete_item(TableName=table, Key=key, ReturnValues="ALL_OLD")
        self.assertEqual(deleted["Attributes"]["seat"], {"S": "12A"})
        self.assertNotIn("Item", self.dynamodb.get_item(TableName=table, Key=key))

    def test_wrong_requests_are_refused_and_change_nothing(self):
        table = self.create()
        key = {"id": {"S": "a"}}
        self.dynamodb.put_item(TableName=table, Item={**key, "n": {"N": "1"}})
        wrong = [
            ({"UpdateExpression": "SET"}, "Syntax error"),
            ({"UpdateExpression": "SET size = :v"}, "reserved"),
            ({"UpdateExpression": "SET n = :w"}, ":w"),
            ({"UpdateExpression": "SET id = :v"}, "part of the key"),
            ({"UpdateExpression": "ADD t :v"}, "type"),
        ]
        for parameters, says in wrong:
            with self.subTest(parameters), self.refused("ValidationException", 400, says):
                self.dynamodb.update_item(
                    TableName=table,
                    Key=key,
                    ExpressionAttributeValues={":v": {"S": "x"}},
                    **parameters,
                )
        with self.refused("ValidationException", 400):
            self.dynamodb.put_item(TableName=table, Item={"id": {"N": "1"}})
        with self.refused("ValidationException", 400):
            self.dynamodb.get_item(TableName=table, Key={"other": {"S": "a"}})
        with self.refused("ResourceNotFoundException", 400, "Requested resource not found"):
            self.dynamodb.get_item(TableName="none", Key=key)
        with self.refused("ValidationException", 400, "size"):
            self.dynamodb.put_item(TableName=table, Item={**key, "big": {"S": "x" * 409_600}})
        found = self.dynamodb.get_item(TableName=table, Key=key)["Item"]
        self.assertEqual(found, {**key, "n": {"N": "1"}})

    def test_what_is_given_empty_is_told_from_what_is_absent(self):
        table = self.create()
        key = {"id": {"S": "a"}}
        with self.refused("ValidationException", 400, "does not match the schema"):
            self.dynamodb.get_item(TableName=table, Key={})
        with self.refused("ValidationException", 400, "Missing the key id in the item"):
            self.dynamodb.put_item(TableName=table, Item={})
        with self.refused("ValidationException", 400, "ExpressionAttributeValues must not be empty"):
            self.dynamodb.update_item(
                TableName=table, Key=key, UpdateExpression="REMOVE a", ExpressionAttributeValues={}
            )
        self.dynamodb.put_item(TableName=table, Item=key)
        found = self.dynamodb.get_item(TableName=table, Key=key, ProjectionExpression="gone")
        self.assertEqual(found["Item"], {})


class ParametersBeforeExpressions(DynamodbTest):
    def test_updates_expectations_and_projections(self):
        table = self.create()
        key = {"id": {"S": "a"}}
        answer = self.dynamodb.update_item(
            TableName=table,
            Key=key,
            AttributeUpdates={
                "n": {"Action": "ADD", "Value": {"N": "2"}},
                "tags": {"Value": {"SS": ["x", "y"]}},
                "gone": {"Action": "DELETE"},
            },
            ReturnValues="ALL_NEW",
        )
        self.assertEqual(
            answer["Attributes"], {**key, "n": {"N": "2"}, "tags": {"SS": ["x", "y"]}}
        )
        expected = {
            "n": {"ComparisonOperator": "BETWEEN", "AttributeValueList": [{"N": "3"}, {"N": "4"}]},
            "tags": {"ComparisonOperator": "CONTAINS", "AttributeValueList": [{"S": "x"}]},
        }
        with self.refused("ConditionalCheckFailedException", 400):
            self.dynamodb.put_item(TableName=table, Item=key, Expected=expected)
        self.dynamodb.put_item(
            TableName=table, Item={**key, "n": {"N": "9"}}, Expected=expected,
            ConditionalOperator="OR",
        )
        found = self.dynamodb.get_item(TableName=table, Key=key, AttributesToGet=["n", "gone"])
        self.assertEqual(found["Item"], {"n": {"N": "9"}})
        with self.refused("ValidationException", 400, "both expression and non-expression"):
            self.dynamodb.delete_item(
                TableName=table,
                Key=key,
                Expected={"n": {"Exists": False}},
                ConditionExpression="attribute_exists(id)",
            )
