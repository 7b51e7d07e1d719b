"""Systems Manager Parameter Store."""

import datetime
import json

import support


class ParameterTest(support.ClientTest):
    def setUp(self):
        super().setUp()
        self.ssm = self.client("ssm")

    def put(self, name, value="1", kind="String", **more):
        return self.ssm.put_parameter(Name=name, Value=value, Type=kind, **more)

    def get(self, name, **more):
        return self.ssm.get_parameter(Name=name, **more)["Parameter"]


class Parameters(ParameterTest):
    def test_a_parameter_is_written_read_overwritten_and_deleted(self):
        made = self.put("/bus/limit", "42", Tags=[{"Key": "team", "Value": "bus"}])
        self.assertEqual((made["Version"], made["Tier"]), (1, "Standard"))
        read = self.get("/bus/limit")
        self.assertEqual(read["Value"], "42")
        self.assertEqual(
            read["ARN"], f"arn:aws:ssm:eu-west-1:{self.account}:parameter/bus/limit"
        )
        self.assertNotIn("Selector", read)
        with self.refused("ParameterAlreadyExists", 400):
            self.put("/bus/limit", "43")
        self.assertEqual(self.put("/bus/limit", "43", Overwrite=True)["Version"], 2)
        self.assertEqual(self.get("/bus/limit:1")["Value"], "42")
        self.assertEqual(self.get(read["ARN"])["Value"], "43")
        with self.refused("ParameterVersionNotFound", 400, "version 3 of /bus/limit"):
            self.get("/bus/limit:3")
        self.ssm.delete_parameter(Name="/bus/limit")
        with self.refused("ParameterNotFound", 400):
            self.get("/bus/limit")

    def test_a_secure_string_is_encrypted_unless_decrypted(self):
        self.put("/db/password", "hunter2", "SecureString")
        self.assertEqual(self.get("/db/password", WithDecryption=True)["Value"], "hunter2")
        self.assertTrue(self.get("/db/password")["Value"].startswith("AQICA"))
        [described] = self.ssm.describe_parameters()["Parameters"]
        self.assertEqual(described["KeyId"], "alias/aws/ssm")

    def test_several_are_read_and_deleted(self):
        for name in "ab":
            self.put(name, name)
        read = self.ssm.get_parameters(Names=["b", "a", "x"])
        self.assertEqual([one["Name"] for one in read["Parameters"]], ["a", "b"])
        self.assertEqual(read["InvalidParameters"], ["x"])
        gone = self.ssm.delete_parameters(Names=["a", "x"])
        self.assertEqual(gone["DeletedParameters"], ["a"])
        self.assertEqual(gone["InvalidParameters"], ["x"])

    def test_wrong_parameters_are_refused(self):
        with self.refused("ValidationException", 400, "Standard tier parameters support"):
            self.put("a", "x" * 4097)
        with self.refused("ParameterPatternMismatchException", 400):
            self.put("a", "x", AllowedPattern="^\\d+$")
        with self.refused("HierarchyLevelLimitExceededException", 400):
            self.put("/a" * 16)
        with self.refused("AccessDeniedException", 400):
            self.put("/aws/mine")
        self.assertEqual(self.ssm.describe_parameters()["Parameters"], [])

    def test_an_advanced_parameter_expires(self):
        made = self.put("a", "x" * 8192, Tier="Intelligent-Tiering")
        self.assertEqual(made["Tier"], "Advanced")
        now = self.server.control("clock")["now"].replace("Z", "+00:00")
        end = datetime.datetime.fromisoformat(now) + datetime.timedelta(hours=1)
        policy = {
            "Type": "Expiration",
            "Version": "1.0",
            "Attributes": {"Timestamp": end.isoformat()},
        }
        self.put("a", "x", Policies=json.dumps([policy]), Overwrite=True)
        [described] = self.ssm.describe_parameters()["Parameters"]
        self.assertEqual(json.loads(described["Policies"][0]["PolicyText"]), policy)
        self.advance("1h")
        with self.refused("ParameterNotFound"):
            self.get("a")


class Lists(ParameterTest):
    def setUp(self):
        super().setUp()
        for name in ("/a/one", "/a/two", "/a/deep/three", "/b/four"):
            self.put(name, name)

    def names(self, pages):
        return [one["Name"] for page in pages for one in page["Parameters"]]

    def test_by_path_in_pages(self):
        pages = self.pages(self.ssm, "get_parameters_by_path", 1, Path="/a", Recursive=True)
        self.assertEqual(self.names(pages), ["/a/deep/three", "/a/one", "/a/two"])
        level = self.ssm.get_parameters_by_path(Path="/a")
        self.assertEqual(self.names([level]), ["/a/one", "/a/two"])
        with self.refused("InvalidFilterKey", 400):
            self.ssm.get_parameters_by_path(
                Path="/a", ParameterFilters=[{"Key": "Name", "Values": ["x"]}]
            )

    def test_described_in_pages_and_by_filters(self):
        self.assertEqual(len(self.names(self.pages(self.ssm, "describe_parameters", 3))), 4)
        found = self.ssm.describe_parameters(
            ParameterFilters=[{"Key": "Name", "Option": "Contains", "Values": ["ee"]}]
        )
        self.assertEqual(self.names([found]), ["/a/deep/three"])
        with self.refused("InvalidFilterOption", 400):
            self.ssm.describe_parameters(
                ParameterFilters=[{"Key": "Type", "Option": "Near", "Values": ["String"]}]
            )

    def test_history_and_labels(self):
        for value in "23":
            self.put("/b/four", value, Overwrite=True)
        labelled = self.ssm.label_parameter_version(
            Name="/b/four", ParameterVersion=2, Labels=["prod", "1st"]
        )
        self.assertEqual(labelled["InvalidLabels"], ["1st"])
        self.assertEqual(self.get("/b/four:prod")["Value"], "2")
        pages = self.pages(self.ssm, "get_parameter_history", 2, Name="/b/four")
        history = [one for page in pages for one in page["Parameters"]]
        self.assertEqual([one["Version"] for one in history], [1, 2, 3])
        self.assertEqual(history[1]["Labels"], ["prod"])
        taken = self.ssm.unlabel_parameter_version(
            Name="/b/four", ParameterVersion=2, Labels=["prod", "x"]
        )
        self.assertEqual((taken["RemovedLabels"], taken["InvalidLabels"]), (["prod"], ["x"]))
        with self.refused("ParameterVersionNotFound", 400, "label prod"):
            self.get("/b/four:prod")

    def test_tags(self):
        tagged = {"ResourceType": "Parameter", "ResourceId": "/a/one"}
        self.ssm.add_tags_to_resource(
            **tagged, Tags=[{"Key": "team", "Value": "bus"}, {"Key": "x", "Value": "1"}]
        )
        self.ssm.remove_tags_from_resource(**tagged, TagKeys=["x"])
        self.assertEqual(
            self.ssm.list_tags_for_resource(**tagged)["TagList"], [{"Key": "team", "Value": "bus"}]
        )
        found = self.ssm.describe_parameters(ParameterFilters=[{"Key": "tag:team"}])
        self.assertEqual(self.names([found]), ["/a/one"])
        with self.refused("InvalidResourceId", 400):
            self.ssm.list_tags_for_resource(ResourceType="Parameter", ResourceId="x")
