"""What a member of this name may well hold, so that a request gets past the first check.

Names of resources come from so small a pool that requests meet what earlier ones have made.
"""

TRUST = (
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow",'
    '"Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}'
)
POLICY = (
    '{"Version":"2012-10-17","Statement":[{"Sid":"a","Effect":"Allow","Principal":"*","Action":"*",'
    '"Resource":"*","Condition":{"StringLike":{"aws:username":["a*","${aws:username}"]},'
    '"NumericLessThan":{"s3:max-keys":"10"},'
    '"DateLessThan":{"aws:CurrentTime":"2030-01-01T00:00:00Z"},'
    '"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}]}'
)
NAMES = ["orders", "orders-dlq", "bookings"]
ACCOUNT = "000000000000"

TEXTS = {
    "ApiId": ["abcdefghij"],
    "AssumeRolePolicyDocument": [TRUST, POLICY],
    "AttributeName": ["pk", "VisibilityTimeout"],
    "AttributeType": ["S", "N", "B"],
    "Bucket": NAMES,
    "BucketName": NAMES,
    "CidrIp": ["10.0.0.0/8"],
    "ConditionExpression": [
        "attribute_not_exists(pk)",
        "size(a.b[0]) > :n AND NOT contains(#a, :n)",
    ],
    "ContentMD5": ["1B2M2Y8AsgTpgAmY7PhCfg=="],
    "CopySource": ["/orders/a.txt", "orders/a%20b.txt?versionId=null"],
    "CreateBucketConfiguration": [],
    "Delimiter": ["/"],
    "EventSourceArn": [f"arn:aws:sqs:us-east-1:{ACCOUNT}:{name}" for name in NAMES],
    "Expires": ["Wed, 21 Oct 2026 07:28:00 GMT"],
    "FilterExpression": ["a = :n"],
    "FilterPattern": ["", "ERROR", '{ $.a = 1 && $.b = "x*" }', "[ip, user, status=4*]"],
    "FunctionName": NAMES,
    "GroupName": NAMES,
    "Handler": ["index.handler"],
    "IntegrationType": ["AWS_PROXY"],
    "IntegrationUri": [f"arn:aws:lambda:us-east-1:{ACCOUNT}:function:orders"],
    "Key": ["a.txt", "a/b c.txt", "\u00fc/\u4e2d"],
    "KeyType": ["HASH", "RANGE"],
    "Marker": ["a"],
    "Pattern": ['{"body":{"a":[{"numeric":[">",1]}]}}', '{"body":[{"prefix":"a"}]}'],
    "PayloadFormatVersion": ["2.0", "1.0"],
    "Policy": [POLICY],
    "PolicyArn": [
        "arn:aws:iam::aws:policy/AdministratorAccess",
        f"arn:aws:iam::{ACCOUNT}:policy/orders",
    ],
    "PolicyDocument": [POLICY],
    "PolicyName": NAMES,
    "Prefix": ["a"],
    "Principal": ["sqs.amazonaws.com", "*", ACCOUNT],
    "ProjectionExpression": ["pk, a.b[0], #a"],
    "ProtocolType": ["HTTP"],
    "QueueName": NAMES,
    "QueueUrl": [f"http://localhost:4566/{ACCOUNT}/{name}" for name in NAMES],
    "Range": ["bytes=0-1", "bytes=-1", "bytes=5-2,7-"],
    "Role": [f"arn:aws:iam::{ACCOUNT}:role/orders"],
    "RoleArn": [f"arn:aws:iam::{ACCOUNT}:role/orders"],
    "RoleName": NAMES,
    "RoleSessionName": ["session"],
    "RouteKey": ["GET /a/{b}", "$default", "ANY /{proxy+}"],
    "Runtime": ["python3.12", "nodejs20.x"],
    "Action": ["lambda:InvokeFunction", "sqs:SendMessage", "*"],
    "SourceArn": [f"arn:aws:sqs:us-east-1:{ACCOUNT}:orders-dlq"],
    "StageName": ["$default", "a"],
    "TableName": NAMES,
    "TagKeys": NAMES,
    "Tagging": ["a=b&c=%20"],
    "Target": ["integrations/abcdefghij"],
    "UpdateExpression": [
        "SET a = if_not_exists(a, :n) + :n",
        "ADD n :n REMOVE b[1], #a",
        "SET l = list_append(l, :l) DELETE s :n",
    ],
    "UserName": NAMES,
    "logGroupName": NAMES,
    "logStreamName": NAMES,
}

ATTRIBUTES = [
    {"S": "orders"},
    {"N": "1"},
    {"N": "1e-130"},
    {"B": "YQ=="},
    {"NULL": True},
    {"BOOL": False},
    {"SS": ["a", "b"]},
    {"NS": ["1", "2"]},
    {"BS": ["YQ==", "Yg=="]},
]

# The end of a central directory without entries.
EMPTY_ZIP = b"PK\x05\x06" + bytes(18)

# Requests whose members must fit each other; each is what makes others reach something.
REQUESTS = {
    ("dynamodb", "CreateTable"): lambda random: {
        "TableName": random.choice(NAMES),
        "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
        "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
        "BillingMode": "PAY_PER_REQUEST",
    },
    ("dynamodb", "PutItem"): lambda random: {
        "TableName": random.choice(NAMES),
        "Item": {"pk": {"S": random.choice(NAMES)}, "a": {"N": "1"}, "l": {"L": [{"NULL": True}]}},
    },
    ("dynamodb", "UpdateItem"): lambda random: {
        "TableName": random.choice(NAMES),
        "Key": {"pk": {"S": random.choice(NAMES)}},
        "UpdateExpression": "SET a = if_not_exists(a, :n) + :n, #b = :l",
        "ConditionExpression": "NOT a BETWEEN :n AND :n OR a IN (:n, :l)",
        "ExpressionAttributeNames": {"#b": "b"},
        "ExpressionAttributeValues": {
            ":n": {"N": "1"},
            ":l": {"L": [{"M": {"x": {"BS": ["YQ=="]}}}]},
        },
        "ReturnValues": "ALL_NEW",
    },
    ("lambda", "CreateFunction"): lambda random: {
        "FunctionName": random.choice(NAMES),
        "Role": f"arn:aws:iam::{ACCOUNT}:role/orders",
        "Runtime": "python3.12",
        "Handler": "index.handler",
        "Code": {"ZipFile": EMPTY_ZIP},
    },
    ("sqs", "CreateQueue"): lambda random: {
        "QueueName": random.choice(NAMES),
        "Attributes": {
            "VisibilityTimeout": random.choice(["0", "30", "43200"]),
            "RedrivePolicy": '{"maxReceiveCount":2,"deadLetterTargetArn":'
            f'"arn:aws:sqs:us-east-1:{ACCOUNT}:orders-dlq"}}',
        },
    },
}
