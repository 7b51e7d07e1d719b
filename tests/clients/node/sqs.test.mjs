import {
  BatchEntryIdsNotDistinct,
  EmptyBatchRequest,
  paginateListDeadLetterSourceQueues,
  paginateListQueues,
  PurgeQueueInProgress,
  QueueDeletedRecently,
  QueueDoesNotExist,
  QueueNameExists,
  ReceiptHandleIsInvalid,
  SQS,
  SQSServiceException,
} from "@aws-sdk/client-sqs";

import {
  allPages,
  assert,
  client,
  describe,
  freshAccount,
  it,
  refused,
  server,
  watchRequests,
} from "./support.mjs";

async function newQueue(sqs, QueueName = "orders", Attributes = {}) {
  return (await sqs.createQueue({QueueName, Attributes})).QueueUrl;
}

async function arnOf(sqs, QueueUrl) {
  const {Attributes} = await sqs.getQueueAttributes({QueueUrl, AttributeNames: ["QueueArn"]});
  return Attributes.QueueArn;
}

async function receive(sqs, QueueUrl, more = {}) {
  return (await sqs.receiveMessage({QueueUrl, MaxNumberOfMessages: 10, ...more})).Messages ?? [];
}

describe("SQS", () => {
  it("hands a message from a sender to a receiver", async () => {
    const sqs = client(SQS);
    const requests = watchRequests(sqs);
    const QueueUrl = await newQueue(sqs);
    const sent = await sqs.sendMessage({QueueUrl, MessageBody: "서울 → 부산 🚌"});
    const [message] = await receive(sqs, QueueUrl);
    assert.equal(message.Body, "서울 → 부산 🚌");
    assert.equal(message.MessageId, sent.MessageId);
    await sqs.deleteMessage({QueueUrl, ReceiptHandle: message.ReceiptHandle});
    assert.deepEqual((await server.peek(QueueUrl)).messages, []);
    // The SDK speaks JSON to SQS; older ones speak Query.
    assert.equal(requests[0].headers["x-amz-target"], "AmazonSQS.CreateQueue");
  });

  it("keeps a queue's attributes, and refuses a second queue of its name with others", async () => {
    const account = freshAccount();
    const sqs = client(SQS, {account});
    const QueueUrl = await newQueue(sqs, "orders", {VisibilityTimeout: "36"});
    assert.equal(QueueUrl, `${server.url}/${account}/orders`);
    assert.equal((await sqs.getQueueUrl({QueueName: "orders"})).QueueUrl, QueueUrl);
    await sqs.setQueueAttributes({QueueUrl, Attributes: {DelaySeconds: "5"}});
    const {Attributes} = await sqs.getQueueAttributes({QueueUrl, AttributeNames: ["All"]});
    assert.equal(Attributes.VisibilityTimeout, "36");
    assert.equal(Attributes.DelaySeconds, "5");
    assert.match(Attributes.QueueArn, new RegExp(`^arn:aws:sqs:[a-z0-9-]+:${account}:orders$`));
    await refused(newQueue(sqs, "orders", {VisibilityTimeout: "37"}), QueueNameExists, {
      status: 400,
    });

    await sqs.deleteQueue({QueueUrl});
    await refused(newQueue(sqs), QueueDeletedRecently);
    const missing = await refused(sqs.getQueueUrl({QueueName: "orders"}), QueueDoesNotExist);
    assert.ok(missing instanceof SQSServiceException);
    assert.match(missing.message, /The specified queue does not exist/);
    await server.advance("60s");
    await newQueue(sqs);
  });

  it("lists queues by prefix, page by page", async () => {
    const sqs = client(SQS);
    const urls = [];
    for (const name of ["a-1", "a-2", "a-3", "b-1"]) urls.push(await newQueue(sqs, name));
    const pages = paginateListQueues({client: sqs, pageSize: 2}, {QueueNamePrefix: "a-"});
    assert.deepEqual((await allPages(pages, "QueueUrls")).sort(), urls.slice(0, 3));
  });

  it("carries message attributes of each type", async () => {
    const sqs = client(SQS);
    const QueueUrl = await newQueue(sqs);
    const MessageAttributes = {
      text: {DataType: "String", StringValue: "Attribute Value"},
      number: {DataType: "Number.int", StringValue: "42"},
      bytes: {DataType: "Binary", BinaryValue: Uint8Array.of(0, 255, 10)},
    };
    const sent = await sqs.sendMessage({QueueUrl, MessageBody: "{}", MessageAttributes});
    assert.match(sent.MD5OfMessageAttributes, /^[0-9a-f]{32}$/);
    const [message] = await receive(sqs, QueueUrl, {
      MessageAttributeNames: ["All"],
      MessageSystemAttributeNames: ["All"],
    });
    assert.equal(message.MD5OfMessageAttributes, sent.MD5OfMessageAttributes);
    assert.equal(message.MessageAttributes.text.StringValue, "Attribute Value");
    assert.equal(message.MessageAttributes.number.DataType, "Number.int");
    assert.deepEqual(
      Uint8Array.from(message.MessageAttributes.bytes.BinaryValue),
      MessageAttributes.bytes.BinaryValue,
    );
    assert.equal(message.Attributes.ApproximateReceiveCount, "1");
  });

  it("hides a received message for its visibility timeout, which can be changed", async () => {
    const sqs = client(SQS);
    const QueueUrl = await newQueue(sqs);
    await sqs.sendMessage({QueueUrl, MessageBody: "1"});
    const [{ReceiptHandle}] = await receive(sqs, QueueUrl);
    await sqs.changeMessageVisibility({QueueUrl, ReceiptHandle, VisibilityTimeout: 100});
    await server.advance("99s");
    assert.deepEqual(await receive(sqs, QueueUrl), []);
    await server.advance("1s");
    assert.equal((await server.peek(QueueUrl)).depth.visible, 1);
    await sqs.changeMessageVisibility({QueueUrl, ReceiptHandle, VisibilityTimeout: 1});
    assert.equal((await server.peek(QueueUrl)).depth.visible, 1);
    await refused(
      sqs.deleteMessage({QueueUrl, ReceiptHandle: "no handle"}),
      ReceiptHandleIsInvalid,
    );
  });

  it("delays a message, and answers a long poll when it comes", async () => {
    const sqs = client(SQS);
    const QueueUrl = await newQueue(sqs);
    await sqs.sendMessage({QueueUrl, MessageBody: "later", DelaySeconds: 15});
    assert.deepEqual(await receive(sqs, QueueUrl), []);
    const polling = receive(sqs, QueueUrl, {WaitTimeSeconds: 20});
    await sqs.getQueueAttributes({QueueUrl, AttributeNames: ["All"]});
    await server.advance("15s");
    // Where the poll began only now, the message is there for it all the same.
    assert.equal((await polling)[0].Body, "later");

    const empty = receive(sqs, QueueUrl, {WaitTimeSeconds: 20, VisibilityTimeout: 0});
    await sqs.sendMessage({QueueUrl, MessageBody: "now"});
    assert.equal((await empty)[0].Body, "now");
  });

  it("sends, hides and deletes in batches, each entry with its own fate", async () => {
    const sqs = client(SQS);
    const QueueUrl = await newQueue(sqs);
    const Entries = Array.from({length: 9}, (_, i) => ({Id: `n${i}`, MessageBody: `${i}`}));
    Entries.push({Id: "late", MessageBody: "x", DelaySeconds: 901});
    const sent = await sqs.sendMessageBatch({QueueUrl, Entries});
    assert.equal(sent.Successful.length, 9);
    assert.deepEqual(
      sent.Failed.map(({Id, SenderFault}) => ({Id, SenderFault})),
      [{Id: "late", SenderFault: true}],
    );

    const messages = await receive(sqs, QueueUrl);
    const handles = messages.map(({ReceiptHandle}, i) => ({Id: `n${i}`, ReceiptHandle}));
    const hidden = await sqs.changeMessageVisibilityBatch({
      QueueUrl,
      Entries: handles.map((entry) => ({...entry, VisibilityTimeout: 600})),
    });
    assert.equal(hidden.Successful.length, messages.length);
    const gone = await sqs.deleteMessageBatch({
      QueueUrl,
      Entries: [...handles.slice(1), {Id: "bad", ReceiptHandle: "no handle"}],
    });
    assert.equal(gone.Successful.length, messages.length - 1);
    assert.equal(gone.Failed[0].Code, "ReceiptHandleIsInvalid");

    await refused(sqs.sendMessageBatch({QueueUrl, Entries: []}), EmptyBatchRequest);
    await refused(
      sqs.sendMessageBatch({QueueUrl, Entries: [Entries[0], Entries[0]]}),
      BatchEntryIdsNotDistinct,
    );
  });

  it("purges a queue, once in a minute", async () => {
    const sqs = client(SQS);
    const QueueUrl = await newQueue(sqs);
    await sqs.sendMessage({QueueUrl, MessageBody: "1"});
    await sqs.purgeQueue({QueueUrl});
    assert.deepEqual((await server.peek(QueueUrl)).messages, []);
    await refused(sqs.purgeQueue({QueueUrl}), PurgeQueueInProgress, {status: 403});
  });

  it("tags a queue", async () => {
    const sqs = client(SQS);
    const QueueUrl = await newQueue(sqs);
    await sqs.tagQueue({QueueUrl, Tags: {team: "bus", stage: "prod"}});
    await sqs.untagQueue({QueueUrl, TagKeys: ["stage"]});
    assert.deepEqual((await sqs.listQueueTags({QueueUrl})).Tags, {team: "bus"});
  });

  it("lets another account send where a permission allows it", async () => {
    const sqs = client(SQS);
    const QueueUrl = await newQueue(sqs);
    const AWSAccountIds = [freshAccount()];
    await sqs.addPermission({QueueUrl, Label: "guest", AWSAccountIds, Actions: ["SendMessage"]});
    const read = async () => {
      const {Attributes} = await sqs.getQueueAttributes({QueueUrl, AttributeNames: ["Policy"]});
      return Attributes?.Policy ?? "";
    };
    assert.match(await read(), /guest/);
    await sqs.removePermission({QueueUrl, Label: "guest"});
    assert.doesNotMatch(await read(), /guest/);
  });

  it("moves what failed into the dead-letter queue, and home again at a rate", async () => {
    const sqs = client(SQS);
    const DeadLetters = await newQueue(sqs, "orders-dlq");
    const SourceArn = await arnOf(sqs, DeadLetters);
    const QueueUrl = await newQueue(sqs, "orders", {
      RedrivePolicy: JSON.stringify({deadLetterTargetArn: SourceArn, maxReceiveCount: 1}),
      VisibilityTimeout: "0",
    });
    await newQueue(sqs, "returns", {
      RedrivePolicy: JSON.stringify({deadLetterTargetArn: SourceArn, maxReceiveCount: 1}),
    });
    const sources = paginateListDeadLetterSourceQueues(
      {client: sqs, pageSize: 1},
      {QueueUrl: DeadLetters},
    );
    assert.equal((await allPages(sources, "queueUrls")).length, 2);

    for (const MessageBody of ["1", "2", "3"]) await sqs.sendMessage({QueueUrl, MessageBody});
    assert.equal((await receive(sqs, QueueUrl)).length, 3);
    assert.equal((await receive(sqs, QueueUrl)).length, 0);
    assert.equal((await server.peek(DeadLetters)).depth.visible, 3);

    const {TaskHandle} = await sqs.startMessageMoveTask({
      SourceArn,
      MaxNumberOfMessagesPerSecond: 1,
    });
    const [running] = (await sqs.listMessageMoveTasks({SourceArn})).Results;
    assert.equal(running.Status, "RUNNING");
    assert.equal(running.TaskHandle, TaskHandle);
    await server.advance("1s");
    const stopped = await sqs.cancelMessageMoveTask({TaskHandle});
    const moved = stopped.ApproximateNumberOfMessagesMoved;
    assert.ok(moved >= 1 && moved < 3, `${moved} were moved`);
    assert.equal((await server.peek(QueueUrl)).depth.visible, moved);
  });

  it("keeps the order of a FIFO queue's groups, and sends a message once", async () => {
    const sqs = client(SQS);
    const QueueUrl = await newQueue(sqs, "seats.fifo", {
      FifoQueue: "true",
      ContentBasedDeduplication: "true",
    });
    const send = (MessageBody) =>
      sqs.sendMessage({QueueUrl, MessageBody, MessageGroupId: MessageBody[0]});
    const first = await send("a1");
    assert.match(first.SequenceNumber, /^\d{20}$/);
    assert.equal((await send("a1")).MessageId, first.MessageId);
    const batch = await sqs.sendMessageBatch({
      QueueUrl,
      Entries: ["b1", "a2"].map((MessageBody, i) => ({
        Id: `${i}`,
        MessageBody,
        MessageGroupId: MessageBody[0],
      })),
    });
    assert.equal(batch.Successful.length, 2);
    const how = {MessageSystemAttributeNames: ["All"], ReceiveRequestAttemptId: "try"};
    const messages = await receive(sqs, QueueUrl, how);
    assert.deepEqual(
      messages.map(({Body}) => Body),
      ["a1", "a2", "b1"],
    );
    assert.equal(messages[1].Attributes.MessageGroupId, "a");
    const again = await receive(sqs, QueueUrl, how);
    assert.equal(again[0].ReceiptHandle, messages[0].ReceiptHandle);
    assert.equal((await receive(sqs, QueueUrl)).length, 0);
    await refused(sqs.sendMessage({QueueUrl, MessageBody: "no group"}), "MissingParameter");
  });
});
