"""SNS: topics, subscriptions, messages and who gets them."""

import http.server
import json
import queue
import threading
import urllib.request

import support

PHONE = "+4915112345678"


class SnsTest(support.ClientTest):
    def setUp(self):
        super().setUp()
        self.sns = self.client("sns")
        self.sqs = self.client("sqs")
        self.topic = self.sns.create_topic(Name="orders")["TopicArn"]

    def queue(self, name="q"):
        """URL and ARN of a queue that lets the topic send to it."""
        url = self.sqs.create_queue(QueueName=name)["QueueUrl"]
        arn = f"arn:aws:sqs:eu-west-1:{self.account}:{name}"
        policy = {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Effect": "Allow",
                    "Principal": {"Service": "sns.amazonaws.com"},
                    "Action": "sqs:SendMessage",
                    "Resource": arn,
                    "Condition": {"ArnEquals": {"aws:SourceArn": self.topic}},
                }
            ],
        }
        self.sqs.set_queue_attributes(QueueUrl=url, Attributes={"Policy": json.dumps(policy)})
        return url, arn

    def subscribe(self, endpoint, protocol="sqs", **attributes):
        return self.sns.subscribe(
            TopicArn=self.topic,
            Protocol=protocol,
            Endpoint=endpoint,
            Attributes=attributes,
            ReturnSubscriptionArn=True,
        )["SubscriptionArn"]

    def received(self, url):
        """What has come, of which there must be something."""
        self.settle()
        answer = self.sqs.receive_message(
            QueueUrl=url, MaxNumberOfMessages=10, MessageAttributeNames=["All"]
        )
        return answer["Messages"]


class Topics(SnsTest):
    def test_a_topic_is_created_changed_and_deleted(self):
        self.assertEqual(self.topic, f"arn:aws:sns:eu-west-1:{self.account}:orders")
        self.sns.set_topic_attributes(
            TopicArn=self.topic, AttributeName="DisplayName", AttributeValue="Orders & more"
        )
        told = self.sns.get_topic_attributes(TopicArn=self.topic)["Attributes"]
        self.assertEqual(told["DisplayName"], "Orders & more")
        self.assertEqual(told["Owner"], self.account)
        with self.refused("InvalidParameter", 400, "different attributes"):
            self.sns.create_topic(Name="orders", Attributes={"DisplayName": "x"})
        self.sns.delete_topic(TopicArn=self.topic)
        with self.refused("NotFound", 404, "Topic does not exist"):
            self.sns.get_topic_attributes(TopicArn=self.topic)

    def test_topics_are_listed_in_pages(self):
        for number in range(120):
            self.sns.create_topic(Name=f"t{number}")
        pages = list(self.sns.get_paginator("list_topics").paginate())
        self.assertEqual([len(page["Topics"]) for page in pages], [100, 21])

    def test_tags(self):
        self.sns.tag_resource(
            ResourceArn=self.topic,
            Tags=[{"Key": "team", "Value": "red"}, {"Key": "stage", "Value": "test"}],
        )
        self.sns.untag_resource(ResourceArn=self.topic, TagKeys=["stage"])
        told = self.sns.list_tags_for_resource(ResourceArn=self.topic)
        self.assertEqual(told["Tags"], [{"Key": "team", "Value": "red"}])

    def test_permissions_and_policies(self):
        other = support.make_client("sns", "222222222222")
        with self.refused("AuthorizationError", 403, "SNS:Publish"):
            other.publish(TopicArn=self.topic, Message="hi")
        self.sns.add_permission(
            TopicArn=self.topic, Label="o", AWSAccountId=["222222222222"], ActionName=["Publish"]
        )
        other.publish(TopicArn=self.topic, Message="hi")
        self.sns.remove_permission(TopicArn=self.topic, Label="o")
        with self.refused("AuthorizationError", 403):
            other.publish(TopicArn=self.topic, Message="hi")
        self.sns.put_data_protection_policy(
            ResourceArn=self.topic, DataProtectionPolicy='{"Name":"none"}'
        )
        told = self.sns.get_data_protection_policy(ResourceArn=self.topic)
        self.assertEqual(told["DataProtectionPolicy"], '{"Name":"none"}')


class Subscriptions(SnsTest):
    def test_a_subscription_is_made_changed_and_ended(self):
        _, arn = self.queue()
        subscription = self.subscribe(arn)
        self.sns.set_subscription_attributes(
            SubscriptionArn=subscription,
            AttributeName="FilterPolicy",
            AttributeValue='{"row":[{"numeric":[">",12]}]}',
        )
        told = self.sns.get_subscription_attributes(SubscriptionArn=subscription)["Attributes"]
        self.assertEqual(told["FilterPolicyScope"], "MessageAttributes")
        [listed] = self.sns.list_subscriptions()["Subscriptions"]
        self.assertEqual(listed["SubscriptionArn"], subscription)
        with self.refused("InvalidParameter", 400, "FilterPolicy"):
            self.sns.set_subscription_attributes(
                SubscriptionArn=subscription, AttributeName="FilterPolicy", AttributeValue="[]"
            )
        self.sns.unsubscribe(SubscriptionArn=subscription)
        self.assertEqual(self.sns.list_subscriptions()["Subscriptions"], [])

    def test_subscriptions_are_listed_in_pages(self):
        for number in range(101):
            self.subscribe(f"+49151{1000 + number}000", "sms")
        for name, more in [
            ("list_subscriptions", {}),
            ("list_subscriptions_by_topic", {"TopicArn": self.topic}),
        ]:
            pages = list(self.sns.get_paginator(name).paginate(**more))
            self.assertEqual([len(page["Subscriptions"]) for page in pages], [100, 1])

    def test_a_queue_of_another_account_confirms(self):
        _, arn = self.queue()
        url, _ = self.queue()
        other = support.make_client("sns", "222222222222")
        theirs = other.create_topic(Name="theirs")["TopicArn"]
        self.topic = theirs
        url, arn = self.queue()
        told = other.subscribe(TopicArn=theirs, Protocol="sqs", Endpoint=arn)
        self.assertEqual(told["SubscriptionArn"], "pending confirmation")
        [message] = self.received(url)
        asked = json.loads(message["Body"])
        self.assertEqual(asked["Type"], "SubscriptionConfirmation")
        confirmed = self.sns.confirm_subscription(TopicArn=theirs, Token=asked["Token"])
        self.assertTrue(confirmed["SubscriptionArn"].startswith(theirs + ":"))
        other.publish(TopicArn=theirs, Message="hi")
        self.sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
        self.assertEqual(json.loads(self.received(url)[0]["Body"])["Message"], "hi")


class Messages(SnsTest):
    def test_a_message_comes_in_its_envelope(self):
        url, arn = self.queue()
        self.subscribe(arn)
        sent = self.sns.publish(
            TopicArn=self.topic,
            Message="seat 12A <&> 버스",
            Subject="Booked",
            MessageAttributes={"row": {"DataType": "Number", "StringValue": "12"}},
        )
        body = json.loads(self.received(url)[0]["Body"])
        self.assertEqual(body["MessageId"], sent["MessageId"])
        self.assertEqual(body["Message"], "seat 12A <&> 버스")
        self.assertEqual(body["Subject"], "Booked")
        self.assertEqual(body["MessageAttributes"], {"row": {"Type": "Number", "Value": "12"}})

    def test_a_batch_comes_raw(self):
        url, arn = self.queue()
        self.subscribe(arn, RawMessageDelivery="true")
        sent = self.sns.publish_batch(
            TopicArn=self.topic,
            PublishBatchRequestEntries=[
                {
                    "Id": "a",
                    "Message": "1",
                    "MessageAttributes": {"b": {"DataType": "Binary", "BinaryValue": b"\x00\xff"}},
                },
                {"Id": "b", "Message": ""},
            ],
        )
        self.assertEqual([entry["Id"] for entry in sent["Successful"]], ["a"])
        self.assertEqual([entry["Code"] for entry in sent["Failed"]], ["InvalidParameter"])
        [message] = self.received(url)
        self.assertEqual(message["Body"], "1")
        self.assertEqual(message["MessageAttributes"]["b"]["BinaryValue"], b"\x00\xff")

    def test_wrong_messages_are_refused(self):
        with self.refused("InvalidParameter", 400, "Invalid parameter: Message too long"):
            self.sns.publish(TopicArn=self.topic, Message="a" * 262_145)
        with self.refused("InvalidParameter", 400, "Message Structure"):
            self.sns.publish(TopicArn=self.topic, Message="{}", MessageStructure="json")
        with self.refused("ParameterValueInvalid", 400):
            self.sns.publish(
                TopicArn=self.topic,
                Message="a",
                MessageAttributes={"a": {"DataType": "Number", "StringValue": "b"}},
            )

    def test_a_text_message(self):
        self.assertIn("MessageId", self.sns.publish(PhoneNumber=PHONE, Message="hi"))


class WebEndpoint(http.server.BaseHTTPRequestHandler):
    """Keeps what is posted to it."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.posts.put((dict(self.headers), json.loads(body)))
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


class Web(SnsTest):
    def test_a_program_of_this_machine_confirms_and_gets_messages(self):
        endpoint = http.server.ThreadingHTTPServer(("127.0.0.1", 0), WebEndpoint)
        endpoint.posts = queue.Queue()
        threading.Thread(target=endpoint.serve_forever, daemon=True).start()
        self.addCleanup(endpoint.server_close)
        self.addCleanup(endpoint.shutdown)
        url = f"http://127.0.0.1:{endpoint.server_port}/hook"
        subscription = self.subscribe(url, "http")
        headers, asked = endpoint.posts.get(timeout=30)
        self.assertEqual(headers["x-amz-sns-message-type"], "SubscriptionConfirmation")
        with urllib.request.urlopen(asked["SubscribeURL"], timeout=30) as answer:
            self.assertIn(subscription, answer.read().decode())
        self.sns.publish(TopicArn=self.topic, Message="seat 12A")
        _, message = endpoint.posts.get(timeout=30)
        self.assertEqual(message["Message"], "seat 12A")
        urllib.request.urlopen(message["UnsubscribeURL"], timeout=30).close()
        self.assertEqual(self.sns.list_subscriptions()["Subscriptions"], [])
        headers, told = endpoint.posts.get(timeout=30)
        self.assertEqual(headers["x-amz-sns-message-type"], "UnsubscribeConfirmation")
        self.assertIn(f"deactivate subscription {subscription}", told["Message"])
        with urllib.request.urlopen(told["SubscribeURL"], timeout=30) as answer:
            self.assertIn(subscription, answer.read().decode())
        self.assertEqual(len(self.sns.list_subscriptions()["Subscriptions"]), 1)


class Devices(SnsTest):
    def test_applications_and_endpoints(self):
        application = self.sns.create_platform_application(
            Name="bus", Platform="GCM", Attributes={"PlatformCredential": "secret"}
        )["PlatformApplicationArn"]
        self.sns.set_platform_application_attributes(
            PlatformApplicationArn=application, Attributes={"EventEndpointCreated": self.topic}
        )
        told = self.sns.get_platform_application_attributes(PlatformApplicationArn=application)
        self.assertEqual(told["Attributes"]["EventEndpointCreated"], self.topic)
        endpoint = self.sns.create_platform_endpoint(
            PlatformApplicationArn=application, Token="t1", CustomUserData="ann"
        )["EndpointArn"]
        self.sns.publish(TargetArn=endpoint, Message="hi")
        self.sns.set_endpoint_attributes(EndpointArn=endpoint, Attributes={"Enabled": "false"})
        told = self.sns.get_endpoint_attributes(EndpointArn=endpoint)["Attributes"]
        self.assertEqual(told, {"CustomUserData": "ann", "Enabled": "false", "Token": "t1"})
        with self.refused("EndpointDisabled", 400):
            self.sns.publish(TargetArn=endpoint, Message="hi")
        for number in range(100):
            self.sns.create_platform_endpoint(
                PlatformApplicationArn=application, Token=f"u{number}"
            )
            self.sns.create_platform_application(
                Name=f"a{number}", Platform="ADM", Attributes={"PlatformCredential": "x"}
            )
        for name, member, more in [
            (
                "list_endpoints_by_platform_application",
                "Endpoints",
                {"PlatformApplicationArn": application},
            ),
            ("list_platform_applications", "PlatformApplications", {}),
        ]:
            pages = list(self.sns.get_paginator(name).paginate(**more))
            self.assertEqual([len(page[member]) for page in pages], [100, 1])
        self.sns.delete_endpoint(EndpointArn=endpoint)
        self.sns.delete_platform_application(PlatformApplicationArn=application)
        with self.refused("NotFound", 404):
            self.sns.get_endpoint_attributes(EndpointArn=endpoint)


class TextMessages(SnsTest):
    def test_attributes(self):
        self.sns.set_sms_attributes(attributes={"DefaultSMSType": "Transactional"})
        told = self.sns.get_sms_attributes(attributes=["DefaultSMSType"])["attributes"]
        self.assertEqual(told, {"DefaultSMSType": "Transactional"})

    def test_numbers(self):
        self.assertFalse(
            self.sns.check_if_phone_number_is_opted_out(phoneNumber=PHONE)["isOptedOut"]
        )
        self.sns.opt_in_phone_number(phoneNumber=PHONE)
        self.assertEqual(self.sns.list_phone_numbers_opted_out()["phoneNumbers"], [])
        self.assertEqual(self.sns.list_origination_numbers()["PhoneNumbers"], [])

    def test_the_sandbox(self):
        self.assertFalse(self.sns.get_sms_sandbox_account_status()["IsInSandbox"])
        self.sns.create_sms_sandbox_phone_number(PhoneNumber=PHONE)
        with self.refused("VerificationException", 400):
            self.sns.verify_sms_sandbox_phone_number(PhoneNumber=PHONE, OneTimePassword="0000000")
        sent = self.server.control("outbox", account=self.account)
        password = sent["messages"][0]["body"].split()[-1]
        self.sns.verify_sms_sandbox_phone_number(PhoneNumber=PHONE, OneTimePassword=password)
        [number] = self.sns.list_sms_sandbox_phone_numbers()["PhoneNumbers"]
        self.assertEqual(number, {"PhoneNumber": PHONE, "Status": "Verified"})
        self.sns.delete_sms_sandbox_phone_number(PhoneNumber=PHONE)
        with self.refused("ResourceNotFound", 404):
            self.sns.delete_sms_sandbox_phone_number(PhoneNumber=PHONE)
