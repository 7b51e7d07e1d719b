import {
  ConditionalCheckFailedException,
  DynamoDB,
  DynamoDBServiceException,
  paginateListTables,
  ResourceInUseException,
  ResourceNotFoundException,
  waitUntilTableExists,
  waitUntilTableNotExists,
} from "@aws-sdk/client-dynamodb";
import {DynamoDBDocument} from "@aws-sdk/lib-dynamodb";

import {allPages, assert, client, describe, it, refused, server} from "./support.mjs";

const TableName = "stats";

// A table is there half a second after it was asked for.
async function newTable(dynamodb, more = {}) {
  const {TableDescription} = await dynamodb.createTable({
    TableName,
    AttributeDefinitions: [{AttributeName: "id", AttributeType: "S"}],
    KeySchema: [{AttributeName: "id", KeyType: "HASH"}],
    BillingMode: "PAY_PER_REQUEST",
    ...more,
  });
  assert.equal(TableDescription.TableStatus, "CREATING");
  await server.advance("1s");
  await waitUntilTableExists(
    {client: dynamodb, maxWaitTime: 60},
    {TableName: TableDescription.TableName},
  );
}

describe("DynamoDB", () => {
  it("counts with atomic updates", async () => {
    const dynamodb = client(DynamoDB);
    await newTable(dynamodb);
    const Key = {id: {S: "total"}};
    await dynamodb.putItem({TableName, Item: {...Key, requests: {N: "0"}}});
    await Promise.all(
      Array.from({length: 20}, () =>
        dynamodb.updateItem({
          TableName,
          Key,
          UpdateExpression: "ADD requests :one",
          ExpressionAttributeValues: {":one": {N: "1"}},
        }),
      ),
    );
    const {Item} = await dynamodb.getItem({TableName, Key, ConsistentRead: true});
    assert.deepEqual(Item, {...Key, requests: {N: "20"}});
    assert.equal((await dynamodb.getItem({TableName, Key: {id: {S: "none"}}})).Item, undefined);
  });

  it("makes, describes, changes, lists and deletes tables", async () => {
    const dynamodb = client(DynamoDB);
    for (const name of ["events", "seats", TableName]) await newTable(dynamodb, {TableName: name});
    assert.deepEqual(
      await allPages(paginateListTables({client: dynamodb, pageSize: 2}, {}), "TableNames"),
      ["events", "seats", TableName],
    );
    await refused(newTable(dynamodb), ResourceInUseException, {status: 400});

    await dynamodb.updateTable({
      TableName,
      BillingMode: "PROVISIONED",
      ProvisionedThroughput: {ReadCapacityUnits: 3, WriteCapacityUnits: 2},
    });
    await server.advance("1s");
    const {Table} = await dynamodb.describeTable({TableName});
    assert.equal(Table.TableStatus, "ACTIVE");
    assert.equal(Table.ProvisionedThroughput.ReadCapacityUnits, 3);
    assert.ok(Table.CreationDateTime instanceof Date);

    await dynamodb.deleteTable({TableName});
    await server.advance("1s");
    await waitUntilTableNotExists({client: dynamodb, maxWaitTime: 60}, {TableName});
    await refused(dynamodb.describeTable({TableName}), ResourceNotFoundException);
  });

  it("keeps values of every type", async () => {
    const dynamodb = client(DynamoDB);
    await newTable(dynamodb);
    const Item = {
      id: {S: '한국어 \u0000 "quoted"'},
      number: {N: "-12345678901234567890.123456789"},
      bytes: {B: Uint8Array.of(0, 1, 254, 255)},
      yes: {BOOL: true},
      nothing: {NULL: true},
      list: {L: [{S: "a"}, {N: "1"}, {L: []}]},
      map: {M: {nested: {M: {}}, empty: {S: ""}}},
      strings: {SS: ["a", "b"]},
      numbers: {NS: ["1", "2.5"]},
      binaries: {BS: [Uint8Array.of(1), Uint8Array.of(2)]},
    };
    await dynamodb.putItem({TableName, Item});
    const back = (await dynamodb.getItem({TableName, Key: {id: Item.id}})).Item;
    assert.deepEqual(Object.keys(back).sort(), Object.keys(Item).sort());
    assert.equal(back.number.N, Item.number.N);
    assert.deepEqual(Uint8Array.from(back.bytes.B), Item.bytes.B);
    assert.deepEqual(back.binaries.BS.map((one) => one[0]).sort(), [1, 2]);
    assert.deepEqual(back.list, Item.list);
    assert.deepEqual(back.map, Item.map);
    assert.deepEqual(back.strings.SS.sort(), Item.strings.SS);
  });

  it("refuses a write whose condition does not hold, and shows the item", async () => {
    const dynamodb = client(DynamoDB);
    await newTable(dynamodb);
    const Item = {id: {S: "seat-1"}, owner: {S: "kim"}};
    const taken = {
      TableName,
      Item: {...Item, owner: {S: "lee"}},
      ConditionExpression: "attribute_not_exists(id)",
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    };
    await dynamodb.putItem({...taken, Item});
    const error = await refused(dynamodb.putItem(taken), ConditionalCheckFailedException, {
      status: 400,
      message: /The conditional request failed/,
    });
    assert.deepEqual(error.Item, Item);
    assert.ok(error instanceof DynamoDBServiceException);
    await refused(
      dynamodb.updateItem({TableName, Key: {id: {S: "seat-1"}}, UpdateExpression: "SET"}),
      "ValidationException",
    );
    await refused(dynamodb.putItem({TableName: "none", Item}), ResourceNotFoundException, {
      message: /Requested resource not found/,
    });
  });

  it("understands the document client", async () => {
    const dynamodb = client(DynamoDB);
    await newTable(dynamodb, {
      AttributeDefinitions: [
        {AttributeName: "event", AttributeType: "S"},
        {AttributeName: "seat", AttributeType: "N"},
      ],
      KeySchema: [
        {AttributeName: "event", KeyType: "HASH"},
        {AttributeName: "seat", KeyType: "RANGE"},
      ],
    });
    const documents = DynamoDBDocument.from(dynamodb);
    const Key = {event: "concert", seat: 7};
    await documents.put({
      TableName,
      Item: {...Key, tags: new Set(["front"]), price: 90.5, notes: [1, null, {a: true}]},
    });
    const updated = await documents
      .update({
        TableName,
        Key,
        UpdateExpression: "SET price = price + :more, #o.kim = :yes REMOVE notes[0] ADD tags :tags",
        ConditionExpression: "price BETWEEN :low AND :high AND contains(tags, :front)",
        ExpressionAttributeNames: {"#o": "owners"},
        ExpressionAttributeValues: {
          ":more": 9.5,
          ":yes": true,
          ":tags": new Set(["aisle"]),
          ":low": 1,
          ":high": 100,
          ":front": "front",
        },
        ReturnValues: "ALL_NEW",
      })
      .catch((error) => error);
    // The map owners is not there yet, so the path is refused and nothing has changed.
    assert.equal(updated.name, "ValidationException");
    const {Attributes} = await documents.update({
      TableName,
      Key,
      UpdateExpression:
        "SET price = price + :more, owners = :owners REMOVE notes[0] ADD tags :tags",
      ExpressionAttributeValues: {
        ":more": 9.5,
        ":owners": {kim: true},
        ":tags": new Set(["aisle"]),
      },
      ReturnValues: "ALL_NEW",
    });
    assert.deepEqual(Attributes, {
      ...Key,
      tags: new Set(["aisle", "front"]),
      price: 100,
      owners: {kim: true},
      notes: [null, {a: true}],
    });
    const {Item} = await documents.get({TableName, Key, ProjectionExpression: "price, notes[1].a"});
    assert.deepEqual(Item, {price: 100, notes: [{a: true}]});
    const old = await documents.delete({
      TableName,
      Key,
      ReturnValues: "ALL_OLD",
      ReturnConsumedCapacity: "TOTAL",
    });
    assert.equal(old.Attributes.price, 100);
    assert.equal(old.ConsumedCapacity.CapacityUnits, 1);
    await dynamodb.deleteItem({TableName, Key: {event: {S: "concert"}, seat: {N: "7"}}});
  });
});
