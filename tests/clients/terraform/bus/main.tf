# The holiday bus booking of app/bus: a website, a queue with a consumer, a table, and the HTTP API
# that the page calls.

terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

provider "aws" {}

locals {
  functions = {
    producer = [
      { actions = ["dynamodb:GetItem", "dynamodb:UpdateItem"], resource = aws_dynamodb_table.stats.arn },
      { actions = ["sqs:GetQueueUrl", "sqs:SendMessage"], resource = aws_sqs_queue.bookings.arn },
    ]
    consumer = [
      { actions = ["dynamodb:GetItem", "dynamodb:UpdateItem"], resource = aws_dynamodb_table.stats.arn },
      { actions = ["s3:PutObject"], resource = "${aws_s3_bucket.app.arn}/stats.json" },
      {
        actions  = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
        resource = aws_sqs_queue.bookings.arn
      },
    ]
  }
}

resource "aws_s3_bucket" "app" {
  bucket = "aram-app-bucket"
}

resource "aws_s3_bucket_public_access_block" "app" {
  bucket                  = aws_s3_bucket.app.id
  block_public_acls       = false
  block_public_policy     = false
  ignore_public_acls      = false
  restrict_public_buckets = false
}

resource "aws_s3_bucket_website_configuration" "app" {
  bucket = aws_s3_bucket.app.id
  index_document {
    suffix = "index.html"
  }
}

resource "aws_s3_bucket_policy" "app" {
  bucket     = aws_s3_bucket.app.id
  depends_on = [aws_s3_bucket_public_access_block.app]
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "PublicReadWebsite"
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "${aws_s3_bucket.app.arn}/*"
    }]
  })
}

resource "aws_s3_bucket_cors_configuration" "app" {
  bucket = aws_s3_bucket.app.id
  cors_rule {
    allowed_origins = ["*"]
    allowed_methods = ["GET"]
    allowed_headers = ["*"]
    expose_headers  = ["ETag"]
  }
}

resource "aws_s3_object" "index" {
  bucket       = aws_s3_bucket.app.id
  key          = "index.html"
  content      = "<p>Book a bus</p>"
  content_type = "text/html"
}

resource "aws_s3_object" "stats" {
  bucket       = aws_s3_bucket.app.id
  key          = "stats.json"
  content      = jsonencode({ requests = 0, processed = 0, success = 0 })
  content_type = "application/json"
}

resource "aws_dynamodb_table" "stats" {
  name         = "aram-stats"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_dynamodb_table_item" "total" {
  table_name = aws_dynamodb_table.stats.name
  hash_key   = aws_dynamodb_table.stats.hash_key
  item = jsonencode({
    id        = { S = "total" }
    requests  = { N = "0" }
    processed = { N = "0" }
    success   = { N = "0" }
  })
}

resource "aws_sqs_queue" "bookings" {
  name                       = "aram-queue"
  visibility_timeout_seconds = 60
}

resource "aws_iam_role" "function" {
  for_each = local.functions
  name     = "aram-${each.key}"
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
  function_name    = "aram-${each.key}"
  role             = aws_iam_role.function[each.key].arn
  runtime          = "python3.12"
  handler          = "lambda_function.lambda_handler"
  filename         = "${each.key}.zip"
  source_code_hash = filebase64sha256("${each.key}.zip")
  memory_size      = 256
  timeout          = 5
  environment {
    variables = {
      REGION      = "eu-west-1"
      STATS_TABLE = aws_dynamodb_table.stats.name
      QUEUE_NAME  = aws_sqs_queue.bookings.name
      S3_BUCKET   = aws_s3_bucket.app.id
      S3_KEY      = aws_s3_object.stats.key
    }
  }
}

resource "aws_lambda_event_source_mapping" "consumer" {
  event_source_arn = aws_sqs_queue.bookings.arn
  function_name    = aws_lambda_function.function["consumer"].arn
  batch_size       = 10
  depends_on       = [aws_iam_role_policy.function]
}

resource "aws_apigatewayv2_api" "api" {
  name          = "aram-api"
  protocol_type = "HTTP"
  cors_configuration {
    allow_origins = ["*"]
    allow_methods = ["GET", "POST", "OPTIONS"]
    allow_headers = ["content-type"]
  }
}

resource "aws_apigatewayv2_integration" "producer" {
  api_id                 = aws_apigatewayv2_api.api.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.function["producer"].invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_route" "route" {
  for_each  = toset(["POST /api/book-bus", "GET /api/stats"])
  api_id    = aws_apigatewayv2_api.api.id
  route_key = each.key
  target    = "integrations/${aws_apigatewayv2_integration.producer.id}"
}

resource "aws_apigatewayv2_stage" "prod" {
  api_id      = aws_apigatewayv2_api.api.id
  name        = "prod"
  auto_deploy = true
}

resource "aws_lambda_permission" "api" {
  statement_id  = "api"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.function["producer"].function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.api.execution_arn}/*/*"
}
