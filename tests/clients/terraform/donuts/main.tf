# The shop of app/donuts: the warehouse's database with its secret, a topic of what is missing, the queue behind
# it with its dead-letter queue, the alarm on that one, the factory's line, and the functions with the least that
# each must be allowed.

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
  warehouse = [
    {
      actions = [
        "rds-data:ExecuteStatement", "rds-data:BeginTransaction", "rds-data:CommitTransaction",
        "rds-data:RollbackTransaction",
      ]
      resource = aws_rds_cluster.warehouse.arn
    },
    { actions = ["secretsmanager:GetSecretValue"], resource = aws_secretsmanager_secret.warehouse.arn },
  ]
  functions = {
    sales          = concat(local.warehouse, [{ actions = ["sns:Publish"], resource = aws_sns_topic.wanted.arn }])
    stock          = local.warehouse
    factory-caller = [{ actions = local.trigger, resource = aws_sqs_queue.requests.arn }]
    factory = [
      { actions = ["dynamodb:PutItem"], resource = aws_dynamodb_table.book.arn },
      { actions = ["sqs:SendMessage"], resource = aws_sqs_queue.line.arn },
    ]
    factory-line = [
      { actions = ["dynamodb:UpdateItem"], resource = aws_dynamodb_table.book.arn },
      { actions = local.trigger, resource = aws_sqs_queue.line.arn },
    ]
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

# Where the stock is, by MySQL on Aurora, which functions ask through the RDS Data API.
resource "aws_rds_cluster" "warehouse" {
  cluster_identifier   = "donut-warehouse"
  engine               = "aurora-mysql"
  database_name        = "warehouse"
  master_username      = "baker"
  master_password      = jsondecode(aws_secretsmanager_secret_version.warehouse.secret_string).password
  enable_http_endpoint = true
  skip_final_snapshot  = true
  serverlessv2_scaling_configuration {
    min_capacity = 0.5
    max_capacity = 4
  }
}

resource "aws_secretsmanager_secret" "warehouse" {
  name                    = "donut-warehouse"
  recovery_window_in_days = 0
}

data "aws_secretsmanager_random_password" "warehouse" {
  exclude_characters = "/@\" "
}

resource "aws_secretsmanager_secret_version" "warehouse" {
  secret_id = aws_secretsmanager_secret.warehouse.id
  secret_string = jsonencode({
    username = "baker"
    password = data.aws_secretsmanager_random_password.warehouse.random_password
  })
  lifecycle {
    ignore_changes = [secret_string]
  }
}

# The factory's orders.
resource "aws_dynamodb_table" "book" {
  name         = "donut-factory-book"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
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

# What lies in the dead-letter queue is told to the operators.
resource "aws_sns_topic" "alarms" {
  name = "donut-alarms"
}

resource "aws_sns_topic_subscription" "operators" {
  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "email"
  endpoint  = "operators@donuts.example"
}

resource "aws_cloudwatch_metric_alarm" "dead" {
  alarm_name          = "donut-requests-dead-depth"
  alarm_description   = "Requests that nobody bakes for lie in the dead-letter queue."
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]

  metric_query {
    id          = "depth"
    expression  = "waiting + held"
    label       = "Messages in the queue"
    return_data = true
  }
  dynamic "metric_query" {
    for_each = {
      waiting = "ApproximateNumberOfMessagesVisible"
      held    = "ApproximateNumberOfMessagesNotVisible"
    }
    content {
      id = metric_query.key
      metric {
        namespace   = "AWS/SQS"
        metric_name = metric_query.value
        dimensions  = { QueueName = aws_sqs_queue.dead.name }
        period      = 60
        stat        = "Maximum"
      }
    }
  }
}
