import {
  CloudWatchLogs,
  InvalidParameterException,
  paginateDescribeLogGroups,
  paginateDescribeLogStreams,
  paginateFilterLogEvents,
  ResourceAlreadyExistsException,
  ResourceNotFoundException,
} from "@aws-sdk/client-cloudwatch-logs";

import {allPages, assert, client, describe, it, refused, server} from "./support.mjs";

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
});
