// All of emu: the Cloud, every service, the server, the remote client, scenarios, and what
// describes shapes of a program's own. A file that includes only the services it uses compiles
// faster.
#pragma once

#include <emu/apigatewayv2.h>
#include <emu/apigatewayv2/events.h>
#include <emu/arn.h>
#include <emu/aws.h>
#include <emu/blob.h>
#include <emu/cloud.h>
#include <emu/describe.h>
#include <emu/dynamodb.h>
#include <emu/dynamodbstreams.h>
#include <emu/fault.h>
#include <emu/http.h>
#include <emu/iam.h>
#include <emu/json.h>
#include <emu/lambda.h>
#include <emu/lambda/events.h>
#include <emu/lambda/handler.h>
#include <emu/logs.h>
#include <emu/pages.h>
#include <emu/remote.h>
#include <emu/result.h>
#include <emu/s3.h>
#include <emu/server.h>
#include <emu/shape.h>
#include <emu/sim.h>
#include <emu/sqs.h>
#include <emu/sts.h>
#include <emu/testing.h>
#include <emu/time.h>
#include <emu/trace.h>
#include <emu/version.h>
