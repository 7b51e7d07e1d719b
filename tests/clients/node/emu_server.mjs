// Starts `emu serve` for a test, and stops it.
//
//   const server = await EmuServer.start("--clock", "held");
//   server.url;                                          // "http://127.0.0.1:40123"
//   await server.control("clock/advance", {by: "36s"});  // POST with a body, GET without
//   await server.stop();
//
// The program is the one that EMU_PROGRAM names, else that of the release build. A server that ends
// with anything but 0 after SIGTERM is a failure.

import {spawn} from "node:child_process";
import {once} from "node:events";
import {realpathSync} from "node:fs";
import {devNull} from "node:os";
import {createInterface} from "node:readline";
import {setTimeout as pause} from "node:timers/promises";
import {fileURLToPath} from "node:url";

// The tests may be reached over a link from the build tree; the project is where they really lie.
const HERE = realpathSync(fileURLToPath(new URL(".", import.meta.url)));
export const PROJECT = realpathSync(`${HERE}/../../..`);
export const PROGRAM = process.env.EMU_PROGRAM ?? `${PROJECT}/build/release/emu`;
export const BUS_SCENARIO = `${PROJECT}/scenarios/bus-booking.yaml`;

// Nothing that the machine's user has configured may reach a test.
for (const name of Object.keys(process.env)) {
  if (name.startsWith("AWS_") || /^(https?|all)_proxy$/i.test(name)) delete process.env[name];
}
Object.assign(process.env, {
  AWS_CONFIG_FILE: devNull,
  AWS_SHARED_CREDENTIALS_FILE: devNull,
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
});

export class EmuServer {
  url = "";
  outputs = {}; // of what --init deployed: {http_api: "http://…", …}
  exports = {}; // the variables that it prints for clients: {AWS_ENDPOINT_URL: "http://…", …}
  #process;

  static async start(...options) {
    const server = new EmuServer();
    server.#process = spawn(PROGRAM, ["serve", "--port", "0", ...options], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    // Also when the test ends by an error of its own.
    process.once("exit", () => server.#process.kill("SIGKILL"));
    await server.#readWelcome();
    return server;
  }

  // The first line holds the URL; what was deployed follows it, and the last line begins with
  // "Ready". What comes after it is read too, lest the server wait for a reader.
  async #readWelcome() {
    const ended = once(this.#process, "exit").then(([status]) => {
      throw new Error(`emu serve ended with ${status} before it was ready`);
    });
    const ready = new Promise((resolve) => {
      createInterface({input: this.#process.stdout}).on("line", (line) => {
        this.url ||= /https?:\/\/\S+/.exec(line)?.[0].replace(/\/$/, "") ?? "";
        const output = /^ {2}(\w+) +(\S+)$/.exec(line);
        if (output) this.outputs[output[1]] = output[2];
        if (/^ +export /.test(line)) {
          for (const [, name, value] of line.matchAll(/(\w+)=(\S*)/g)) this.exports[name] = value;
        }
        if (line.startsWith("Ready")) resolve();
      });
    });
    await Promise.race([ready, ended]);
    ended.catch(() => {}); // that it ends later is stop()'s business
  }

  get port() {
    return new URL(this.url).port;
  }

  // The answer of /_emu/<path>, read as JSON.
  async control(path, body) {
    const options = body && {method: "POST", body: JSON.stringify(body)};
    const answer = await fetch(`${this.url}/_emu/${path}`, options);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`/_emu/${path}: ${answer.status} ${text}`);
    return JSON.parse(text);
  }

  advance(by) {
    return this.control("clock/advance", {by});
  }

  // Waits until what calls have set going, such as a delivery, has come to rest.
  settle() {
    return this.advance("0s");
  }

  // A queue's messages, without a receive.
  peek(queue) {
    return this.control(`queues/peek?queue=${encodeURIComponent(queue)}`);
  }

  async stop() {
    const end = () => this.#process.signalCode ?? this.#process.exitCode;
    if (end() !== null) throw new Error(`emu serve had ended by itself, with ${end()}`);
    const ended = once(this.#process, "exit");
    this.#process.kill("SIGTERM");
    await ended;
    if (end() !== 0) throw new Error(`emu serve ended with ${end()}`);
  }
}

// Waits until `condition` gives something true, and gives that back.
export async function eventually(what, condition, seconds = 20) {
  const limit = performance.now() + 1000 * seconds;
  for (;;) {
    const found = await condition();
    if (found) return found;
    if (performance.now() > limit) throw new Error(`still not after ${seconds} s: ${what}`);
    await pause(20);
  }
}
