// Runs with functions as processes repeat: the same seed, the same trace.
#include <doctest/doctest.h>
#include <emu/dynamodb.h>
#include <emu/lambda.h>
#include <emu/logs.h>
#include <emu/sqs.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

#include "runtimes/sim_fixture.h"

namespace emu::test {

namespace {

// EMU_REPEATS=20 by hand, with all cores busy beside it.
int repeats() {
  const std::string asked = variable_of_machine("EMU_REPEATS");
  return asked.empty() ? 3 : std::atoi(asked.c_str());
}

// What a run came to: every line of the function's log and the digest of all that happened.
struct Run {
  std::string answer = {};
  std::vector<std::string> log = {};
  std::string digest = {};
};

Run run_once(const std::string& language, const std::string& code) {
  SimFixture account;
  account.aws.send(sqs::CreateQueue{.queue_name = "orders"}).value();
  account.create("f", code, 60s, language);
  Run run{.answer = account.answer("f") + account.answer("f")};
  run.log = account.log_lines("f");
  run.digest = account.cloud.trace_digest();
  return run;
}

void check_repeats(const std::string& language, const std::string& code) {
  const Run first = run_once(language, code);
  CHECK(first.answer.find("errorType") == std::string::npos);
  for (int i = 1; i < repeats(); ++i) {
    const Run again = run_once(language, code);
    CHECK(again.answer == first.answer);
    CHECK(again.log == first.log);
    CHECK(again.digest == first.digest);
  }
}

}  // namespace

TEST_CASE("threads of Python that call and sleep at the same time do so in the same order") {
  check_repeats("python", R"(
import asyncio, random, threading, time, uuid
import boto3
sqs = boto3.client('sqs')
def send(url, text):
    time.sleep(0.25)
    print(text, sqs.send_message(QueueUrl=url, MessageBody=text)['MessageId'], time.time())
async def wait():
    loop = asyncio.get_running_loop()
    await asyncio.gather(*[loop.run_in_executor(None, time.sleep, n / 10) for n in range(4)])
def lambda_handler(event, context):
    url = sqs.get_queue_url(QueueName='orders')['QueueUrl']
    threads = [threading.Thread(target=send, args=(url, str(n))) for n in range(4)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
    asyncio.run(wait())
    return [random.random(), str(uuid.uuid4()), len(set(['a', 'b', 'c'])), time.time()]
)");
}

TEST_CASE("calls of Node.js that are under way together are taken in the same order") {
  if (!has_program("node")) return;
  check_repeats("node", R"js(
const http = require('http'), crypto = require('crypto'), fs = require('fs').promises;
const { Worker } = require('worker_threads');
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const home = new URL(process.env.AWS_ENDPOINT_URL);
function send(text) {
  const body = JSON.stringify({ QueueUrl: home.href + '000000000000/orders', MessageBody: text });
  const headers = { 'X-Amz-Target': 'AmazonSQS.SendMessage', 'Content-Length': body.length,
    'Content-Type': 'application/x-amz-json-1.0' };
  return new Promise((resolve, reject) => {
    const request = http.request(home, { method: 'POST', headers }, (answer) => {
      let all = '';
      answer.on('data', (part) => { all += part; });
      answer.on('end', () => resolve(all));
    });
    request.on('error', reject);
    request.end(body);
  });
}
exports.handler = async () => {
  const done = [];
  const timer = sleep(50).then(() => done.push('timer ' + Date.now()));
  await Promise.all([1, 2, 3].map(async (n) => { done.push(n + ' ' + await send('m' + n)); }));
  await Promise.all([1, 2, 3, 4].map(() => fs.readFile('/etc/passwd').then(() => send('file'))));
  await timer;
  await new Promise((resolve) => {
    const code = "setTimeout(() => require('worker_threads').parentPort.postMessage(1), 700)";
    new Worker(code, { eval: true }).on('exit', resolve);
  });
  const raced = await Promise.race([sleep(5).then(() => 'sleep'), send('last').then(() => 'call')]);
  console.log(done.join('\n'));
  return [raced, Date.now(), Math.random(), crypto.randomUUID()];
};
)js");
}

}  // namespace emu::test
