"""EventBridge Scheduler: schedules and their groups."""

import datetime

import support


class ScheduleTest(support.ClientTest):
    def setUp(self):
        super().setUp()
        self.scheduler = self.client("scheduler")
        self.sqs = self.client("sqs")
        self.queue_url = self.sqs.create_queue(QueueName="q")["QueueUrl"]
        iam = self.client("iam")
        role = iam.create_role(
            RoleName="r",
            AssumeRolePolicyDocument=support.trust({"Service": "scheduler.amazonaws.com"}),
        )
        iam.put_role_policy(
            RoleName="r",
            PolicyName="p",
            PolicyDocument=support.policy("sqs:SendMessage"),
        )
        self.target = {
            "Arn": f"arn:aws:sqs:eu-west-1:{self.account}:q",
            "RoleArn": role["Role"]["Arn"],
            "Input": "due",
        }

    def create(self, name, expression="rate(1 hour)", **more):
        return self.scheduler.create_schedule(
            Name=name,
            ScheduleExpression=expression,
            FlexibleTimeWindow={"Mode": "OFF"},
            Target=self.target,
            **more,
        )

    def received(self):
        got = self.sqs.receive_message(QueueUrl=self.queue_url)
        return [message["Body"] for message in got.get("Messages", [])]


class Schedules(ScheduleTest):
    def test_a_schedule_calls_its_target_when_it_is_due(self):
        made = self.create("s")
        self.assertEqual(
            made["ScheduleArn"],
            f"arn:aws:scheduler:eu-west-1:{self.account}:schedule/default/s",
        )
        self.advance("1s")
        self.assertEqual(self.received(), ["due"])
        got = self.scheduler.get_schedule(Name="s")
        self.assertEqual(got["State"], "ENABLED")
        self.assertIsInstance(got["CreationDate"], datetime.datetime)
        self.assertEqual(got["Target"]["RetryPolicy"]["MaximumRetryAttempts"], 185)
        self.scheduler.update_schedule(
            Name="s",
            ScheduleExpression="cron(0 * * * ? *)",
            ScheduleExpressionTimezone="Europe/Berlin",
            FlexibleTimeWindow={"Mode": "OFF"},
            Target=self.target,
        )
        self.advance("1h")
        self.assertEqual(self.received(), ["due"])
        self.scheduler.delete_schedule(Name="s")
        with self.refused("ResourceNotFoundException", 404, "Schedule s does not exist"):
            self.scheduler.get_schedule(Name="s")

    def test_wrong_schedules_are_refused(self):
        with self.refused("ValidationException", 400, "Invalid Schedule Expression"):
            self.create("s", "rate(1 hours)")
        self.create("s")
        with self.refused("ConflictException", 409):
            self.create("s")

    def test_groups_hold_schedules_and_tags(self):
        arn = self.scheduler.create_schedule_group(Name="g")["ScheduleGroupArn"]
        for name in "ab":
            self.create(name, GroupName="g")
        pages = self.scheduler.get_paginator("list_schedules").paginate(
            GroupName="g", PaginationConfig={"PageSize": 1}
        )
        self.assertEqual([one["Name"] for page in pages for one in page["Schedules"]], ["a", "b"])
        pages = self.scheduler.get_paginator("list_schedule_groups").paginate(
            PaginationConfig={"PageSize": 1}
        )
        groups = [one["Name"] for page in pages for one in page["ScheduleGroups"]]
        self.assertEqual(groups, ["default", "g"])
        self.scheduler.tag_resource(ResourceArn=arn, Tags=[{"Key": "team", "Value": "bus"}])
        tags = self.scheduler.list_tags_for_resource(ResourceArn=arn)["Tags"]
        self.assertEqual(tags, [{"Key": "team", "Value": "bus"}])
        self.scheduler.untag_resource(ResourceArn=arn, TagKeys=["team"])
        self.assertEqual(self.scheduler.get_schedule_group(Name="g")["State"], "ACTIVE")
        self.scheduler.delete_schedule_group(Name="g")
        with self.refused("ResourceNotFoundException", 404):
            self.scheduler.get_schedule_group(Name="g")
