import {
  AuthorizationErrorException,
  InvalidParameterException,
  NotFoundException,
  paginateListEndpointsByPlatformApplication,
  paginateListPlatformApplications,
  paginateListSubscriptions,
  paginateListSubscriptionsByTopic,
  paginateListTopics,
  SNS,
  VerificationException,
} from "@aws-sdk/client-sns";
import {SQS} from "@aws-sdk/client-sqs";
import http from "node:http";
import https from "node:https";

import MessageValidator from "sns-validator";

import {allPages, assert, client, describe, freshAccount, it, refused, server} from "./support.mjs";

// A topic and a queue that lets it send.
async function newTopic() {
  const account = freshAccount();
  const sns = client(SNS, {account});
  const sqs = client(SQS, {account});
  const {TopicArn} = await sns.createTopic({Name: "orders"});
  const {QueueUrl} = await sqs.createQueue({QueueName: "q"});
  const queueArn = TopicArn.replace(":sns:", ":sqs:").replace(/orders$/, "q");
  const statement = {
    Effect: "Allow",
    Principal: {Service: "sns.amazonaws.com"},
    Action: "sqs:SendMessage",
    Resource: queueArn,
    Condition: {ArnEquals: {"aws:SourceArn": TopicArn}},
  };
  await sqs.setQueueAttributes({
    QueueUrl,
    Attributes: {Policy: JSON.stringify({Version: "2012-10-17", Statement: [statement]})},
  });
  const received = async () => {
    await server.settle();
    const {Messages} = await sqs.receiveMessage({
      QueueUrl,
      MaxNumberOfMessages: 10,
      MessageAttributeNames: ["All"],
    });
    return Messages;
  };
  const subscribe = async (Attributes = {}) =>
    (await sns.subscribe({TopicArn, Protocol: "sqs", Endpoint: queueArn, Attributes}))
      .SubscriptionArn;
  return {account, sns, TopicArn, received, subscribe};
}

// By AWS's validator, which asks for HTTPS and a host of AWS's: the same path of the server stands
// for it. The URL is not part of what is signed.
async function verify(message) {
  const {origin, pathname} = new URL(message.SigningCertURL);
  const get = https.get;
  https.get = (url, answer) => http.get(`${origin}${new URL(url).pathname}`, answer);
  const SigningCertURL = `https://sns.eu-west-1.amazonaws.com${pathname}`;
  try {
    return await new Promise((resolve) => {
      new MessageValidator().validate({...message, SigningCertURL}, (error) => resolve(!error));
    });
  } finally {
    https.get = get;
  }
}

describe("SNS", () => {
  it("creates, changes and deletes topics", async () => {
    const {sns, TopicArn} = await newTopic();
    await sns.setTopicAttributes({TopicArn, AttributeName: "DisplayName", AttributeValue: "O"});
    const {Attributes} = await sns.getTopicAttributes({TopicArn});
    assert.equal(Attributes.DisplayName, "O");
    await refused(
      sns.createTopic({Name: "orders", Attributes: {DisplayName: "x"}}),
      InvalidParameterException,
      {status: 400, message: /different attributes/},
    );
    await sns.tagResource({ResourceArn: TopicArn, Tags: [{Key: "a", Value: "b"}]});
    await sns.untagResource({ResourceArn: TopicArn, TagKeys: ["none"]});
    const {Tags} = await sns.listTagsForResource({ResourceArn: TopicArn});
    assert.deepEqual(Tags, [{Key: "a", Value: "b"}]);
    await sns.putDataProtectionPolicy({ResourceArn: TopicArn, DataProtectionPolicy: "{}"});
    const kept = await sns.getDataProtectionPolicy({ResourceArn: TopicArn});
    assert.equal(kept.DataProtectionPolicy, "{}");
    await sns.deleteTopic({TopicArn});
    await refused(sns.getTopicAttributes({TopicArn}), NotFoundException, {status: 404});
  });

  it("lists in pages", async () => {
    const {sns, TopicArn} = await newTopic();
    for (let i = 0; i < 101; ++i) {
      await sns.createTopic({Name: `t${i}`});
      await sns.subscribe({TopicArn, Protocol: "sms", Endpoint: `+49151000${1000 + i}`});
    }
    const topics = await allPages(paginateListTopics({client: sns}, {}), "Topics");
    assert.equal(topics.length, 102);
    const all = await allPages(paginateListSubscriptions({client: sns}, {}), "Subscriptions");
    assert.equal(all.length, 101);
    const pages = paginateListSubscriptionsByTopic({client: sns}, {TopicArn});
    assert.equal((await allPages(pages, "Subscriptions")).length, 101);
  });

  it("lets other accounts in by permission", async () => {
    const {sns, TopicArn} = await newTopic();
    const account = freshAccount();
    const other = client(SNS, {account});
    const publish = () => other.publish({TopicArn, Message: "hi"});
    await refused(publish(), AuthorizationErrorException, {status: 403});
    await sns.addPermission({
      TopicArn,
      Label: "others",
      AWSAccountId: [account],
      ActionName: ["Publish"],
    });
    await publish();
    await sns.removePermission({TopicArn, Label: "others"});
    await refused(publish(), AuthorizationErrorException);
  });

  it("signs what it delivers", async () => {
    const {sns, TopicArn, received, subscribe} = await newTopic();
    await subscribe();
    await sns.publish({TopicArn, Message: "seat 12A", Subject: "Booked"});
    const [first] = await received();
    const message = JSON.parse(first.Body);
    assert.equal(message.SignatureVersion, "1");
    assert.ok(await verify(message));
    assert.ok(!(await verify({...message, Message: "seat 12B"})));
    await sns.setTopicAttributes({
      TopicArn,
      AttributeName: "SignatureVersion",
      AttributeValue: "2",
    });
    await sns.publish({TopicArn, Message: "seat 12C"});
    const [second] = await received();
    assert.equal(JSON.parse(second.Body).SignatureVersion, "2");
    assert.ok(await verify(JSON.parse(second.Body)));
  });

  it("filters and batches", async () => {
    const {sns, TopicArn, received, subscribe} = await newTopic();
    const SubscriptionArn = await subscribe({RawMessageDelivery: "true"});
    await sns.setSubscriptionAttributes({
      SubscriptionArn,
      AttributeName: "FilterPolicy",
      AttributeValue: '{"row":[12]}',
    });
    const {Attributes} = await sns.getSubscriptionAttributes({SubscriptionArn});
    assert.equal(Attributes.FilterPolicy, '{"row":[12]}');
    const entry = (Id, row) => ({
      Id,
      Message: `row ${row}`,
      MessageAttributes: {row: {DataType: "Number", StringValue: row}},
    });
    const {Successful} = await sns.publishBatch({
      TopicArn,
      PublishBatchRequestEntries: [entry("a", "12"), entry("b", "13")],
    });
    assert.equal(Successful.length, 2);
    assert.deepEqual(
      (await received()).map(({Body}) => Body),
      ["row 12"],
    );
    await sns.unsubscribe({SubscriptionArn});
    assert.deepEqual((await sns.listSubscriptions({})).Subscriptions ?? [], []);
  });

  it("asks queues of other accounts for a confirmation", async () => {
    const theirs = client(SNS);
    const {TopicArn} = await theirs.createTopic({Name: "theirs"});
    const account = freshAccount();
    const sqs = client(SQS, {account});
    const {QueueUrl} = await sqs.createQueue({QueueName: "q"});
    const Endpoint = TopicArn.replace(/:sns:([^:]+):.*/, `:sqs:$1:${account}:q`);
    const statement = {
      Effect: "Allow",
      Principal: {Service: "sns.amazonaws.com"},
      Action: "sqs:SendMessage",
      Resource: Endpoint,
    };
    await sqs.setQueueAttributes({
      QueueUrl,
      Attributes: {Policy: JSON.stringify({Version: "2012-10-17", Statement: [statement]})},
    });
    await theirs.subscribe({TopicArn, Protocol: "sqs", Endpoint});
    await server.settle();
    const {Messages} = await sqs.receiveMessage({QueueUrl});
    const {Token} = JSON.parse(Messages[0].Body);
    const {SubscriptionArn} = await client(SNS, {account}).confirmSubscription({TopicArn, Token});
    assert.ok(SubscriptionArn.startsWith(TopicArn));
  });

  it("keeps applications and endpoints of devices", async () => {
    const sns = client(SNS);
    const {PlatformApplicationArn} = await sns.createPlatformApplication({
      Name: "bus",
      Platform: "GCM",
      Attributes: {PlatformCredential: "secret"},
    });
    await sns.setPlatformApplicationAttributes({
      PlatformApplicationArn,
      Attributes: {Enabled: "true"},
    });
    const {Attributes} = await sns.getPlatformApplicationAttributes({PlatformApplicationArn});
    assert.deepEqual(Attributes, {Enabled: "true"});
    const {EndpointArn} = await sns.createPlatformEndpoint({PlatformApplicationArn, Token: "t"});
    await sns.publish({TargetArn: EndpointArn, Message: "hi"});
    await sns.setEndpointAttributes({EndpointArn, Attributes: {CustomUserData: "kim"}});
    const told = await sns.getEndpointAttributes({EndpointArn});
    assert.deepEqual(told.Attributes, {CustomUserData: "kim", Enabled: "true", Token: "t"});
    for (let i = 0; i < 100; ++i) {
      await sns.createPlatformEndpoint({PlatformApplicationArn, Token: `t${i}`});
      await sns.createPlatformApplication({
        Name: `a${i}`,
        Platform: "ADM",
        Attributes: {PlatformCredential: "x"},
      });
    }
    const endpoints = paginateListEndpointsByPlatformApplication(
      {client: sns},
      {PlatformApplicationArn},
    );
    assert.equal((await allPages(endpoints, "Endpoints")).length, 101);
    const applications = paginateListPlatformApplications({client: sns}, {});
    assert.equal((await allPages(applications, "PlatformApplications")).length, 101);
    await sns.deleteEndpoint({EndpointArn});
    await sns.deletePlatformApplication({PlatformApplicationArn});
    await refused(sns.getEndpointAttributes({EndpointArn}), NotFoundException, {status: 404});
  });

  it("keeps what is set for text messages", async () => {
    const account = freshAccount();
    const sns = client(SNS, {account});
    const PhoneNumber = "+4915112345678";
    await sns.setSMSAttributes({attributes: {DefaultSMSType: "Transactional"}});
    const {attributes} = await sns.getSMSAttributes({attributes: ["DefaultSMSType"]});
    assert.deepEqual(attributes, {DefaultSMSType: "Transactional"});
    const checked = await sns.checkIfPhoneNumberIsOptedOut({phoneNumber: PhoneNumber});
    assert.equal(checked.isOptedOut, false);
    await sns.optInPhoneNumber({phoneNumber: PhoneNumber});
    assert.deepEqual((await sns.listPhoneNumbersOptedOut({})).phoneNumbers ?? [], []);
    assert.deepEqual((await sns.listOriginationNumbers({})).PhoneNumbers ?? [], []);
    assert.equal((await sns.getSMSSandboxAccountStatus({})).IsInSandbox, false);
    await sns.createSMSSandboxPhoneNumber({PhoneNumber});
    const {messages} = await server.control(`outbox?account=${account}`);
    const OneTimePassword = messages[0].body.split(" ").at(-1);
    await refused(
      sns.verifySMSSandboxPhoneNumber({PhoneNumber, OneTimePassword: "0000000"}),
      VerificationException,
    );
    await sns.verifySMSSandboxPhoneNumber({PhoneNumber, OneTimePassword});
    const {PhoneNumbers} = await sns.listSMSSandboxPhoneNumbers({});
    assert.deepEqual(PhoneNumbers, [{PhoneNumber, Status: "Verified"}]);
    await sns.deleteSMSSandboxPhoneNumber({PhoneNumber});
  });
});
