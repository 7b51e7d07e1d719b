// Runs the tests with the AWS SDK for JavaScript against one server with a held clock.
//
//   node run.mjs           all of them, and then whether every operation has been called
//   node run.mjs sqs iam   those of sqs.test.mjs and iam.test.mjs

import {readdirSync} from "node:fs";
import {after} from "node:test";

import {BUS_SCENARIO, EmuServer} from "./emu_server.mjs";

// They bring a server of their own, and are run by themselves.
const ALONE = ["artillery", "browser", "browser_pages", "held_clock"];
const ALL = readdirSync(new URL(".", import.meta.url))
  .filter((file) => file.endsWith(".test.mjs"))
  .map((file) => file.replace(".test.mjs", ""))
  .filter((name) => !ALONE.includes(name))
  .sort();

const server = await EmuServer.start("--clock", "held", "--init", BUS_SCENARIO);
after(() => server.stop());
Object.assign(process.env, server.exports);
const {useServer} = await import("./support.mjs");
useServer(server);

const chosen = process.argv.slice(2);
for (const name of chosen.length > 0 ? chosen : ALL) await import(`./${name}.test.mjs`);
// Last, since it looks at what the others have called.
if (chosen.length === 0) await import("./every_operation.mjs");
