import {
  ApiGatewayV2,
  BadRequestException,
  ConflictException,
  NotFoundException,
} from "@aws-sdk/client-apigatewayv2";
import {Lambda} from "@aws-sdk/client-lambda";

import {
  assert,
  client,
  describe,
  freshAccount,
  functionRole,
  it,
  refused,
  server,
} from "./support.mjs";

const FunctionName = "aram-producer";

async function newApi(gateway, more = {}) {
  return gateway.createApi({Name: "bus", ProtocolType: "HTTP", ...more});
}

// A function that the gateway may call; it fails, since it has no table.
async function newFunction(account) {
  const lambda = client(Lambda, {account});
  const {FunctionArn} = await lambda.createFunction({
    FunctionName,
    Runtime: "python3.12",
    Role: await functionRole(account),
    Handler: "lambda_function.lambda_handler",
    Code: {ZipFile: Buffer.from("its code is C++")},
  });
  await lambda.addPermission({
    FunctionName,
    StatementId: "api",
    Action: "lambda:InvokeFunction",
    Principal: "apigateway.amazonaws.com",
  });
  return FunctionArn;
}

function call(ApiId, stage, path, options) {
  return fetch(`${server.url}/restapis/${ApiId}/${stage}/_user_request_${path}`, options);
}

const ARN = "arn:aws:lambda:eu-west-1:000000000000:function:f";
const INTEGRATION = {
  IntegrationType: "AWS_PROXY",
  IntegrationUri: ARN,
  PayloadFormatVersion: "2.0",
};

describe("API Gateway", () => {
  it("answers browsers through a function", async () => {
    const account = freshAccount();
    const IntegrationUri = await newFunction(account);
    const gateway = client(ApiGatewayV2, {account});
    const AllowMethods = ["GET", "POST", "OPTIONS"];
    const {ApiId, ApiEndpoint} = await newApi(gateway, {
      CorsConfiguration: {AllowOrigins: ["*"], AllowMethods, AllowHeaders: ["content-type"]},
    });
    assert.match(ApiEndpoint, new RegExp(`//${ApiId}\\.execute-api\\.`));
    const {IntegrationId} = await gateway.createIntegration({
      ApiId,
      ...INTEGRATION,
      IntegrationUri,
    });
    const Target = `integrations/${IntegrationId}`;
    await gateway.createRoute({ApiId, RouteKey: "POST /api/book-bus", Target});
    await gateway.createStage({ApiId, StageName: "prod", AutoDeploy: true});

    const preflight = await call(ApiId, "prod", "/api/book-bus", {
      method: "OPTIONS",
      headers: {origin: "http://page.example", "access-control-request-method": "POST"},
    });
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers.get("access-control-allow-origin"), "*");
    const failed = await call(ApiId, "prod", "/api/book-bus", {method: "POST", body: "{}"});
    assert.deepEqual(
      [failed.status, await failed.json()],
      [500, {message: "Internal Server Error"}],
    );
    const unknown = await call(ApiId, "prod", "/other");
    assert.deepEqual([unknown.status, await unknown.json()], [404, {message: "Not Found"}]);
  });

  it("makes, changes, lists and deletes APIs", async () => {
    const gateway = client(ApiGatewayV2);
    const {ApiId} = await newApi(gateway, {
      CorsConfiguration: {AllowOrigins: ["*"]},
      Tags: {team: "bus"},
    });
    const second = await newApi(gateway, {Name: "train"});
    await gateway.updateApi({ApiId, Description: "tickets", DisableExecuteApiEndpoint: true});
    const api = await gateway.getApi({ApiId});
    assert.equal(api.Description, "tickets");
    assert.equal(api.DisableExecuteApiEndpoint, true);
    assert.deepEqual(api.CorsConfiguration.AllowOrigins, ["*"]);
    assert.ok(api.CreatedDate instanceof Date);
    await gateway.deleteCorsConfiguration({ApiId});
    assert.equal((await gateway.getApi({ApiId})).CorsConfiguration, undefined);

    const first = await gateway.getApis({MaxResults: "1"});
    const rest = await gateway.getApis({MaxResults: "1", NextToken: first.NextToken});
    assert.deepEqual(
      [...first.Items, ...rest.Items].map((one) => one.ApiId).sort(),
      [ApiId, second.ApiId].sort(),
    );
    await gateway.deleteApi({ApiId});
    await refused(gateway.getApi({ApiId}), NotFoundException, {status: 404});
    await refused(
      newApi(gateway, {ProtocolType: "WEBSOCKET", RouteSelectionExpression: "$request.body.a"}),
      BadRequestException,
      {status: 400},
    );
  });

  it("makes, changes, lists and deletes routes and integrations", async () => {
    const gateway = client(ApiGatewayV2);
    const {ApiId} = await newApi(gateway);
    const {IntegrationId} = await gateway.createIntegration({ApiId, ...INTEGRATION});
    await gateway.updateIntegration({ApiId, IntegrationId, TimeoutInMillis: 5000});
    assert.equal((await gateway.getIntegration({ApiId, IntegrationId})).TimeoutInMillis, 5000);
    assert.equal((await gateway.getIntegrations({ApiId})).Items.length, 1);

    const Target = `integrations/${IntegrationId}`;
    const {RouteId} = await gateway.createRoute({ApiId, RouteKey: "GET /a/{b+}", Target});
    await refused(
      gateway.createRoute({ApiId, RouteKey: "GET /a/{b+}", Target}),
      ConflictException,
      {status: 409},
    );
    await gateway.updateRoute({ApiId, RouteId, RouteKey: "$default"});
    assert.equal((await gateway.getRoute({ApiId, RouteId})).RouteKey, "$default");
    assert.deepEqual(
      (await gateway.getRoutes({ApiId})).Items.map((one) => one.RouteId),
      [RouteId],
    );
    await refused(gateway.deleteIntegration({ApiId, IntegrationId}), ConflictException);
    await gateway.deleteRoute({ApiId, RouteId});
    await refused(gateway.getRoute({ApiId, RouteId}), NotFoundException);
    await gateway.deleteIntegration({ApiId, IntegrationId});
    await refused(gateway.getIntegration({ApiId, IntegrationId}), NotFoundException);
  });

  it("makes, changes, lists and deletes stages and deployments", async () => {
    const gateway = client(ApiGatewayV2);
    const {ApiId} = await newApi(gateway);
    const {IntegrationId} = await gateway.createIntegration({ApiId, ...INTEGRATION});
    await gateway.createRoute({
      ApiId,
      RouteKey: "$default",
      Target: `integrations/${IntegrationId}`,
    });
    const {DeploymentId} = await gateway.createDeployment({ApiId, Description: "first"});
    assert.equal((await gateway.getDeployment({ApiId, DeploymentId})).Description, "first");
    assert.equal((await gateway.getDeployments({ApiId})).Items.length, 1);

    await gateway.createStage({
      ApiId,
      StageName: "$default",
      DeploymentId,
      StageVariables: {colour: "blue"},
    });
    await gateway.updateStage({ApiId, StageName: "$default", Description: "all"});
    const stage = await gateway.getStage({ApiId, StageName: "$default"});
    assert.equal(stage.Description, "all");
    assert.deepEqual(stage.StageVariables, {colour: "blue"});
    assert.equal((await gateway.getStages({ApiId})).Items.length, 1);
    await gateway.deleteStage({ApiId, StageName: "$default"});
    await refused(gateway.getStage({ApiId, StageName: "$default"}), NotFoundException);
    await gateway.deleteDeployment({ApiId, DeploymentId});
    await refused(gateway.getDeployment({ApiId, DeploymentId}), NotFoundException);
  });
});
