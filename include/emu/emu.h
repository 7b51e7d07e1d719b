// All of emu, in one include.
#pragma once

#include <emu/arn.h>
#include <emu/aws.h>
#include <emu/blob.h>
#include <emu/cloud.h>
#include <emu/fault.h>
#include <emu/http.h>
#include <emu/json.h>
#include <emu/lambda/handler.h>
#include <emu/remote.h>
#include <emu/result.h>
#include <emu/shape.h>
#include <emu/sqs.h>
#include <emu/time.h>
#include <emu/trace.h>
#include <emu/version.h>
