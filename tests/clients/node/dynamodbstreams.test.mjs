import {DynamoDB} from "@aws-sdk/client-dynamodb";
import {DynamoDBStreams, ExpiredIteratorException} from "@aws-sdk/client-dynamodb-streams";

import {assert, client, describe, freshAccount, it, refused, server} from "./support.mjs";

const TableName = "orders";

async function newTable(dynamodb) {
  const {TableDescription} = await dynamodb.createTable({
    TableName,
    AttributeDefinitions: [{AttributeName: "id", AttributeType: "S"}],
    KeySchema: [{AttributeName: "id", KeyType: "HASH"}],
    BillingMode: "PAY_PER_REQUEST",
    StreamSpecification: {StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES"},
  });
  await server.advance("1s");
  return TableDescription.LatestStreamArn;
}

describe("DynamoDB Streams", () => {
  it("reads the changes of a table", async () => {
    const account = freshAccount();
    const dynamodb = client(DynamoDB, {account});
    const streams = client(DynamoDBStreams, {account});
    const StreamArn = await newTable(dynamodb);
    await dynamodb.putItem({TableName, Item: {id: {S: "a"}, seats: {N: "1"}}});
    await dynamodb.deleteItem({TableName, Key: {id: {S: "a"}}});

    const {Streams} = await streams.listStreams({TableName});
    assert.deepEqual(
      Streams.map((stream) => stream.StreamArn),
      [StreamArn],
    );
    const {StreamDescription} = await streams.describeStream({StreamArn});
    assert.equal(StreamDescription.StreamViewType, "NEW_AND_OLD_IMAGES");
    const {ShardIterator} = await streams.getShardIterator({
      StreamArn,
      ShardId: StreamDescription.Shards[0].ShardId,
      ShardIteratorType: "TRIM_HORIZON",
    });
    const {Records, NextShardIterator} = await streams.getRecords({ShardIterator});
    assert.deepEqual(
      Records.map((record) => record.eventName),
      ["INSERT", "REMOVE"],
    );
    assert.deepEqual(Records[0].dynamodb.NewImage.seats, {N: "1"});
    assert.equal(Records[0].dynamodb.ApproximateCreationDateTime.getUTCFullYear(), 2026);
    assert.deepEqual((await streams.getRecords({ShardIterator: NextShardIterator})).Records, []);

    await server.advance("900s");
    await refused(streams.getRecords({ShardIterator}), ExpiredIteratorException);
  });
});
