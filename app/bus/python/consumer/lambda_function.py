"""aram-consumer: works the queue off and writes what the page polls."""

import json
import os

import boto3

REGION = os.environ["REGION"]
STATS_TABLE = os.environ["STATS_TABLE"]
S3_BUCKET = os.environ["S3_BUCKET"]
S3_KEY = os.environ["S3_KEY"]

dynamodb = boto3.client("dynamodb", region_name=REGION)
s3 = boto3.client("s3", region_name=REGION)


def is_booking(body):
    """A booking names its passenger; one that cannot be read is no booking."""
    try:
        return isinstance(json.loads(body).get("passenger", ""), str)
    except (ValueError, AttributeError):
        return False


def count(processed, success):
    """In one step, so that a batch that fails as a whole has not been counted yet."""
    return dynamodb.update_item(
        TableName=STATS_TABLE,
        Key={"id": {"S": "total"}},
        UpdateExpression="ADD #processed :processed, #success :success",
        ExpressionAttributeNames={"#processed": "processed", "#success": "success"},
        ExpressionAttributeValues={
            ":processed": {"N": str(processed)},
            ":success": {"N": str(success)},
        },
        ReturnValues="ALL_NEW",
    )["Attributes"]


def lambda_handler(event, context):
    bodies = [record["body"] for record in event["Records"]]
    item = count(len(bodies), sum(is_booking(body) for body in bodies))
    names = ("requests", "processed", "success")
    stats = {name: int(item.get(name, {"N": "0"})["N"]) for name in names}
    s3.put_object(
        Bucket=S3_BUCKET,
        Key=S3_KEY,
        Body=json.dumps(stats, separators=(",", ":")),
        ContentType="application/json",
        CacheControl="no-store",
    )
