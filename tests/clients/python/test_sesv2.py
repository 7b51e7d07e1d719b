"""The second API of SES."""

import json

import support
from test_ses import READER, SENDER


class MailTest(support.ClientTest):
    def setUp(self):
        super().setUp()
        self.ses = self.client("sesv2")

    def outbox(self):
        return self.server.control("outbox", account=self.account)["messages"]

    def verify(self, name=SENDER, **more):
        return self.ses.create_email_identity(EmailIdentity=name, **more)

    def send(self, content, **more):
        more.setdefault("FromEmailAddress", SENDER)
        more.setdefault("Destination", {"ToAddresses": [READER]})
        return self.ses.send_email(Content=content, **more)["MessageId"]


SIMPLE = {"Simple": {"Subject": {"Data": "Hi"}, "Body": {"Html": {"Data": "<b>Seat 12A</b>"}}}}


class Sending(MailTest):
    def test_three_forms_of_content(self):
        self.verify()
        self.ses.create_email_template(
            TemplateName="ticket", TemplateContent={"Subject": "Hi {{name}}", "Text": "x"}
        )
        self.send(SIMPLE, EmailTags=[{"Name": "campaign", "Value": "spring"}])
        self.send({"Raw": {"Data": b"Subject: Raw\r\n\r\nhello"}})
        self.send({"Template": {"TemplateName": "ticket", "TemplateData": '{"name":"Ann"}'}})
        sent = self.outbox()
        self.assertEqual([one["subject"] for one in sent], ["Hi", "Raw", "Hi Ann"])
        self.assertEqual(sent[0]["html"].strip(), "<b>Seat 12A</b>")
        self.assertEqual(sent[1]["body"], "hello")

    def test_many_at_once(self):
        self.verify()
        self.ses.create_email_template(
            TemplateName="ticket", TemplateContent={"Subject": "Hi {{name}}", "Text": "x"}
        )
        results = self.ses.send_bulk_email(
            FromEmailAddress=SENDER,
            DefaultContent={"Template": {"TemplateName": "ticket", "TemplateData": "{}"}},
            BulkEmailEntries=[
                {
                    "Destination": {"ToAddresses": [READER]},
                    "ReplacementEmailContent": {
                        "ReplacementTemplate": {
                            "ReplacementTemplateData": json.dumps({"name": "Ann"})
                        }
                    },
                },
                {"Destination": {"ToAddresses": ["nobody"]}},
            ],
        )["BulkEmailEntryResults"]
        self.assertEqual([one["Status"] for one in results], ["SUCCESS", "INVALID_PARAMETER"])
        self.assertEqual([one["subject"] for one in self.outbox()], ["Hi Ann"])

    def test_refusals(self):
        with self.refused("MessageRejected", 400, "in region EU-WEST-1: ops@example.com"):
            self.send(SIMPLE)
        self.verify()
        with self.refused("NotFoundException", 404, "Configuration set <x> does not exist."):
            self.send(SIMPLE, ConfigurationSetName="x")
        with self.refused("BadRequestException", 400):
            self.send(SIMPLE, Destination={"ToAddresses": ["ann"]})
        self.ses.put_account_sending_attributes(SendingEnabled=False)
        with self.refused("SendingPausedException", 400):
            self.send(SIMPLE)


class Identities(MailTest):
    def test_identities(self):
        made = self.verify("example.net", Tags=[{"Key": "team", "Value": "bus"}])
        self.assertEqual(made["IdentityType"], "DOMAIN")
        self.assertTrue(made["VerifiedForSendingStatus"])
        with self.refused("AlreadyExistsException", 400):
            self.verify("example.net")
        self.verify()
        first = self.ses.list_email_identities(PageSize=1)
        second = self.ses.list_email_identities(NextToken=first["NextToken"])
        names = [one["IdentityName"] for one in first["EmailIdentities"] + second["EmailIdentities"]]
        self.assertEqual(names, ["example.net", SENDER])
        self.ses.delete_email_identity(EmailIdentity="example.net")
        with self.refused("NotFoundException", 404):
            self.ses.get_email_identity(EmailIdentity="example.net")

    def test_settings(self):
        self.verify("example.net")
        named = {"EmailIdentity": "example.net"}
        self.ses.put_email_identity_dkim_attributes(**named, SigningEnabled=False)
        self.ses.put_email_identity_dkim_signing_attributes(
            **named,
            SigningAttributesOrigin="AWS_SES",
            SigningAttributes={"NextSigningKeyLength": "RSA_1024_BIT"},
        )
        self.ses.put_email_identity_feedback_attributes(**named, EmailForwardingEnabled=False)
        self.ses.put_email_identity_mail_from_attributes(
            **named, MailFromDomain="mail.example.net", BehaviorOnMxFailure="REJECT_MESSAGE"
        )
        self.ses.put_email_identity_configuration_set_attributes(**named)
        read = self.ses.get_email_identity(**named)
        self.assertFalse(read["DkimAttributes"]["SigningEnabled"])
        self.assertEqual(read["DkimAttributes"]["NextSigningKeyLength"], "RSA_1024_BIT")
        self.assertFalse(read["FeedbackForwardingStatus"])
        self.assertEqual(read["MailFromAttributes"]["MailFromDomain"], "mail.example.net")

    def test_policies(self):
        self.verify()
        document = support.policy("ses:SendEmail", Principal="*")
        named = {"EmailIdentity": SENDER, "PolicyName": "others"}
        self.ses.create_email_identity_policy(**named, Policy=document)
        self.ses.update_email_identity_policy(**named, Policy=document)
        read = self.ses.get_email_identity_policies(EmailIdentity=SENDER)
        self.assertEqual(read["Policies"], {"others": document})
        self.ses.delete_email_identity_policy(**named)
        self.assertEqual(
            self.ses.get_email_identity_policies(EmailIdentity=SENDER)["Policies"], {}
        )


class Templates(MailTest):
    def test_templates(self):
        content = {"Subject": "Hi", "Html": "<b>{{a}}</b>"}
        for name in ("a", "b"):
            self.ses.create_email_template(TemplateName=name, TemplateContent=content)
        self.ses.update_email_template(TemplateName="a", TemplateContent=content)
        self.assertEqual(self.ses.get_email_template(TemplateName="a")["TemplateContent"], content)
        rendered = self.ses.test_render_email_template(TemplateName="a", TemplateData='{"a":"x"}')
        self.assertIn("<b>x</b>", rendered["RenderedTemplate"])
        with self.refused("BadRequestException", 400, "'a' is not present"):
            self.ses.test_render_email_template(TemplateName="a", TemplateData="{}")
        first = self.ses.list_email_templates(PageSize=1)
        second = self.ses.list_email_templates(NextToken=first["NextToken"])
        self.assertEqual(second["TemplatesMetadata"][0]["TemplateName"], "b")
        self.ses.delete_email_template(TemplateName="a")
        with self.refused("NotFoundException", 404):
            self.ses.get_email_template(TemplateName="a")


class Account(MailTest):
    def test_the_sandbox_is_entered_by_its_details(self):
        self.verify()
        self.assertTrue(self.ses.get_account()["ProductionAccessEnabled"])
        self.ses.put_account_details(
            MailType="TRANSACTIONAL",
            WebsiteURL="https://example.com",
            UseCaseDescription="Tickets",
            ProductionAccessEnabled=False,
        )
        with self.refused("MessageRejected", 400, READER):
            self.send(SIMPLE)
        self.assertEqual(self.ses.get_account()["SendQuota"]["Max24HourSend"], 200)

    def test_attributes_of_the_account(self):
        self.ses.put_account_suppression_attributes(SuppressedReasons=["BOUNCE"])
        self.ses.put_account_dedicated_ip_warmup_attributes(AutoWarmupEnabled=True)
        self.ses.put_account_vdm_attributes(VdmAttributes={"VdmEnabled": "ENABLED"})
        account = self.ses.get_account()
        self.assertEqual(account["SuppressionAttributes"], {"SuppressedReasons": ["BOUNCE"]})
        self.assertTrue(account["DedicatedIpAutoWarmupEnabled"])
        self.assertEqual(account["VdmAttributes"]["VdmEnabled"], "ENABLED")


class ConfigurationSets(MailTest):
    def setUp(self):
        super().setUp()
        self.named = {"ConfigurationSetName": "set"}
        self.ses.create_configuration_set(
            **self.named, Tags=[{"Key": "team", "Value": "bus"}]
        )

    def test_options(self):
        self.ses.put_configuration_set_delivery_options(**self.named, TlsPolicy="REQUIRE")
        self.ses.put_configuration_set_reputation_options(
            **self.named, ReputationMetricsEnabled=True
        )
        self.ses.put_configuration_set_sending_options(**self.named, SendingEnabled=False)
        self.ses.put_configuration_set_suppression_options(
            **self.named, SuppressedReasons=["BOUNCE"]
        )
        self.ses.put_configuration_set_tracking_options(
            **self.named, CustomRedirectDomain="click.example.com"
        )
        self.ses.put_configuration_set_vdm_options(
            **self.named, VdmOptions={"DashboardOptions": {"EngagementMetrics": "ENABLED"}}
        )
        archive = f"arn:aws:ses:{support.REGION}:{self.account}:mailmanager-archive/a-{'0' * 24}"
        self.ses.put_configuration_set_archiving_options(**self.named, ArchiveArn=archive)
        read = self.ses.get_configuration_set(**self.named)
        self.assertEqual(read["DeliveryOptions"]["TlsPolicy"], "REQUIRE")
        self.assertTrue(read["ReputationOptions"]["ReputationMetricsEnabled"])
        self.assertFalse(read["SendingOptions"]["SendingEnabled"])
        self.assertEqual(read["SuppressionOptions"], {"SuppressedReasons": ["BOUNCE"]})
        self.assertEqual(read["TrackingOptions"]["CustomRedirectDomain"], "click.example.com")
        self.assertEqual(self.ses.list_configuration_sets()["ConfigurationSets"], ["set"])
        self.ses.delete_configuration_set(**self.named)
        with self.refused("NotFoundException", 404):
            self.ses.get_configuration_set(**self.named)

    def test_event_destinations(self):
        definition = {
            "Enabled": True,
            "MatchingEventTypes": ["SEND"],
            "CloudWatchDestination": {
                "DimensionConfigurations": [
                    {
                        "DimensionName": "campaign",
                        "DimensionValueSource": "MESSAGE_TAG",
                        "DefaultDimensionValue": "none",
                    }
                ]
            },
        }
        named = {**self.named, "EventDestinationName": "metrics"}
        self.ses.create_configuration_set_event_destination(**named, EventDestination=definition)
        self.ses.update_configuration_set_event_destination(
            **named, EventDestination={**definition, "Enabled": False}
        )
        read = self.ses.get_configuration_set_event_destinations(**self.named)
        self.assertEqual(
            read["EventDestinations"], [{"Name": "metrics", **definition, "Enabled": False}]
        )
        self.ses.delete_configuration_set_event_destination(**named)
        with self.refused("NotFoundException", 404):
            self.ses.delete_configuration_set_event_destination(**named)

    def test_tags(self):
        arn = f"arn:aws:ses:{support.REGION}:{self.account}:configuration-set/set"
        self.ses.tag_resource(ResourceArn=arn, Tags=[{"Key": "a", "Value": "1"}])
        self.ses.untag_resource(ResourceArn=arn, TagKeys=["team"])
        self.assertEqual(
            self.ses.list_tags_for_resource(ResourceArn=arn)["Tags"], [{"Key": "a", "Value": "1"}]
        )


class Suppression(MailTest):
    def test_what_is_suppressed_is_not_delivered(self):
        self.verify()
        self.ses.put_suppressed_destination(EmailAddress=READER, Reason="BOUNCE")
        self.send(SIMPLE)
        [message, *_] = self.outbox()
        self.assertEqual(message["undelivered"], [READER])
        read = self.ses.get_suppressed_destination(EmailAddress=READER)["SuppressedDestination"]
        self.assertEqual(read["Reason"], "BOUNCE")
        listed = self.ses.list_suppressed_destinations(Reasons=["BOUNCE"])
        self.assertEqual(
            [one["EmailAddress"] for one in listed["SuppressedDestinationSummaries"]], [READER]
        )
        self.ses.delete_suppressed_destination(EmailAddress=READER)
        with self.refused("NotFoundException", 404):
            self.ses.get_suppressed_destination(EmailAddress=READER)


class Contacts(MailTest):
    def test_contacts_and_their_list(self):
        listed = {"ContactListName": "riders"}
        self.ses.create_contact_list(
            **listed,
            Topics=[
                {
                    "TopicName": "news",
                    "DisplayName": "News",
                    "DefaultSubscriptionStatus": "OPT_IN",
                }
            ],
        )
        for address in (READER, "bob@example.org"):
            self.ses.create_contact(
                **listed, EmailAddress=address, AttributesData='{"seat":"12A"}'
            )
        self.ses.update_contact(
            **listed,
            EmailAddress=READER,
            TopicPreferences=[{"TopicName": "news", "SubscriptionStatus": "OPT_OUT"}],
        )
        read = self.ses.get_contact(**listed, EmailAddress=READER)
        self.assertEqual(read["TopicPreferences"][0]["SubscriptionStatus"], "OPT_OUT")
        filtered = self.ses.list_contacts(
            **listed,
            Filter={"FilteredStatus": "OPT_OUT", "TopicFilter": {"TopicName": "news"}},
        )
        self.assertEqual([one["EmailAddress"] for one in filtered["Contacts"]], [READER])
        first = self.ses.list_contacts(**listed, PageSize=1)
        second = self.ses.list_contacts(**listed, PageSize=1, NextToken=first["NextToken"])
        self.assertEqual(second["Contacts"][0]["EmailAddress"], "bob@example.org")
        self.verify()
        self.send(SIMPLE, ListManagementOptions={**listed, "TopicName": "news"})
        self.assertEqual(self.outbox()[0]["undelivered"], [READER])
        self.ses.delete_contact(**listed, EmailAddress=READER)
        with self.refused("NotFoundException", 404):
            self.ses.get_contact(**listed, EmailAddress=READER)
        self.ses.update_contact_list(**listed, Description="who rides")
        self.assertEqual(self.ses.get_contact_list(**listed)["Description"], "who rides")
        self.assertEqual(len(self.ses.list_contact_lists()["ContactLists"]), 1)
        self.ses.delete_contact_list(**listed)
        with self.refused("NotFoundException", 404):
            self.ses.get_contact_list(**listed)
