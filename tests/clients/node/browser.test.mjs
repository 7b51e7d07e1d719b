// The page of the bus application in a browser: opened from the website endpoint, used, and seen.

import assert from "node:assert/strict";
import {after, before, describe, it} from "node:test";

import {launchBrowser, takePicture} from "./browser.mjs";
import {BUS_SCENARIO, EmuServer, eventually} from "./emu_server.mjs";

const BOOKINGS = 5;
const BUCKET = "aram-app-bucket";

describe("The bus page", () => {
  let server;
  let browser;
  let page;
  const problems = []; // that the browser's console told

  before(async () => {
    server = await EmuServer.start("--init", BUS_SCENARIO);
    browser = await launchBrowser();
    page = await browser.newPage({viewport: {width: 900, height: 820}, locale: "ko-KR"});
    page.on("console", (message) => {
      const {url} = message.location();
      // Browsers ask for it by themselves.
      if (url.endsWith("/favicon.ico")) return;
      if (message.type() === "error") problems.push(`${message.text()} ${url}`);
    });
    page.on("pageerror", (error) => problems.push(String(error)));
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const text = (selector) => page.locator(selector).innerText();
  const number = async (selector) => Number((await text(selector)).replaceAll(",", ""));

  it("opens from the website's host and from its path, and shows its URLs", async () => {
    for (const url of [
      `http://${BUCKET}.s3-website.localhost:${server.port}/`,
      server.outputs.website,
    ]) {
      const answer = await page.goto(url);
      assert.equal(answer.status(), 200, url);
      assert.equal(await page.title(), "명절 버스 예매");
      assert.equal(await text("#api"), server.outputs.http_api);
      assert.equal(await text("#stats"), server.outputs.stats_url);
      await eventually("the figures are shown", async () => (await text("#processed")) === "0");
    }
    await takePicture(page, "bus-opened");
  });

  it("queues a booking each time the button is pressed, and the figures rise", async (test) => {
    const seen = [0];
    for (let i = 1; i <= BOOKINGS; ++i) {
      const answered = page.waitForResponse(
        (one) => one.url().endsWith("/api/book-bus") && one.request().method() === "POST",
      );
      await page.click("#book");
      const answer = await answered;
      assert.equal(answer.status(), 200);
      assert.deepEqual(await answer.json(), {status: "queued"});
      await eventually(
        `${i} bookings are processed`,
        async () => (await number("#processed")) === i,
      );
      seen.push(await number("#processed"));
    }
    assert.equal(await text("#answer"), '200 {"status":"queued"}');
    assert.equal(await text("#rate"), "100.0 %");
    await takePicture(page, "bus-booked");
    test.diagnostic(`processed, as the page showed it: ${seen.join(", ")}`);

    const stats = await (await fetch(server.outputs.stats_url)).json();
    assert.deepEqual(stats, {requests: BOOKINGS, processed: BOOKINGS, success: BOOKINGS});
    const direct = await fetch(`${server.outputs.http_api}/api/stats`);
    assert.deepEqual(await direct.json(), stats);
    assert.deepEqual(problems, []);
  });

  it("lists what was booked here, and speaks the browser's language or the chosen one", async () => {
    assert.equal(await page.locator("#recent li").count(), BOOKINGS);
    await eventually(
      "the newest booking is processed",
      async () => (await text("#recent li:first-child em")) === "처리됨",
    );
    assert.equal(await text("#waiting"), "0");
    await page.click("[data-language=en]");
    assert.equal(await page.title(), "Holiday bus booking");
    assert.equal(await text("#recent li:first-child em"), "processed");
    await takePicture(page, "bus-english");

    const english = await browser.newPage({locale: "en-US"});
    await english.goto(server.outputs.website);
    assert.equal(await english.title(), "Holiday bus booking");
    assert.equal(await english.locator("html").getAttribute("lang"), "en");
    await english.close();
    assert.deepEqual(problems, []);
  });

  it("tells strangers nothing about names that are not there", async () => {
    const answer = await page.goto(`${server.outputs.website}nothing.html`);
    assert.equal(answer.status(), 403);
    assert.match(await text("body"), /AccessDenied/);
  });
});
