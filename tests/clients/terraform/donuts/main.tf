# The shop of app/donuts: a topic of what is missing, the queue behind it with its dead-letter queue, the
# factory's line, and the functions with the least that each must be allowed.

terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

provider "aws" {}

locals {
  trigger = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
  functions = {
    sales = [
      { actions = ["dynamodb:GetItem", "dynamodb:UpdateItem"], resource = aws_dynamodb_table.table["product"].arn },
      { actions = ["sns:Publish"], resource = aws_sns_topic.wanted.arn },
    ]
    stock = [
      { actions = ["dynamodb:UpdateItem"], resource = aws_dynamodb_table.table["product"].arn },
      { actions = ["dynamodb:GetItem", "dynamodb:PutItem"], resource = aws_dynamodb_table.table["id"].arn },
    ]
    factory-caller = [{ actions = local.trigger, resource = aws_sqs_queue.requests.arn }]
    factory        = [{ actions = ["sqs:SendMessage"], resource = aws_sqs_queue.line.arn }]
    factory-line   = [{ actions = local.trigger, resource = aws_sqs_queue.line.arn }]
    reporter = [
      { actions = local.trigger, resource = aws_sqs_queue.dead.arn },
      { actions = ["ses:SendEmail"], resource = "arn:aws:ses:eu-west-1:000000000000:identity/shop@donuts.example" },
    ]
  }
  triggers = {
    factory-caller = aws_sqs_queue.requests.arn
    factory-line   = aws_sqs_queue.line.arn
    reporter       = aws_sqs_queue.dead.arn
  }
}

# The stock by its product, and the deliveries by the id of their request.
resource "aws_dynamodb_table" "table" {
  for_each     = { product = "donut-stock", id = "donut-deliveries" }
  name         = each.value
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = each.key
  attribute {
    name = each.key
    type = "S"
  }
}

resource "aws_sns_topic" "wanted" {
  name = "donut-wanted"
}

resource "aws_sqs_queue" "dead" {
  name                       = "donut-requests-dead"
  visibility_timeout_seconds = 43200
  message_retention_seconds  = 1209600
}

resource "aws_sqs_queue" "requests" {
  name                       = "donut-requests"
  visibility_timeout_seconds = 360
  message_retention_seconds  = 1209600
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead.arn
    maxReceiveCount     = 3
  })
}

resource "aws_sqs_queue" "line" {
  name                       = "donut-factory-line"
  visibility_timeout_seconds = 360
  message_retention_seconds  = 1209600
  delay_seconds              = 30
}

resource "aws_sqs_queue_policy" "requests" {
  queue_url = aws_sqs_queue.requests.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "sns.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.requests.arn
      Condition = { ArnEquals = { "aws:SourceArn" = aws_sns_topic.wanted.arn } }
    }]
  })
}

resource "aws_sns_topic_subscription" "requests" {
  topic_arn            = aws_sns_topic.wanted.arn
  protocol             = "sqs"
  endpoint             = aws_sqs_queue.requests.arn
  raw_message_delivery = true
  depends_on           = [aws_sqs_queue_policy.requests]
}

resource "aws_iam_role" "function" {
  for_each = local.functions
  name     = "donut-${each.key}"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "function" {
  for_each = local.functions
  name     = "work"
  role     = aws_iam_role.function[each.key].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [for need in each.value : {
      Effect   = "Allow"
      Action   = need.actions
      Resource = need.resource
    }]
  })
}

resource "aws_lambda_function" "function" {
  for_each         = local.functions
  function_name    = "donut-${each.key}"
  role             = aws_iam_role.function[each.key].arn
  runtime          = "python3.12"
  handler          = "lambda_function.lambda_handler"
  filename         = "donut.zip"
  source_code_hash = filebase64sha256("donut.zip")
  memory_size      = 256
  timeout          = 60
}

resource "aws_lambda_event_source_mapping" "function" {
  for_each                = local.triggers
  event_source_arn        = each.value
  function_name           = aws_lambda_function.function[each.key].arn
  batch_size              = 10
  function_response_types = ["ReportBatchItemFailures"]
  depends_on              = [aws_iam_role_policy.function]
}
