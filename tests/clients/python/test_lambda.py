"""Lambda: functions, invocations and event source mappings."""

import base64
import io
import json
import zipfile

import support
from bus import BOOKING, STATS, Bus


class LambdaTest(support.ClientTest):
    def setUp(self):
        super().setUp()
        self.bus = Bus(self)
        self.functions = self.bus.functions

    def invoke(self, payload=BOOKING, function="aram-producer", **more):
        return self.functions.invoke(FunctionName=function, Payload=payload, **more)

    def arn(self, function):
        return f"arn:aws:lambda:eu-west-1:{self.account}:function:{function}"


def zipped(name):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(name, "")
    return data.getvalue()


class Layers(LambdaTest):
    def test_a_layer_is_published_listed_used_and_deleted(self):
        made = self.functions.publish_layer_version(
            LayerName="deps", Description="shared", Content={"ZipFile": zipped("python/deps.py")},
            CompatibleRuntimes=["python3.9"], LicenseInfo="MIT",
        )
        arn = f"arn:aws:lambda:eu-west-1:{self.account}:layer:deps"
        self.assertEqual((made["LayerArn"], made["LayerVersionArn"]), (arn, arn + ":1"))
        got = self.functions.get_layer_version(LayerName="deps", VersionNumber=1)
        self.assertEqual((got["Description"], got["LicenseInfo"]), ("shared", "MIT"))
        by_arn = self.functions.get_layer_version_by_arn(Arn=arn + ":1")
        self.assertEqual(by_arn["Content"]["CodeSha256"], made["Content"]["CodeSha256"])
        listed = self.functions.list_layers(CompatibleRuntime="python3.9")["Layers"]
        self.assertEqual([one["LatestMatchingVersion"]["Version"] for one in listed], [1])
        versions = self.functions.list_layer_versions(LayerName=arn)["LayerVersions"]
        self.assertEqual([one["LayerVersionArn"] for one in versions], [arn + ":1"])

        changed = self.functions.update_function_configuration(
            FunctionName="aram-producer", Layers=[arn + ":1"]
        )
        self.assertEqual([layer["Arn"] for layer in changed["Layers"]], [arn + ":1"])
        with self.refused("InvalidParameterValueException", 400, "does not exist"):
            self.functions.update_function_configuration(
                FunctionName="aram-producer", Layers=[arn + ":2"]
            )
        self.functions.delete_layer_version(LayerName="deps", VersionNumber=1)
        with self.refused("ResourceNotFoundException", 404):
            self.functions.get_layer_version(LayerName="deps", VersionNumber=1)


class Functions(LambdaTest):
    def test_a_function_is_told_changed_and_deleted(self):
        told = self.functions.get_function(FunctionName="aram-producer")
        configuration = told["Configuration"]
        self.assertEqual(configuration["FunctionArn"], self.arn("aram-producer"))
        self.assertEqual(configuration["Runtime"], "python3.12")
        self.assertEqual((configuration["Timeout"], configuration["MemorySize"]), (5, 256))
        self.assertEqual(configuration["State"], "Active")
        self.assertEqual(
            configuration["Environment"]["Variables"]["STATS_TABLE"], "aram-stats"
        )
        self.assertEqual(configuration["CodeSize"], len("bound in process"))
        self.assertEqual(told["Tags"], {"system": "bus"})
        self.functions.get_waiter("function_active").wait(FunctionName="aram-producer")

        changed = self.functions.update_function_configuration(
            FunctionName=self.arn("aram-producer"), Timeout=6, Description="books ✓"
        )
        self.assertNotEqual(changed["RevisionId"], configuration["RevisionId"])
        told = self.functions.get_function_configuration(FunctionName="aram-producer")
        self.assertEqual((told["Timeout"], told["Description"]), (6, "books ✓"))
        with self.refused("PreconditionFailedException", 412):
            self.functions.update_function_code(
                FunctionName="aram-producer",
                ZipFile=b"new",
                RevisionId=configuration["RevisionId"],
            )
        replaced = self.functions.update_function_code(
            FunctionName="aram-producer", ZipFile=b"bound in process, anew"
        )
        self.assertNotEqual(replaced["CodeSha256"], configuration["CodeSha256"])

        self.functions.get_waiter("function_updated_v2").wait(FunctionName="aram-producer")

        self.functions.delete_function(FunctionName="aram-producer")
        with self.refused(
            "ResourceNotFoundException", 404, f"Function not found: {self.arn('aram-producer')}"
        ):
            self.functions.get_function(FunctionName="aram-producer")

    def test_functions_are_listed_in_pages(self):
        pages = self.pages(self.functions, "list_functions", 1)
        names = [function["FunctionName"] for page in pages for function in page["Functions"]]
        self.assertEqual(names, ["aram-consumer", "aram-producer"])

    def test_what_terraform_reads_of_a_function(self):
        name = {"FunctionName": "aram-producer"}
        listed = self.functions.list_versions_by_function(**name)
        self.assertEqual([version["Version"] for version in listed["Versions"]], ["$LATEST"])
        signing = self.functions.get_function_code_signing_config(**name)
        self.assertNotIn("CodeSigningConfigArn", signing)

    def test_a_package_that_is_no_zip_file_is_refused(self):
        role = f"arn:aws:iam::{self.account}:role/bus"
        with self.refused("InvalidParameterValueException", 400, "Could not unzip"):
            self.bus.create_function("other", role, {})

    def test_wrong_functions_are_refused(self):
        role = f"arn:aws:iam::{self.account}:role/bus"
        with self.refused("ResourceConflictException", 409, "already exist: aram-producer"):
            self.bus.create_function("aram-producer", role, {})
        with self.refused("InvalidParameterValueException", 400, "cannot be assumed by Lambda"):
            self.bus.create_function("other", role + "x", {})
        with self.refused("InvalidParameterValueException", 400, "AWS_REGION"):
            self.bus.create_function("other", role, {"AWS_REGION": "eu-west-1"})
        with self.refused("ValidationException", 400):
            self.functions.update_function_configuration(
                FunctionName="aram-producer", MemorySize=10_241
            )
        self.assertEqual(len(self.functions.list_functions()["Functions"]), 2)

    def test_tags(self):
        arn = self.arn("aram-producer")
        self.functions.tag_resource(Resource=arn, Tags={"team": "red & blue"})
        self.assertEqual(
            self.functions.list_tags(Resource=arn)["Tags"],
            {"system": "bus", "team": "red & blue"},
        )
        self.functions.untag_resource(Resource=arn, TagKeys=["system", "unknown"])
        self.assertEqual(
            self.functions.list_tags(Resource=arn)["Tags"], {"team": "red & blue"}
        )
        with self.refused("ResourceNotFoundException", 404):
            self.functions.list_tags(Resource=self.arn("none"))

    def test_permissions_become_statements_of_the_policy(self):
        permission = {"FunctionName": "aram-producer", "StatementId": "http-api"}
        added = self.functions.add_permission(
            **permission,
            Action="lambda:InvokeFunction",
            Principal="apigateway.amazonaws.com",
            SourceArn=f"arn:aws:execute-api:eu-west-1:{self.account}:a1/*/*/*",
        )
        statement = json.loads(added["Statement"])
        self.assertEqual(statement["Sid"], "http-api")
        self.assertEqual(statement["Principal"], {"Service": "apigateway.amazonaws.com"})
        told = self.functions.get_policy(FunctionName="aram-producer")
        self.assertEqual(json.loads(told["Policy"])["Statement"], [statement])
        with self.refused("ResourceConflictException", 409, "already exists"):
            self.functions.add_permission(**permission, Action="lambda:*", Principal="*")
        self.functions.remove_permission(**permission)
        with self.refused("ResourceNotFoundException", 404):
            self.functions.get_policy(FunctionName="aram-producer")
        with self.refused("ResourceNotFoundException", 404):
            self.functions.remove_permission(**permission)

    def test_concurrency_is_reserved(self):
        limits = self.functions.get_account_settings()["AccountLimit"]
        self.assertEqual(limits["UnreservedConcurrentExecutions"], 1000)
        self.functions.put_function_concurrency(
            FunctionName="aram-producer", ReservedConcurrentExecutions=0
        )
        told = self.functions.get_function_concurrency(FunctionName="aram-producer")
        self.assertEqual(told["ReservedConcurrentExecutions"], 0)
        with self.refused("TooManyRequestsException", 429, "Rate Exceeded") as caught:
            self.invoke()
        if support.answers_are_whole():
            self.assertEqual(
                caught.exception.response["Reason"],
                "ReservedFunctionConcurrentInvocationLimitExceeded",
            )
        with self.refused("InvalidParameterValueException", 400, "[100]"):
            self.functions.put_function_concurrency(
                FunctionName="aram-producer", ReservedConcurrentExecutions=901
            )
        self.functions.delete_function_concurrency(FunctionName="aram-producer")
        told = self.functions.get_function_concurrency(FunctionName="aram-producer")
        self.assertNotIn("ReservedConcurrentExecutions", told)


class Invocations(LambdaTest):
    def test_a_function_answers(self):
        answer = self.invoke(LogType="Tail")
        self.assertEqual(answer["StatusCode"], 200)
        self.assertEqual(answer["ExecutedVersion"], "$LATEST")
        self.assertNotIn("FunctionError", answer)
        result = json.load(answer["Payload"])
        self.assertEqual(result["statusCode"], 200)
        self.assertEqual(result["body"], '{"status":"queued"}')
        log = base64.b64decode(answer["LogResult"]).decode()
        request_id = log.split()[2]
        if support.answers_are_whole():
            self.assertEqual(answer["ResponseMetadata"]["RequestId"], request_id)
        self.assertRegex(
            log,
            rf"^START RequestId: {request_id} Version: \$LATEST\nEND RequestId: {request_id}\n"
            rf"REPORT RequestId: {request_id}\tDuration: [\d.]+ ms\tBilled Duration: \d+ ms\t",
        )
        self.assertEqual(self.bus.figures()["requests"], 1)
        result = json.load(self.invoke(STATS, function=self.arn("aram-producer"))["Payload"])
        self.assertEqual(json.loads(result["body"])["requests"], 1)

    def test_a_failure_of_the_function_is_an_answer_too(self):
        answer = self.invoke(b'"no request"')
        self.assertEqual(answer["StatusCode"], 200)
        self.assertEqual(answer["FunctionError"], "Unhandled")
        self.assertIn("errorMessage", json.load(answer["Payload"]))

    def test_a_dry_run_runs_nothing(self):
        self.assertEqual(self.invoke(InvocationType="DryRun")["StatusCode"], 204)
        self.assertEqual(self.bus.figures(), {})

    def test_an_event_is_worked_off_later(self):
        answer = self.invoke(InvocationType="Event")
        self.assertEqual(answer["StatusCode"], 202)
        self.assertEqual(answer["Payload"].read(), b"")
        self.advance("1s")
        self.assertEqual(self.bus.figures()["requests"], 1)

    def test_wrong_invocations_are_refused(self):
        with self.refused("ResourceNotFoundException", 404, self.arn("none")):
            self.invoke(function="none")
        with self.refused(
            "InvalidRequestContentException", 400, "Could not parse request body into json"
        ):
            self.invoke(b"{")
        with self.refused("RequestEntityTooLargeException", 413):
            self.invoke(json.dumps("x" * (6 << 20)).encode())

    def test_what_becomes_of_failed_events_is_configured(self):
        dead = self.bus.sqs.create_queue(QueueName="failed")["QueueUrl"]
        target = f"arn:aws:sqs:eu-west-1:{self.account}:failed"
        put = self.functions.put_function_event_invoke_config(
            FunctionName="aram-producer",
            MaximumRetryAttempts=2,
            MaximumEventAgeInSeconds=3600,
        )
        self.assertEqual(put["MaximumRetryAttempts"], 2)
        self.functions.update_function_event_invoke_config(
            FunctionName="aram-producer",
            MaximumRetryAttempts=0,
            DestinationConfig={"OnFailure": {"Destination": target}},
        )
        told = self.functions.get_function_event_invoke_config(FunctionName="aram-producer")
        self.assertEqual(told["MaximumRetryAttempts"], 0)
        self.assertEqual(told["MaximumEventAgeInSeconds"], 3600)
        self.assertEqual(told["DestinationConfig"]["OnFailure"]["Destination"], target)
        listed = self.functions.list_function_event_invoke_configs(FunctionName="aram-producer")
        self.assertEqual(len(listed["FunctionEventInvokeConfigs"]), 1)

        self.invoke(b'"no request"', InvocationType="Event")
        self.advance("10s")
        [message] = self.bus.sqs.receive_message(QueueUrl=dead)["Messages"]
        record = json.loads(message["Body"])
        self.assertEqual(record["requestPayload"], "no request")
        self.assertEqual(record["requestContext"]["condition"], "RetriesExhausted")

        self.functions.delete_function_event_invoke_config(FunctionName="aram-producer")
        with self.refused("ResourceNotFoundException", 404):
            self.functions.get_function_event_invoke_config(FunctionName="aram-producer")
        with self.refused("InvalidParameterValueException", 400):
            self.functions.put_function_event_invoke_config(FunctionName="aram-producer")


class EventSourceMappings(LambdaTest):
    def map(self, **more):
        return self.functions.create_event_source_mapping(
            EventSourceArn=self.bus.queue_arn, FunctionName="aram-consumer", **more
        )

    def state(self, uuid):
        return self.functions.get_event_source_mapping(UUID=uuid)["State"]

    def test_what_is_sent_to_the_queue_reaches_the_function(self):
        mapping = self.map(BatchSize=10, FunctionResponseTypes=["ReportBatchItemFailures"])
        self.assertEqual(mapping["State"], "Creating")
        self.assertEqual(mapping["StateTransitionReason"], "USER_INITIATED")
        if support.answers_are_whole():
            self.assertEqual(mapping["ResponseMetadata"]["HTTPStatusCode"], 202)
        self.advance("1s")
        told = self.functions.get_event_source_mapping(UUID=mapping["UUID"])
        self.assertEqual(told["State"], "Enabled")
        self.assertEqual(told["FunctionResponseTypes"], ["ReportBatchItemFailures"])
        self.assertEqual(told["FunctionArn"], self.arn("aram-consumer"))

        for _ in range(3):
            self.invoke()
        self.advance("5s")
        self.assertEqual(self.bus.figures(), {"requests": 3, "processed": 3, "success": 3})
        self.assertEqual(self.peek(self.bus.queue)["messages"], [])

        changed = self.functions.update_event_source_mapping(
            UUID=mapping["UUID"], BatchSize=5, Enabled=False
        )
        self.assertIn(changed["State"], ("Updating", "Disabling"))
        self.advance("1s")
        self.assertEqual(self.state(mapping["UUID"]), "Disabled")
        self.invoke()
        self.advance("5s")
        self.assertEqual(len(self.peek(self.bus.queue)["messages"]), 1)

        deleted = self.functions.delete_event_source_mapping(UUID=mapping["UUID"])
        self.assertEqual(deleted["State"], "Deleting")
        self.advance("1s")
        with self.refused("ResourceNotFoundException", 404):
            self.state(mapping["UUID"])

    def test_what_changes_in_a_table_reaches_the_function(self):
        self.bus.iam.put_role_policy(
            RoleName="bus", PolicyName="own", PolicyDocument=support.policy(["dynamodb:*", "sqs:*"])
        )
        dynamodb = self.client("dynamodb")
        stream = dynamodb.create_table(
            TableName="orders",
            AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
            KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
            BillingMode="PAY_PER_REQUEST",
            StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_IMAGE"},
        )["TableDescription"]["LatestStreamArn"]
        self.advance("1s")
        mapping = self.functions.create_event_source_mapping(
            EventSourceArn=stream,
            FunctionName="aram-consumer",
            StartingPosition="TRIM_HORIZON",
            MaximumRetryAttempts=0,
            DestinationConfig={"OnFailure": {"Destination": self.bus.queue_arn}},
        )
        self.assertEqual(mapping["BatchSize"], 100)
        self.assertEqual(mapping["StateTransitionReason"], "User action")
        self.assertEqual(mapping["LastProcessingResult"], "No records processed")
        self.assertEqual(mapping["DestinationConfig"]["OnFailure"]["Destination"],
                         self.bus.queue_arn)
        self.advance("1s")
        dynamodb.put_item(TableName="orders", Item={"id": {"S": "a"}})
        self.advance("5s")
        told = self.functions.get_event_source_mapping(UUID=mapping["UUID"])
        self.assertIn(
            told["LastProcessingResult"], ("OK", "PROBLEM: Function call failed")
        )
        with self.refused("InvalidParameterValueException", 400, "startingPosition"):
            self.functions.create_event_source_mapping(
                EventSourceArn=stream, FunctionName="aram-producer"
            )

    def test_mappings_are_listed_in_pages(self):
        self.map(Enabled=False)
        self.functions.create_event_source_mapping(
            EventSourceArn=self.bus.queue_arn, FunctionName="aram-producer", Enabled=False
        )
        pages = self.pages(self.functions, "list_event_source_mappings", 1)
        arns = [m["FunctionArn"] for page in pages for m in page["EventSourceMappings"]]
        self.assertCountEqual(arns, [self.arn("aram-consumer"), self.arn("aram-producer")])
        listed = self.functions.list_event_source_mappings(FunctionName="aram-consumer")
        self.assertEqual(len(listed["EventSourceMappings"]), 1)

    def test_wrong_mappings_are_refused(self):
        invalid = "InvalidParameterValueException"
        self.functions.update_function_configuration(FunctionName="aram-consumer", Timeout=61)
        with self.refused(
            invalid,
            400,
            "Queue visibility timeout: 60 seconds is less than Function timeout: 61 seconds",
        ):
            self.map()
        self.functions.update_function_configuration(FunctionName="aram-consumer", Timeout=5)
        with self.refused(invalid, 400, "Maximum batch window"):
            self.map(BatchSize=11)
        self.bus.iam.put_role_policy(
            RoleName="bus", PolicyName="own", PolicyDocument=support.policy("dynamodb:*")
        )
        with self.refused(
            invalid,
            400,
            "The provided execution role does not have permissions to call ReceiveMessage on SQS",
        ):
            self.map()
        self.bus.iam.put_role_policy(
            RoleName="bus", PolicyName="own", PolicyDocument=support.policy("sqs:*")
        )
        self.map(Enabled=False)
        with self.refused("ResourceConflictException", 409, "already exists"):
            self.map()
        with self.refused("ResourceNotFoundException", 404):
            self.state("00000000-0000-0000-0000-000000000000")
