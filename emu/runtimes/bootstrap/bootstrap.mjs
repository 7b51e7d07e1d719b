// Runs a function's handler in Node.js: the Lambda Runtime API for one sandbox.
//
// It finds the handler as AWS's own runtime does (CommonJS, ES modules, nested names), hands it
// events and a context, takes promises and callbacks, and tells errors and console lines in the
// same words. SDKs that know no AWS_ENDPOINT_URL are led there.

import fs from "node:fs";
import http from "node:http";
import Module, { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import util from "node:util";

const env = process.env;
const root = env.LAMBDA_TASK_ROOT;
const [apiHost, apiPort] = env.AWS_LAMBDA_RUNTIME_API.split(":");
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const errorTypeHeader = "Lambda-Runtime-Function-Error-Type";
let requestId;

// One record of the log, of any number of lines.
function log(text) {
  const data = Buffer.from(text);
  const head = Buffer.alloc(16);
  head.writeUInt32BE(0xa55a0003, 0);
  head.writeUInt32BE(data.length, 4);
  head.writeBigUInt64BE(BigInt(Date.now()) * 1000n, 8);
  let rest = Buffer.concat([head, data]);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(fs.writeSync(1, rest));
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
    }
  }
}

const levels = [
  ["trace", "TRACE"], ["debug", "DEBUG"], ["log", "INFO"], ["info", "INFO"], ["warn", "WARN"],
  ["error", "ERROR"],
];
const isJson = env.AWS_LAMBDA_LOG_FORMAT === "JSON";
const ranks = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"];
const lowest = isJson ? Math.max(0, ranks.indexOf(env.AWS_LAMBDA_LOG_LEVEL ?? "INFO")) : 0;
const isError = (value) => util.types.isNativeError(value) || value instanceof Error;

// An error within what is logged as JSON.
function readable(key, value) {
  if (!isError(value)) return value;
  return {
    errorType: value.name ?? "UnknownError",
    errorMessage: value.message ?? "Unknown Error",
    stackTrace: String(value.stack).split("\n"),
    ...value,
  };
}

function logJson(level, parts) {
  const told = { timestamp: new Date().toISOString(), level, requestId };
  if (parts.length === 1) {
    try {
      return log(JSON.stringify({ ...told, message: parts[0] }, readable));
    } catch {
      // Such as what holds itself: as text below.
    }
  }
  told.message = util.format(...parts);
  const error = parts.find(isError);
  log(JSON.stringify(error ? { ...told, ...readable("", error) } : told));
}

function logAt(level, ...parts) {
  if (ranks.indexOf(level) < lowest) return;
  if (isJson) return logJson(level, parts);
  log([new Date().toISOString(), requestId, level, util.format(...parts)].join("\t"));
}
for (const [name, level] of levels) {
  console[name] = (...parts) => logAt(level, ...parts);
}
console.fatal = (...parts) => logAt("FATAL", ...parts);

function call(method, where, body, headers = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        host: apiHost, port: apiPort, method, agent, path: `/2018-06-01/runtime/${where}`,
        headers: body === undefined ? headers : { ...headers, "Content-Length": body.length },
      },
      (answer) => {
        const parts = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("end", () => resolve({ answer, body: Buffer.concat(parts).toString() }));
        answer.on("error", reject);
      },
    );
    request.on("error", reject);
    request.end(body);
  });
}

function faultOf(name, message) {
  const error = new Error(message);
  Object.defineProperty(error, "name", { value: `Runtime.${name}` });
  return error;
}

// Of something thrown that nobody caught.
function logFailure(what, error, id) {
  if (isJson) return logJson("ERROR", [isError(error) ? error : toAnswer(error)]);
  log(`${new Date().toISOString()}\t${id}\tERROR\t${what} \t${toLogged(error)}`);
}

// The SDK is not the function's to bring, as on AWS, but the machine's.
function tellMissingSdk(error) {
  if (!["MODULE_NOT_FOUND", "ERR_MODULE_NOT_FOUND"].includes(error?.code)) return;
  const found = /'((@aws-sdk\/[^'/]+)|aws-sdk)[^']*'/.exec(error.message);
  if (!found) return;
  log(`[emu] ${found[1]} is neither in the package, its layers and --node-modules nor among the ` +
    `modules of this machine. To install it: npm install ${found[1]}, in the package's folder ` +
    "or in one that --node-modules names");
}

// What the caller is told of something thrown, which may be anything.
function toAnswer(error) {
  if (util.types.isNativeError(error) || error instanceof Error) {
    return {
      errorType: error.name?.replace(/\x7F/g, "%7F") ?? "Error",
      errorMessage: String(error.message).replace(/\x7F/g, "%7F"),
      trace: String(error.stack).split("\n"),
    };
  }
  return { errorType: typeof error, errorMessage: String(error), trace: [] };
}

// The same for the log: with all that an error carries.
function toLogged(error) {
  if (!(util.types.isNativeError(error) || error instanceof Error)) {
    const errorMessage = util.format(error);
    return JSON.stringify({ errorType: "UnknownError", errorMessage, stack: [] });
  }
  try {
    return JSON.stringify({
      errorType: error.name ?? "UnknownError",
      errorMessage: error.message ?? "Unknown Error",
      ...error,
      stack: String(error.stack).split("\n"),
    });
  } catch {
    return JSON.stringify(toAnswer(error));
  }
}

// ES modules are looked for in NODE_PATH as well, as AWS's runtime does.
const searchOfModules = `
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
let folders = [];
export async function initialize(given) { folders = given; }
export async function resolve(name, context, next) {
  try {
    return await next(name, context);
  } catch (error) {
    if (error?.code !== "ERR_MODULE_NOT_FOUND" || /^([.\\/]|[a-z]+:)/.test(name)) throw error;
    for (const folder of folders) {
      const from = join(dirname(folder), "index.mjs");
      try {
        return await next(name, { ...context, parentURL: pathToFileURL(from).href });
      } catch {}
    }
    try {
      const file = createRequire("/index.js").resolve(name);
      return await next(pathToFileURL(file).href, context);
    } catch {}
    throw error;
  }
}`;
function searchNodePath() {
  const folders = (env.NODE_PATH ?? "").split(":").filter(Boolean);
  const source = `data:text/javascript,${encodeURIComponent(searchOfModules)}`;
  Module.register?.(source, { data: folders });
}

async function load(folder, name) {
  const require = createRequire(path.join(root, "index.js"));
  const base = path.resolve(root, folder, name);
  const isFile = (file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile();
  if (isFile(base)) return require(base);
  const asModule = (file) => {
    searchNodePath();
    return import(pathToFileURL(file).href);
  };
  if (isFile(`${base}.js`)) return isModule(base) ? asModule(`${base}.js`) : require(`${base}.js`);
  if (isFile(`${base}.mjs`)) return asModule(`${base}.mjs`);
  if (isFile(`${base}.cjs`)) return require(`${base}.cjs`);
  return require(require.resolve(name, { paths: [root, path.resolve(root, folder)] }));
}

// Whether the nearest package says that its .js files are ES modules.
function isModule(file) {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const description = path.join(folder, "package.json");
    if (fs.existsSync(description)) {
      try {
        return JSON.parse(fs.readFileSync(description, "utf8")).type === "module";
      } catch {
        return false;
      }
    }
    if (folder === root || path.dirname(folder) === folder) return false;
  }
}

async function findHandler(text) {
  if (text.includes("..")) {
    throw faultOf("MalformedHandlerName", `'${text}' is not a valid handler name. ` +
      "Use absolute paths when specifying root directories in handler names.");
  }
  const base = path.basename(text);
  const dot = base.indexOf(".");
  if (dot < 0) throw faultOf("MalformedHandlerName", "Bad handler");
  const folder = text.slice(0, text.length - base.length);
  let module;
  try {
    module = await load(folder, base.slice(0, dot));
  } catch (error) {
    if (error instanceof SyntaxError) throw faultOf("UserCodeSyntaxError", String(error));
    tellMissingSdk(error);
    const missing = ["MODULE_NOT_FOUND", "ERR_MODULE_NOT_FOUND"];
    if (missing.includes(error?.code)) throw faultOf("ImportModuleError", String(error));
    throw error;
  }
  const names = base.slice(dot + 1).split(".");
  const find = (from) => names.reduce((value, name) => value?.[name], from);
  const handler = find(module) ?? find(module?.default);
  if (!handler) throw faultOf("HandlerNotFound", `${text} is undefined or not exported`);
  if (typeof handler !== "function") throw faultOf("HandlerNotFound", `${text} is not a function`);
  return handler;
}

// aws-sdk v2 knows no AWS_ENDPOINT_URL.
function leadHome() {
  const endpoint = env.AWS_ENDPOINT_URL;
  if (!endpoint) return;
  const loadAny = Module._load;
  const led = new WeakSet();
  Module._load = function (request, ...rest) {
    const loaded = loadAny.call(this, request, ...rest);
    if (request.startsWith("aws-sdk") && loaded) {
      const config = loaded.config ?? loaded.AWS?.config;
      if (config?.update && !led.has(config)) {
        led.add(config);
        if (!config.endpoint) config.update({ endpoint, s3ForcePathStyle: true });
      }
    }
    return loaded;
  };
}

const parsed = (text) => (text ? JSON.parse(text) : undefined);

function contextOf(headers) {
  const deadline = Number(headers["lambda-runtime-deadline-ms"]);
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION,
    functionName: env.AWS_LAMBDA_FUNCTION_NAME,
    memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME,
    clientContext: parsed(headers["lambda-runtime-client-context"]),
    identity: parsed(headers["lambda-runtime-cognito-identity"]),
    invokedFunctionArn: headers["lambda-runtime-invoked-function-arn"],
    awsRequestId: headers["lambda-runtime-aws-request-id"],
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}

// The answer of a handler that returns a promise, calls back, or calls context's old functions.
function runHandler(handler, event, context) {
  return new Promise((resolve, reject) => {
    let isDone = false;
    const whenEmpty = (settle) => {
      if (isDone) return;
      isDone = true;
      if (!context.callbackWaitsForEmptyEventLoop) return settle();
      process.removeAllListeners("beforeExit");
      process.once("beforeExit", settle);
    };
    const callback = (error, value) => {
      const failed = error !== undefined && error !== null;
      whenEmpty(() => (failed ? reject(error) : resolve(value)));
    };
    context.done = callback;
    const atOnce = (error, value) => {
      context.callbackWaitsForEmptyEventLoop = false;
      callback(error, value);
    };
    context.succeed = (value) => atOnce(null, value);
    context.fail = (error) => atOnce(error ?? "handled");
    // A handler whose work ends without an answer has answered null.
    process.removeAllListeners("beforeExit");
    process.once("beforeExit", () => { isDone = true; resolve(null); });
    const result = handler(event, context, callback);
    if (typeof result?.then === "function") {
      result.then(
        (value) => { isDone = true; resolve(value); },
        (error) => { isDone = true; reject(error ?? new Error("Unhandled")); },
      );
    }
  });
}

async function main() {
  leadHome();
  // Top-level await may wait for what keeps no process alive.
  const alive = setInterval(() => {}, 2147483647);
  let handler;
  try {
    handler = await findHandler(env._HANDLER);
  } catch (error) {
    logFailure("Uncaught Exception", error);
    const answer = toAnswer(error);
    await call("POST", "init/error", Buffer.from(JSON.stringify(answer)),
      { [errorTypeHeader]: answer.errorType }).catch(() => {});
    process.exit(1);
  }
  clearInterval(alive);

  const dieOf = (what) => (error) => {
    logFailure(what, error, requestId);
    const answer = toAnswer(error);
    const where = requestId ? `invocation/${requestId}/error` : "init/error";
    const headers = { [errorTypeHeader]: answer.errorType };
    call("POST", where, Buffer.from(JSON.stringify(answer)), headers)
      .catch(() => {}).finally(() => process.exit(129));
  };
  process.on("uncaughtException", dieOf("Uncaught Exception"));
  process.on("unhandledRejection", (reason) => {
    const error = faultOf("UnhandledPromiseRejection", String(reason));
    error.reason = reason;
    dieOf("Unhandled Promise Rejection")(error);
  });

  for (;;) {
    const { answer: next, body } = await call("GET", "invocation/next");
    if (next.statusCode !== 200) process.exit(1);
    const id = next.headers["lambda-runtime-aws-request-id"];
    requestId = id;
    env._X_AMZN_TRACE_ID = next.headers["lambda-runtime-trace-id"];
    let how = "response";
    let text;
    const headers = {};
    try {
      const value = await runHandler(handler, JSON.parse(body), contextOf(next.headers));
      text = JSON.stringify(value === undefined ? null : value) ?? "null";
    } catch (error) {
      tellMissingSdk(error);
      logFailure("Invoke Error", error, id);
      const answer = toAnswer(error);
      headers[errorTypeHeader] = answer.errorType;
      text = JSON.stringify(answer);
      how = "error";
    }
    process.removeAllListeners("beforeExit");
    // Who sends too much is cut off before the end.
    await call("POST", `invocation/${id}/${how}`, Buffer.from(text), headers).catch(() => {});
  }
}

main();
