"""Transactions and PartiQL of DynamoDB."""

import support
from botocore.exceptions import ClientError
from test_dynamodb import DynamodbTest


class Transactions(DynamodbTest):
    def setUp(self):
        super().setUp()
        self.create("stats")

    def put(self, name, **more):
        item = {"id": {"S": name}} | more
        return {"Put": {"TableName": "stats", "Item": item}}

    def cancelled(self, call, **parameters):
        with self.assertRaises(ClientError) as raised:
            call(**parameters)
        answer = raised.exception.response
        self.assertEqual(answer["Error"]["Code"], "TransactionCanceledException")
        return answer

    def test_a_transaction_writes_all_or_nothing(self):
        answer = self.dynamodb.transact_write_items(
            TransactItems=[self.put("a", n={"N": "1"}), self.put("b")],
            ReturnConsumedCapacity="TOTAL",
        )
        self.assertEqual(
            answer["ConsumedCapacity"],
            [{"TableName": "stats", "CapacityUnits": 4.0, "WriteCapacityUnits": 4.0}],
        )
        check = {
            "TableName": "stats",
            "Key": {"id": {"S": "a"}},
            "ConditionExpression": "n > :n",
            "ExpressionAttributeValues": {":n": {"N": "1"}},
            "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
        }
        answer = self.cancelled(
            self.dynamodb.transact_write_items,
            TransactItems=[self.put("c"), {"ConditionCheck": check}],
        )
        self.assertEqual(
            answer["Error"]["Message"],
            "Transaction cancelled, please refer cancellation reasons for specific reasons "
            "[None, ConditionalCheckFailed]",
        )
        if support.answers_are_whole():
            self.assertEqual(
                answer["CancellationReasons"],
                [
                    {"Code": "None"},
                    {
                        "Code": "ConditionalCheckFailed",
                        "Item": {"id": {"S": "a"}, "n": {"N": "1"}},
                        "Message": "The conditional request failed",
                    },
                ],
            )
        gets = [{"Get": {"TableName": "stats", "Key": {"id": {"S": name}}}} for name in "abc"]
        read = self.dynamodb.transact_get_items(TransactItems=gets)["Responses"]
        self.assertEqual(
            read, [{"Item": {"id": {"S": "a"}, "n": {"N": "1"}}}, {"Item": {"id": {"S": "b"}}}, {}]
        )

    def test_a_token_makes_it_happen_once(self):
        add = {
            "TableName": "stats",
            "Key": {"id": {"S": "a"}},
            "UpdateExpression": "ADD n :one",
            "ExpressionAttributeValues": {":one": {"N": "1"}},
        }
        for _ in range(2):
            self.dynamodb.transact_write_items(
                TransactItems=[{"Update": add}], ClientRequestToken="token"
            )
        item = self.dynamodb.get_item(TableName="stats", Key={"id": {"S": "a"}})["Item"]
        self.assertEqual(item["n"], {"N": "1"})
        with self.refused("IdempotentParameterMismatchException", 400):
            self.dynamodb.transact_write_items(
                TransactItems=[self.put("a")], ClientRequestToken="token"
            )

    def test_the_resource_has_transactions_behind_its_client(self):
        client = support.make_resource("dynamodb", self.account).meta.client
        client.transact_write_items(
            TransactItems=[{"Put": {"TableName": "stats", "Item": {"id": "a", "n": 1}}}]
        )
        read = client.transact_get_items(
            TransactItems=[{"Get": {"TableName": "stats", "Key": {"id": "a"}}}]
        )
        self.assertEqual(read["Responses"], [{"Item": {"id": "a", "n": 1}}])


class Partiql(DynamodbTest):
    def setUp(self):
        super().setUp()
        self.create("stats")

    def run_statement(self, statement, *parameters, **more):
        if parameters:
            more["Parameters"] = list(parameters)
        return self.dynamodb.execute_statement(Statement=statement, **more)

    def test_statements_write_and_read(self):
        self.assertEqual(
            self.run_statement("INSERT INTO stats VALUE {'id': 'a', 'n': ?}", {"N": "1"})["Items"],
            [],
        )
        with self.refused("DuplicateItemException", 400, "Duplicate primary key exists in table"):
            self.run_statement("INSERT INTO stats VALUE {'id': 'a'}")
        new = self.run_statement("UPDATE stats SET n=n+1 WHERE id='a' RETURNING ALL NEW *")
        self.assertEqual(new["Items"], [{"id": {"S": "a"}, "n": {"N": "2"}}])
        read = self.run_statement('SELECT n FROM "stats" WHERE id=?', {"S": "a"})
        self.assertEqual(read["Items"], [{"n": {"N": "2"}}])
        self.run_statement("DELETE FROM stats WHERE id='a'")
        self.assertEqual(self.run_statement("SELECT * FROM stats WHERE id='a'")["Items"], [])
        with self.refused("ValidationException", 400, "Expected data manipulation"):
            self.run_statement("TRUNCATE stats")

    def test_a_select_is_answered_in_pages(self):
        for number in range(5):
            self.run_statement("INSERT INTO stats VALUE {'id': ?}", {"S": str(number)})
        found, more = [], {}
        while True:
            page = self.run_statement("SELECT id FROM stats", Limit=2, **more)
            found += [item["id"]["S"] for item in page["Items"]]
            if "NextToken" not in page:
                break
            more = {"NextToken": page["NextToken"]}
        self.assertEqual(sorted(found), list("01234"))

    def test_a_batch_answers_each_statement(self):
        insert = "INSERT INTO stats VALUE {'id': 'a'}"
        batch = self.dynamodb.batch_execute_statement(
            Statements=[{"Statement": insert}, {"Statement": insert}]
        )["Responses"]
        self.assertEqual(batch[0], {"TableName": "stats"})
        self.assertEqual(batch[1]["Error"]["Code"], "DuplicateItem")

    def test_a_transaction_of_statements_is_one(self):
        insert = "INSERT INTO stats VALUE {'id': ?}"
        self.dynamodb.execute_transaction(
            TransactStatements=[{"Statement": insert, "Parameters": [{"S": "a"}]}]
        )
        with self.assertRaises(ClientError) as raised:
            self.dynamodb.execute_transaction(
                TransactStatements=[
                    {"Statement": insert, "Parameters": [{"S": "b"}]},
                    {"Statement": "EXISTS(SELECT * FROM stats WHERE id='a' AND n=1)"},
                ]
            )
        answer = raised.exception.response
        self.assertIn("[None, ConditionalCheckFailed]", answer["Error"]["Message"])
        if support.answers_are_whole():
            reasons = [reason["Code"] for reason in answer["CancellationReasons"]]
            self.assertEqual(reasons, ["None", "ConditionalCheckFailed"])
        read = self.dynamodb.execute_transaction(
            TransactStatements=[
                {"Statement": "SELECT * FROM stats WHERE id='a'"},
                {"Statement": "SELECT * FROM stats WHERE id='b'"},
            ]
        )
        self.assertEqual(read["Responses"], [{"Item": {"id": {"S": "a"}}}, {}])
