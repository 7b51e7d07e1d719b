import {DynamoDB, TransactionCanceledException} from "@aws-sdk/client-dynamodb";
import {DynamoDBDocument} from "@aws-sdk/lib-dynamodb";

import {assert, client, describe, it, server} from "./support.mjs";

const TableName = "stats";

async function newPlainTable() {
  const dynamodb = client(DynamoDB);
  await dynamodb.createTable({
    TableName,
    AttributeDefinitions: [{AttributeName: "id", AttributeType: "S"}],
    KeySchema: [{AttributeName: "id", KeyType: "HASH"}],
    BillingMode: "PAY_PER_REQUEST",
  });
  await server.advance("1s");
  return dynamodb;
}

async function newTable() {
  return DynamoDBDocument.from(await newPlainTable());
}

describe("DynamoDB: transactions and PartiQL", () => {
  it("writes and reads in transactions", async () => {
    const documents = await newTable();
    await documents.transactWrite({
      TransactItems: [
        {Put: {TableName, Item: {id: "a", n: 1}}},
        {Put: {TableName, Item: {id: "b"}}},
      ],
    });
    const cancelled = documents.transactWrite({
      TransactItems: [
        {Delete: {TableName, Key: {id: "b"}}},
        {
          ConditionCheck: {
            TableName,
            Key: {id: "a"},
            ConditionExpression: "n = :n",
            ExpressionAttributeValues: {":n": 2},
            ReturnValuesOnConditionCheckFailure: "ALL_OLD",
          },
        },
      ],
    });
    await assert.rejects(cancelled, (error) => {
      assert.ok(error instanceof TransactionCanceledException);
      assert.deepEqual(
        error.CancellationReasons.map(({Code}) => Code),
        ["None", "ConditionalCheckFailed"],
      );
      // The document client leaves what an error holds as it came.
      assert.deepEqual(error.CancellationReasons[1].Item, {id: {S: "a"}, n: {N: "1"}});
      return true;
    });
    const {Responses} = await documents.transactGet({
      TransactItems: ["a", "b", "c"].map((id) => ({Get: {TableName, Key: {id}}})),
    });
    assert.deepEqual(Responses, [{Item: {id: "a", n: 1}}, {Item: {id: "b"}}, {}]);
  });

  it("answers transactions without documents, too", async () => {
    const dynamodb = await newPlainTable();
    const Item = {id: {S: "a"}};
    await dynamodb.transactWriteItems({TransactItems: [{Put: {TableName, Item}}]});
    const read = {TransactItems: [{Get: {TableName, Key: Item}}]};
    assert.deepEqual((await dynamodb.transactGetItems(read)).Responses, [{Item}]);
  });

  it("runs statements, one, many and in transactions", async () => {
    const documents = await newTable();
    const Statement = "INSERT INTO stats VALUE {'id': ?, 'n': ?}";
    await documents.executeStatement({Statement, Parameters: ["a", 1]});
    const {Responses} = await documents.batchExecuteStatement({
      Statements: [
        {Statement, Parameters: ["a", 1]},
        {Statement, Parameters: ["b", 2]},
      ],
    });
    assert.equal(Responses[0].Error.Code, "DuplicateItem");
    assert.equal(Responses[1].Error, undefined);
    await documents.executeTransaction({
      TransactStatements: [
        {Statement: "UPDATE stats SET n = n + 1 WHERE id = 'b'"},
        {Statement: "DELETE FROM stats WHERE id = 'a' AND n = ?", Parameters: [1]},
      ],
    });
    const {Items} = await documents.executeStatement({
      Statement: "SELECT n FROM stats WHERE id = ?",
      Parameters: ["b"],
    });
    assert.deepEqual(Items, [{n: 3}]);
  });
});
