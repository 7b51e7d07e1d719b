// Amazon SNS: topics, subscriptions to them, and messages that are published to topics, devices and
// phones.
//
//   auto topic = aws.send(sns::CreateTopic{.name = "orders"}).value().topic_arn;
//   aws.send(sns::Subscribe{.topic_arn = topic, .protocol = "sqs", .endpoint = queue_arn}).value();
//   aws.send(sns::Publish{.topic_arn = topic, .message = "seat 12A"}).value();
//
// A queue or function gets what its own policy lets sns.amazonaws.com bring, as on AWS. Every
// operation that names a topic or subscription fails with NotFound when there is none, and with
// InvalidParameter for a value that is not valid; only what goes beyond this is listed below.
// Source: Amazon Simple Notification Service API Reference, the page of each operation.
#pragma once

#include <emu/sns/errors.h>
#include <emu/sns/looks.h>
#include <emu/sns/permissions.h>
#include <emu/sns/publishing.h>
#include <emu/sns/push.h>
#include <emu/sns/sms.h>
#include <emu/sns/subscriptions.h>
#include <emu/sns/topics.h>
