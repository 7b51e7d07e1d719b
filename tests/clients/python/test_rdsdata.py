"""The RDS Data API."""

import json

import support


class DataTest(support.ClientTest):
    engine = "aurora-mysql"

    def setUp(self):
        super().setUp()
        self.data = self.client("rds-data")
        made = self.client("rds").create_db_cluster(
            DBClusterIdentifier="shop",
            Engine=self.engine,
            DatabaseName="shop",
            MasterUsername="admin",
            MasterUserPassword="password",
            EnableHttpEndpoint=True,
        )["DBCluster"]
        secret = self.client("secretsmanager").create_secret(
            Name="db", SecretString='{"username": "admin", "password": "password"}'
        )
        self.where = {"resourceArn": made["DBClusterArn"], "secretArn": secret["ARN"]}

    def sql(self, text, parameters=(), **more):
        return self.data.execute_statement(
            sql=text, parameters=list(parameters), **self.where, **more
        )


class Statements(DataTest):
    def test_rows_go_in_and_come_out(self):
        self.sql(
            "CREATE TABLE stock (id INT AUTO_INCREMENT PRIMARY KEY, product VARCHAR(20) UNIQUE,"
            " price DECIMAL(8,2), picture BLOB, fresh BOOLEAN, made DATE)"
        )
        made = self.sql(
            "INSERT INTO stock (product, price, picture, fresh, made)"
            " VALUES (:product, :price, :picture, :fresh, :made)",
            [
                {"name": "product", "value": {"stringValue": "ring"}},
                {"name": "price", "value": {"stringValue": "2.5"}, "typeHint": "DECIMAL"},
                {"name": "picture", "value": {"blobValue": b"\x00\xff"}},
                {"name": "fresh", "value": {"booleanValue": True}},
                {"name": "made", "value": {"stringValue": "2026-01-31"}, "typeHint": "DATE"},
            ],
        )
        self.assertEqual(made["numberOfRecordsUpdated"], 1)
        self.assertEqual(made["generatedFields"], [{"longValue": 1}])
        read = self.sql("SELECT * FROM stock", includeResultMetadata=True)
        self.assertEqual(
            read["records"],
            [
                [
                    {"longValue": 1},
                    {"stringValue": "ring"},
                    {"stringValue": "2.50"},
                    {"blobValue": b"\x00\xff"},
                    {"booleanValue": True},
                    {"stringValue": "2026-01-31"},
                ]
            ],
        )
        self.assertEqual(read["columnMetadata"][1]["typeName"], "VARCHAR")
        self.assertEqual(self.sql("SELECT 1 FROM stock WHERE id = 9")["records"], [])
        self.assertEqual(self.sql("SELECT NULL")["records"], [[{"isNull": True}]])
        formatted = self.sql("SELECT id, price FROM stock", formatRecordsAs="JSON")
        self.assertEqual(json.loads(formatted["formattedRecords"]), [{"id": 1, "price": "2.50"}])
        with self.refused("DatabaseErrorException", 400, "Duplicate entry 'ring' for key"):
            self.sql("INSERT INTO stock (product) VALUES ('ring')")
        with self.refused("BadRequestException", 400, "Cannot find parameter: x"):
            self.sql("SELECT :x")

    def test_a_batch(self):
        self.sql("CREATE TABLE t (id INT AUTO_INCREMENT PRIMARY KEY, name TEXT)")
        made = self.data.batch_execute_statement(
            sql="INSERT INTO t (name) VALUES (:name)",
            parameterSets=[[{"name": "name", "value": {"stringValue": name}}] for name in "ab"],
            **self.where,
        )
        self.assertEqual(
            made["updateResults"],
            [{"generatedFields": [{"longValue": 1}]}, {"generatedFields": [{"longValue": 2}]}],
        )

    def test_transactions(self):
        self.sql("CREATE TABLE t (a INT)")
        ended = []
        for end in (self.data.rollback_transaction, self.data.commit_transaction):
            transaction = self.data.begin_transaction(**self.where)["transactionId"]
            self.sql("INSERT INTO t VALUES (1)", transactionId=transaction)
            self.assertEqual(self.sql("SELECT * FROM t")["records"], [])
            ended.append(end(transactionId=transaction, **self.where)["transactionStatus"])
        self.assertEqual(ended, ["Rollback Complete", "Transaction Committed"])
        self.assertEqual(self.sql("SELECT * FROM t")["records"], [[{"longValue": 1}]])
        with self.refused("TransactionNotFoundException", 404):
            self.sql("SELECT 1", transactionId=transaction)
        transaction = self.data.begin_transaction(**self.where)["transactionId"]
        self.advance("181s")
        with self.refused("TransactionNotFoundException", 404):
            self.sql("SELECT 1", transactionId=transaction)


class PostgreSql(DataTest):
    engine = "aurora-postgresql"

    def test_its_words(self):
        self.sql("CREATE TABLE t (id serial PRIMARY KEY, name text NOT NULL)")
        made = self.sql("INSERT INTO t (name) VALUES ('a') RETURNING id, name::text")
        self.assertEqual(made["records"], [[{"longValue": 1}, {"stringValue": "a"}]])
        with self.refused("DatabaseErrorException", 400, "duplicate key value violates unique"):
            self.sql("INSERT INTO t VALUES (1, 'b')")
