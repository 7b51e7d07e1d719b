// What the tests with the AWS SDK for JavaScript have in common.
//
// A test works in an account of its own, in which nothing exists: it signs with twelve digits. The
// endpoint and the region come from the environment, as they do for anybody's program. The server's
// clock is held; a test that wants time to pass calls server.advance().

import assert from "node:assert/strict";

import {IAM} from "@aws-sdk/client-iam";

export {describe, it} from "node:test";
export {assert};

export const SECRET = "test"; // of every account, where signatures are verified

// The operations that were answered without an error, as "SQSClient SendMessage".
export const answered = new Set();

let theServer;
export const server = new Proxy(
  {},
  {
    get(_, name) {
      const value = theServer[name];
      return typeof value === "function" ? value.bind(theServer) : value;
    },
  },
);

export function useServer(started) {
  theServer = started;
}

let accounts = 300_000_000_000;
export function freshAccount() {
  return String(++accounts);
}

// A client that tries once, so that every refusal of the server is seen. Without an account or
// credentials it gets an account of its own.
export function client(Type, {account = freshAccount(), ...config} = {}) {
  const made = new Type({
    credentials: {accessKeyId: account, secretAccessKey: SECRET},
    maxAttempts: 1,
    ...config,
  });
  noteAnswers(made);
  return made;
}

export function noteAnswers(made) {
  made.middlewareStack.add(
    (next, context) => async (call) => {
      const result = await next(call);
      answered.add(`${context.clientName} ${context.commandName.replace(/Command$/, "")}`);
      return result;
    },
    {step: "initialize", name: "noteAnswers"},
  );
}

// The requests that a client sends from now on, as they go onto the wire.
export function watchRequests(made) {
  const requests = [];
  made.middlewareStack.add(
    (next) => (call) => {
      requests.push({
        method: call.request.method,
        path: call.request.path,
        headers: {...call.request.headers},
      });
      return next(call);
    },
    {step: "deserialize", name: "watchRequests", priority: "low"},
  );
  return requests;
}

// The call must fail with this class of the SDK, or with this code where the SDK has no class.
// Gives the error.
export async function refused(call, expected, {status, message} = {}) {
  let error;
  try {
    await call;
  } catch (caught) {
    error = caught;
  }
  assert.ok(error, `not refused with ${expected.name ?? expected}`);
  if (typeof expected === "string") {
    assert.equal(error.name, expected, error.stack);
  } else {
    assert.ok(error instanceof expected, `${expected.name} was expected: ${error.stack}`);
  }
  if (status !== undefined) assert.equal(error.$metadata.httpStatusCode, status);
  if (message !== undefined) assert.match(error.message, message);
  return error;
}

// Everything that a paginator gives, of which there must be several pages.
export async function allPages(pages, member) {
  const all = [];
  let count = 0;
  for await (const page of pages) {
    ++count;
    all.push(...(page[member] ?? []));
  }
  assert.ok(count > 1, `${count} page`);
  return all;
}

export function policy(action, resource = "*", more = {}) {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{Effect: "Allow", Action: action, Resource: resource, ...more}],
  });
}

export function trust(principal) {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{Effect: "Allow", Principal: principal, Action: "sts:AssumeRole"}],
  });
}

// The ARN of a role that functions may take, and that may do everything.
export async function functionRole(account) {
  const iam = client(IAM, {account});
  const RoleName = "function-role";
  const {Role} = await iam.createRole({
    RoleName,
    AssumeRolePolicyDocument: trust({Service: "lambda.amazonaws.com"}),
  });
  await iam.putRolePolicy({RoleName, PolicyName: "all", PolicyDocument: policy("*")});
  return Role.Arn;
}
