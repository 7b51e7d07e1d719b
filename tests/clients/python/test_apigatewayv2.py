"""API Gateway: HTTP APIs, and the requests to them."""

import json

import support
from bus import Bus

NOT_FOUND = "NotFoundException"


class ApiTest(support.ClientTest):
    def setUp(self):
        super().setUp()
        self.gateway = self.client("apigatewayv2")

    def create(self, name="aram-api", **more):
        return self.gateway.create_api(Name=name, ProtocolType="HTTP", **more)["ApiId"]

    def integrate(self, api, **more):
        arn = f"arn:aws:lambda:eu-west-1:{self.account}:function:aram-producer"
        return self.gateway.create_integration(
            ApiId=api,
            **{
                "IntegrationType": "AWS_PROXY",
                "IntegrationUri": arn,
                "PayloadFormatVersion": "2.0",
                **more,
            },
        )["IntegrationId"]


class Apis(ApiTest):
    def test_an_api_is_created_told_changed_and_deleted(self):
        created = self.gateway.create_api(
            Name="aram-api",
            ProtocolType="HTTP",
            Description="books ✓",
            CorsConfiguration={"AllowOrigins": ["*"], "AllowMethods": ["GET", "POST"]},
            Tags={"team": "red"},
        )
        api = created["ApiId"]
        self.assertEqual(
            created["ApiEndpoint"], f"https://{api}.execute-api.eu-west-1.amazonaws.com"
        )
        told = self.gateway.get_api(ApiId=api)
        self.assertEqual((told["Name"], told["Description"]), ("aram-api", "books ✓"))
        self.assertEqual(told["CorsConfiguration"]["AllowMethods"], ["GET", "POST"])
        self.assertEqual(told["CreatedDate"].year, 2026)
        self.assertEqual(told["Tags"], {"team": "red"})
        self.gateway.delete_cors_configuration(ApiId=api)
        changed = self.gateway.update_api(ApiId=api, Name="renamed")
        self.assertEqual(changed["Name"], "renamed")
        self.assertNotIn("CorsConfiguration", changed)
        self.gateway.delete_api(ApiId=api)
        with self.refused(NOT_FOUND, 404, "Invalid API identifier specified"):
            self.gateway.get_api(ApiId=api)

    def test_apis_are_listed_in_pages(self):
        apis = {self.create(f"api-{number}") for number in range(3)}
        pages = self.pages(self.gateway, "get_apis", 2)
        self.assertEqual({api["ApiId"] for page in pages for api in page["Items"]}, apis)

    def test_routes_integrations_and_stages_are_told_changed_and_deleted(self):
        api = self.create()
        integration = self.integrate(api)
        other = self.integrate(api, TimeoutInMillis=1000)
        self.gateway.update_integration(ApiId=api, IntegrationId=other, TimeoutInMillis=2000)
        told = self.gateway.get_integration(ApiId=api, IntegrationId=other)
        self.assertEqual(told["TimeoutInMillis"], 2000)
        pages = self.pages(self.gateway, "get_integrations", 1, ApiId=api)
        self.assertEqual(
            {item["IntegrationId"] for page in pages for item in page["Items"]},
            {integration, other},
        )

        target = f"integrations/{integration}"
        keys = ["$default", "GET /api/stats/{id}", "POST /api/{proxy+}"]
        routes = [
            self.gateway.create_route(ApiId=api, RouteKey=key, Target=target)["RouteId"]
            for key in keys
        ]
        pages = self.pages(self.gateway, "get_routes", 2, ApiId=api)
        self.assertEqual({r["RouteKey"] for page in pages for r in page["Items"]}, set(keys))
        self.gateway.update_route(ApiId=api, RouteId=routes[1], RouteKey="ANY /api/stats")
        told = self.gateway.get_route(ApiId=api, RouteId=routes[1])
        self.assertEqual((told["RouteKey"], told["Target"]), ("ANY /api/stats", target))
        with self.refused("ConflictException", 409):
            self.gateway.create_route(ApiId=api, RouteKey="$default", Target=target)
        with self.refused("ConflictException", 409, "referenced by a Route"):
            self.gateway.delete_integration(ApiId=api, IntegrationId=integration)
        self.gateway.delete_integration(ApiId=api, IntegrationId=other)
        self.gateway.delete_route(ApiId=api, RouteId=routes[0])
        with self.refused(NOT_FOUND, 404):
            self.gateway.get_route(ApiId=api, RouteId=routes[0])
        with self.refused(NOT_FOUND, 404):
            self.gateway.get_integration(ApiId=api, IntegrationId=other)

        for stage in ("$default", "prod"):
            self.gateway.create_stage(
                ApiId=api, StageName=stage, StageVariables={"colour": "red/blue"}
            )
        self.gateway.update_stage(ApiId=api, StageName="$default", AutoDeploy=True)
        told = self.gateway.get_stage(ApiId=api, StageName="$default")
        self.assertTrue(told["AutoDeploy"])
        self.assertEqual(told["StageVariables"], {"colour": "red/blue"})
        pages = self.pages(self.gateway, "get_stages", 1, ApiId=api)
        self.assertEqual(
            {s["StageName"] for page in pages for s in page["Items"]}, {"$default", "prod"}
        )

        deployment = self.gateway.create_deployment(
            ApiId=api, StageName="prod", Description="first"
        )["DeploymentId"]
        told = self.gateway.get_deployment(ApiId=api, DeploymentId=deployment)
        self.assertEqual(
            (told["DeploymentStatus"], told["Description"]), ("DEPLOYED", "first")
        )
        pages = self.pages(self.gateway, "get_deployments", 1, ApiId=api)
        self.assertIn(deployment, [d["DeploymentId"] for page in pages for d in page["Items"]])
        with self.refused("BadRequestException", 400, "Active stages"):
            self.gateway.delete_deployment(ApiId=api, DeploymentId=deployment)
        self.gateway.delete_stage(ApiId=api, StageName="prod")
        self.gateway.delete_deployment(ApiId=api, DeploymentId=deployment)
        with self.refused(NOT_FOUND, 404):
            self.gateway.get_stage(ApiId=api, StageName="prod")
        with self.refused(NOT_FOUND, 404):
            self.gateway.get_deployment(ApiId=api, DeploymentId=deployment)

    def test_wrong_configurations_are_refused(self):
        bad = "BadRequestException"
        with self.refused(bad, 400):
            self.gateway.create_api(Name="chat", ProtocolType="WEBSOCKET")
        with self.refused(bad, 400):
            self.create("a" * 129)
        api = self.create()
        with self.refused(bad, 400, "route key is not formatted properly"):
            self.gateway.create_route(ApiId=api, RouteKey="FETCH it")
        with self.refused(bad, 400, "Invalid function ARN"):
            self.integrate(api, IntegrationUri="arn:aws:nothing")
        with self.refused(bad, 400, "Stage name only allows"):
            self.gateway.create_stage(ApiId=api, StageName="a b")
        with self.refused(NOT_FOUND, 404):
            self.gateway.create_route(ApiId="none", RouteKey="$default")
        self.assertEqual(self.gateway.get_routes(ApiId=api)["Items"], [])


class Requests(ApiTest):
    """The HTTP API of the bus, called as a browser calls it."""

    def setUp(self):
        super().setUp()
        self.bus = Bus(self)
        self.api = self.create(
            CorsConfiguration={
                "AllowOrigins": ["*"],
                "AllowMethods": ["GET", "POST", "OPTIONS"],
                "AllowHeaders": ["content-type"],
            }
        )
        target = f"integrations/{self.integrate(self.api)}"
        for key in ("POST /api/book-bus", "GET /api/stats"):
            self.gateway.create_route(ApiId=self.api, RouteKey=key, Target=target)
        self.gateway.create_stage(ApiId=self.api, StageName="prod", AutoDeploy=True)

    def let_in(self):
        self.bus.functions.add_permission(
            FunctionName="aram-producer",
            StatementId="http-api",
            Action="lambda:InvokeFunction",
            Principal="apigateway.amazonaws.com",
            SourceArn=f"arn:aws:execute-api:eu-west-1:{self.account}:{self.api}/*/*/*",
        )

    def call(self, method, path, body=None, headers=None):
        url = f"{self.url}/restapis/{self.api}/prod/_user_request_{path}"
        return support.http(method, url, body, headers)

    def test_a_booking_is_queued_and_counted(self):
        self.let_in()
        for _ in range(2):
            answer = self.call(
                "POST",
                "/api/book-bus",
                b'{"passenger":"ann"}',
                {"Content-Type": "application/json"},
            )
            self.assertEqual((answer.status, answer.text), (200, '{"status":"queued"}'))
            self.assertEqual(answer.headers["Content-Type"], "application/json")
            self.assertTrue(answer.headers["Apigw-Requestid"])
        stats = json.loads(self.call("GET", "/api/stats").text)
        self.assertEqual(stats["requests"], 2)
        messages = self.peek(self.bus.queue)["messages"]
        self.assertEqual([message["body"] for message in messages], ['{"passenger":"ann"}'] * 2)

    def test_an_api_is_named_by_its_host_too(self):
        self.let_in()
        for host in (
            f"{self.api}.execute-api.localhost.localstack.cloud:4566",
            f"{self.api}.execute-api.eu-west-1.amazonaws.com",
        ):
            with self.subTest(host):
                answer = support.http(
                    "GET", f"{self.url}/prod/api/stats", headers={"Host": host}
                )
                self.assertEqual(answer.status, 200, answer.text)

    def test_what_no_route_takes_is_not_found(self):
        answer = self.call("GET", "/api/none")
        self.assertEqual((answer.status, answer.text), (404, '{"message":"Not Found"}'))

    def test_a_function_that_does_not_let_the_api_in_is_an_internal_error(self):
        answer = self.call("GET", "/api/stats")
        self.assertEqual(answer.status, 500)
        self.assertEqual(answer.text, '{"message":"Internal Server Error"}')

    def test_the_gateway_answers_preflights_itself(self):
        asked = {"Origin": "https://example.com", "Access-Control-Request-Method": "POST"}
        answer = self.call("OPTIONS", "/api/book-bus", headers=asked)
        self.assertEqual(answer.status, 204)
        self.assertEqual(answer.headers["Access-Control-Allow-Origin"], "*")
        self.assertIn("POST", answer.headers["Access-Control-Allow-Methods"])
