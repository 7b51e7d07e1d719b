// A run against an endpoint: what is stored lies there, what computes runs here.
//
// The calls of S3, SQS and DynamoDB leave the run's Cloud at the gate and go to the endpoint;
// functions, their pollers, HTTP APIs and roles stay. So handlers, event source mappings and the
// load are the same code as in a run in virtual time.
#pragma once

#include <emu/aws.h>
#include <emu/cloud.h>
#include <emu/result.h>
#include <emu/sim/scenario.h>
#include <emu/sqs/looks.h>

#include <memory>
#include <string>

#include "core/gate/world.h"

namespace emu::sim {

// Whose resources the endpoint's are: 12 digits.
Result<std::string> account_of(const std::shared_ptr<AwsBackend>& target);

// From now on the calls of those services go there. What the deployment creates and is there
// already counts as created. Whether a call is allowed the endpoint decides, by the credentials
// with which it is called: the functions' roles do not count for it.
void forward_stores(World& world, std::shared_ptr<AwsBackend> target);

// Of a queue by its URL or ARN, as GetQueueAttributes tells it; it may lag behind.
Result<sqs::QueueDepth> depth_at(const std::shared_ptr<AwsBackend>& target,
                                 const std::string& queue);

// Whether an expectation needs what only the inside of a queue tells: when each message was sent
// and deleted.
bool needs_inside_of_queues(const Expectation& expectation);

// The phases, shortened or stretched together so that they last that long; the rates stay.
std::vector<Phase> lasting(std::vector<Phase> phases, Duration duration);

}  // namespace emu::sim
