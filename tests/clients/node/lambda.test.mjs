// The code behind a function is C++, bound to its name. --init binds the two functions of the bus
// application in every account: aram-producer counts a request and queues it, aram-consumer works
// the queue off.

import {CloudWatchLogs} from "@aws-sdk/client-cloudwatch-logs";
import {DynamoDB} from "@aws-sdk/client-dynamodb";
import {
  InvalidParameterValueException,
  InvalidRequestContentException,
  Lambda,
  paginateListEventSourceMappings,
  paginateListFunctions,
  ResourceConflictException,
  ResourceNotFoundException,
  TooManyRequestsException,
  waitUntilFunctionActiveV2,
} from "@aws-sdk/client-lambda";
import {S3} from "@aws-sdk/client-s3";
import {SQS} from "@aws-sdk/client-sqs";

import {eventually} from "./emu_server.mjs";
import {newBucket, text} from "./s3_support.mjs";
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

const FunctionName = "aram-producer";
// A zip file with one file.
const ZIP = Buffer.from(
  "UEsDBBQAAAAAAAAAIVyDFtyMAQAAAAEAAAABAAAAYXhQSwECFAMUAAAAAAAAACFcgxbcjAEAAAABAAAA" +
  "AQAAAAAAAAAAAAAAgAEAAAAAYVBLBQYAAAAAAQABAC8AAAAgAAAAAAA=",
  "base64",
);

async function newFunction(account, {Role, ...more} = {}) {
  const lambda = client(Lambda, {account});
  const made = await lambda.createFunction({
    FunctionName,
    Runtime: "python3.12",
    Role: Role ?? (await functionRole(account)),
    Handler: "lambda_function.lambda_handler",
    Code: {ZipFile: Buffer.from("its code is C++")},
    Timeout: 5,
    MemorySize: 256,
    ...more,
  });
  return {lambda, made};
}

// What the producer needs: a table that counts, and a queue. The URL of the queue and the ARN.
async function deployBus(account, Role) {
  const dynamodb = client(DynamoDB, {account});
  const TableName = "stats";
  await dynamodb.createTable({
    TableName,
    AttributeDefinitions: [{AttributeName: "id", AttributeType: "S"}],
    KeySchema: [{AttributeName: "id", KeyType: "HASH"}],
    BillingMode: "PAY_PER_REQUEST",
  });
  await server.advance("1s");
  const sqs = client(SQS, {account});
  const {QueueUrl} = await sqs.createQueue({QueueName: "bookings"});
  const {Attributes} = await sqs.getQueueAttributes({QueueUrl, AttributeNames: ["QueueArn"]});
  const {lambda} = await newFunction(account, {
    Role,
    Environment: {Variables: {STATS_TABLE: TableName, QUEUE_NAME: "bookings"}},
  });
  return {lambda, sqs, QueueUrl, QueueArn: Attributes.QueueArn};
}

function json(payload) {
  return JSON.parse(Buffer.from(payload).toString());
}

const BOOKING = JSON.stringify({routeKey: "POST /api/book-bus", body: '{"passenger":"kim"}'});

describe("Layers of Lambda", () => {
  it("are published, listed, used and deleted", async () => {
    const account = freshAccount();
    const {lambda} = await newFunction(account);
    const made = await lambda.publishLayerVersion({
      LayerName: "deps",
      Content: {ZipFile: ZIP},
      CompatibleRuntimes: ["nodejs20.x"],
    });
    assert.equal(made.Version, 1);
    const Arn = made.LayerVersionArn;
    const got = await lambda.getLayerVersion({LayerName: "deps", VersionNumber: 1});
    assert.equal(got.Content.CodeSize, ZIP.length);
    assert.equal((await lambda.getLayerVersionByArn({Arn})).Version, 1);
    const {Layers} = await lambda.listLayers({CompatibleRuntime: "nodejs20.x"});
    assert.deepEqual(
      Layers.map((layer) => layer.LatestMatchingVersion.LayerVersionArn),
      [Arn],
    );
    const {LayerVersions} = await lambda.listLayerVersions({LayerName: "deps"});
    assert.equal(LayerVersions.length, 1);
    const changed = await lambda.updateFunctionConfiguration({FunctionName, Layers: [Arn]});
    assert.equal(changed.Layers[0].Arn, Arn);
    await lambda.deleteLayerVersion({LayerName: "deps", VersionNumber: 1});
    await refused(
      lambda.getLayerVersion({LayerName: "deps", VersionNumber: 1}),
      ResourceNotFoundException,
      {status: 404},
    );
  });
});

describe("Lambda", () => {
  it("runs a function and answers with what it gave, and with its log", async () => {
    const account = freshAccount();
    const {lambda, QueueUrl} = await deployBus(account);
    const answer = await lambda.invoke({FunctionName, Payload: BOOKING, LogType: "Tail"});
    assert.equal(answer.StatusCode, 200);
    assert.equal(answer.ExecutedVersion, "$LATEST");
    assert.equal(answer.FunctionError, undefined);
    assert.equal(json(answer.Payload).body, '{"status":"queued"}');
    assert.match(
      Buffer.from(answer.LogResult, "base64").toString(),
      /^START RequestId: [^]*\nREPORT RequestId: /,
    );
    const {messages} = await server.peek(QueueUrl);
    assert.deepEqual(
      messages.map(({body}) => body),
      ['{"passenger":"kim"}'],
    );

    const logs = client(CloudWatchLogs, {account});
    const {events} = await logs.filterLogEvents({
      logGroupName: `/aws/lambda/${FunctionName}`,
      filterPattern: "REPORT",
    });
    assert.equal(events.length, 1);
  });

  it("tells a function's failure from the call's", async () => {
    const {lambda} = await newFunction(freshAccount());
    const failed = await lambda.invoke({FunctionName, Payload: BOOKING});
    assert.equal(failed.StatusCode, 200);
    assert.equal(failed.FunctionError, "Unhandled");
    assert.deepEqual(
      {...json(failed.Payload), requestId: undefined, stackTrace: undefined},
      {
        errorType: "KeyError",
        errorMessage: "'STATS_TABLE'",
        requestId: undefined,
        stackTrace: undefined,
      },
    );
    await refused(lambda.invoke({FunctionName, Payload: "{"}), InvalidRequestContentException, {
      status: 400,
      message: /Could not parse request body into json/,
    });
    const missing = await refused(
      lambda.invoke({FunctionName: "none"}),
      ResourceNotFoundException,
      {
        status: 404,
        message: /^Function not found: arn:aws:lambda:[a-z0-9-]+:\d{12}:function:none$/,
      },
    );
    assert.equal(missing.Type, "User");
    assert.equal((await lambda.invoke({FunctionName, InvocationType: "DryRun"})).StatusCode, 204);
  });

  it("takes an event and works it off later", async () => {
    const account = freshAccount();
    const {lambda, QueueUrl} = await deployBus(account);
    const taken = await lambda.invoke({FunctionName, InvocationType: "Event", Payload: BOOKING});
    assert.equal(taken.StatusCode, 202);
    assert.equal(taken.Payload?.length ?? 0, 0);
    await eventually(
      "the event was worked off",
      async () => (await server.peek(QueueUrl)).depth.visible === 1,
    );
  });

  it("keeps functions, changes, lists and deletes them", async () => {
    const account = freshAccount();
    const Role = await functionRole(account);
    const {lambda, made} = await newFunction(account, {Role, Description: "first"});
    assert.equal(
      made.FunctionArn,
      `arn:aws:lambda:${process.env.AWS_REGION}:${account}:function:${FunctionName}`,
    );
    assert.equal(made.State, "Pending");
    await waitUntilFunctionActiveV2({client: lambda, maxWaitTime: 10}, {FunctionName});
    const active = await lambda.getFunctionConfiguration({FunctionName});
    assert.notEqual(active.RevisionId, made.RevisionId);
    const {Versions} = await lambda.listVersionsByFunction({FunctionName});
    assert.deepEqual(Versions.map(({Version}) => Version), ["$LATEST"]);
    const signing = await lambda.getFunctionCodeSigningConfig({FunctionName});
    assert.equal(signing.CodeSigningConfigArn, undefined);
    await refused(newFunction(account, {Role}), ResourceConflictException, {status: 409});

    const changed = await lambda.updateFunctionConfiguration({
      FunctionName,
      Timeout: 6,
      Environment: {Variables: {COLOUR: "blue"}},
      RevisionId: active.RevisionId,
    });
    assert.notEqual(changed.RevisionId, made.RevisionId);
    const coded = await lambda.updateFunctionCode({
      FunctionName,
      ZipFile: Buffer.from("other code"),
    });
    assert.notEqual(coded.CodeSha256, made.CodeSha256);
    const configuration = await lambda.getFunctionConfiguration({FunctionName});
    assert.equal(configuration.Timeout, 6);
    assert.equal(configuration.Description, "first");
    assert.deepEqual(configuration.Environment.Variables, {COLOUR: "blue"});
    assert.equal((await lambda.getFunction({FunctionName})).Configuration.CodeSize, 10);

    await newFunction(account, {Role, FunctionName: "aram-consumer"});
    const all = await allPages(
      paginateListFunctions({client: lambda, pageSize: 1}, {}),
      "Functions",
    );
    assert.deepEqual(
      all.map((one) => one.FunctionName),
      ["aram-consumer", FunctionName],
    );
    await lambda.deleteFunction({FunctionName});
    await refused(lambda.getFunction({FunctionName}), ResourceNotFoundException);
  });

  it("limits how many run at a time", async () => {
    const {lambda} = await newFunction(freshAccount());
    const {AccountLimit, AccountUsage} = await lambda.getAccountSettings({});
    assert.equal(AccountLimit.ConcurrentExecutions, 1000);
    assert.equal(AccountUsage.FunctionCount, 1);
    await lambda.putFunctionConcurrency({FunctionName, ReservedConcurrentExecutions: 0});
    const reserved = await lambda.getFunctionConcurrency({FunctionName});
    assert.equal(reserved.ReservedConcurrentExecutions, 0);
    const throttled = await refused(lambda.invoke({FunctionName}), TooManyRequestsException, {
      status: 429,
    });
    assert.equal(throttled.Reason, "ReservedFunctionConcurrentInvocationLimitExceeded");
    await lambda.deleteFunctionConcurrency({FunctionName});
    assert.equal((await lambda.invoke({FunctionName})).StatusCode, 200);
  });

  it("says what becomes of events that fail", async () => {
    const {lambda} = await newFunction(freshAccount());
    const put = await lambda.putFunctionEventInvokeConfig({FunctionName, MaximumRetryAttempts: 1});
    assert.equal(put.MaximumRetryAttempts, 1);
    assert.ok(put.LastModified instanceof Date);
    await lambda.updateFunctionEventInvokeConfig({FunctionName, MaximumEventAgeInSeconds: 60});
    const kept = await lambda.getFunctionEventInvokeConfig({FunctionName});
    assert.equal(kept.MaximumEventAgeInSeconds, 60);
    assert.equal(kept.MaximumRetryAttempts, 1);
    const {FunctionEventInvokeConfigs} = await lambda.listFunctionEventInvokeConfigs({
      FunctionName,
    });
    assert.equal(FunctionEventInvokeConfigs.length, 1);
    await lambda.deleteFunctionEventInvokeConfig({FunctionName});
    await refused(lambda.getFunctionEventInvokeConfig({FunctionName}), ResourceNotFoundException);
  });

  it("has policies and tags", async () => {
    const {lambda, made} = await newFunction(freshAccount(), {Tags: {team: "bus"}});
    const {Statement} = await lambda.addPermission({
      FunctionName,
      StatementId: "api",
      Action: "lambda:InvokeFunction",
      Principal: "apigateway.amazonaws.com",
    });
    assert.equal(JSON.parse(Statement).Sid, "api");
    assert.equal(JSON.parse((await lambda.getPolicy({FunctionName})).Policy).Statement.length, 1);
    await lambda.removePermission({FunctionName, StatementId: "api"});
    await refused(lambda.getPolicy({FunctionName}), ResourceNotFoundException);

    const Resource = made.FunctionArn;
    await lambda.tagResource({Resource, Tags: {stage: "prod", "a b": "c+d"}});
    await lambda.untagResource({Resource, TagKeys: ["team", "a b"]});
    assert.deepEqual((await lambda.listTags({Resource})).Tags, {stage: "prod"});
  });

  it("works a queue off", async () => {
    const account = freshAccount();
    const Role = await functionRole(account);
    const {lambda, sqs, QueueUrl, QueueArn} = await deployBus(account, Role);
    const s3 = client(S3, {account});
    const Bucket = await newBucket(s3);
    const ContentType = "application/json";
    await s3.putObject({
      Bucket,
      Key: "stats.json",
      ContentType,
      Body: '{"requests":0,"processed":0,"success":0}',
    });
    await newFunction(account, {
      FunctionName: "aram-consumer",
      Role,
      Environment: {Variables: {STATS_TABLE: "stats", S3_BUCKET: Bucket, S3_KEY: "stats.json"}},
    });

    const mapping = await lambda.createEventSourceMapping({
      EventSourceArn: QueueArn,
      FunctionName: "aram-consumer",
      BatchSize: 5,
    });
    assert.equal(mapping.State, "Creating");
    const {UUID} = mapping;
    const state = async () => (await lambda.getEventSourceMapping({UUID})).State;
    await eventually("the mapping is enabled", async () => (await state()) === "Enabled");
    await refused(
      lambda.createEventSourceMapping({EventSourceArn: QueueArn, FunctionName: "aram-consumer"}),
      ResourceConflictException,
    );
    await refused(
      lambda.createEventSourceMapping({
        EventSourceArn: `${QueueArn}-none`,
        FunctionName: "aram-consumer",
      }),
      InvalidParameterValueException,
    );

    for (let i = 0; i < 7; ++i) await lambda.invoke({FunctionName, Payload: BOOKING});
    await eventually("all bookings are counted in stats.json", async () => {
      await server.advance("1s"); // a booking takes its time
      return (
        (await text(s3.getObject({Bucket, Key: "stats.json"}))) ===
        '{"requests":7,"processed":7,"success":7}'
      );
    });
    assert.deepEqual((await server.peek(QueueUrl)).messages, []);

    await lambda.updateEventSourceMapping({UUID, Enabled: false});
    await eventually("the mapping is disabled", async () => {
      await server.advance("1s");
      return (await state()) === "Disabled";
    });
    await sqs.sendMessage({QueueUrl, MessageBody: "{}"});
    await server.advance("1min");
    assert.equal((await server.peek(QueueUrl)).depth.visible, 1);

    await sqs.createQueue({QueueName: "second"});
    const second = await lambda.createEventSourceMapping({
      EventSourceArn: QueueArn.replace("bookings", "second"),
      FunctionName: "aram-consumer",
    });
    const list = paginateListEventSourceMappings(
      {client: lambda, pageSize: 1},
      {FunctionName: "aram-consumer"},
    );
    const listed = await allPages(list, "EventSourceMappings");
    assert.deepEqual(listed.map((one) => one.UUID).sort(), [UUID, second.UUID].sort());
    await lambda.deleteEventSourceMapping({UUID});
    await eventually("the mapping is gone", async () => {
      await server.advance("1s");
      return (await state().catch((error) => error.name)) === "ResourceNotFoundException";
    });
  });
});
