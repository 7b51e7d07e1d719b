// The load of the bus application as an artillery file, as its users write it, on the invoke URL.

import assert from "node:assert/strict";
import {spawn} from "node:child_process";
import {once} from "node:events";
import {mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {after, before, describe, it} from "node:test";

import {DynamoDB} from "@aws-sdk/client-dynamodb";

import {BUS_SCENARIO, EmuServer, eventually} from "./emu_server.mjs";

const ARTILLERY = process.env.EMU_ARTILLERY; // its program, in the folder where it is installed

// 20 × 2 + 60 × 5 arrivals, each of which books once.
function loadFile(target) {
  return `config:
  target: ${target}
  phases:
    - {duration: 2, arrivalRate: 20, name: before the rush}
    - {duration: 5, arrivalRate: 60, name: the rush}
  defaults:
    headers: {content-type: application/json}
scenarios:
  - name: book
    flow:
      - post:
          url: /api/book-bus
          json: {passenger: "{{ $randomNumber(1, 1000000) }}"}
`;
}
const REQUESTS_MIN = 300;

async function artillery(file, report) {
  const run = spawn(process.execPath, [ARTILLERY, "run", "--quiet", "--output", report, file], {
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...process.env,
      ARTILLERY_DISABLE_TELEMETRY: "true",
      NO_UPDATE_NOTIFIER: "1",
      NODE_OPTIONS: "", // of the tests, not of artillery
    },
  });
  const [status] = await once(run, "exit");
  assert.equal(status, 0);
  return JSON.parse(await readFile(report, "utf8")).aggregate;
}

describe("A load from artillery", () => {
  let server;
  let folder;

  before(async () => {
    server = await EmuServer.start("--init", BUS_SCENARIO);
    folder = await mkdtemp(join(tmpdir(), "emu-clients-"));
  });
  after(async () => {
    await rm(folder, {recursive: true});
    await server.stop();
  });

  it("is answered at once and worked off, and the figures agree", async (test) => {
    const file = join(folder, "load.yaml");
    await writeFile(file, loadFile(server.outputs.http_api));
    const report = await artillery(file, join(folder, "report.json"));
    const requests = report.requestsCompleted;
    assert.deepEqual(report.errors, {});
    assert.deepEqual(report.codes, {200: requests});
    assert.ok(requests >= REQUESTS_MIN, `${requests} requests`);

    const dynamodb = new DynamoDB({
      endpoint: server.url,
      region: "ap-northeast-2",
      credentials: {accessKeyId: "test", secretAccessKey: "test"},
    });
    const table = async () => {
      const {Item} = await dynamodb.getItem({
        TableName: "aram-stats",
        Key: {id: {S: "total"}},
        ConsistentRead: true,
      });
      const figure = (name) => Number(Item[name].N);
      return {
        requests: figure("requests"),
        processed: figure("processed"),
        success: figure("success"),
      };
    };
    await eventually(
      "all bookings are processed",
      async () => (await table()).processed === requests,
      60,
    );
    const total = {requests, processed: requests, success: requests};
    assert.deepEqual(await table(), total);
    await eventually("stats.json says what the table says", async () => {
      const stats = await (await fetch(server.outputs.stats_url)).json();
      return JSON.stringify(stats) === JSON.stringify(total);
    });
    await eventually("the queue is empty", async () => {
      const {depth} = await server.peek(server.outputs.queue);
      return depth.visible + depth.in_flight + depth.delayed === 0;
    });
    const {p95, p99} = report.latency;
    test.diagnostic(`${requests} requests, p95 ${p95} ms, p99 ${p99} ms`);
  });
});
