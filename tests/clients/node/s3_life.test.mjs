import {S3} from "@aws-sdk/client-s3";
import {SQS} from "@aws-sdk/client-sqs";

import {assert, client, describe, freshAccount, it, policy, refused, server} from "./support.mjs";
import {newBucket} from "./s3_support.mjs";

describe("S3 lifecycles", () => {
  it("are kept, told of, and carried out", async () => {
    const s3 = client(S3);
    const Bucket = await newBucket(s3);
    await refused(s3.getBucketLifecycleConfiguration({Bucket}), "NoSuchLifecycleConfiguration", {
      status: 404,
    });
    const Rules = [
      {ID: "logs", Filter: {Prefix: "logs/"}, Status: "Enabled", Expiration: {Days: 1}},
    ];
    await s3.putBucketLifecycleConfiguration({Bucket, LifecycleConfiguration: {Rules}});
    assert.deepEqual((await s3.getBucketLifecycleConfiguration({Bucket})).Rules, Rules);
    const put = await s3.putObject({Bucket, Key: "logs/a", Body: "x"});
    assert.match(put.Expiration, /^expiry-date=".* 00:00:00 GMT", rule-id="logs"$/);
    await server.advance("48h");
    await refused(s3.getObject({Bucket, Key: "logs/a"}), "NoSuchKey", {status: 404});
    await s3.deleteBucketLifecycle({Bucket});
    await refused(s3.getBucketLifecycleConfiguration({Bucket}), "NoSuchLifecycleConfiguration");
  });
});

describe("S3 notifications", () => {
  it("reach a queue whose policy lets S3 in", async () => {
    const account = freshAccount();
    const s3 = client(S3, {account});
    const sqs = client(SQS, {account});
    const Bucket = await newBucket(s3);
    const {QueueUrl} = await sqs.createQueue({QueueName: "inbox"});
    const QueueArn = `arn:aws:sqs:${process.env.AWS_REGION}:${account}:inbox`;
    const NotificationConfiguration = {
      QueueConfigurations: [{Id: "all", QueueArn, Events: ["s3:ObjectCreated:*"]}],
    };
    const configure = () =>
      s3.putBucketNotificationConfiguration({Bucket, NotificationConfiguration});
    await refused(configure(), "InvalidArgument", {status: 400});
    const Policy = policy("sqs:SendMessage", QueueArn, {
      Principal: {Service: "s3.amazonaws.com"},
    });
    await sqs.setQueueAttributes({QueueUrl, Attributes: {Policy}});
    await configure();
    const {QueueConfigurations} = await s3.getBucketNotificationConfiguration({Bucket});
    assert.deepEqual(QueueConfigurations, NotificationConfiguration.QueueConfigurations);

    await server.settle(); // the test event first
    await s3.putObject({Bucket, Key: "a b", Body: "hello"});
    await server.settle();
    const {Messages} = await sqs.receiveMessage({QueueUrl, MaxNumberOfMessages: 10});
    const bodies = Messages.map(({Body}) => JSON.parse(Body));
    assert.equal(bodies[0].Event, "s3:TestEvent");
    const [record] = bodies[1].Records;
    assert.equal(record.eventName, "ObjectCreated:Put");
    assert.deepEqual(
      [record.s3.object.key, record.s3.object.size, record.s3.configurationId],
      ["a+b", 5, "all"],
    );
  });
});
