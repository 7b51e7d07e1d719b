"""EventBridge: buses, rules, targets and events."""

import json

import support

PATTERN = json.dumps({"source": ["shop"]})


class EventTest(support.ClientTest):
    def setUp(self):
        super().setUp()
        self.events = self.client("events")
        self.sqs = self.client("sqs")

    def arn(self, resource):
        return f"arn:aws:events:eu-west-1:{self.account}:{resource}"

    def queue(self, name="q"):
        arn = f"arn:aws:sqs:eu-west-1:{self.account}:{name}"
        statement = {
            "Effect": "Allow",
            "Principal": {"Service": "events.amazonaws.com"},
            "Action": "sqs:SendMessage",
            "Resource": arn,
        }
        policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
        url = self.sqs.create_queue(QueueName=name, Attributes={"Policy": policy})["QueueUrl"]
        return url, arn

    def received(self, url):
        self.settle()
        got = self.sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10)
        return [json.loads(message["Body"]) for message in got.get("Messages", [])]


class Buses(EventTest):
    def test_buses_are_made_changed_listed_and_deleted(self):
        made = self.events.create_event_bus(Name="shop")
        self.assertEqual(made["EventBusArn"], self.arn("event-bus/shop"))
        self.events.update_event_bus(Name="shop", Description="orders")
        self.assertEqual(self.events.describe_event_bus(Name="shop")["Name"], "shop")
        listed = self.events.list_event_buses()["EventBuses"]
        self.assertEqual([bus["Name"] for bus in listed], ["default", "shop"])
        with self.refused("ResourceAlreadyExistsException", 400, "already exists"):
            self.events.create_event_bus(Name="shop")
        self.events.delete_event_bus(Name="shop")
        with self.refused("ResourceNotFoundException", 400):
            self.events.describe_event_bus(Name="shop")

    def test_permissions_and_tags_of_a_bus(self):
        self.events.put_permission(
            Action="events:PutEvents", Principal="111122223333", StatementId="a"
        )
        policy = json.loads(self.events.describe_event_bus()["Policy"])
        self.assertEqual(policy["Statement"][0]["Sid"], "a")
        self.events.remove_permission(StatementId="a")
        self.assertNotIn("Policy", self.events.describe_event_bus())
        arn = self.arn("event-bus/default")
        self.events.tag_resource(ResourceARN=arn, Tags=[{"Key": "team", "Value": "bus"}])
        tags = self.events.list_tags_for_resource(ResourceARN=arn)["Tags"]
        self.assertEqual(tags, [{"Key": "team", "Value": "bus"}])
        self.events.untag_resource(ResourceARN=arn, TagKeys=["team"])
        self.assertEqual(self.events.list_tags_for_resource(ResourceARN=arn)["Tags"], [])


class Rules(EventTest):
    def test_events_go_to_the_targets_of_rules(self):
        url, arn = self.queue()
        self.assertEqual(
            self.events.put_rule(Name="r", EventPattern=PATTERN)["RuleArn"], self.arn("rule/r")
        )
        done = self.events.put_targets(Rule="r", Targets=[{"Id": "q", "Arn": arn}])
        self.assertEqual(done["FailedEntryCount"], 0)
        good = {"Source": "shop", "DetailType": "Ordered", "Detail": '{"seat":"12A"}'}
        bad = {"Source": "shop", "DetailType": "Ordered", "Detail": "{"}
        put = self.events.put_events(Entries=[good, bad])
        self.assertEqual(put["FailedEntryCount"], 1)
        self.assertEqual(put["Entries"][1]["ErrorCode"], "MalformedDetail")
        [event] = self.received(url)
        self.assertEqual(event["id"], put["Entries"][0]["EventId"])
        self.assertEqual(event["detail"], {"seat": "12A"})

    def test_rules_are_described_disabled_listed_and_deleted(self):
        _, arn = self.queue()
        for name in "abc":
            self.events.put_rule(Name=name, EventPattern=PATTERN)
            target = {"Id": "1", "Arn": arn, "InputPath": "$.detail"}
            self.events.put_targets(Rule=name, Targets=[target])
        self.events.disable_rule(Name="a")
        self.assertEqual(self.events.describe_rule(Name="a")["State"], "DISABLED")
        self.events.enable_rule(Name="a")
        self.assertEqual(self.events.describe_rule(Name="a")["State"], "ENABLED")
        pages = self.events.get_paginator("list_rules").paginate(Limit=2)
        self.assertEqual([rule["Name"] for page in pages for rule in page["Rules"]], list("abc"))
        pages = self.events.get_paginator("list_rule_names_by_target").paginate(
            TargetArn=arn, Limit=2
        )
        self.assertEqual([name for page in pages for name in page["RuleNames"]], list("abc"))
        pages = self.events.get_paginator("list_targets_by_rule").paginate(Rule="a")
        [target] = [target for page in pages for target in page["Targets"]]
        self.assertEqual(target["InputPath"], "$.detail")
        with self.refused("ValidationException", 400, "has targets"):
            self.events.delete_rule(Name="a")
        self.assertEqual(self.events.remove_targets(Rule="a", Ids=["1"])["FailedEntryCount"], 0)
        self.events.delete_rule(Name="a")
        with self.refused("ResourceNotFoundException", 400, "Rule a does not exist"):
            self.events.describe_rule(Name="a")

    def test_patterns_are_tried_out_and_wrong_ones_refused(self):
        event = {
            "id": "1",
            "source": "shop",
            "account": self.account,
            "time": "2026-01-01T00:00:00Z",
            "region": "eu-west-1",
            "resources": [],
            "detail-type": "Ordered",
        }
        tried = self.events.test_event_pattern(EventPattern=PATTERN, Event=json.dumps(event))
        self.assertTrue(tried["Result"])
        with self.refused("InvalidEventPatternException", 400, "must be an object or an array"):
            self.events.put_rule(Name="r", EventPattern='{"source":"shop"}')

    def test_a_schedule_follows_the_clock(self):
        url, arn = self.queue()
        self.events.put_rule(Name="r", ScheduleExpression="rate(1 hour)")
        self.events.put_targets(Rule="r", Targets=[{"Id": "q", "Arn": arn}])
        self.advance("1h")
        [event] = self.received(url)
        self.assertEqual(event["detail-type"], "Scheduled Event")
