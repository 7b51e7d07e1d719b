# A table with everything that a plan reads back: keys, both kinds of indexes, a stream, time to live,
# recovery, and tags.

terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

provider "aws" {}

resource "aws_dynamodb_table" "bookings" {
  name             = "bookings"
  billing_mode     = "PAY_PER_REQUEST"
  hash_key         = "trip"
  range_key        = "seat"
  stream_enabled   = true
  stream_view_type = "NEW_AND_OLD_IMAGES"

  attribute {
    name = "trip"
    type = "S"
  }
  attribute {
    name = "seat"
    type = "N"
  }
  attribute {
    name = "passenger"
    type = "S"
  }
  attribute {
    name = "booked"
    type = "N"
  }

  global_secondary_index {
    name               = "by-passenger"
    hash_key           = "passenger"
    range_key          = "booked"
    projection_type    = "INCLUDE"
    non_key_attributes = ["price"]
  }
  local_secondary_index {
    name            = "by-time"
    range_key       = "booked"
    projection_type = "KEYS_ONLY"
  }

  ttl {
    attribute_name = "expires"
    enabled        = true
  }
  point_in_time_recovery {
    enabled = true
  }
  tags = {
    team = "buses"
  }
}

resource "aws_dynamodb_table" "counters" {
  name           = "counters"
  billing_mode   = "PROVISIONED"
  read_capacity  = 5
  write_capacity = 5
  hash_key       = "id"

  attribute {
    name = "id"
    type = "S"
  }
  server_side_encryption {
    enabled = true
  }
}

output "stream" {
  value = aws_dynamodb_table.bookings.stream_arn
}
