"""CloudWatch: metrics, alarms, dashboards and tags."""

import datetime
import json

import support

NAMESPACE = "shop"


class CloudWatchTest(support.ClientTest):
    def setUp(self):
        super().setUp()
        self.cloudwatch = self.client("cloudwatch")

    def now(self):
        text = self.server.control("clock")["now"]
        return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))

    def put(self, value, name="Orders", **more):
        self.cloudwatch.put_metric_data(
            Namespace=NAMESPACE, MetricData=[{"MetricName": name, "Value": value, **more}]
        )

    def around(self):
        now = self.now()
        hour = datetime.timedelta(hours=1)
        return {"StartTime": now - hour, "EndTime": now + hour}

    def put_alarm(self, name="many", **more):
        settings = {
            "Namespace": NAMESPACE,
            "MetricName": "Orders",
            "Statistic": "Sum",
            "Period": 60,
            "EvaluationPeriods": 1,
            "Threshold": 5,
            "ComparisonOperator": "GreaterThanThreshold",
        }
        self.cloudwatch.put_metric_alarm(AlarmName=name, **{**settings, **more})

    def alarm(self, name="many"):
        [found] = self.cloudwatch.describe_alarms(AlarmNames=[name])["MetricAlarms"]
        return found


class Metrics(CloudWatchTest):
    def test_values_are_put_and_read_as_statistics(self):
        dimensions = [{"Name": "Region", "Value": "eu"}]
        for value in (3, 5):
            self.put(value, Dimensions=dimensions, Unit="Count")
        read = self.cloudwatch.get_metric_statistics(
            Namespace=NAMESPACE,
            MetricName="Orders",
            Dimensions=dimensions,
            Period=60,
            Statistics=["Sum", "Average", "SampleCount"],
            **self.around(),
        )
        [point] = read["Datapoints"]
        self.assertEqual(read["Label"], "Orders")
        self.assertEqual((point["Sum"], point["Average"], point["SampleCount"]), (8, 4, 2))
        self.assertEqual(point["Unit"], "Count")

    def test_metric_math_answers_page_by_page(self):
        self.put(2, "Failed")
        self.put(8)

        def metric(name):
            return {
                "Metric": {"Namespace": NAMESPACE, "MetricName": name},
                "Period": 60,
                "Stat": "Sum",
            }

        queries = [
            {"Id": "failed", "MetricStat": metric("Failed"), "ReturnData": False},
            {"Id": "orders", "MetricStat": metric("Orders")},
            {"Id": "rate", "Expression": "100 * failed / orders", "Label": "failed, %"},
        ]
        results = {}
        pages = self.cloudwatch.get_paginator("get_metric_data").paginate(
            MetricDataQueries=queries, MaxDatapoints=1, **self.around()
        )
        for page in pages:
            for result in page["MetricDataResults"]:
                results.setdefault(result["Id"], []).extend(result["Values"])
        self.assertEqual(results, {"orders": [8], "rate": [25]})
        with self.refused("ValidationError", 400, "not defined"):
            self.cloudwatch.get_metric_data(
                MetricDataQueries=[{"Id": "e", "Expression": "none + 1"}], **self.around()
            )

    def test_metrics_are_listed(self):
        for name in ("a", "b"):
            self.put(1, name)
        names = [
            metric["MetricName"]
            for page in self.cloudwatch.get_paginator("list_metrics").paginate(Namespace=NAMESPACE)
            for metric in page["Metrics"]
        ]
        self.assertEqual(names, ["a", "b"])

    def test_what_is_no_value_is_refused(self):
        with self.refused("InvalidParameterCombination", 400, "MetricData.member.1.Value"):
            self.put(1, Values=[1, 2])
        with self.refused("InvalidParameterValue", 400, "Namespace"):
            self.cloudwatch.put_metric_data(
                Namespace="AWS/SQS", MetricData=[{"MetricName": "a", "Value": 1}]
            )


class Alarms(CloudWatchTest):
    def test_an_alarm_goes_off_and_is_told_of(self):
        self.put_alarm()
        self.cloudwatch.get_waiter("alarm_exists").wait(AlarmNames=["many"])
        self.assertEqual(self.alarm()["StateValue"], "INSUFFICIENT_DATA")
        self.put(10)
        self.advance("1min")
        self.assertEqual(self.alarm()["StateValue"], "ALARM")
        self.assertIn("[10.0 (", self.alarm()["StateReason"])
        [watching] = self.cloudwatch.describe_alarms_for_metric(
            Namespace=NAMESPACE, MetricName="Orders"
        )["MetricAlarms"]
        self.assertEqual(watching["AlarmName"], "many")
        history = self.pages(self.cloudwatch, "describe_alarm_history", 1, AlarmName="many")
        summaries = [
            item["HistorySummary"] for page in history for item in page["AlarmHistoryItems"]
        ]
        self.assertEqual(
            summaries,
            ["Alarm updated from INSUFFICIENT_DATA to ALARM", 'Alarm "many" created'],
        )
        self.cloudwatch.delete_alarms(AlarmNames=["many"])
        self.assertEqual(self.cloudwatch.describe_alarms()["MetricAlarms"], [])

    def test_actions_are_disabled_and_states_set(self):
        self.put_alarm()
        self.cloudwatch.disable_alarm_actions(AlarmNames=["many"])
        self.assertFalse(self.alarm()["ActionsEnabled"])
        self.cloudwatch.enable_alarm_actions(AlarmNames=["many"])
        self.assertTrue(self.alarm()["ActionsEnabled"])
        self.cloudwatch.set_alarm_state(
            AlarmName="many", StateValue="OK", StateReason="by hand"
        )
        self.assertEqual(self.alarm()["StateReason"], "by hand")
        with self.refused("ResourceNotFound", 404):
            self.cloudwatch.set_alarm_state(AlarmName="none", StateValue="OK", StateReason="x")

    def test_a_composite_alarm_follows_its_rule(self):
        self.put_alarm()
        self.cloudwatch.put_composite_alarm(AlarmName="all", AlarmRule='ALARM("many")')
        self.cloudwatch.get_waiter("composite_alarm_exists").wait(
            AlarmNames=["all"], AlarmTypes=["CompositeAlarm"]
        )
        self.cloudwatch.set_alarm_state(AlarmName="many", StateValue="ALARM", StateReason="x")
        [found] = self.cloudwatch.describe_alarms(AlarmTypes=["CompositeAlarm"])["CompositeAlarms"]
        self.assertEqual(found["StateValue"], "ALARM")
        with self.refused("ValidationError", 400):
            self.cloudwatch.put_composite_alarm(AlarmName="bad", AlarmRule="ALARM(")

    def test_alarms_come_page_by_page(self):
        for name in ("a", "b", "c"):
            self.put_alarm(name)
        pages = self.pages(self.cloudwatch, "describe_alarms", 2)
        names = [alarm["AlarmName"] for page in pages for alarm in page["MetricAlarms"]]
        self.assertEqual(names, ["a", "b", "c"])

    def test_tags(self):
        self.put_alarm(Tags=[{"Key": "team", "Value": "shop"}])
        arn = self.alarm()["AlarmArn"]
        self.cloudwatch.tag_resource(ResourceARN=arn, Tags=[{"Key": "stage", "Value": "test"}])
        self.cloudwatch.untag_resource(ResourceARN=arn, TagKeys=["team"])
        self.assertEqual(
            self.cloudwatch.list_tags_for_resource(ResourceARN=arn)["Tags"],
            [{"Key": "stage", "Value": "test"}],
        )
        with self.refused("ResourceNotFoundException", 404):
            self.cloudwatch.list_tags_for_resource(ResourceARN=arn + "x")


class Dashboards(CloudWatchTest):
    BODY = json.dumps(
        {"widgets": [{"type": "text", "width": 3, "properties": {"markdown": "hello"}}]}
    )

    def test_a_dashboard_is_written_read_listed_and_deleted(self):
        put = self.cloudwatch.put_dashboard(DashboardName="ops", DashboardBody=self.BODY)
        self.assertEqual(put["DashboardValidationMessages"], [])
        read = self.cloudwatch.get_dashboard(DashboardName="ops")
        self.assertEqual(read["DashboardBody"], self.BODY)
        self.assertEqual(
            read["DashboardArn"], f"arn:aws:cloudwatch::{self.account}:dashboard/ops"
        )
        [entry] = [
            entry
            for page in self.cloudwatch.get_paginator("list_dashboards").paginate()
            for entry in page["DashboardEntries"]
        ]
        self.assertEqual(entry["Size"], len(self.BODY))
        self.cloudwatch.delete_dashboards(DashboardNames=["ops"])
        with self.refused("ResourceNotFound", 404, "ops does not exist"):
            self.cloudwatch.get_dashboard(DashboardName="ops")

    def test_a_body_that_is_none_is_refused(self):
        with self.refused("InvalidParameterInput", 400, "/widgets/0/type"):
            self.cloudwatch.put_dashboard(
                DashboardName="ops", DashboardBody='{"widgets": [{"type": "clock"}]}'
            )
