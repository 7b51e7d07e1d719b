import {DynamoDB} from "@aws-sdk/client-dynamodb";

import {assert, client, describe, it, server} from "./support.mjs";

const TableName = "stats";

async function newTable(dynamodb) {
  const {TableDescription} = await dynamodb.createTable({
    TableName,
    AttributeDefinitions: [{AttributeName: "id", AttributeType: "S"}],
    KeySchema: [{AttributeName: "id", KeyType: "HASH"}],
    BillingMode: "PAY_PER_REQUEST",
  });
  await server.advance("1s");
  return TableDescription.TableArn;
}

describe("DynamoDB: settings of tables", () => {
  it("tags a table", async () => {
    const dynamodb = client(DynamoDB);
    const ResourceArn = await newTable(dynamodb);
    const Tags = Array.from({length: 12}, (_, i) => ({Key: `k${i}`, Value: "v"}));
    await dynamodb.tagResource({ResourceArn, Tags});
    await dynamodb.untagResource({ResourceArn, TagKeys: ["k0"]});
    const page = await dynamodb.listTagsOfResource({ResourceArn});
    assert.equal(page.Tags.length, 10);
    const {NextToken} = page;
    const rest = await dynamodb.listTagsOfResource({ResourceArn, NextToken});
    assert.deepEqual([...page.Tags, ...rest.Tags], Tags.slice(1));
  });

  it("lets items expire, and restores to points in time", async () => {
    const dynamodb = client(DynamoDB);
    await newTable(dynamodb);
    const TimeToLiveSpecification = {Enabled: true, AttributeName: "expires"};
    await dynamodb.updateTimeToLive({TableName, TimeToLiveSpecification});
    await server.advance("1s");
    const {TimeToLiveDescription} = await dynamodb.describeTimeToLive({TableName});
    assert.equal(TimeToLiveDescription.TimeToLiveStatus, "ENABLED");

    await dynamodb.updateContinuousBackups({
      TableName,
      PointInTimeRecoverySpecification: {PointInTimeRecoveryEnabled: true},
    });
    const {ContinuousBackupsDescription} = await dynamodb.describeContinuousBackups({TableName});
    const recovery = ContinuousBackupsDescription.PointInTimeRecoveryDescription;
    assert.equal(recovery.RecoveryPeriodInDays, 35);
    assert.ok(recovery.LatestRestorableDateTime instanceof Date);
  });

  it("puts a policy on a table", async () => {
    const dynamodb = client(DynamoDB);
    const ResourceArn = await newTable(dynamodb);
    const Statement = {
      Effect: "Allow",
      Principal: {AWS: "arn:aws:iam::111111111111:root"},
      Action: "dynamodb:*",
      Resource: ResourceArn,
    };
    const Policy = JSON.stringify({Version: "2012-10-17", Statement});
    const {RevisionId} = await dynamodb.putResourcePolicy({ResourceArn, Policy});
    assert.equal((await dynamodb.getResourcePolicy({ResourceArn})).Policy, Policy);
    assert.equal((await dynamodb.deleteResourcePolicy({ResourceArn})).RevisionId, RevisionId);
  });

  it("restores a table from a backup and to a point in time", async () => {
    const dynamodb = client(DynamoDB);
    await newTable(dynamodb);
    await dynamodb.updateContinuousBackups({
      TableName,
      PointInTimeRecoverySpecification: {PointInTimeRecoveryEnabled: true},
    });
    await dynamodb.putItem({TableName, Item: {id: {S: "a"}}});
    const {BackupDetails} = await dynamodb.createBackup({TableName, BackupName: "daily"});
    await server.advance("6min");
    const {BackupArn} = BackupDetails;
    const {BackupDescription} = await dynamodb.describeBackup({BackupArn});
    assert.equal(BackupDescription.BackupDetails.BackupStatus, "AVAILABLE");
    assert.equal((await dynamodb.listBackups({TableName})).BackupSummaries.length, 1);
    await dynamodb.restoreTableFromBackup({TargetTableName: "from-backup", BackupArn});
    await dynamodb.restoreTableToPointInTime({
      SourceTableName: TableName,
      TargetTableName: "in-time",
      UseLatestRestorableTime: true,
    });
    await server.advance("1s");
    for (const name of ["from-backup", "in-time"]) {
      assert.equal((await dynamodb.describeTable({TableName: name})).Table.ItemCount, 1);
    }
    await dynamodb.deleteBackup({BackupArn});
    assert.equal((await dynamodb.listBackups({TableName})).BackupSummaries.length, 0);
  });

  it("keeps contributor insights and Kinesis destinations", async () => {
    const dynamodb = client(DynamoDB);
    await newTable(dynamodb);
    await dynamodb.updateContributorInsights({TableName, ContributorInsightsAction: "ENABLE"});
    const StreamArn = "arn:aws:kinesis:eu-west-1:000000000000:stream/changes";
    await dynamodb.enableKinesisStreamingDestination({TableName, StreamArn});
    await dynamodb.updateKinesisStreamingDestination({
      TableName,
      StreamArn,
      UpdateKinesisStreamingConfiguration: {ApproximateCreationDateTimePrecision: "MICROSECOND"},
    });
    await server.advance("1s");
    const {ContributorInsightsStatus} = await dynamodb.describeContributorInsights({TableName});
    assert.equal(ContributorInsightsStatus, "ENABLED");
    const {ContributorInsightsSummaries} = await dynamodb.listContributorInsights({});
    assert.equal(ContributorInsightsSummaries.length, 1);
    const described = await dynamodb.describeKinesisStreamingDestination({TableName});
    assert.equal(described.KinesisDataStreamDestinations[0].DestinationStatus, "ACTIVE");
    await dynamodb.disableKinesisStreamingDestination({TableName, StreamArn});
  });

  it("keeps replicas", async () => {
    const dynamodb = client(DynamoDB);
    await newTable(dynamodb);
    const ReplicaUpdates = [{Create: {RegionName: "us-west-2"}}];
    await dynamodb.updateTable({TableName, ReplicaUpdates});
    await server.advance("1s");
    const {TableAutoScalingDescription} = await dynamodb.describeTableReplicaAutoScaling({TableName});
    assert.equal(TableAutoScalingDescription.Replicas[0].RegionName, "us-west-2");
  });

  it("keeps global tables", async () => {
    const dynamodb = client(DynamoDB);
    await newTable(dynamodb);
    const StreamSpecification = {StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES"};
    await dynamodb.updateTable({TableName, StreamSpecification});
    await server.advance("1s");
    const GlobalTableName = TableName;
    const replica = {RegionName: await dynamodb.config.region()};
    await dynamodb.createGlobalTable({GlobalTableName, ReplicationGroup: [replica]});
    await server.advance("1s");
    const {GlobalTableDescription} = await dynamodb.describeGlobalTable({GlobalTableName});
    assert.equal(GlobalTableDescription.GlobalTableStatus, "ACTIVE");
    assert.ok(GlobalTableDescription.CreationDateTime instanceof Date);
    const {GlobalTables} = await dynamodb.listGlobalTables({});
    assert.deepEqual(GlobalTables, [{GlobalTableName, ReplicationGroup: [replica]}]);
    await dynamodb.updateGlobalTableSettings({
      GlobalTableName,
      GlobalTableBillingMode: "PROVISIONED",
      GlobalTableProvisionedWriteCapacityUnits: 15,
    });
    await server.advance("1s");
    const {ReplicaSettings} = await dynamodb.describeGlobalTableSettings({GlobalTableName});
    assert.equal(ReplicaSettings[0].ReplicaProvisionedWriteCapacityUnits, 15);
    await dynamodb.updateGlobalTable({GlobalTableName, ReplicaUpdates: [{Delete: replica}]});
    await assert.rejects(dynamodb.describeGlobalTable({GlobalTableName}), {
      name: "GlobalTableNotFoundException",
    });
  });

  it("tells an account its quotas and its endpoint", async () => {
    const dynamodb = client(DynamoDB);
    assert.equal((await dynamodb.describeLimits({})).AccountMaxReadCapacityUnits, 80000);
    assert.equal((await dynamodb.describeEndpoints({})).Endpoints[0].CachePeriodInMinutes, 1440);
  });
});
