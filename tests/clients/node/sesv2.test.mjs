import {
  AlreadyExistsException,
  BadRequestException,
  MessageRejected,
  NotFoundException,
  SendingPausedException,
  SESv2,
} from "@aws-sdk/client-sesv2";

import {assert, client, describe, freshAccount, it, policy, refused, server} from "./support.mjs";

const FromEmailAddress = "ops@example.com";
const Destination = {ToAddresses: ["ann@example.org"]};
const Simple = {
  Subject: {Data: "Seat 12A"},
  Body: {Text: {Data: "hello"}},
  Attachments: [
    {
      FileName: "ticket.pdf",
      ContentType: "application/pdf",
      RawContent: new TextEncoder().encode("%PDF"),
    },
  ],
};

async function sender() {
  const account = freshAccount();
  const ses = client(SESv2, {account});
  await ses.createEmailIdentity({EmailIdentity: FromEmailAddress});
  const outbox = async () => (await server.control(`outbox?account=${account}`)).messages;
  return {ses, outbox, account};
}

describe("SES v2", () => {
  it("sends simple, raw and templated mail", async () => {
    const {ses, outbox} = await sender();
    await ses.sendEmail({FromEmailAddress, Destination, Content: {Simple}});
    const Data = new TextEncoder().encode("Subject: Raw\r\n\r\nhello");
    await ses.sendEmail({FromEmailAddress, Destination, Content: {Raw: {Data}}});
    const Template = {
      TemplateContent: {Subject: "Hi {{name}}", Text: "x"},
      TemplateData: JSON.stringify({name: "Ann"}),
    };
    await ses.sendEmail({FromEmailAddress, Destination, Content: {Template}});
    const sent = await outbox();
    assert.deepEqual(
      sent.map(({subject}) => subject),
      ["Seat 12A", "Raw", "Hi Ann"],
    );
    assert.equal(sent[0].attachments[0].name, "ticket.pdf");
    const {BulkEmailEntryResults} = await ses.sendBulkEmail({
      FromEmailAddress,
      DefaultContent: {Template},
      BulkEmailEntries: [{Destination}],
    });
    assert.equal(BulkEmailEntryResults[0].Status, "SUCCESS");
  });

  it("refuses what cannot be sent", async () => {
    const {ses} = await sender();
    const send = (more) =>
      ses.sendEmail({FromEmailAddress, Destination, Content: {Simple}, ...more});
    await refused(send({FromEmailAddress: "stranger@example.com"}), MessageRejected);
    await refused(send({ConfigurationSetName: "x"}), NotFoundException, {status: 404});
    await refused(send({Destination: {ToAddresses: ["ann"]}}), BadRequestException);
    await ses.putAccountSendingAttributes({SendingEnabled: false});
    await refused(send({}), SendingPausedException);
  });

  it("keeps identities", async () => {
    const {ses} = await sender();
    const EmailIdentity = "example.net";
    const made = await ses.createEmailIdentity({EmailIdentity});
    assert.equal(made.IdentityType, "DOMAIN");
    await refused(ses.createEmailIdentity({EmailIdentity}), AlreadyExistsException);
    const {EmailIdentities} = await ses.listEmailIdentities({});
    assert.equal(EmailIdentities.length, 2);
    await ses.putEmailIdentityDkimAttributes({EmailIdentity, SigningEnabled: false});
    await ses.putEmailIdentityDkimSigningAttributes({
      EmailIdentity,
      SigningAttributesOrigin: "AWS_SES",
    });
    await ses.putEmailIdentityFeedbackAttributes({EmailIdentity, EmailForwardingEnabled: false});
    await ses.putEmailIdentityMailFromAttributes({
      EmailIdentity,
      MailFromDomain: "mail.example.net",
    });
    await ses.putEmailIdentityConfigurationSetAttributes({EmailIdentity});
    const read = await ses.getEmailIdentity({EmailIdentity});
    assert.equal(read.DkimAttributes.SigningEnabled, false);
    assert.equal(read.MailFromAttributes.MailFromDomain, "mail.example.net");
    const Policy = policy("ses:SendEmail", "*", {Principal: "*"});
    const named = {EmailIdentity, PolicyName: "others", Policy};
    await ses.createEmailIdentityPolicy(named);
    await ses.updateEmailIdentityPolicy(named);
    assert.deepEqual((await ses.getEmailIdentityPolicies({EmailIdentity})).Policies, {
      others: named.Policy,
    });
    await ses.deleteEmailIdentityPolicy({EmailIdentity, PolicyName: "others"});
    await ses.deleteEmailIdentity({EmailIdentity});
    await refused(ses.getEmailIdentity({EmailIdentity}), NotFoundException);
  });

  it("keeps templates", async () => {
    const {ses} = await sender();
    const TemplateName = "ticket";
    const TemplateContent = {Subject: "Hi", Html: "<b>{{a}}</b>"};
    await ses.createEmailTemplate({TemplateName, TemplateContent});
    await ses.updateEmailTemplate({TemplateName, TemplateContent});
    assert.deepEqual(
      (await ses.getEmailTemplate({TemplateName})).TemplateContent,
      TemplateContent,
    );
    const TemplateData = JSON.stringify({a: "x"});
    const rendered = await ses.testRenderEmailTemplate({TemplateName, TemplateData});
    assert.match(rendered.RenderedTemplate, /<b>x<\/b>/);
    assert.equal((await ses.listEmailTemplates({})).TemplatesMetadata.length, 1);
    await ses.deleteEmailTemplate({TemplateName});
    await refused(ses.deleteEmailTemplate({TemplateName}), NotFoundException);
  });

  it("keeps configuration sets, their destinations and tags", async () => {
    const {ses, account} = await sender();
    const ConfigurationSetName = "set";
    const named = {ConfigurationSetName};
    await ses.createConfigurationSet({...named, Tags: [{Key: "team", Value: "bus"}]});
    await ses.putConfigurationSetDeliveryOptions({...named, TlsPolicy: "REQUIRE"});
    await ses.putConfigurationSetReputationOptions({...named, ReputationMetricsEnabled: true});
    await ses.putConfigurationSetSendingOptions({...named, SendingEnabled: true});
    await ses.putConfigurationSetSuppressionOptions({...named, SuppressedReasons: ["BOUNCE"]});
    await ses.putConfigurationSetTrackingOptions({...named, CustomRedirectDomain: "c.example.net"});
    await ses.putConfigurationSetVdmOptions({...named, VdmOptions: {}});
    await ses.putConfigurationSetArchivingOptions({...named});
    const read = await ses.getConfigurationSet(named);
    assert.equal(read.DeliveryOptions.TlsPolicy, "REQUIRE");
    assert.deepEqual(read.SuppressionOptions.SuppressedReasons, ["BOUNCE"]);
    assert.deepEqual((await ses.listConfigurationSets({})).ConfigurationSets, ["set"]);
    const destination = {...named, EventDestinationName: "bus"};
    const EventDestination = {
      Enabled: true,
      MatchingEventTypes: ["SEND"],
      EventBridgeDestination: {
        EventBusArn: `arn:aws:events:us-east-1:${account}:event-bus/default`,
      },
    };
    await ses.createConfigurationSetEventDestination({...destination, EventDestination});
    await ses.updateConfigurationSetEventDestination({...destination, EventDestination});
    const {EventDestinations} = await ses.getConfigurationSetEventDestinations(named);
    assert.deepEqual(EventDestinations, [{Name: "bus", ...EventDestination}]);
    await ses.deleteConfigurationSetEventDestination(destination);
    const ResourceArn = `arn:aws:ses:us-east-1:${account}:configuration-set/set`;
    await ses.tagResource({ResourceArn, Tags: [{Key: "a", Value: "1"}]});
    await ses.untagResource({ResourceArn, TagKeys: ["team"]});
    assert.deepEqual((await ses.listTagsForResource({ResourceArn})).Tags, [
      {Key: "a", Value: "1"},
    ]);
    await ses.deleteConfigurationSet(named);
    await refused(ses.getConfigurationSet(named), NotFoundException, {status: 404});
  });

  it("keeps contacts and their list", async () => {
    const {ses} = await sender();
    const ContactListName = "riders";
    const Topics = [
      {TopicName: "news", DisplayName: "News", DefaultSubscriptionStatus: "OPT_IN"},
    ];
    await ses.createContactList({ContactListName, Topics});
    const [EmailAddress] = Destination.ToAddresses;
    await ses.createContact({ContactListName, EmailAddress});
    await ses.updateContact({ContactListName, EmailAddress, UnsubscribeAll: true});
    assert.equal((await ses.getContact({ContactListName, EmailAddress})).UnsubscribeAll, true);
    const {Contacts} = await ses.listContacts({ContactListName, PageSize: 10});
    assert.equal(Contacts[0].EmailAddress, EmailAddress);
    await ses.deleteContact({ContactListName, EmailAddress});
    await ses.updateContactList({ContactListName, Description: "who rides"});
    const read = await ses.getContactList({ContactListName});
    assert.equal(read.Description, "who rides");
    assert.ok(read.CreatedTimestamp instanceof Date);
    assert.equal((await ses.listContactLists({})).ContactLists.length, 1);
    await ses.deleteContactList({ContactListName});
    await refused(ses.deleteContactList({ContactListName}), NotFoundException);
  });

  it("sends nothing to suppressed addresses", async () => {
    const {ses, outbox} = await sender();
    const [EmailAddress] = Destination.ToAddresses;
    await ses.putSuppressedDestination({EmailAddress, Reason: "BOUNCE"});
    await ses.sendEmail({FromEmailAddress, Destination, Content: {Simple}});
    assert.deepEqual((await outbox())[0].undelivered, [EmailAddress]);
    const {SuppressedDestination} = await ses.getSuppressedDestination({EmailAddress});
    assert.equal(SuppressedDestination.Reason, "BOUNCE");
    const {SuppressedDestinationSummaries} = await ses.listSuppressedDestinations({});
    assert.equal(SuppressedDestinationSummaries.length, 1);
    await ses.deleteSuppressedDestination({EmailAddress});
    await refused(ses.deleteSuppressedDestination({EmailAddress}), NotFoundException);
  });

  it("keeps what holds for the account", async () => {
    const {ses} = await sender();
    await ses.putAccountDetails({
      MailType: "TRANSACTIONAL",
      WebsiteURL: "https://example.com",
      ProductionAccessEnabled: false,
    });
    await ses.putAccountSuppressionAttributes({SuppressedReasons: ["COMPLAINT"]});
    await ses.putAccountDedicatedIpWarmupAttributes({AutoWarmupEnabled: true});
    await ses.putAccountVdmAttributes({VdmAttributes: {VdmEnabled: "DISABLED"}});
    const account = await ses.getAccount({});
    assert.equal(account.SendQuota.Max24HourSend, 200);
    assert.equal(account.Details.MailType, "TRANSACTIONAL");
    assert.deepEqual(account.SuppressionAttributes.SuppressedReasons, ["COMPLAINT"]);
  });
});
