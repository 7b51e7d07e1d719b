// Nothing is added to emu without being called by a client: run after all other tests.

import {readdirSync, readFileSync} from "node:fs";

import {PROJECT} from "./emu_server.mjs";
import {answered, assert, describe, it} from "./support.mjs";

const CLIENTS = {
  apigateway: "ApiGatewayV2Client",
  dynamodb: "DynamoDBClient",
  iam: "IAMClient",
  lambda: "LambdaClient",
  logs: "CloudWatchLogsClient",
  s3: "S3Client",
  sqs: "SQSClient",
  sts: "STSClient",
};

function camel(snake) {
  return snake.replace(/(?:^|_)(.)/g, (_, letter) => letter.toUpperCase());
}

// Read from the lines `table.add<CreateQueue>(sqs, &Sqs::create_queue, …)`.
function operationsOfEmu() {
  const operations = [];
  for (const path of readdirSync(`${PROJECT}/emu`, {recursive: true})) {
    if (!path.endsWith("operations.cc")) continue;
    const code = readFileSync(`${PROJECT}/emu/${path}`, "utf8");
    const service = /\.name = "(\w+)"/.exec(code)[1];
    assert.ok(CLIENTS[service], `no client of the SDK is known for ${service}`);
    for (const [, name, method] of code.matchAll(
      /table\.add(?:<(\w+)>)?\(\s*\w+,\s*&\w+::(\w+)/g,
    )) {
      operations.push(`${CLIENTS[service]} ${name ?? camel(method)}`);
    }
  }
  return operations;
}

describe("Every operation", () => {
  it("was called and answered", (test) => {
    const there = operationsOfEmu();
    assert.ok(there.length >= 180, "the lines of operations.cc have another form");
    assert.deepEqual(there.filter((name) => !answered.has(name)).sort(), []);
    test.diagnostic(`${there.length} operations were called and answered.`);
  });
});
