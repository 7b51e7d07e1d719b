"""The first API of SES, and the outbox that shows what it sent."""

import email.message
import json

import support

SENDER = "ops@example.com"
READER = "ann@example.org"


class MailTest(support.ClientTest):
    def setUp(self):
        super().setUp()
        self.ses = self.client("ses")

    def outbox(self):
        return self.server.control("outbox", account=self.account)["messages"]

    def verify(self, address=SENDER):
        self.ses.verify_email_identity(EmailAddress=address)

    def send(self, source=SENDER, **more):
        more.setdefault("Destination", {"ToAddresses": [READER]})
        return self.ses.send_email(
            Source=source,
            Message={"Subject": {"Data": "Grüße"}, "Body": {"Text": {"Data": "Seat 12A"}}},
            **more,
        )["MessageId"]


class Sending(MailTest):
    def test_mail_lies_in_the_outbox(self):
        self.verify()
        sent = self.send(
            "Bus <ops@example.com>",
            ReplyToAddresses=["desk@example.com"],
            Tags=[{"Name": "campaign", "Value": "spring"}],
        )
        [message] = self.outbox()
        self.assertEqual(message["message_id"], sent)
        self.assertEqual(message["from"], "Bus <ops@example.com>")
        self.assertEqual(message["to"], READER)
        self.assertEqual(message["subject"], "Grüße")
        self.assertEqual(message["body"].strip(), "Seat 12A")
        self.assertEqual(message["reply_to"], ["desk@example.com"])

    def test_raw_mail_with_an_attachment(self):
        self.verify()
        mail = email.message.EmailMessage()
        mail["From"], mail["To"], mail["Bcc"] = SENDER, READER, "eve@example.org"
        mail["Subject"] = "Grüße aus Köln"
        mail.set_content("Your ticket")
        mail.add_alternative("<p>Your ticket</p>", subtype="html")
        mail.add_attachment(
            b"%PDF-1.4", maintype="application", subtype="pdf", filename="Fahrschein für Ann.pdf"
        )
        sent = self.ses.send_raw_email(RawMessage={"Data": mail.as_bytes()})["MessageId"]
        [message] = self.outbox()
        self.assertEqual(message["subject"], "Grüße aus Köln")
        self.assertEqual(message["body"].strip(), "Your ticket")
        self.assertEqual(message["html"].strip(), "<p>Your ticket</p>")
        self.assertEqual(message["bcc"], ["eve@example.org"])
        [attachment] = message["attachments"]
        self.assertEqual(attachment["name"], "Fahrschein für Ann.pdf")
        where = f"{self.url}/_emu/outbox/{message['id']}"
        query = f"?account={self.account}"
        content = support.http("GET", f"{where}/attachments/1{query}")
        self.assertEqual(content.body, b"%PDF-1.4")
        self.assertEqual(content.headers["Content-Type"], "application/pdf")
        raw = support.http("GET", f"{where}/raw{query}").body
        read = email.message_from_bytes(raw)
        self.assertIn(sent, read["Message-ID"])
        self.assertIsNone(read["Bcc"])
        self.assertEqual(support.http("DELETE", where + query).status, 200)
        self.assertEqual(self.outbox(), [])

    def test_refusals(self):
        with self.refused("MessageRejected", 400, "in region EU-WEST-1: ops@example.com"):
            self.send()
        self.verify()
        with self.refused("InvalidParameterValue", 400, "Missing final '@domain'"):
            self.send(Destination={"ToAddresses": ["ann"]})
        with self.refused("ConfigurationSetDoesNotExist", 400, "Configuration set <x> does not"):
            self.send(ConfigurationSetName="x")
        self.ses.update_account_sending_enabled(Enabled=False)
        self.assertFalse(self.ses.get_account_sending_enabled()["Enabled"])
        with self.refused("AccountSendingPausedException", 400):
            self.send()
        self.assertEqual(self.outbox(), [])

    def test_quota_and_statistics(self):
        self.verify()
        self.send()
        self.assertEqual(self.ses.get_send_quota()["SentLast24Hours"], 1)
        [point] = self.ses.get_send_statistics()["SendDataPoints"]
        self.assertEqual((point["DeliveryAttempts"], point["Bounces"]), (1, 0))


class Templates(MailTest):
    def put(self, name, text="Hello {{name}}"):
        self.ses.create_template(
            Template={"TemplateName": name, "SubjectPart": "Hi", "TextPart": text}
        )

    def test_mail_from_a_template(self):
        self.verify()
        self.put("ticket")
        self.ses.send_templated_email(
            Source=SENDER,
            Destination={"ToAddresses": [READER]},
            Template="ticket",
            TemplateData=json.dumps({"name": "Ann"}),
        )
        status = self.ses.send_bulk_templated_email(
            Source=SENDER,
            Template="ticket",
            DefaultTemplateData=json.dumps({"name": "you"}),
            Destinations=[
                {"Destination": {"ToAddresses": [READER]}},
                {
                    "Destination": {"ToAddresses": ["bob@example.org"]},
                    "ReplacementTemplateData": json.dumps({"name": "Bob"}),
                },
            ],
        )["Status"]
        self.assertEqual([one["Status"] for one in status], ["Success", "Success"])
        bodies = [message["body"].strip() for message in self.outbox()]
        self.assertEqual(bodies, ["Hello Ann", "Hello you", "Hello Bob"])

    def test_templates_are_kept(self):
        self.put("ticket")
        with self.refused("AlreadyExists", 400):
            self.put("ticket")
        with self.refused("InvalidTemplate", 400):
            self.put("other", "{{#if x}}")
        self.ses.update_template(
            Template={"TemplateName": "ticket", "SubjectPart": "New", "HtmlPart": "<b>{{a}}</b>"}
        )
        read = self.ses.get_template(TemplateName="ticket")["Template"]
        self.assertEqual(read["SubjectPart"], "New")
        self.assertNotIn("TextPart", read)
        rendered = self.ses.test_render_template(
            TemplateName="ticket", TemplateData=json.dumps({"a": "x"})
        )["RenderedTemplate"]
        self.assertIn("<b>x</b>", rendered)
        with self.refused("MissingRenderingAttribute", 400, "'a' is not present"):
            self.ses.test_render_template(TemplateName="ticket", TemplateData="{}")
        for number in range(3):
            self.put(f"t{number}")
        listed = [
            one["Name"]
            for page in self.pages(self.ses, "list_templates", 2)
            for one in page["TemplatesMetadata"]
        ]
        self.assertEqual(listed, ["t0", "t1", "t2", "ticket"])
        self.ses.delete_template(TemplateName="ticket")
        with self.refused("TemplateDoesNotExist", 400):
            self.ses.get_template(TemplateName="ticket")


class Identities(MailTest):
    def test_identities_are_verified_at_once(self):
        self.verify()
        self.ses.get_waiter("identity_exists").wait(
            Identities=[SENDER], WaiterConfig={"Delay": 1, "MaxAttempts": 1}
        )
        self.ses.verify_email_address(EmailAddress="desk@example.com")
        token = self.ses.verify_domain_identity(Domain="example.net")["VerificationToken"]
        read = self.ses.get_identity_verification_attributes(Identities=["example.net"])
        self.assertEqual(
            read["VerificationAttributes"]["example.net"],
            {"VerificationStatus": "Success", "VerificationToken": token},
        )
        listed = [
            name
            for page in self.pages(self.ses, "list_identities", 2)
            for name in page["Identities"]
        ]
        self.assertEqual(len(listed), 3)
        self.assertEqual(
            self.ses.list_verified_email_addresses()["VerifiedEmailAddresses"],
            ["desk@example.com", SENDER],
        )
        self.ses.delete_verified_email_address(EmailAddress="desk@example.com")
        self.ses.delete_identity(Identity="example.net")
        self.assertEqual(self.ses.list_identities()["Identities"], [SENDER])

    def test_settings_of_an_identity(self):
        tokens = self.ses.verify_domain_dkim(Domain="example.net")["DkimTokens"]
        self.ses.set_identity_dkim_enabled(Identity="example.net", DkimEnabled=True)
        dkim = self.ses.get_identity_dkim_attributes(Identities=["example.net"])
        self.assertEqual(
            dkim["DkimAttributes"]["example.net"],
            {"DkimEnabled": True, "DkimVerificationStatus": "Success", "DkimTokens": tokens},
        )
        self.ses.set_identity_mail_from_domain(
            Identity="example.net", MailFromDomain="mail.example.net"
        )
        mail_from = self.ses.get_identity_mail_from_domain_attributes(Identities=["example.net"])
        self.assertEqual(
            mail_from["MailFromDomainAttributes"]["example.net"],
            {
                "MailFromDomain": "mail.example.net",
                "MailFromDomainStatus": "Success",
                "BehaviorOnMXFailure": "UseDefaultValue",
            },
        )

    def test_policies_of_an_identity(self):
        self.verify()
        document = support.policy("ses:SendEmail", Principal="*")
        named = {"Identity": SENDER, "PolicyName": "others"}
        self.ses.put_identity_policy(**named, Policy=document)
        self.assertEqual(
            self.ses.list_identity_policies(Identity=SENDER)["PolicyNames"], ["others"]
        )
        read = self.ses.get_identity_policies(Identity=SENDER, PolicyNames=["others"])
        self.assertEqual(read["Policies"], {"others": document})
        self.ses.delete_identity_policy(**named)
        with self.refused("InvalidPolicy", 400):
            self.ses.put_identity_policy(**named, Policy="x")


class Events(MailTest):
    """A topic lets SES publish; a queue gets what comes to it."""

    def setUp(self):
        super().setUp()
        self.verify()
        open_to_all = support.policy("*", Principal="*")
        self.topic = self.client("sns").create_topic(
            Name="mail", Attributes={"Policy": open_to_all}
        )["TopicArn"]
        self.sqs = self.client("sqs")
        self.queue = self.sqs.create_queue(
            QueueName="mail", Attributes={"Policy": open_to_all}
        )["QueueUrl"]
        self.client("sns").subscribe(
            TopicArn=self.topic,
            Protocol="sqs",
            Endpoint=f"arn:aws:sqs:{support.REGION}:{self.account}:mail",
            Attributes={"RawMessageDelivery": "true"},
        )
        self.ses.create_configuration_set(ConfigurationSet={"Name": "set"})

    def take(self):
        self.advance("1s")
        messages = self.sqs.receive_message(QueueUrl=self.queue, MaxNumberOfMessages=10)
        for message in messages.get("Messages", []):
            self.sqs.delete_message(
                QueueUrl=self.queue, ReceiptHandle=message["ReceiptHandle"]
            )
        return [message["Body"] for message in messages.get("Messages", [])]

    def destination(self, **more):
        return {
            "Name": "topic",
            "Enabled": True,
            "MatchingEventTypes": ["send", "bounce"],
            "SNSDestination": {"TopicARN": self.topic},
            **more,
        }

    def test_events_of_a_configuration_set(self):
        named = {"ConfigurationSetName": "set"}
        self.ses.create_configuration_set_event_destination(
            **named, EventDestination=self.destination()
        )
        with self.refused("EventDestinationAlreadyExists", 400):
            self.ses.create_configuration_set_event_destination(
                **named, EventDestination=self.destination()
            )
        self.assertEqual(len(self.take()), 1)
        sent = self.send(
            Destination={"ToAddresses": ["bounce@simulator.amazonses.com"]},
            ConfigurationSetName="set",
            Tags=[{"Name": "campaign", "Value": "spring"}],
        )
        send, bounce = (json.loads(body) for body in self.take())
        self.assertEqual((send["eventType"], bounce["eventType"]), ("Send", "Bounce"))
        self.assertEqual(send["mail"]["messageId"], sent)
        self.assertEqual(send["mail"]["tags"]["campaign"], ["spring"])
        self.assertEqual(bounce["bounce"]["bounceType"], "Permanent")
        self.ses.update_configuration_set_event_destination(
            **named, EventDestination=self.destination(Enabled=False)
        )
        read = self.ses.describe_configuration_set(
            **named, ConfigurationSetAttributeNames=["eventDestinations"]
        )
        self.assertEqual(read["EventDestinations"], [self.destination(Enabled=False)])
        self.ses.delete_configuration_set_event_destination(
            **named, EventDestinationName="topic"
        )

    def test_notifications_of_an_identity(self):
        for kind in ("Bounce", "Complaint"):
            self.ses.set_identity_notification_topic(
                Identity=SENDER, NotificationType=kind, SnsTopic=self.topic
            )
        self.ses.set_identity_headers_in_notifications_enabled(
            Identity=SENDER, NotificationType="Bounce", Enabled=True
        )
        self.ses.set_identity_feedback_forwarding_enabled(
            Identity=SENDER, ForwardingEnabled=False
        )
        self.assertEqual(len(self.take()), 2)
        self.send(Destination={"ToAddresses": ["complaint@simulator.amazonses.com"]})
        [body] = self.take()
        told = json.loads(body)
        self.assertEqual(told["notificationType"], "Complaint")
        self.assertNotIn("headers", told["mail"])
        read = self.ses.get_identity_notification_attributes(Identities=[SENDER])
        self.assertEqual(
            read["NotificationAttributes"][SENDER],
            {
                "BounceTopic": self.topic,
                "ComplaintTopic": self.topic,
                "ForwardingEnabled": False,
                "HeadersInBounceNotificationsEnabled": True,
                "HeadersInComplaintNotificationsEnabled": False,
                "HeadersInDeliveryNotificationsEnabled": False,
            },
        )

    def test_options_of_a_configuration_set(self):
        named = {"ConfigurationSetName": "set"}
        self.ses.put_configuration_set_delivery_options(
            **named, DeliveryOptions={"TlsPolicy": "Require"}
        )
        self.ses.update_configuration_set_reputation_metrics_enabled(**named, Enabled=True)
        self.ses.verify_domain_identity(Domain="example.net")
        tracking = {"CustomRedirectDomain": "click.example.net"}
        self.ses.create_configuration_set_tracking_options(**named, TrackingOptions=tracking)
        self.ses.update_configuration_set_tracking_options(**named, TrackingOptions=tracking)
        read = self.ses.describe_configuration_set(
            **named,
            ConfigurationSetAttributeNames=[
                "deliveryOptions",
                "trackingOptions",
                "reputationOptions",
            ],
        )
        self.assertEqual(read["DeliveryOptions"], {"TlsPolicy": "Require"})
        self.assertEqual(read["TrackingOptions"], tracking)
        self.assertTrue(read["ReputationOptions"]["ReputationMetricsEnabled"])
        self.ses.delete_configuration_set_tracking_options(**named)
        self.ses.update_configuration_set_sending_enabled(**named, Enabled=False)
        with self.refused("ConfigurationSetSendingPausedException", 400):
            self.send(ConfigurationSetName="set")
        self.assertEqual(self.ses.list_configuration_sets()["ConfigurationSets"], [{"Name": "set"}])
        self.ses.delete_configuration_set(**named)
        with self.refused("ConfigurationSetDoesNotExist", 400):
            self.ses.describe_configuration_set(**named)
