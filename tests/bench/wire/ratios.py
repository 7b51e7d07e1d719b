"""What publishing and putting metrics cost the server beside sending a message.

Each round measures every kind once, on a server of its own, so that what else the machine does
falls on all of them alike; the median of a kind's rounds counts.
"""

import json
import pathlib
import statistics
import tempfile

import load

SENDING = "sqs"
BOUNDS = {"sns": 2.0, "metric-query": 1.3, "metric-json": 1.3, "metric-cbor": 1.3}


def delivered(port):
    """How many messages are in the queue that the topic sends to."""
    def call(action, **members):
        return json.loads(load.send(port, "POST", "/", load.amz_json("sqs", "AmazonSQS." + action),
                                    json.dumps(members).encode()))

    url = call("GetQueueUrl", QueueName="bench")["QueueUrl"]
    name = "ApproximateNumberOfMessages"
    return int(call("GetQueueAttributes", QueueUrl=url, AttributeNames=[name])["Attributes"][name])


def measure_once(program, name, connections, seconds):
    """CPU microseconds of a request, and whether all went well."""
    with tempfile.TemporaryDirectory() as folder, \
            load.start(name, program, pathlib.Path(folder)) as server:
        measurement = load.PREPARE[name](server.port)
        result = load.measure_one(server, measurement, connections, seconds)
        is_well = result["errors"] == 0
        if name == "sns":
            # What is under way when the load ends may arrive without having been counted.
            is_well = is_well and delivered(server.port) >= result["requests"]
    return result["cpu"], is_well


def measure(program, connections, seconds, rounds):
    """Prints a row for each kind; whether all was well and cheap enough."""
    print(f"{'':16} {'connections':>11} {'CPU us':>8} {'of SendMessage':>15} {'at most':>8}")
    all_well = True
    for count in connections:
        costs = {name: [] for name in [SENDING, *BOUNDS]}
        for _ in range(rounds):
            for name, of_rounds in costs.items():
                cost, is_well = measure_once(program, name, count, seconds)
                of_rounds.append(cost)
                if not is_well:
                    print(f"{name}: errors, or messages that were not delivered")
                    all_well = False
        sending = statistics.median(costs[SENDING])
        print(f"{SENDING:16} {count:11} {sending:8.1f}")
        for name, bound in BOUNDS.items():
            cost = statistics.median(costs[name])
            ratio = cost / max(sending, 1e-9)
            verdict = "yes" if ratio <= bound else "NO"
            print(f"{name:16} {count:11} {cost:8.1f} {ratio:15.2f} {bound:8.1f}  {verdict}",
                  flush=True)
            all_well = all_well and ratio <= bound
    return all_well
