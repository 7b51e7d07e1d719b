import {
  EventBridge,
  InvalidEventPatternException,
  ResourceAlreadyExistsException,
  ResourceNotFoundException,
} from "@aws-sdk/client-eventbridge";
import {SQS} from "@aws-sdk/client-sqs";

import {assert, client, describe, freshAccount, it, refused, server} from "./support.mjs";

const EventPattern = JSON.stringify({source: ["shop"]});

describe("EventBridge", () => {
  it("keeps buses, their permissions and tags", async () => {
    const events = client(EventBridge);
    const {EventBusArn} = await events.createEventBus({Name: "shop"});
    await refused(events.createEventBus({Name: "shop"}), ResourceAlreadyExistsException, {
      status: 400,
    });
    await events.updateEventBus({Name: "shop", Description: "orders"});
    const bus = await events.describeEventBus({Name: "shop"});
    assert.equal(bus.Description, "orders");
    assert.ok(bus.CreationTime instanceof Date);
    await events.putPermission({
      EventBusName: "shop",
      Action: "events:PutEvents",
      Principal: "111122223333",
      StatementId: "a",
    });
    const {EventBuses} = await events.listEventBuses({NamePrefix: "s"});
    assert.match(EventBuses[0].Policy, /111122223333/);
    await events.removePermission({EventBusName: "shop", StatementId: "a"});
    await events.tagResource({ResourceARN: EventBusArn, Tags: [{Key: "k", Value: "v"}]});
    const {Tags} = await events.listTagsForResource({ResourceARN: EventBusArn});
    assert.deepEqual(Tags, [{Key: "k", Value: "v"}]);
    await events.untagResource({ResourceARN: EventBusArn, TagKeys: ["k"]});
    await events.deleteEventBus({Name: "shop"});
    await refused(events.describeEventBus({Name: "shop"}), ResourceNotFoundException);
  });

  it("brings events to the targets of rules", async () => {
    const account = freshAccount();
    const events = client(EventBridge, {account});
    const {RuleArn} = await events.putRule({Name: "r", EventPattern});
    const sqs = client(SQS, {account});
    const {QueueUrl} = await sqs.createQueue({QueueName: "q"});
    const asked = await sqs.getQueueAttributes({QueueUrl, AttributeNames: ["QueueArn"]});
    const {QueueArn} = asked.Attributes;
    const Policy = JSON.stringify({
      Statement: [
        {
          Effect: "Allow",
          Principal: {Service: "events.amazonaws.com"},
          Action: "sqs:SendMessage",
          Resource: QueueArn,
          Condition: {ArnEquals: {"aws:SourceArn": RuleArn}},
        },
      ],
    });
    await sqs.setQueueAttributes({QueueUrl, Attributes: {Policy}});
    const Targets = [{Id: "q", Arn: QueueArn, InputPath: "$.detail"}];
    assert.equal((await events.putTargets({Rule: "r", Targets})).FailedEntryCount, 0);
    const put = await events.putEvents({
      Entries: [{Source: "shop", DetailType: "Ordered", Detail: '{"seat":"12A"}'}],
    });
    assert.equal(put.FailedEntryCount, 0);
    await server.settle();
    const {Messages} = await sqs.receiveMessage({QueueUrl});
    assert.equal(Messages[0].Body, '{"seat":"12A"}');
    const named = await events.listRuleNamesByTarget({TargetArn: QueueArn});
    assert.deepEqual(named.RuleNames, ["r"]);
    assert.deepEqual((await events.listTargetsByRule({Rule: "r"})).Targets, Targets);
    await events.removeTargets({Rule: "r", Ids: ["q"]});
    await events.deleteRule({Name: "r"});
  });

  it("describes, disables and lists rules, and tries patterns", async () => {
    const events = client(EventBridge);
    await events.putRule({Name: "r", EventPattern});
    await events.disableRule({Name: "r"});
    assert.equal((await events.describeRule({Name: "r"})).State, "DISABLED");
    await events.enableRule({Name: "r"});
    assert.equal((await events.listRules({})).Rules[0].State, "ENABLED");
    const Event = JSON.stringify({
      id: "1",
      source: "shop",
      account: "1",
      time: "2026-01-01T00:00:00Z",
      region: "r",
      resources: [],
      "detail-type": "t",
    });
    assert.equal((await events.testEventPattern({EventPattern, Event})).Result, true);
    await refused(
      events.putRule({Name: "x", EventPattern: "[]"}),
      InvalidEventPatternException,
      {status: 400},
    );
  });
});
