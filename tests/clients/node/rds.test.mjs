import {
  DBClusterNotFoundFault,
  DBInstanceNotFoundFault,
  paginateDescribeDBClusters,
  RDS,
  waitUntilDBClusterAvailable,
  waitUntilDBInstanceAvailable,
} from "@aws-sdk/client-rds";

import {allPages, assert, client, describe, it, refused} from "./support.mjs";

async function rdsWith(...identifiers) {
  const rds = client(RDS);
  for (const DBClusterIdentifier of identifiers) {
    await rds.createDBCluster({
      DBClusterIdentifier,
      Engine: "aurora-postgresql",
      MasterUsername: "someone",
      MasterUserPassword: "password",
    });
  }
  return rds;
}

describe("RDS parameter groups", () => {
  it("have the parameters that were set", async () => {
    const rds = client(RDS);
    const DBParameterGroupName = "shop";
    await rds.createDBParameterGroup({
      DBParameterGroupName,
      DBParameterGroupFamily: "postgres16",
      Description: "of the shop",
    });
    await rds.modifyDBParameterGroup({
      DBParameterGroupName,
      Parameters: [
        {ParameterName: "work_mem", ParameterValue: "4096", ApplyMethod: "immediate"},
      ],
    });
    const {Parameters} = await rds.describeDBParameters({DBParameterGroupName, Source: "user"});
    assert.equal(Parameters[0].ParameterValue, "4096");
    const {DBParameterGroups} = await rds.describeDBParameterGroups({DBParameterGroupName});
    assert.equal(DBParameterGroups[0].Description, "of the shop");
    await rds.resetDBParameterGroup({DBParameterGroupName, ResetAllParameters: true});
    await rds.deleteDBParameterGroup({DBParameterGroupName});
    await assert.rejects(rds.describeDBParameterGroups({DBParameterGroupName}), {
      name: "DBParameterGroupNotFoundFault",
    });
  });

  it("exist for clusters too", async () => {
    const rds = client(RDS);
    const DBClusterParameterGroupName = "shop";
    await rds.createDBClusterParameterGroup({
      DBClusterParameterGroupName,
      DBParameterGroupFamily: "aurora-postgresql16",
      Description: "of the shop",
    });
    await rds.modifyDBClusterParameterGroup({
      DBClusterParameterGroupName,
      Parameters: [
        {ParameterName: "work_mem", ParameterValue: "4096", ApplyMethod: "immediate"},
      ],
    });
    const {Parameters} = await rds.describeDBClusterParameters({DBClusterParameterGroupName});
    assert.equal(Parameters[0].ParameterValue, "4096");
    await rds.resetDBClusterParameterGroup({
      DBClusterParameterGroupName,
      ResetAllParameters: true,
    });
    const {DBClusterParameterGroups} = await rds.describeDBClusterParameterGroups({});
    assert.equal(DBClusterParameterGroups[0].DBParameterGroupFamily, "aurora-postgresql16");
    await rds.deleteDBClusterParameterGroup({DBClusterParameterGroupName});
  });
});

describe("RDS clusters", () => {
  it("are made, changed, stopped and deleted", async () => {
    const rds = await rdsWith("shop");
    const DBClusterIdentifier = "shop";
    await waitUntilDBClusterAvailable(
      {client: rds, minDelay: 1, maxWaitTime: 20},
      {DBClusterIdentifier},
    );
    const [seen] = (await rds.describeDBClusters({DBClusterIdentifier})).DBClusters;
    assert.equal(seen.Port, 5432);
    assert.ok(seen.ClusterCreateTime instanceof Date);
    await rds.modifyDBCluster({DBClusterIdentifier, DeletionProtection: false});
    const ResourceArn = seen.DBClusterArn;
    assert.equal((await rds.enableHttpEndpoint({ResourceArn})).HttpEndpointEnabled, true);
    assert.equal((await rds.disableHttpEndpoint({ResourceArn})).HttpEndpointEnabled, false);
    assert.deepEqual((await rds.describeGlobalClusters()).GlobalClusters, []);
    await rds.rebootDBCluster({DBClusterIdentifier});
    await rds.stopDBCluster({DBClusterIdentifier});
    await rds.startDBCluster({DBClusterIdentifier});
    await rds.deleteDBCluster({DBClusterIdentifier, SkipFinalSnapshot: true});
    await refused(rds.describeDBClusters({DBClusterIdentifier}), DBClusterNotFoundFault, {
      status: 404,
    });
  });

  it("come in pages", async () => {
    const rds = await rdsWith(...Array.from({length: 21}, (_, number) => `c${number}`));
    const pages = paginateDescribeDBClusters({client: rds, pageSize: 20}, {});
    assert.equal((await allPages(pages, "DBClusters")).length, 21);
  });
});

describe("RDS instances", () => {
  it("are members of clusters", async () => {
    const rds = await rdsWith("shop");
    for (const DBInstanceIdentifier of ["one", "two"]) {
      await rds.createDBInstance({
        DBInstanceIdentifier,
        DBInstanceClass: "db.r6g.large",
        Engine: "aurora-postgresql",
        DBClusterIdentifier: "shop",
      });
      await waitUntilDBInstanceAvailable(
        {client: rds, minDelay: 1, maxWaitTime: 20},
        {DBInstanceIdentifier},
      );
    }
    const {DBCluster} = await rds.failoverDBCluster({DBClusterIdentifier: "shop"});
    assert.deepEqual(
      DBCluster.DBClusterMembers.map(({IsClusterWriter}) => IsClusterWriter),
      [false, true],
    );
    await rds.rebootDBInstance({DBInstanceIdentifier: "one"});
    await rds.deleteDBInstance({DBInstanceIdentifier: "one"});
    await refused(
      rds.describeDBInstances({DBInstanceIdentifier: "one"}),
      DBInstanceNotFoundFault,
      {status: 404},
    );
  });

  it("may be alone", async () => {
    const rds = client(RDS);
    const DBInstanceIdentifier = "alone";
    const DBSubnetGroupName = "private";
    await rds.createDBSubnetGroup({
      DBSubnetGroupName,
      DBSubnetGroupDescription: "d",
      SubnetIds: ["subnet-1", "subnet-2"],
    });
    const {DBInstance} = await rds.createDBInstance({
      DBInstanceIdentifier,
      DBInstanceClass: "db.t3.medium",
      Engine: "mysql",
      AllocatedStorage: 20,
      MasterUsername: "admin",
      ManageMasterUserPassword: true,
      DBSubnetGroupName,
    });
    assert.match(DBInstance.MasterUserSecret.SecretArn, /:secret:rds!db-/);
    const ResourceName = DBInstance.DBInstanceArn;
    await rds.addTagsToResource({ResourceName, Tags: [{Key: "a", Value: "1"}]});
    assert.equal((await rds.listTagsForResource({ResourceName})).TagList[0].Value, "1");
    await rds.removeTagsFromResource({ResourceName, TagKeys: ["a"]});
    await rds.modifyDBInstance({DBInstanceIdentifier, AllocatedStorage: 40});
    await rds.stopDBInstance({DBInstanceIdentifier});
    await rds.startDBInstance({DBInstanceIdentifier});
    const [seen] = (await rds.describeDBInstances()).DBInstances;
    assert.equal(seen.AllocatedStorage, 40);
    await rds.deleteDBInstance({DBInstanceIdentifier, SkipFinalSnapshot: true});
    await rds.modifyDBSubnetGroup({DBSubnetGroupName, SubnetIds: ["subnet-1", "subnet-3"]});
    const {DBSubnetGroups} = await rds.describeDBSubnetGroups({DBSubnetGroupName});
    assert.equal(DBSubnetGroups[0].Subnets.length, 2);
    await rds.deleteDBSubnetGroup({DBSubnetGroupName});
  });

  it("are offered", async () => {
    const rds = client(RDS);
    const Engine = "aurora-mysql";
    const {DBEngineVersions} = await rds.describeDBEngineVersions({Engine, DefaultOnly: true});
    const {OrderableDBInstanceOptions} = await rds.describeOrderableDBInstanceOptions({
      Engine,
      EngineVersion: DBEngineVersions[0].EngineVersion,
    });
    assert.ok(OrderableDBInstanceOptions.length > 3);
  });
});
