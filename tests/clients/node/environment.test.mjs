// What a program needs to set to talk to emu: nothing but the environment's usual variables.

import {DynamoDB} from "@aws-sdk/client-dynamodb";
import {S3} from "@aws-sdk/client-s3";
import {SQS} from "@aws-sdk/client-sqs";

import {assert, client, describe, it, refused, server} from "./support.mjs";

describe("The environment", () => {
  it("is enough to find what --init has deployed", async () => {
    const sqs = new SQS();
    const {QueueUrl} = await sqs.getQueueUrl({QueueName: "aram-queue"});
    assert.equal(QueueUrl, `${server.url}/000000000000/aram-queue`);
    const {Item} = await new DynamoDB().getItem({TableName: "aram-stats", Key: {id: {S: "total"}}});
    assert.deepEqual(Item.requests, {N: "0"});
    const stats = await new S3().getObject({Bucket: "aram-app-bucket", Key: "stats.json"});
    assert.deepEqual(JSON.parse(await stats.Body.transformToString()), {
      requests: 0,
      processed: 0,
      success: 0,
    });
  });

  it("chooses the region, and the access key the account", async () => {
    const elsewhere = new SQS({region: "eu-north-1"});
    await refused(elsewhere.getQueueUrl({QueueName: "aram-queue"}), "QueueDoesNotExist");
    await refused(client(SQS).getQueueUrl({QueueName: "aram-queue"}), "QueueDoesNotExist");
  });

  it("lets a call be retried by the SDK as on AWS", async () => {
    const sqs = client(SQS, {maxAttempts: 3});
    const error = await refused(sqs.getQueueUrl({QueueName: "none"}), "QueueDoesNotExist");
    assert.equal(error.$metadata.attempts, 1); // it is the caller's fault, so once is enough
    assert.equal(error.$fault, "client");
    assert.ok(error.$metadata.requestId);
  });
});
