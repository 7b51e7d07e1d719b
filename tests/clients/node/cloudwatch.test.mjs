import {
  CloudWatch,
  InvalidParameterCombinationException,
  paginateDescribeAlarmHistory,
  paginateDescribeAlarms,
  paginateGetMetricData,
  paginateListDashboards,
  paginateListMetrics,
  ResourceNotFound,
  ResourceNotFoundException,
  waitUntilAlarmExists,
  waitUntilCompositeAlarmExists,
} from "@aws-sdk/client-cloudwatch";
import {SmithyRpcV2CborProtocol} from "@smithy/core/cbor";

import {allPages, assert, client, describe, it, refused, server, watchRequests} from "./support.mjs";

const Namespace = "shop";

const put = (cloudwatch, Value, more = {}) =>
  cloudwatch.putMetricData({Namespace, MetricData: [{MetricName: "Orders", Value, ...more}]});

const putAlarm = (cloudwatch, AlarmName = "many", more = {}) =>
  cloudwatch.putMetricAlarm({
    AlarmName,
    Namespace,
    MetricName: "Orders",
    Statistic: "Sum",
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 5,
    ComparisonOperator: "GreaterThanThreshold",
    ...more,
  });

// Of what fits a page.
async function whole(pages, member) {
  const all = [];
  for await (const page of pages) all.push(...(page[member] ?? []));
  return all;
}

async function around() {
  const now = new Date((await server.control("clock")).now).getTime();
  return {StartTime: new Date(now - 3_600_000), EndTime: new Date(now + 3_600_000)};
}

describe("CloudWatch metrics", () => {
  it("keeps values", async () => {
    const cloudwatch = client(CloudWatch);
    await put(cloudwatch, 3, {Unit: "Count"});
    await put(cloudwatch, 5.5, {Unit: "Count"});
    const {Datapoints, Label} = await cloudwatch.getMetricStatistics({
      Namespace,
      MetricName: "Orders",
      Period: 60,
      Statistics: ["Sum", "Maximum"],
      ...(await around()),
    });
    assert.equal(Label, "Orders");
    assert.equal(Datapoints.length, 1);
    assert.equal(Datapoints[0].Sum, 8.5);
    assert.equal(Datapoints[0].Unit, "Count");
    assert.ok(Datapoints[0].Timestamp instanceof Date);
    await refused(put(cloudwatch, 1, {Values: [1]}), InvalidParameterCombinationException, {
      status: 400,
      message: /mutually exclusive/,
    });
  });

  it("speaks CBOR", async () => {
    const cloudwatch = client(CloudWatch, {protocol: SmithyRpcV2CborProtocol});
    const requests = watchRequests(cloudwatch);
    await put(cloudwatch, 5.5, {Dimensions: [{Name: "Région", Value: "eu"}]});
    assert.match(requests[0].path, /^\/service\/GraniteServiceVersion20100801\/operation\//);
    const {Datapoints} = await cloudwatch.getMetricStatistics({
      Namespace,
      MetricName: "Orders",
      Dimensions: [{Name: "Région", Value: "eu"}],
      Period: 60,
      Statistics: ["Sum"],
      ...(await around()),
    });
    assert.equal(Datapoints[0].Sum, 5.5);
    assert.ok(Datapoints[0].Timestamp instanceof Date);
    await refused(put(cloudwatch, 1, {Values: [1]}), InvalidParameterCombinationException, {
      status: 400,
      message: /mutually exclusive/,
    });
    await refused(
      cloudwatch.setAlarmState({AlarmName: "none", StateValue: "OK", StateReason: "x"}),
      ResourceNotFound,
      {status: 404},
    );
  });

  it("answers metric math page by page, and lists metrics", async () => {
    const cloudwatch = client(CloudWatch);
    await put(cloudwatch, 8);
    const results = await allPages(
      paginateGetMetricData(
        {client: cloudwatch},
        {
          MetricDataQueries: [
            {
              Id: "m",
              MetricStat: {Metric: {Namespace, MetricName: "Orders"}, Period: 60, Stat: "Sum"},
            },
            {Id: "e", Expression: "m * 2"},
          ],
          MaxDatapoints: 1,
          ...(await around()),
        },
      ),
      "MetricDataResults",
    );
    assert.deepEqual(
      results.flatMap(({Values}) => Values),
      [8, 16],
    );
    const [listed] = await whole(
      paginateListMetrics({client: cloudwatch}, {Namespace}),
      "Metrics",
    );
    assert.equal(listed.MetricName, "Orders");
  });
});

describe("CloudWatch alarms", () => {
  it("go off, and are described", async () => {
    const cloudwatch = client(CloudWatch);
    await putAlarm(cloudwatch);
    await waitUntilAlarmExists(
      {client: cloudwatch, maxWaitTime: 10},
      {AlarmNames: ["many"]},
    );
    await put(cloudwatch, 10);
    await server.advance("1min");
    const [alarm] = await whole(paginateDescribeAlarms({client: cloudwatch}, {}), "MetricAlarms");
    assert.equal(alarm.StateValue, "ALARM");
    assert.equal(alarm.Threshold, 5);
    const {MetricAlarms} = await cloudwatch.describeAlarmsForMetric({
      Namespace,
      MetricName: "Orders",
    });
    assert.equal(MetricAlarms.length, 1);
    const history = await allPages(
      paginateDescribeAlarmHistory({client: cloudwatch, pageSize: 1}, {AlarmName: "many"}),
      "AlarmHistoryItems",
    );
    assert.equal(
      history[0].HistorySummary,
      "Alarm updated from INSUFFICIENT_DATA to ALARM",
    );
    await cloudwatch.disableAlarmActions({AlarmNames: ["many"]});
    await cloudwatch.enableAlarmActions({AlarmNames: ["many"]});
    await cloudwatch.setAlarmState({AlarmName: "many", StateValue: "OK", StateReason: "x"});
    await refused(
      cloudwatch.setAlarmState({AlarmName: "none", StateValue: "OK", StateReason: "x"}),
      ResourceNotFound,
      {status: 404},
    );
    await cloudwatch.putCompositeAlarm({AlarmName: "all", AlarmRule: "ALARM(many)"});
    await waitUntilCompositeAlarmExists(
      {client: cloudwatch, maxWaitTime: 10},
      {AlarmNames: ["all"], AlarmTypes: ["CompositeAlarm"]},
    );
    await cloudwatch.deleteAlarms({AlarmNames: ["all", "many"]});
  });

  it("have tags", async () => {
    const cloudwatch = client(CloudWatch);
    await putAlarm(cloudwatch, "many", {Tags: [{Key: "team", Value: "shop"}]});
    const {MetricAlarms} = await cloudwatch.describeAlarms({});
    const ResourceARN = MetricAlarms[0].AlarmArn;
    await cloudwatch.tagResource({ResourceARN, Tags: [{Key: "stage", Value: "test"}]});
    await cloudwatch.untagResource({ResourceARN, TagKeys: ["team"]});
    const {Tags} = await cloudwatch.listTagsForResource({ResourceARN});
    assert.deepEqual(Tags, [{Key: "stage", Value: "test"}]);
    await refused(
      cloudwatch.listTagsForResource({ResourceARN: `${ResourceARN}x`}),
      ResourceNotFoundException,
      {status: 404},
    );
  });
});

describe("CloudWatch dashboards", () => {
  it("are written, read, listed and deleted", async () => {
    const cloudwatch = client(CloudWatch);
    const DashboardBody = JSON.stringify({
      widgets: [{type: "text", properties: {markdown: "hello"}}],
    });
    await cloudwatch.putDashboard({DashboardName: "ops", DashboardBody});
    const read = await cloudwatch.getDashboard({DashboardName: "ops"});
    assert.equal(read.DashboardBody, DashboardBody);
    const [entry] = await whole(
      paginateListDashboards({client: cloudwatch}, {}),
      "DashboardEntries",
    );
    assert.equal(entry.DashboardName, "ops");
    await cloudwatch.deleteDashboards({DashboardNames: ["ops"]});
    // As in Query, by which the SDK names errors of this service.
    await refused(cloudwatch.getDashboard({DashboardName: "ops"}), "ResourceNotFound", {
      status: 404,
    });
  });
});
