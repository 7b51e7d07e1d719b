// Amazon CloudWatch: metrics, alarms, dashboards.
// Source: Amazon CloudWatch API Reference.
#pragma once

#include <emu/cloudwatch/alarms.h>
#include <emu/cloudwatch/dashboards.h>
#include <emu/cloudwatch/errors.h>
#include <emu/cloudwatch/metrics.h>
#include <emu/cloudwatch/tags.h>
#include <emu/cloudwatch/types.h>
