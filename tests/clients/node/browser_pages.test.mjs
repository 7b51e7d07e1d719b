// No web page may do what its visitor has not asked for: pages in Chromium that try to, one of
// another port, one that the server lets in, and one that is stored in a bucket.

import assert from "node:assert/strict";
import {once} from "node:events";
import {createServer} from "node:http";
import {after, before, describe, it} from "node:test";

import {launchBrowser, takePicture} from "./browser.mjs";
import {EmuServer} from "./emu_server.mjs";

const BUCKET = "pages";
const SIGNED = {
  Authorization:
    "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request, " +
    `SignedHeaders=host, Signature=${"0".repeat(64)}`,
  "X-Amz-Date": "20260101T000000Z",
  "X-Amz-Content-Sha256": "UNSIGNED-PAYLOAD",
};
// A URL expires by the machine's clock.
const NOW = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
const PRESIGNED = new URLSearchParams({
  "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
  "X-Amz-Credential": `test/${NOW.slice(0, 8)}/us-east-1/s3/aws4_request`,
  "X-Amz-Date": NOW,
  "X-Amz-Expires": "604800",
  "X-Amz-SignedHeaders": "host",
  "X-Amz-Signature": "0".repeat(64),
});

// The page: it tries everything at the server that its address names behind the '#', or at its own
// origin, and shows what came of it.
const PAGE = `<!doctype html><meta charset="utf-8"><title>attempts</title>
<style>body { font: 16px sans-serif } td { padding: 4px 12px; border: 1px solid #999 }</style>
<h1></h1><table></table><iframe name="hidden" style="display:none"></iframe>
<script>
const server = location.hash.slice(1) || location.origin;
document.querySelector("h1").textContent = "A page of " + location.origin + " at " + server;
const presigned = "${PRESIGNED}";
const results = {};
const asked = async (url, options) => {
  const answer = await fetch(server + url, options);
  return answer.status + " " + (await answer.text()).slice(0, 60);
};
const loaded = (tag, url) => new Promise((resolve, reject) => {
  const element = document.createElement(tag);
  element.onload = () => resolve("loaded");
  element.onerror = () => reject(new Error("not loaded"));
  element.src = server + url;
  document.head.append(element);
});
const sent = (url, fields, type) => new Promise((resolve) => {
  const form = Object.assign(document.createElement("form"),
    {method: "POST", action: server + url, target: "hidden", enctype: type});
  for (const [name, value] of Object.entries(fields)) {
    form.append(Object.assign(document.createElement("input"), {name, value}));
  }
  document.body.append(form);
  document.querySelector("iframe").onload = () => resolve("sent");
  form.submit();
});
const attempts = {
  "call with X-Amz-Target": () => asked("/", {method: "POST", body: '{"QueueName":"pwned"}',
    headers: {"X-Amz-Target": "AmazonSQS.CreateQueue"}}),
  "form without a preflight": () => asked("/", {method: "POST",
    body: new URLSearchParams({Action: "CreateQueue", QueueName: "pwned"})}),
  "text/plain without an answer": () => asked("/2015-03-31/functions", {method: "POST", mode: "no-cors",
    body: "{}"}),
  "form in a frame": () => sent("/", {Action: "CreateQueue", QueueName: "pwned"},
    "application/x-www-form-urlencoded"),
  "upload in a frame": () => sent("/${BUCKET}", {key: "pwned", file: "x"}, "multipart/form-data"),
  "image that deletes": () => loaded("img", "/?Action=DeleteQueue&QueueUrl=orders"),
  "image, presigned": () => loaded("img", "/${BUCKET}/secret.svg?" + presigned),
  "script, presigned": () => loaded("script", "/${BUCKET}/secret.js?" + presigned),
  "upload, presigned": () => asked("/${BUCKET}/pwned?" + presigned, {method: "PUT", body: "x"}),
  "read of an object": () => asked("/${BUCKET}/secret.js?" + presigned),
  "reset": () => asked("/_emu/reset", {method: "POST", mode: "no-cors"}),
  "trace": () => asked("/_emu/trace"),
};
(async () => {
  for (const [name, attempt] of Object.entries(attempts)) {
    results[name] = await attempt().catch((error) => "refused");
    const row = document.querySelector("table").insertRow();
    for (const text of [name, results[name]]) row.insertCell().textContent = text;
  }
  window.results = results;
})();
</script>`;

// Serves the page at a port of its own.
async function servePage() {
  const server = createServer((request, response) => {
    response.writeHead(200, {"Content-Type": "text/html"}).end(PAGE);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

const originOf = (server) => `http://localhost:${server.address().port}`;

describe("Pages in a browser", () => {
  let emu;
  let browser;
  let foreign;
  let friendly;

  before(async () => {
    [foreign, friendly] = await Promise.all([servePage(), servePage()]);
    emu = await EmuServer.start("--allow-origin", originOf(friendly));
    browser = await launchBrowser();
    await s3("PUT", "");
    await s3("DELETE", "?publicAccessBlock");
    const policy = {
      Effect: "Allow",
      Principal: "*",
      Action: "s3:GetObject",
      Resource: `arn:aws:s3:::${BUCKET}/page.html`,
    };
    await s3("PUT", "?policy", JSON.stringify({Version: "2012-10-17", Statement: policy}));
    const index = "<IndexDocument><Suffix>page.html</Suffix></IndexDocument>";
    await s3("PUT", "?website", `<WebsiteConfiguration>${index}</WebsiteConfiguration>`);
    await s3("PUT", "/page.html", PAGE, "text/html");
    await s3("PUT", "/secret.js", "window.secret = 1;", "text/javascript");
    const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
    await s3("PUT", "/secret.svg", picture, "image/svg+xml");
    await sqs("CreateQueue", {QueueName: "orders"});
  });
  after(async () => {
    await browser?.close();
    foreign?.close();
    friendly?.close();
    await emu?.stop();
  });

  // As a program, which says nothing of where it comes from.
  async function s3(method, path, body, type) {
    const headers = {...SIGNED, ...(type && {"Content-Type": type})};
    const answer = await fetch(`${emu.url}/${BUCKET}${path}`, {method, body, headers});
    const text = await answer.text();
    assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
    return text;
  }
  async function sqs(operation, body) {
    const headers = {"X-Amz-Target": `AmazonSQS.${operation}`};
    const answer = await fetch(emu.url, {method: "POST", headers, body: JSON.stringify(body)});
    assert.equal(answer.status, 200);
    return answer.json();
  }

  // What a page at that URL says came of what it tried.
  async function resultsOf(url, picture) {
    const page = await browser.newPage({viewport: {width: 900, height: 640}});
    await page.goto(url);
    await page.waitForFunction(() => window.results);
    await takePicture(page, picture);
    const results = await page.evaluate(() => window.results);
    await page.close();
    return results;
  }

  async function checkNothingWasDone() {
    const {QueueUrls: urls} = await sqs("ListQueues", {});
    assert.deepEqual(urls?.map((url) => url.split("/").pop()), ["orders"]);
    const listing = await s3("GET", "");
    assert.deepEqual(
      [...listing.matchAll(/<Key>([^<]*)</g)].map((found) => found[1]),
      ["page.html", "secret.js", "secret.svg"],
    );
  }

  // What a page learns nothing of is sent, and refused by the server.
  const UNSEEN = {
    "text/plain without an answer": "0 ",
    "form in a frame": "sent",
    "upload in a frame": "sent",
    reset: "0 ",
  };
  function checkRefusals(results) {
    for (const [name, result] of Object.entries(results)) {
      assert.equal(result, UNSEEN[name] ?? "refused", name);
    }
  }

  it("one of another port creates, reads and deletes nothing", async () => {
    for (const url of [emu.url, emu.url.replace("127.0.0.1", "localhost")]) {
      const results = await resultsOf(`${originOf(foreign)}/#${url}`, "page-of-another-port");
      checkRefusals(results);
      await checkNothingWasDone();
    }
  });

  it("one that is stored reaches neither the controls nor AWS's services", async () => {
    for (const [name, url] of [
      ["website", `${emu.url}/_website/${BUCKET}/`],
      ["object", `${emu.url}/${BUCKET}/page.html`],
      ["host", `http://${BUCKET}.localhost:${emu.port}/page.html`],
      ["s3-host", `http://${BUCKET}.s3.localhost:${emu.port}/page.html`],
    ]) {
      checkRefusals(await resultsOf(url, `stored-page-${name}`));
      await checkNothingWasDone();
    }
    const own = `http://${BUCKET}.s3-website.localhost:${emu.port}/#${emu.url}`;
    checkRefusals(await resultsOf(own, "stored-page-website-host"));
    await checkNothingWasDone();
  });

  it("one opened by a presigned URL is shown", async () => {
    const page = await browser.newPage();
    const answer = await page.goto(`${emu.url}/${BUCKET}/secret.svg?${PRESIGNED}`);
    assert.equal(answer.status(), 200);
    await page.goto(originOf(foreign));
    await page.evaluate((url) => {
      location.href = url;
    }, `${emu.url}/${BUCKET}/secret.js?${PRESIGNED}`);
    await page.waitForURL(/secret\.js/);
    assert.match(await page.content(), /window\.secret/);
    await page.close();
  });

  it("one of an origin that the server was started with does what a program does", async () => {
    const results = await resultsOf(`${originOf(friendly)}/#${emu.url}`, "page-of-allowed-origin");
    assert.match(results["call with X-Amz-Target"], /^200 \{"QueueUrl":/);
    assert.match(results["form without a preflight"], /^200 /);
    assert.equal(results["image, presigned"], "loaded");
    assert.match(results.trace, /^200 \{"events":/);
    const {QueueUrls: urls} = await sqs("ListQueues", {});
    assert.equal(urls, undefined); // it has reset the server
  });
});
