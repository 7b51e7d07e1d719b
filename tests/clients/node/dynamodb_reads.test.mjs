import {after, before} from "node:test";

import {DynamoDB} from "@aws-sdk/client-dynamodb";
import {DynamoDBDocument, paginateQuery, paginateScan} from "@aws-sdk/lib-dynamodb";

import {EmuServer} from "./emu_server.mjs";
import {assert, client, describe, it, refused, server} from "./support.mjs";

const TableName = "trips";

const raw = (departure) => ({bus: {S: "12"}, departure: {N: String(departure)}});

// With five trips.
async function newTable() {
  const dynamodb = client(DynamoDB);
  await dynamodb.createTable({
    TableName,
    AttributeDefinitions: [
      {AttributeName: "bus", AttributeType: "S"},
      {AttributeName: "departure", AttributeType: "N"},
    ],
    KeySchema: [
      {AttributeName: "bus", KeyType: "HASH"},
      {AttributeName: "departure", KeyType: "RANGE"},
    ],
    BillingMode: "PAY_PER_REQUEST",
  });
  await server.advance("1s");
  const documents = DynamoDBDocument.from(dynamodb);
  const item = (departure) => ({bus: "12", departure, seats: 10 * departure});
  await documents.batchWrite({
    RequestItems: {[TableName]: [1, 2, 3, 4].map((n) => ({PutRequest: {Item: item(n)}}))},
  });
  const {UnprocessedItems} = await dynamodb.batchWriteItem({
    RequestItems: {[TableName]: [{PutRequest: {Item: {...raw(5), seats: {N: "50"}}}}]},
  });
  assert.deepEqual(UnprocessedItems, {});
  return {documents, dynamodb};
}

describe("DynamoDB: queries, scans and batches", () => {
  it("queries a part of a partition", async () => {
    const {documents} = await newTable();
    const found = await documents.query({
      TableName,
      KeyConditionExpression: "bus = :b AND departure > :d",
      FilterExpression: "seats < :s",
      ExpressionAttributeValues: {":b": "12", ":d": 1, ":s": 50},
      ScanIndexForward: false,
    });
    assert.deepEqual(found.Items.map(({departure}) => departure), [4, 3, 2]);
    assert.equal(found.ScannedCount, 4);
    assert.equal(found.LastEvaluatedKey, undefined);
  });

  it("reads page by page", async () => {
    const {documents} = await newTable();
    const pages = [];
    const query = {
      TableName,
      KeyConditionExpression: "bus = :b",
      ExpressionAttributeValues: {":b": "12"},
    };
    for await (const page of paginateQuery({client: documents, pageSize: 2}, query)) {
      pages.push(page.Items.map(({departure}) => departure));
    }
    assert.deepEqual(pages, [[1, 2], [3, 4], [5]]);
    let count = 0;
    for await (const page of paginateScan({client: documents, pageSize: 3}, {TableName})) {
      count += page.Count;
    }
    assert.equal(count, 5);
    const counted = await documents.scan({TableName, Select: "COUNT"});
    assert.equal(counted.Count, 5);
    assert.equal(counted.Items, undefined);
  });

  it("reads items by their keys in a batch", async () => {
    const {documents, dynamodb} = await newTable();
    const Keys = [1, 9].map((departure) => ({bus: "12", departure}));
    const item = {bus: "12", departure: 1, seats: 10};
    const {Responses, UnprocessedKeys} = await documents.batchGet({
      RequestItems: {[TableName]: {Keys}},
    });
    assert.deepEqual(Responses, {[TableName]: [item]});
    assert.deepEqual(UnprocessedKeys, {});
    const projected = await dynamodb.batchGetItem({
      RequestItems: {[TableName]: {Keys: [raw(1), raw(9)], ProjectionExpression: "seats"}},
    });
    assert.deepEqual(projected.Responses, {[TableName]: [{seats: {N: "10"}}]});
  });

  it("goes on with the keys that a batch gives back", async () => {
    const {documents} = await newTable();
    const seats = "x".repeat(390_000);
    for (let begin = 100; begin < 145; begin += 15) {
      const items = Array.from({length: 15}, (_, i) => ({bus: "15", departure: begin + i, seats}));
      await documents.batchWrite({
        RequestItems: {[TableName]: items.map((Item) => ({PutRequest: {Item}}))},
      });
    }
    const Keys = Array.from({length: 45}, (_, i) => ({bus: "15", departure: 100 + i}));
    // 16 MB are answered at once.
    const first = await documents.batchGet({RequestItems: {[TableName]: {Keys}}});
    assert.equal(first.Responses[TableName].length, 41);
    assert.deepEqual(first.UnprocessedKeys, {[TableName]: {Keys: Keys.slice(41)}});
    const rest = await documents.batchGet({RequestItems: first.UnprocessedKeys});
    assert.equal(rest.Responses[TableName].length, 4);
    assert.deepEqual(rest.UnprocessedKeys, {});
  });
});

describe("DynamoDB: batches beyond a table's throughput", () => {
  let limiting;
  before(async () => {
    limiting = await EmuServer.start("--clock", "held", "--dynamodb-throttling");
  });
  after(() => limiting.stop());

  it("give back what could not be written or read", async () => {
    const dynamodb = client(DynamoDB, {endpoint: limiting.url});
    await dynamodb.createTable({
      TableName,
      AttributeDefinitions: [{AttributeName: "bus", AttributeType: "S"}],
      KeySchema: [{AttributeName: "bus", KeyType: "HASH"}],
      ProvisionedThroughput: {ReadCapacityUnits: 1, WriteCapacityUnits: 1},
    });
    await limiting.advance("1s");
    const documents = DynamoDBDocument.from(dynamodb);
    // The first takes more units than there are, and is let in; so it is with reads.
    const puts = ["12", "13"].map((bus) => ({
      PutRequest: {Item: {bus, seats: "x".repeat(390_000)}},
    }));
    const {UnprocessedItems} = await documents.batchWrite({RequestItems: {[TableName]: puts}});
    assert.deepEqual(UnprocessedItems, {[TableName]: puts.slice(1)});
    await refused(
      documents.batchWrite({RequestItems: UnprocessedItems}),
      "ProvisionedThroughputExceededException",
    );
    await limiting.advance("400s");
    const again = await documents.batchWrite({RequestItems: UnprocessedItems});
    assert.deepEqual(again.UnprocessedItems, {});

    const Keys = [{bus: "12"}, {bus: "13"}];
    const read = await documents.batchGet({
      RequestItems: {[TableName]: {Keys, ConsistentRead: true}},
    });
    assert.deepEqual(read.Responses[TableName].map(({bus}) => bus), ["12"]);
    assert.deepEqual(read.UnprocessedKeys[TableName].Keys, Keys.slice(1));
  });
});
