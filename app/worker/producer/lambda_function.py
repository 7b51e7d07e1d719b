"""POST /produce: sends what it is given to the queue."""

import json
import os

import boto3

sqs = boto3.client("sqs")


def answer(status, message):
    return {"statusCode": status, "body": json.dumps({"message": message}, separators=(",", ":"))}


def lambda_handler(event, context):
    body = event.get("body")
    if not body:
        return answer(400, "No body was found")
    sqs.send_message(
        QueueUrl=os.environ["QUEUE_URL"],
        MessageBody=body,
        MessageAttributes={
            "AttributeName": {"StringValue": "Attribute Value", "DataType": "String"}
        },
    )
    return answer(200, "Message accepted!")
