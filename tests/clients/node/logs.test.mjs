import {
  CloudWatchLogs,
  InvalidParameterException,
  paginateDescribeLogGroups,
  paginateDescribeLogStreams,
  paginateDescribeMetricFilters,
  paginateDescribeSubscriptionFilters,
  paginateFilterLogEvents,
  ResourceAlreadyExistsException,
  ResourceNotFoundException,
  ValidationException,
} from "@aws-sdk/client-cloudwatch-logs";
import {Lambda} from "@aws-sdk/client-lambda";

import {
  allPages,
  assert,
  client,
  describe,
  freshAccount,
  functionRole,
  it,
  refused,
  server,
} from "./support.mjs";

const logGroupName = "/app/bus";
const logStreamName = "2026/01/01/[$LATEST]one";

async function newStream(logs) {
  await logs.createLogGroup({logGroupName});
  await logs.createLogStream({logGroupName, logStreamName});
}

// What the server's clock shows, in milliseconds.
async function now() {
  return Date.parse((await server.control("clock")).now);
}

describe("CloudWatch Logs", () => {
  it("keeps events and finds them", async () => {
    const logs = client(CloudWatchLogs);
    await newStream(logs);
    const timestamp = await now();
    const put = await logs.putLogEvents({
      logGroupName,
      logStreamName,
      logEvents: [
        {timestamp, message: "ERROR no seat left"},
        {timestamp: timestamp + 1, message: '{"level":"info","passenger":"김"}'},
        {timestamp: timestamp + 24 * 3600 * 1000, message: "from tomorrow"},
      ],
    });
    assert.equal(put.rejectedLogEventsInfo.tooNewLogEventStartIndex, 2);
    const {events, nextForwardToken} = await logs.getLogEvents({
      logGroupName,
      logStreamName,
      startFromHead: true,
    });
    assert.deepEqual(
      events.map(({message}) => message),
      ["ERROR no seat left", '{"level":"info","passenger":"김"}'],
    );
    const more = await logs.getLogEvents({
      logGroupName,
      logStreamName,
      nextToken: nextForwardToken,
    });
    assert.deepEqual([more.events, more.nextForwardToken], [[], nextForwardToken]);

    const find = async (filterPattern) =>
      (await logs.filterLogEvents({logGroupName, filterPattern})).events.length;
    assert.equal(await find("ERROR"), 1);
    assert.equal(await find('{ $.passenger = "김" }'), 1);
    assert.equal(await find("WARN"), 0);
    const pages = paginateFilterLogEvents({client: logs, pageSize: 1}, {logGroupName});
    assert.equal((await allPages(pages, "events")).length, 2);
    await refused(
      logs.filterLogEvents({logGroupName, filterPattern: "{ $.a"}),
      InvalidParameterException,
      {status: 400},
    );
  });

  it("makes, lists and deletes groups and streams", async () => {
    const logs = client(CloudWatchLogs);
    await newStream(logs);
    await refused(logs.createLogGroup({logGroupName}), ResourceAlreadyExistsException, {
      status: 400,
    });
    for (const name of ["/app/train", "/other"]) await logs.createLogGroup({logGroupName: name});
    const groups = paginateDescribeLogGroups(
      {client: logs, pageSize: 1},
      {logGroupNamePrefix: "/app/"},
    );
    assert.deepEqual(
      (await allPages(groups, "logGroups")).map((one) => one.logGroupName),
      [logGroupName, "/app/train"],
    );

    await logs.createLogStream({logGroupName, logStreamName: "two"});
    const streams = paginateDescribeLogStreams({client: logs, pageSize: 1}, {logGroupName});
    assert.deepEqual(
      (await allPages(streams, "logStreams")).map((one) => one.logStreamName),
      [logStreamName, "two"],
    );
    await logs.deleteLogStream({logGroupName, logStreamName});
    await refused(logs.getLogEvents({logGroupName, logStreamName}), ResourceNotFoundException);
    await logs.deleteLogGroup({logGroupName});
    await refused(logs.describeLogStreams({logGroupName}), ResourceNotFoundException);
  });

  it("forgets events when their retention ends", async () => {
    const logs = client(CloudWatchLogs);
    await newStream(logs);
    await logs.putRetentionPolicy({logGroupName, retentionInDays: 1});
    await logs.putLogEvents({
      logGroupName,
      logStreamName,
      logEvents: [{timestamp: await now(), message: "old"}],
    });
    await server.advance("25h");
    assert.deepEqual((await logs.getLogEvents({logGroupName, logStreamName})).events, []);
    await logs.deleteRetentionPolicy({logGroupName});
    const {logGroups} = await logs.describeLogGroups({});
    assert.equal(logGroups[0].retentionInDays, undefined);
  });

  it("tags groups", async () => {
    const logs = client(CloudWatchLogs);
    await logs.createLogGroup({logGroupName, tags: {team: "bus"}});
    const {logGroups} = await logs.describeLogGroups({});
    const resourceArn = logGroups[0].logGroupArn;
    await logs.tagResource({resourceArn, tags: {stage: "prod"}});
    await logs.untagResource({resourceArn, tagKeys: ["team"]});
    assert.deepEqual((await logs.listTagsForResource({resourceArn})).tags, {stage: "prod"});
  });

  it("keeps tags by name, keys and protection of groups", async () => {
    const logs = client(CloudWatchLogs);
    await logs.createLogGroup({logGroupName, deletionProtectionEnabled: true});
    await refused(logs.deleteLogGroup({logGroupName}), ValidationException, {status: 400});
    await logs.putLogGroupDeletionProtection({
      logGroupIdentifier: logGroupName,
      deletionProtectionEnabled: false,
    });
    await logs.tagLogGroup({logGroupName, tags: {team: "bus", stage: "prod"}});
    await logs.untagLogGroup({logGroupName, tags: ["team"]});
    assert.deepEqual((await logs.listTagsLogGroup({logGroupName})).tags, {stage: "prod"});
    await logs.associateKmsKey({logGroupName, kmsKeyId: "key"});
    assert.equal((await logs.describeLogGroups({})).logGroups[0].kmsKeyId, "key");
    await logs.disassociateKmsKey({logGroupName});
    const [group] = (await logs.describeLogGroups({})).logGroups;
    assert.deepEqual([group.kmsKeyId, group.deletionProtectionEnabled], [undefined, false]);
  });

  it("keeps policies of the account and of groups", async () => {
    const logs = client(CloudWatchLogs);
    await logs.createLogGroup({logGroupName});
    const resourceArn = (await logs.describeLogGroups({})).logGroups[0].logGroupArn;
    const policyDocument = JSON.stringify({
      Version: "2012-10-17",
      Statement: {
        Effect: "Allow",
        Principal: {Service: "events.amazonaws.com"},
        Action: "logs:PutLogEvents",
        Resource: "*",
      },
    });
    for (const policyName of ["a", "b"]) {
      await logs.putResourcePolicy({policyName, policyDocument});
    }
    const first = await logs.describeResourcePolicies({limit: 1});
    const second = await logs.describeResourcePolicies({nextToken: first.nextToken});
    assert.deepEqual(
      [...first.resourcePolicies, ...second.resourcePolicies].map((one) => one.policyName),
      ["a", "b"],
    );
    const {revisionId} = await logs.putResourcePolicy({policyDocument, resourceArn});
    const {resourcePolicies} = await logs.describeResourcePolicies({resourceArn});
    assert.deepEqual(
      resourcePolicies.map((one) => [one.policyScope, one.revisionId]),
      [["RESOURCE", revisionId]],
    );
    await logs.deleteResourcePolicy({resourceArn, expectedRevisionId: revisionId});
    await logs.deleteResourcePolicy({policyName: "a"});
    await refused(logs.deleteResourcePolicy({policyName: "a"}), ResourceNotFoundException);
  });

  it("keeps metric filters and tries patterns", async () => {
    const logs = client(CloudWatchLogs);
    await logs.createLogGroup({logGroupName});
    const metricTransformations = [
      {metricNamespace: "shop", metricName: "Errors", metricValue: "1", defaultValue: 0},
    ];
    for (const filterName of ["a", "b"]) {
      await logs.putMetricFilter({
        logGroupName,
        filterName,
        filterPattern: "?ERROR ?WARN",
        metricTransformations,
      });
    }
    const pages = paginateDescribeMetricFilters({client: logs, pageSize: 1}, {});
    const filters = await allPages(pages, "metricFilters");
    assert.deepEqual(
      filters.map((one) => [one.filterName, one.metricTransformations[0].defaultValue]),
      [
        ["a", 0],
        ["b", 0],
      ],
    );
    await logs.deleteMetricFilter({logGroupName, filterName: "a"});
    const {matches} = await logs.testMetricFilter({
      filterPattern: "{ $.level = %^err% && $.ms > 5 }",
      logEventMessages: ['{"level":"error","ms":3}', '{"level":"error","ms":12.5}'],
    });
    assert.deepEqual(matches, [
      {
        eventNumber: 1,
        eventMessage: '{"level":"error","ms":12.5}',
        extractedValues: {"$.level": "error", "$.ms": "12.5"},
      },
    ]);
  });

  it("hands events to a function", async () => {
    const account = freshAccount();
    const logs = client(CloudWatchLogs, {account});
    const functions = client(Lambda, {account});
    await newStream(logs);
    const {FunctionArn: destinationArn} = await functions.createFunction({
      FunctionName: "aram-producer",
      Runtime: "python3.12",
      Role: await functionRole(account),
      Handler: "lambda_function.lambda_handler",
      Code: {ZipFile: Buffer.from("its code is C++")},
    });
    const filter = {logGroupName, filterName: "all", filterPattern: "", destinationArn};
    await refused(logs.putSubscriptionFilter(filter), InvalidParameterException, {
      status: 400,
      message: /Could not execute the lambda function/,
    });
    await functions.addPermission({
      FunctionName: "aram-producer",
      StatementId: "logs",
      Action: "lambda:InvokeFunction",
      Principal: `logs.${await logs.config.region()}.amazonaws.com`,
    });
    await logs.putSubscriptionFilter(filter);
    await logs.putSubscriptionFilter({...filter, filterName: "errors", filterPattern: "ERROR"});
    const pages = paginateDescribeSubscriptionFilters({client: logs, pageSize: 1}, {logGroupName});
    assert.deepEqual(
      (await allPages(pages, "subscriptionFilters")).map((one) => one.destinationArn),
      [destinationArn, destinationArn],
    );
    const logEvents = [{timestamp: await now(), message: "x"}];
    await logs.putLogEvents({logGroupName, logStreamName, logEvents});
    await server.advance("2s");
    const own = {logGroupName: "/aws/lambda/aram-producer", filterPattern: "START"};
    assert.equal((await logs.filterLogEvents(own)).events.length, 1);
    await logs.deleteSubscriptionFilter({logGroupName, filterName: "all"});
  });
});
