// DynamoDB as programs use it: the document client, paginators and waiters.

import {
  DynamoDB,
  TransactionCanceledException,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import {
  DynamoDBDocument,
  paginateQuery,
  paginateScan,
} from "@aws-sdk/lib-dynamodb";

import {allPages, assert, client, describe, it, refused, server} from "./support.mjs";

const TableName = "bookings";

async function bookings() {
  const dynamodb = client(DynamoDB);
  await dynamodb.createTable({
    TableName,
    AttributeDefinitions: [
      {AttributeName: "trip", AttributeType: "S"},
      {AttributeName: "seat", AttributeType: "N"},
      {AttributeName: "passenger", AttributeType: "S"},
    ],
    KeySchema: [
      {AttributeName: "trip", KeyType: "HASH"},
      {AttributeName: "seat", KeyType: "RANGE"},
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: "by-passenger",
        KeySchema: [{AttributeName: "passenger", KeyType: "HASH"}],
        Projection: {ProjectionType: "ALL"},
      },
    ],
    BillingMode: "PAY_PER_REQUEST",
  });
  await server.advance("1s");
  await waitUntilTableExists({client: dynamodb, maxWaitTime: 60}, {TableName});
  return DynamoDBDocument.from(dynamodb);
}

function seat(number, more = {}) {
  return {trip: "seoul-busan", seat: number, passenger: `passenger-${number % 3}`, ...more};
}

async function fill(documents, count) {
  for (let first = 0; first < count; first += 25) {
    const numbers = Array.from({length: Math.min(25, count - first)}, (_, i) => first + i);
    const {UnprocessedItems} = await documents.batchWrite({
      RequestItems: {[TableName]: numbers.map((n) => ({PutRequest: {Item: seat(n)}}))},
    });
    assert.deepEqual(UnprocessedItems, {});
  }
}

describe("DynamoDB's document client", () => {
  it("stores and finds documents", async () => {
    const documents = await bookings();
    const Item = seat(1, {
      paid: true,
      price: 12.5,
      luggage: ["bag", {weight: 20}],
      tags: new Set(["window", "front"]),
      note: null,
      photo: new Uint8Array([1, 2, 3]),
    });
    await documents.put({TableName, Item});
    const found = await documents.get({TableName, Key: {trip: Item.trip, seat: 1}});
    assert.deepEqual({...found.Item, tags: Item.tags}, Item);
    assert.deepEqual([...found.Item.tags].sort(), ["front", "window"]);

    const updated = await documents.update({
      TableName,
      Key: {trip: Item.trip, seat: 1},
      UpdateExpression: "SET luggage[1].weight = luggage[1].weight + :more",
      ExpressionAttributeValues: {":more": 3},
      ReturnValues: "ALL_NEW",
    });
    assert.equal(updated.Attributes.luggage[1].weight, 23);
  });

  it("pages through a query, an index and a scan", async () => {
    const documents = await bookings();
    await fill(documents, 60);
    const query = {
      TableName,
      KeyConditionExpression: "trip = :trip AND seat >= :first",
      FilterExpression: "passenger <> :nobody",
      ExpressionAttributeValues: {
        ":trip": "seoul-busan",
        ":first": 10,
        ":nobody": "passenger-0",
      },
      ScanIndexForward: false,
    };
    const seats = (await allPages(paginateQuery({client: documents, pageSize: 7}, query), "Items"))
      .map(({seat: number}) => number);
    const expected = Array.from({length: 50}, (_, i) => 59 - i).filter((n) => n % 3 !== 0);
    assert.deepEqual(seats, expected);

    const ofOne = {
      TableName,
      IndexName: "by-passenger",
      KeyConditionExpression: "passenger = :one",
      ExpressionAttributeValues: {":one": "passenger-1"},
    };
    assert.equal(
      (await allPages(paginateQuery({client: documents, pageSize: 6}, ofOne), "Items")).length,
      20,
    );
    assert.equal(
      (await allPages(paginateScan({client: documents, pageSize: 11}, {TableName}), "Items"))
        .length,
      60,
    );
  });

  it("reads and writes in batches and transactions", async () => {
    const documents = await bookings();
    await fill(documents, 5);
    const {Responses} = await documents.batchGet({
      RequestItems: {
        [TableName]: {Keys: [1, 3, 99].map((n) => ({trip: "seoul-busan", seat: n}))},
      },
    });
    assert.deepEqual(Responses[TableName].map(({seat: n}) => n).sort(), [1, 3]);

    const book = (number) =>
      documents.transactWrite({
        TransactItems: [
          {
            Put: {
              TableName,
              Item: seat(number),
              ConditionExpression: "attribute_not_exists(trip)",
            },
          },
          {
            Update: {
              TableName,
              Key: {trip: "total", seat: 0},
              UpdateExpression: "ADD booked :one",
              ExpressionAttributeValues: {":one": 1},
            },
          },
        ],
      });
    await book(50);
    const error = await refused(book(50), TransactionCanceledException, {status: 400});
    assert.deepEqual(
      error.CancellationReasons.map(({Code}) => Code),
      ["ConditionalCheckFailed", "None"],
    );
    const read = await documents.transactGet({
      TransactItems: [{Get: {TableName, Key: {trip: "total", seat: 0}}}],
    });
    assert.equal(read.Responses[0].Item.booked, 1);
  });
});
