import {RDS} from "@aws-sdk/client-rds";
import {
  DatabaseErrorException,
  RDSData,
  TransactionNotFoundException,
} from "@aws-sdk/client-rds-data";

import {assert, client, describe, freshAccount, it, refused} from "./support.mjs";

async function shop(Engine = "aurora-mysql") {
  const account = freshAccount();
  const rds = client(RDS, {account});
  const {DBCluster} = await rds.createDBCluster({
    DBClusterIdentifier: "shop",
    Engine,
    DatabaseName: "shop",
    MasterUsername: "admin",
    ManageMasterUserPassword: true,
    EnableHttpEndpoint: true,
  });
  const where = {
    resourceArn: DBCluster.DBClusterArn,
    secretArn: DBCluster.MasterUserSecret.SecretArn,
  };
  const data = client(RDSData, {account});
  const sql = (text, more = {}) => data.executeStatement({...where, sql: text, ...more});
  return {data, where, sql};
}

describe("RDS Data API", () => {
  it("runs statements", async () => {
    const {data, where, sql} = await shop();
    await sql("CREATE TABLE t (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(20), b BLOB)");
    const made = await sql("INSERT INTO t (name, b) VALUES (:name, :b)", {
      parameters: [
        {name: "name", value: {stringValue: "ring"}},
        {name: "b", value: {blobValue: new Uint8Array([0, 255])}},
      ],
    });
    assert.deepEqual(made.generatedFields, [{longValue: 1}]);
    const {updateResults} = await data.batchExecuteStatement({
      ...where,
      sql: "INSERT INTO t (name) VALUES (:name)",
      parameterSets: [[{name: "name", value: {isNull: true}}]],
    });
    assert.equal(updateResults.length, 1);
    const read = await sql("SELECT * FROM t ORDER BY id", {includeResultMetadata: true});
    assert.deepEqual(read.records[0].slice(0, 2), [{longValue: 1}, {stringValue: "ring"}]);
    assert.deepEqual([...read.records[0][2].blobValue], [0, 255]);
    assert.deepEqual(read.records[1][1], {isNull: true});
    assert.equal(read.columnMetadata[0].isAutoIncrement, true);
    await refused(sql("SELECT * FROM missing"), DatabaseErrorException, {
      status: 400,
      message: /^Table 'shop.missing' doesn't exist/,
    });
  });

  it("has transactions", async () => {
    const {data, where, sql} = await shop("aurora-postgresql");
    await sql("CREATE TABLE t (a int)");
    const first = await data.beginTransaction(where);
    await sql("INSERT INTO t VALUES (1)", first);
    await data.rollbackTransaction({...where, ...first});
    const {transactionId} = await data.beginTransaction(where);
    await sql("INSERT INTO t VALUES (2)", {transactionId});
    const {transactionStatus} = await data.commitTransaction({...where, transactionId});
    assert.equal(transactionStatus, "Transaction Committed");
    assert.deepEqual((await sql("SELECT a FROM t")).records, [[{longValue: 2}]]);
    await refused(sql("SELECT 1", {transactionId}), TransactionNotFoundException, {status: 404});
  });
});
