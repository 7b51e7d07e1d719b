"""CloudWatch Logs."""

import datetime

import support
from bus import BOOKING, Bus


class LogsTest(support.ClientTest):
    def setUp(self):
        super().setUp()
        self.logs = self.client("logs")

    def now(self):
        """The server's time in milliseconds."""
        text = self.server.control("clock")["now"].replace("Z", "+00:00")
        return round(datetime.datetime.fromisoformat(text).timestamp() * 1000)

    def create(self, group="/app/notes", *streams):
        self.logs.create_log_group(logGroupName=group)
        for stream in streams:
            self.logs.create_log_stream(logGroupName=group, logStreamName=stream)

    def put(self, stream, *events):
        return self.logs.put_log_events(
            logGroupName="/app/notes",
            logStreamName=stream,
            logEvents=[{"timestamp": time, "message": message} for time, message in events],
        )


class Groups(LogsTest):
    def test_a_group_is_created_told_and_deleted(self):
        self.logs.create_log_group(logGroupName="/app/notes", tags={"team": "red"})
        [group] = self.logs.describe_log_groups(logGroupNamePrefix="/app")["logGroups"]
        self.assertEqual(group["logGroupName"], "/app/notes")
        self.assertEqual(
            group["arn"], f"arn:aws:logs:eu-west-1:{self.account}:log-group:/app/notes:*"
        )
        self.assertNotIn("retentionInDays", group)
        self.logs.put_retention_policy(logGroupName="/app/notes", retentionInDays=7)
        [group] = self.logs.describe_log_groups()["logGroups"]
        self.assertEqual(group["retentionInDays"], 7)
        with self.refused("InvalidParameterException", 400, "retentionInDays"):
            self.logs.put_retention_policy(logGroupName="/app/notes", retentionInDays=8)
        self.logs.delete_retention_policy(logGroupName="/app/notes")
        self.assertNotIn("retentionInDays", self.logs.describe_log_groups()["logGroups"][0])
        self.logs.delete_log_group(logGroupName="/app/notes")
        self.assertEqual(self.logs.describe_log_groups()["logGroups"], [])

    def test_groups_are_listed_in_pages(self):
        names = [f"/app/{number}" for number in range(5)]
        for name in names:
            self.create(name)
        pages = self.pages(self.logs, "describe_log_groups", 2)
        told = [group["logGroupName"] for page in pages for group in page["logGroups"]]
        self.assertEqual(told, names)

    def test_wrong_groups_are_refused(self):
        self.create()
        with self.refused("ResourceAlreadyExistsException", 400):
            self.create()
        with self.refused("ResourceNotFoundException", 400, "log group does not exist"):
            self.logs.delete_log_group(logGroupName="none")
        with self.refused("InvalidParameterException", 400):
            self.create("no spaces")

    def test_tags(self):
        self.create()
        arn = f"arn:aws:logs:eu-west-1:{self.account}:log-group:/app/notes"
        self.logs.tag_resource(resourceArn=arn, tags={"team": "red", "stage": "test"})
        self.logs.untag_resource(resourceArn=arn, tagKeys=["stage"])
        told = self.logs.list_tags_for_resource(resourceArn=arn)
        self.assertEqual(told["tags"], {"team": "red"})
        with self.refused("ResourceNotFoundException", 400):
            self.logs.list_tags_for_resource(resourceArn=arn + "/none")

    def test_tags_by_name(self):
        self.create()
        group = {"logGroupName": "/app/notes"}
        self.logs.tag_log_group(**group, tags={"team": "red", "stage": "test"})
        self.logs.untag_log_group(**group, tags=["stage"])
        self.assertEqual(self.logs.list_tags_log_group(**group)["tags"], {"team": "red"})

    def test_a_protected_group_stays(self):
        self.create()
        protection = {"logGroupIdentifier": "/app/notes"}
        self.logs.put_log_group_deletion_protection(**protection, deletionProtectionEnabled=True)
        with self.refused("ValidationException", 400, "deletion protection"):
            self.logs.delete_log_group(logGroupName="/app/notes")
        self.logs.put_log_group_deletion_protection(**protection, deletionProtectionEnabled=False)
        self.logs.delete_log_group(logGroupName="/app/notes")

    def test_keys_are_records(self):
        self.create()
        key = f"arn:aws:kms:eu-west-1:{self.account}:key/1"
        self.logs.associate_kms_key(logGroupName="/app/notes", kmsKeyId=key)
        self.assertEqual(self.logs.describe_log_groups()["logGroups"][0]["kmsKeyId"], key)
        self.logs.disassociate_kms_key(logGroupName="/app/notes")
        self.assertNotIn("kmsKeyId", self.logs.describe_log_groups()["logGroups"][0])

    def test_resource_policies(self):
        document = support.policy("logs:PutLogEvents", Principal={"Service": "events.amazonaws.com"})
        names = ["a", "b", "c"]
        for name in names:
            put = self.logs.put_resource_policy(policyName=name, policyDocument=document)
            self.assertEqual(put["resourcePolicy"]["policyDocument"], document)
        pages = self.pages(self.logs, "describe_resource_policies", 2)
        told = [each["policyName"] for page in pages for each in page["resourcePolicies"]]
        self.assertEqual(told, names)
        self.logs.delete_resource_policy(policyName="b")
        with self.refused("ResourceNotFoundException", 400):
            self.logs.delete_resource_policy(policyName="b")
        with self.refused("InvalidParameterException", 400):
            self.logs.put_resource_policy(policyName="b", policyDocument="{")


class Events(LogsTest):
    def test_streams_are_listed_and_deleted(self):
        self.create("/app/notes", "a", "b", "c")
        pages = self.pages(self.logs, "describe_log_streams", 2, logGroupName="/app/notes")
        names = [s["logStreamName"] for page in pages for s in page["logStreams"]]
        self.assertEqual(names, ["a", "b", "c"])
        self.put("b", (self.now(), "newest"))
        [first, *_] = self.logs.describe_log_streams(
            logGroupName="/app/notes", orderBy="LastEventTime", descending=True
        )["logStreams"]
        self.assertEqual(first["logStreamName"], "b")
        self.logs.delete_log_stream(logGroupName="/app/notes", logStreamName="b")
        told = self.logs.describe_log_streams(logGroupName="/app/notes")["logStreams"]
        self.assertEqual([stream["logStreamName"] for stream in told], ["a", "c"])
        with self.refused("ResourceAlreadyExistsException", 400):
            self.logs.create_log_stream(logGroupName="/app/notes", logStreamName="a")
        with self.refused("ResourceNotFoundException", 400, "log stream does not exist"):
            self.put("none", (self.now(), "x"))

    def test_events_are_read_forwards_and_backwards(self):
        self.create("/app/notes", "a")
        now = self.now()
        text = 'ünï "quoted" \\ 버스 🚌\ttab'
        self.put("a", *[(now + number, f"{number} {text}") for number in range(5)])
        read = {"logGroupName": "/app/notes", "logStreamName": "a"}
        page = self.logs.get_log_events(**read, startFromHead=True, limit=2)
        self.assertEqual([event["message"][0] for event in page["events"]], ["0", "1"])
        self.assertEqual(page["events"][0]["message"], f"0 {text}")
        self.assertEqual(page["events"][0]["timestamp"], now)
        page = self.logs.get_log_events(**read, nextToken=page["nextForwardToken"])
        self.assertEqual([event["message"][0] for event in page["events"]], ["2", "3", "4"])
        last = self.logs.get_log_events(**read, nextToken=page["nextForwardToken"])
        self.assertEqual((last["events"], last["nextForwardToken"]), ([], page["nextForwardToken"]))
        newest = self.logs.get_log_events(**read, limit=2)
        self.assertEqual([event["message"][0] for event in newest["events"]], ["3", "4"])
        with self.refused("InvalidParameterException", 400):
            self.logs.get_log_events(**read, nextToken="nonsense")

    def test_events_of_all_streams_are_filtered(self):
        self.create("/app/notes", "a", "b")
        now = self.now()
        self.put("a", (now, "ERROR seat taken"), (now + 2, '{"level":"ERROR","seat":12}'))
        self.put("b", (now + 1, "INFO seat 12A"), (now + 3, '{"level":"INFO","seat":13}'))
        for pattern, streams in [
            ("ERROR", ["a", "a"]),
            ("seat -taken", ["b", "a", "b"]),
            ('"seat 12A"', ["b"]),
            ("{ $.seat > 12 }", ["b"]),
            ('{ $.level = "ERROR" }', ["a"]),
        ]:
            with self.subTest(pattern):
                found = self.logs.filter_log_events(
                    logGroupName="/app/notes", filterPattern=pattern
                )
                self.assertEqual([e["logStreamName"] for e in found["events"]], streams)
        pages = self.pages(self.logs, "filter_log_events", 3, logGroupName="/app/notes")
        times = [event["timestamp"] - now for page in pages for event in page["events"]]
        self.assertEqual(times, [0, 1, 2, 3])
        with self.refused("InvalidParameterException", 400):
            self.logs.filter_log_events(logGroupName="/app/notes", filterPattern="{ $.seat >")

    def test_events_out_of_time_are_refused_or_left_out(self):
        self.create("/app/notes", "a")
        now = self.now()
        with self.refused("InvalidParameterException", 400, "chronological order"):
            self.put("a", (now, "second"), (now - 1, "first"))
        three_hours = 3 * 3_600_000
        rejected = self.put("a", (now, "now"), (now + three_hours, "ahead"))
        self.assertEqual(rejected["rejectedLogEventsInfo"]["tooNewLogEventStartIndex"], 1)
        told = self.logs.get_log_events(logGroupName="/app/notes", logStreamName="a")
        self.assertEqual([event["message"] for event in told["events"]], ["now"])

    def test_functions_write_their_logs(self):
        bus = Bus(self)
        bus.functions.invoke(FunctionName="aram-producer", Payload=BOOKING)
        told = self.logs.filter_log_events(logGroupName="/aws/lambda/aram-producer")["events"]
        self.assertTrue(told[0]["logStreamName"].find("/[$LATEST]") > 0)
        words = [event["message"].split()[0] for event in told]
        self.assertEqual([word for word in words if word.isupper()][-3:], ["START", "END", "REPORT"])


class Filters(LogsTest):
    def test_metric_filters(self):
        self.create()
        group = {"logGroupName": "/app/notes"}
        into = {"metricName": "Bytes", "metricNamespace": "shop", "metricValue": "$.bytes"}
        names = ["a", "b", "c"]
        for name in names:
            self.logs.put_metric_filter(
                **group,
                filterName=name,
                filterPattern="{ $.bytes > 1 }",
                metricTransformations=[{**into, "dimensions": {"page": "$.page"}, "unit": "Bytes"}],
            )
        pages = self.pages(self.logs, "describe_metric_filters", 2, **group)
        told = [each for page in pages for each in page["metricFilters"]]
        self.assertEqual([each["filterName"] for each in told], names)
        self.assertEqual(told[0]["metricTransformations"][0]["dimensions"], {"page": "$.page"})
        self.assertEqual(self.logs.describe_log_groups()["logGroups"][0]["metricFilterCount"], 3)
        with self.refused("InvalidParameterException", 400, "mutually exclusive"):
            self.logs.put_metric_filter(
                **group,
                filterName="d",
                filterPattern="{ $.bytes > 1 }",
                metricTransformations=[{**into, "dimensions": {"page": "$.page"}, "defaultValue": 0}],
            )
        self.logs.delete_metric_filter(**group, filterName="a")
        with self.refused("ResourceNotFoundException", 400):
            self.logs.delete_metric_filter(**group, filterName="a")

    def test_filter_patterns_are_tried(self):
        line = '127.0.0.1 - frank [10/Oct/2000:13:25:15 -0700] "GET /index.html" 404 1534'
        found = self.logs.test_metric_filter(
            filterPattern="[ip, ..., status = 4*, size]", logEventMessages=["nothing", line]
        )["matches"]
        self.assertEqual([(each["eventNumber"], each["eventMessage"]) for each in found], [(1, line)])
        values = found[0]["extractedValues"]
        self.assertEqual((values["$ip"], values["$3"], values["$size"]), ("127.0.0.1", "frank", "1534"))
        found = self.logs.test_metric_filter(
            filterPattern="%^[0-9]{3}$%", logEventMessages=["404", "4040"]
        )["matches"]
        self.assertEqual([each["eventMessage"] for each in found], ["404"])
        with self.refused("InvalidParameterException", 400):
            self.logs.test_metric_filter(filterPattern="{ $.a", logEventMessages=["a"])

    def test_events_go_to_a_function(self):
        bus = Bus(self)
        self.create("/app/notes", "a")
        wanted = {
            "logGroupName": "/app/notes",
            "filterName": "errors",
            "filterPattern": "ERROR",
            "destinationArn": bus.producer,
        }
        with self.refused("InvalidParameterException", 400, "Could not execute the lambda function"):
            self.logs.put_subscription_filter(**wanted)
        bus.functions.add_permission(
            FunctionName="aram-producer",
            StatementId="logs",
            Action="lambda:InvokeFunction",
            Principal="logs.amazonaws.com",
            SourceArn=f"arn:aws:logs:eu-west-1:{self.account}:log-group:/app/notes:*",
        )
        self.logs.put_subscription_filter(**wanted)
        self.logs.put_subscription_filter(**{**wanted, "filterName": "all", "filterPattern": ""})
        pages = self.pages(
            self.logs, "describe_subscription_filters", 1, logGroupName="/app/notes"
        )
        told = [each for page in pages for each in page["subscriptionFilters"]]
        self.assertEqual([each["filterName"] for each in told], ["all", "errors"])
        self.assertEqual(told[1]["destinationArn"], bus.producer)
        self.logs.delete_subscription_filter(logGroupName="/app/notes", filterName="all")
        with self.refused("InvalidParameterException", 400, "reserved for the function logs"):
            self.create("/aws/lambda/aram-producer")
            self.logs.put_subscription_filter(
                **{**wanted, "logGroupName": "/aws/lambda/aram-producer"}
            )
        self.put("a", (self.now(), "fine"), (self.now(), "ERROR 1"))
        self.advance("2s")
        lines = self.logs.filter_log_events(
            logGroupName="/aws/lambda/aram-producer", filterPattern="START"
        )["events"]
        self.assertEqual(len(lines), 1)
        self.logs.delete_subscription_filter(logGroupName="/app/notes", filterName="errors")
        self.put("a", (self.now(), "ERROR 2"))
        self.advance("2s")
        lines = self.logs.filter_log_events(
            logGroupName="/aws/lambda/aram-producer", filterPattern="START"
        )["events"]
        self.assertEqual(len(lines), 1)
