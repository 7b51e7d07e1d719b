import {
  AccountSendingPausedException,
  AlreadyExistsException,
  ConfigurationSetAlreadyExistsException,
  ConfigurationSetSendingPausedException,
  EventDestinationAlreadyExistsException,
  InvalidPolicyException,
  MessageRejected,
  MissingRenderingAttributeException,
  paginateListIdentities,
  SES,
  TemplateDoesNotExistException,
  waitUntilIdentityExists,
} from "@aws-sdk/client-ses";
import {SNS} from "@aws-sdk/client-sns";

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
} from "./support.mjs";

const Source = "ops@example.com";
const Destination = {ToAddresses: ["ann@example.org"]};
const Message = {Subject: {Data: "Grüße"}, Body: {Text: {Data: "Seat 12A"}}};

async function sender() {
  const account = freshAccount();
  const ses = client(SES, {account});
  await ses.verifyEmailIdentity({EmailAddress: Source});
  const outbox = async () => (await server.control(`outbox?account=${account}`)).messages;
  return {ses, outbox, account};
}

describe("SES", () => {
  it("sends mail to the outbox", async () => {
    const {ses, outbox} = await sender();
    const {MessageId} = await ses.sendEmail({Source, Destination, Message});
    const raw = "From: ops@example.com\r\nTo: bob@example.org\r\nSubject: Raw\r\n\r\nhello";
    await ses.sendRawEmail({RawMessage: {Data: new TextEncoder().encode(raw)}});
    const sent = await outbox();
    assert.equal(sent[0].message_id, MessageId);
    assert.deepEqual(
      sent.map(({to, subject}) => [to, subject]),
      [
        ["ann@example.org", "Grüße"],
        ["bob@example.org", "Raw"],
      ],
    );
    await refused(
      ses.sendEmail({Source: "stranger@example.com", Destination, Message}),
      MessageRejected,
      {status: 400, message: /Email address is not verified/},
    );
    assert.equal((await ses.getSendQuota()).SentLast24Hours, 2);
    const {SendDataPoints} = await ses.getSendStatistics();
    assert.equal(SendDataPoints[0].DeliveryAttempts, 2);
    assert.ok(SendDataPoints[0].Timestamp instanceof Date);
    await ses.updateAccountSendingEnabled({Enabled: false});
    assert.equal((await ses.getAccountSendingEnabled()).Enabled, false);
    await refused(
      ses.sendEmail({Source, Destination, Message}),
      AccountSendingPausedException,
    );
  });

  it("writes mail from templates", async () => {
    const {ses, outbox} = await sender();
    const Template = {TemplateName: "ticket", SubjectPart: "Hi", TextPart: "Hello {{name}}"};
    await ses.createTemplate({Template});
    await refused(ses.createTemplate({Template}), AlreadyExistsException);
    await ses.updateTemplate({Template: {...Template, TextPart: "Dear {{name}}"}});
    assert.equal(
      (await ses.getTemplate({TemplateName: "ticket"})).Template.TextPart,
      "Dear {{name}}",
    );
    const TemplateData = JSON.stringify({name: "Ann"});
    await ses.sendTemplatedEmail({Source, Destination, Template: "ticket", TemplateData});
    const {Status} = await ses.sendBulkTemplatedEmail({
      Source,
      Template: "ticket",
      DefaultTemplateData: TemplateData,
      Destinations: [{Destination}],
    });
    assert.equal(Status[0].Status, "Success");
    assert.deepEqual(
      (await outbox()).map(({body}) => body.trim()),
      ["Dear Ann", "Dear Ann"],
    );
    const {RenderedTemplate} = await ses.testRenderTemplate({
      TemplateName: "ticket",
      TemplateData,
    });
    assert.match(RenderedTemplate, /Dear Ann/);
    await refused(
      ses.testRenderTemplate({TemplateName: "ticket", TemplateData: "{}"}),
      MissingRenderingAttributeException,
    );
    await ses.createTemplate({Template: {...Template, TemplateName: "other"}});
    const first = await ses.listTemplates({MaxItems: 1});
    const second = await ses.listTemplates({MaxItems: 1, NextToken: first.NextToken});
    assert.equal(first.TemplatesMetadata[0].Name, "other");
    assert.equal(second.TemplatesMetadata[0].Name, "ticket");
    await ses.deleteTemplate({TemplateName: "ticket"});
    await refused(ses.getTemplate({TemplateName: "ticket"}), TemplateDoesNotExistException);
  });

  it("keeps identities", async () => {
    const {ses} = await sender();
    await waitUntilIdentityExists({client: ses, maxWaitTime: 10}, {Identities: [Source]});
    await ses.verifyEmailAddress({EmailAddress: "desk@example.com"});
    const {VerificationToken} = await ses.verifyDomainIdentity({Domain: "example.net"});
    const {VerificationAttributes} = await ses.getIdentityVerificationAttributes({
      Identities: ["example.net"],
    });
    assert.deepEqual(VerificationAttributes["example.net"], {
      VerificationStatus: "Success",
      VerificationToken,
    });
    const pages = paginateListIdentities({client: ses, pageSize: 2}, {});
    assert.equal((await allPages(pages, "Identities")).length, 3);
    await ses.deleteVerifiedEmailAddress({EmailAddress: "desk@example.com"});
    assert.deepEqual((await ses.listVerifiedEmailAddresses()).VerifiedEmailAddresses, [Source]);
    await ses.deleteIdentity({Identity: "example.net"});
    assert.deepEqual((await ses.listIdentities()).Identities, [Source]);
  });

  it("tells a topic what becomes of mail", async () => {
    const {ses, outbox, account} = await sender();
    const sns = client(SNS, {account});
    const Policy = policy("*", "*", {Principal: "*"});
    const {TopicArn} = await sns.createTopic({Name: "mail", Attributes: {Policy}});
    await sns.subscribe({TopicArn, Protocol: "sms", Endpoint: "+4915112345678"});
    const ConfigurationSetName = "set";
    await ses.createConfigurationSet({ConfigurationSet: {Name: ConfigurationSetName}});
    const EventDestination = {
      Name: "topic",
      Enabled: true,
      MatchingEventTypes: ["bounce"],
      SNSDestination: {TopicARN: TopicArn},
    };
    await ses.createConfigurationSetEventDestination({ConfigurationSetName, EventDestination});
    await ses.updateConfigurationSetEventDestination({ConfigurationSetName, EventDestination});
    await refused(
      ses.createConfigurationSetEventDestination({ConfigurationSetName, EventDestination}),
      EventDestinationAlreadyExistsException,
    );
    await ses.sendEmail({
      Source,
      Destination: {ToAddresses: ["bounce@simulator.amazonses.com"]},
      Message,
      ConfigurationSetName,
    });
    await server.advance("1s");
    const told = (await outbox()).filter(({protocol}) => protocol === "sms").at(-1);
    assert.equal(JSON.parse(told.body).eventType, "Bounce");
    const described = await ses.describeConfigurationSet({
      ConfigurationSetName,
      ConfigurationSetAttributeNames: ["eventDestinations"],
    });
    assert.deepEqual(described.EventDestinations, [EventDestination]);
    await ses.deleteConfigurationSetEventDestination({
      ConfigurationSetName,
      EventDestinationName: "topic",
    });
    const Identity = Source;
    for (const NotificationType of ["Bounce", "Complaint"]) {
      await ses.setIdentityNotificationTopic({Identity, NotificationType, SnsTopic: TopicArn});
    }
    await ses.setIdentityHeadersInNotificationsEnabled({
      Identity,
      NotificationType: "Bounce",
      Enabled: true,
    });
    await ses.setIdentityFeedbackForwardingEnabled({Identity, ForwardingEnabled: false});
    const {NotificationAttributes} = await ses.getIdentityNotificationAttributes({
      Identities: [Identity],
    });
    assert.equal(NotificationAttributes[Identity].BounceTopic, TopicArn);
  });

  it("keeps options of configuration sets", async () => {
    const {ses} = await sender();
    const ConfigurationSetName = "set";
    const ConfigurationSet = {Name: ConfigurationSetName};
    await ses.createConfigurationSet({ConfigurationSet});
    await refused(
      ses.createConfigurationSet({ConfigurationSet}),
      ConfigurationSetAlreadyExistsException,
    );
    await ses.verifyDomainIdentity({Domain: "example.net"});
    const TrackingOptions = {CustomRedirectDomain: "click.example.net"};
    await ses.createConfigurationSetTrackingOptions({ConfigurationSetName, TrackingOptions});
    await ses.updateConfigurationSetTrackingOptions({ConfigurationSetName, TrackingOptions});
    await ses.deleteConfigurationSetTrackingOptions({ConfigurationSetName});
    const DeliveryOptions = {TlsPolicy: "Require"};
    await ses.putConfigurationSetDeliveryOptions({ConfigurationSetName, DeliveryOptions});
    await ses.updateConfigurationSetReputationMetricsEnabled({
      ConfigurationSetName,
      Enabled: true,
    });
    await ses.updateConfigurationSetSendingEnabled({ConfigurationSetName, Enabled: false});
    await refused(
      ses.sendEmail({Source, Destination, Message, ConfigurationSetName}),
      ConfigurationSetSendingPausedException,
    );
    const {ConfigurationSets} = await ses.listConfigurationSets();
    assert.deepEqual(ConfigurationSets, [ConfigurationSet]);
    await ses.deleteConfigurationSet({ConfigurationSetName});
  });

  it("keeps what is set of an identity", async () => {
    const {ses} = await sender();
    const Identity = "example.net";
    const {DkimTokens} = await ses.verifyDomainDkim({Domain: Identity});
    await ses.setIdentityDkimEnabled({Identity, DkimEnabled: true});
    const {DkimAttributes} = await ses.getIdentityDkimAttributes({Identities: [Identity]});
    assert.deepEqual(DkimAttributes[Identity].DkimTokens, DkimTokens);
    await ses.setIdentityMailFromDomain({Identity, MailFromDomain: "mail.example.net"});
    const {MailFromDomainAttributes} = await ses.getIdentityMailFromDomainAttributes({
      Identities: [Identity],
    });
    assert.equal(MailFromDomainAttributes[Identity].MailFromDomain, "mail.example.net");
    const Policy = policy("ses:SendEmail", "*", {Principal: "*"});
    await ses.putIdentityPolicy({Identity, PolicyName: "others", Policy});
    assert.deepEqual((await ses.listIdentityPolicies({Identity})).PolicyNames, ["others"]);
    const {Policies} = await ses.getIdentityPolicies({Identity, PolicyNames: ["others"]});
    assert.deepEqual(Policies, {others: Policy});
    await ses.deleteIdentityPolicy({Identity, PolicyName: "others"});
    await refused(
      ses.putIdentityPolicy({Identity, PolicyName: "others", Policy: "x"}),
      InvalidPolicyException,
    );
  });
});
