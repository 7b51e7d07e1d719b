import {IAM} from "@aws-sdk/client-iam";
import {
  ConflictException,
  paginateListScheduleGroups,
  paginateListSchedules,
  ResourceNotFoundException,
  Scheduler,
  ValidationException,
} from "@aws-sdk/client-scheduler";
import {SQS} from "@aws-sdk/client-sqs";

import {
  allPages,
  assert,
  client,
  describe,
  freshAccount,
  it,
  policy,
  refused,
  server,
  trust,
} from "./support.mjs";

// What a schedule of a queue needs, and the queue's messages.
async function newSchedule() {
  const account = freshAccount();
  const sqs = client(SQS, {account});
  const iam = client(IAM, {account});
  const {QueueUrl} = await sqs.createQueue({QueueName: "q"});
  const {Attributes} = await sqs.getQueueAttributes({QueueUrl, AttributeNames: ["QueueArn"]});
  const {Role} = await iam.createRole({
    RoleName: "r",
    AssumeRolePolicyDocument: trust({Service: "scheduler.amazonaws.com"}),
  });
  await iam.putRolePolicy({
    RoleName: "r",
    PolicyName: "p",
    PolicyDocument: policy("sqs:SendMessage"),
  });
  const schedule = {
    Name: "s",
    ScheduleExpression: "rate(1 hour)",
    FlexibleTimeWindow: {Mode: "OFF"},
    Target: {Arn: Attributes.QueueArn, RoleArn: Role.Arn, Input: "due"},
  };
  const received = async () => (await sqs.receiveMessage({QueueUrl})).Messages;
  return {scheduler: client(Scheduler, {account}), schedule, received};
}

describe("EventBridge Scheduler", () => {
  it("calls targets, and keeps schedules", async () => {
    const {scheduler, schedule, received} = await newSchedule();
    const {ScheduleArn} = await scheduler.createSchedule(schedule);
    assert.match(ScheduleArn, /:schedule\/default\/s$/);
    await server.advance("1s");
    assert.equal((await received())[0].Body, "due");
    await refused(scheduler.createSchedule(schedule), ConflictException, {status: 409});
    await scheduler.updateSchedule({
      ...schedule,
      ScheduleExpression: "at(2030-01-01T00:00:00)",
      ScheduleExpressionTimezone: "America/New_York",
      ActionAfterCompletion: "DELETE",
    });
    const got = await scheduler.getSchedule({Name: "s"});
    assert.equal(got.ActionAfterCompletion, "DELETE");
    assert.ok(got.CreationDate instanceof Date);
    await refused(
      scheduler.updateSchedule({...schedule, ScheduleExpressionTimezone: "Europe/Atlantis"}),
      ValidationException,
      {status: 400, message: /Atlantis/},
    );
    await scheduler.deleteSchedule({Name: "s"});
    await refused(scheduler.getSchedule({Name: "s"}), ResourceNotFoundException, {status: 404});
  });

  it("keeps groups with their schedules and tags", async () => {
    const {scheduler, schedule} = await newSchedule();
    const {ScheduleGroupArn} = await scheduler.createScheduleGroup({Name: "g"});
    for (const Name of ["a", "b"]) {
      await scheduler.createSchedule({...schedule, Name, GroupName: "g"});
    }
    const schedules = paginateListSchedules({client: scheduler, pageSize: 1}, {GroupName: "g"});
    assert.equal((await allPages(schedules, "Schedules")).length, 2);
    const groups = paginateListScheduleGroups({client: scheduler, pageSize: 1}, {});
    assert.equal((await allPages(groups, "ScheduleGroups")).length, 2);
    const Tags = [{Key: "team", Value: "bus"}];
    await scheduler.tagResource({ResourceArn: ScheduleGroupArn, Tags});
    const kept = await scheduler.listTagsForResource({ResourceArn: ScheduleGroupArn});
    assert.deepEqual(kept.Tags, Tags);
    await scheduler.untagResource({ResourceArn: ScheduleGroupArn, TagKeys: ["team"]});
    assert.equal((await scheduler.getScheduleGroup({Name: "g"})).State, "ACTIVE");
    await scheduler.deleteScheduleGroup({Name: "g"});
  });
});
