// Two minutes of SQS in a moment: with the clock held, a program steps over the timeouts that it
// would otherwise wait for.

import assert from "node:assert/strict";
import {after, before, describe, it} from "node:test";

import {SQS} from "@aws-sdk/client-sqs";

import {EmuServer} from "./emu_server.mjs";

const REGION = "ap-northeast-2";
const VISIBILITY_SECONDS = 36;
const RECEIVES_MAX = 3;

describe("With the clock held", () => {
  let server;
  let sqs;

  before(async () => {
    server = await EmuServer.start("--clock", "held", "--region", REGION);
    Object.assign(process.env, {
      AWS_ENDPOINT_URL: server.url,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
    });
    sqs = new SQS();
    await sqs.listQueues({}); // so that no code is loaded while the time is taken
  });
  after(() => server.stop());

  const now = async () => Date.parse((await server.control("clock")).now);
  const depth = async (queue) => (await server.peek(queue)).depth;

  async function makeQueues() {
    const {QueueUrl: dlq} = await sqs.createQueue({QueueName: "worker-dlq"});
    const {Attributes} = await sqs.getQueueAttributes({
      QueueUrl: dlq,
      AttributeNames: ["QueueArn"],
    });
    const {QueueUrl: queue} = await sqs.createQueue({
      QueueName: "worker",
      Attributes: {
        VisibilityTimeout: String(VISIBILITY_SECONDS),
        RedrivePolicy: JSON.stringify({
          deadLetterTargetArn: Attributes.QueueArn,
          maxReceiveCount: RECEIVES_MAX,
        }),
      },
    });
    return {queue, dlq};
  }

  it("a message goes through three visibility timeouts into the DLQ in no time", async (test) => {
    const {queue, dlq} = await makeQueues();
    const began = await now();
    const wallBegan = performance.now();

    const {MessageId} = await sqs.sendMessage({QueueUrl: queue, MessageBody: '{"input":1}'});
    for (let receive = 1; receive <= RECEIVES_MAX; ++receive) {
      const {Messages} = await sqs.receiveMessage({
        QueueUrl: queue,
        MessageSystemAttributeNames: ["ApproximateReceiveCount"],
      });
      assert.equal(Messages[0].MessageId, MessageId);
      assert.equal(Messages[0].Attributes.ApproximateReceiveCount, String(receive));
      assert.deepEqual(await depth(queue), {visible: 0, in_flight: 1, delayed: 0});

      await server.advance(`${VISIBILITY_SECONDS - 1}s`);
      assert.deepEqual(await depth(queue), {visible: 0, in_flight: 1, delayed: 0});
      await server.advance("1s");
      assert.deepEqual(await depth(queue), {visible: 1, in_flight: 0, delayed: 0});
    }
    // The fourth receive comes upon it, and it is too often.
    const {Messages} = await sqs.receiveMessage({QueueUrl: queue});
    assert.equal(Messages, undefined);
    assert.deepEqual(await depth(queue), {visible: 0, in_flight: 0, delayed: 0});
    const [dead] = (await server.peek(dlq)).messages;
    assert.equal(dead.message_id, MessageId);
    assert.equal(dead.state, "visible");

    const wall = performance.now() - wallBegan;
    const virtual = (await now()) - began;
    assert.equal(virtual, RECEIVES_MAX * VISIBILITY_SECONDS * 1000);
    test.diagnostic(`${virtual / 1000} s of virtual time in ${wall.toFixed(0)} ms of wall time`);
  });
});
