"""aram-producer: queues a booking, and tells how far the bookings are."""

import base64
import json
import os

import boto3

REGION = os.environ["REGION"]
STATS_TABLE = os.environ["STATS_TABLE"]
QUEUE_NAME = os.environ["QUEUE_NAME"]

dynamodb = boto3.client("dynamodb", region_name=REGION)
sqs = boto3.client("sqs", region_name=REGION)
queue_url = None


def answer(body):
    return {
        "statusCode": 200,
        "headers": {"content-type": "application/json"},
        "body": json.dumps(body, separators=(",", ":")),
    }


def read_stats():
    item = dynamodb.get_item(TableName=STATS_TABLE, Key={"id": {"S": "total"}}).get("Item", {})
    names = ("requests", "processed", "success")
    return {name: int(item.get(name, {"N": "0"})["N"]) for name in names}


def book(body):
    global queue_url
    dynamodb.update_item(
        TableName=STATS_TABLE,
        Key={"id": {"S": "total"}},
        UpdateExpression="ADD #requests :one",
        ExpressionAttributeNames={"#requests": "requests"},
        ExpressionAttributeValues={":one": {"N": "1"}},
    )
    if queue_url is None:
        queue_url = sqs.get_queue_url(QueueName=QUEUE_NAME)["QueueUrl"]
    sqs.send_message(QueueUrl=queue_url, MessageBody=body or "{}")
    return answer({"status": "queued"})


def lambda_handler(event, context):
    if event["routeKey"] == "GET /api/stats":
        return answer(read_stats())
    body = event.get("body") or ""
    if event.get("isBase64Encoded"):
        body = base64.b64decode(body).decode()
    return book(body)
