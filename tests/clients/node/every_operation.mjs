// Nothing is added to emu without being called by a client: run after all other tests.

import {execFileSync} from "node:child_process";

import {PROGRAM} from "./emu_server.mjs";
import {answered, assert, describe, it} from "./support.mjs";

// What the program itself lists, as "SQSClient SendMessage".
function operationsOfEmu() {
  const listed = execFileSync(PROGRAM, ["operations", "--json"], {maxBuffer: 1 << 26});
  return JSON.parse(listed).services.flatMap(({sdk_id, operations}) =>
    operations.map(({name}) => `${sdk_id.replaceAll(" ", "")}Client ${name}`),
  );
}

describe("Every operation", () => {
  it("was called and answered", (test) => {
    const there = operationsOfEmu();
    assert.ok(there.length > 100);
    assert.deepEqual(there.filter((name) => !answered.has(name)).sort(), []);
    test.diagnostic(`${there.length} operations were called and answered.`);
  });
});
