"""The bus booking system in a test's own account, deployed with the SDK.

The functions run C++ code, which the server has bound to their names: the producer answers a
request of an HTTP API by counting it and sending it to a queue; the consumer counts what comes
from the queue, after 20 ms for each.
"""

import support

BOOKING = b'{"routeKey":"POST /api/book-bus","body":"{\\"passenger\\":\\"1\\"}"}'
STATS = b'{"routeKey":"GET /api/stats"}'
EXECUTION_POLICY = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"


class Bus:
    def __init__(self, test):
        self.account = test.account
        self.iam = test.client("iam")
        self.sqs = test.client("sqs")
        self.functions = test.client("lambda")
        self.dynamodb = test.client("dynamodb")
        self.bucket = f"aram-{self.account}"
        self._create_stores(test)
        role = self.create_role("bus", ["dynamodb:*", "sqs:*", "s3:*", "lambda:InvokeFunction"])
        variables = {"STATS_TABLE": "aram-stats", "QUEUE_NAME": "aram-queue"}
        variables.update(S3_BUCKET=self.bucket, S3_KEY="stats.json")
        self.producer = self.create_function("aram-producer", role, variables)
        self.consumer = self.create_function("aram-consumer", role, variables)

    def _create_stores(self, test):
        s3 = test.client("s3")
        s3.create_bucket(
            Bucket=self.bucket, CreateBucketConfiguration={"LocationConstraint": support.REGION}
        )
        s3.put_object(
            Bucket=self.bucket,
            Key="stats.json",
            Body=b'{"requests":0,"processed":0,"success":0}',
        )
        self.dynamodb.create_table(
            TableName="aram-stats",
            AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
            KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
            BillingMode="PAY_PER_REQUEST",
        )
        self.queue = self.sqs.create_queue(
            QueueName="aram-queue", Attributes={"VisibilityTimeout": "60"}
        )["QueueUrl"]
        self.queue_arn = f"arn:aws:sqs:{support.REGION}:{self.account}:aram-queue"
        test.advance("1s")  # the table is there

    def create_role(self, name, actions):
        role = self.iam.create_role(
            RoleName=name, AssumeRolePolicyDocument=support.trust({"Service": "lambda.amazonaws.com"})
        )["Role"]["Arn"]
        self.iam.put_role_policy(
            RoleName=name, PolicyName="own", PolicyDocument=support.policy(actions)
        )
        self.iam.attach_role_policy(RoleName=name, PolicyArn=EXECUTION_POLICY)
        return role

    def create_function(self, name, role, variables):
        return self.functions.create_function(
            FunctionName=name,
            Runtime="python3.12",
            Role=role,
            Handler="lambda_function.lambda_handler",
            Code={"ZipFile": b"bound in process"},
            Timeout=5,
            MemorySize=256,
            Environment={"Variables": variables},
            Tags={"system": "bus"},
        )["FunctionArn"]

    def figures(self):
        """What has been counted: {"requests": 1, …}."""
        item = self.dynamodb.get_item(TableName="aram-stats", Key={"id": {"S": "total"}}).get(
            "Item", {}
        )
        return {name: int(value["N"]) for name, value in item.items() if name != "id"}
