// Amazon SQS: the operations on standard queues.
//
//   auto url = aws.send(sqs::CreateQueue{.queue_name = "orders"}).value().queue_url;
//   aws.send(sqs::SendMessage{.queue_url = url, .message_body = "seat 12A"}).value();
//   auto got = aws.send(sqs::ReceiveMessage{.queue_url = url, .wait_time_seconds = 20s}).value();
//   aws.send(sqs::DeleteMessage{url, got.messages.at(0).receipt_handle}).value();
//
// A queue URL is https://sqs.<region>.amazonaws.com/<account>/<name>; any URL whose path ends in
// /<account>/<name> is taken. Every operation that names a queue fails with QueueDoesNotExist when
// there is none, with MissingParameter without a required member and with InvalidParameterValue or
// InvalidAttributeValue for a value out of bounds; only what goes beyond this is listed below.
// Source: Amazon SQS API Reference, the page of each operation.
#pragma once

#include <emu/sqs/errors.h>
#include <emu/sqs/looks.h>
#include <emu/sqs/message_moves.h>
#include <emu/sqs/messages.h>
#include <emu/sqs/queues.h>
#include <emu/sqs/values.h>
