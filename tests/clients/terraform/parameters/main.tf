# Parameters of every type, and a secret with a value and a policy.

terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

provider "aws" {}

resource "aws_ssm_parameter" "limit" {
  name            = "/bus/prod/limit"
  description     = "How many bookings a passenger may have."
  type            = "String"
  value           = "42"
  allowed_pattern = "^\\d+$"
  tags = {
    team = "bus"
  }
}

resource "aws_ssm_parameter" "stops" {
  name  = "/bus/prod/stops"
  type  = "StringList"
  value = "Seoul,Daejeon,Busan"
  tier  = "Advanced"
}

resource "aws_ssm_parameter" "password" {
  name  = "/bus/prod/password"
  type  = "SecureString"
  value = "hunter2"
}

data "aws_ssm_parameter" "limit" {
  name = aws_ssm_parameter.limit.name
}

data "aws_ssm_parameters_by_path" "all" {
  path       = "/bus"
  recursive  = true
  depends_on = [aws_ssm_parameter.limit]
}

resource "aws_secretsmanager_secret" "database" {
  name        = "bus/database"
  description = "Of the bookings."
  tags = {
    team = "bus"
  }
}

resource "aws_secretsmanager_secret_version" "database" {
  secret_id     = aws_secretsmanager_secret.database.id
  secret_string = jsonencode({ user = "bus", limit = data.aws_ssm_parameter.limit.value })
}

resource "aws_secretsmanager_secret" "key" {
  name                    = "bus/key"
  recovery_window_in_days = 0
}

resource "aws_secretsmanager_secret_version" "key" {
  secret_id     = aws_secretsmanager_secret.key.id
  secret_binary = base64encode("not a text")
}

resource "aws_secretsmanager_secret_policy" "database" {
  secret_arn          = aws_secretsmanager_secret.database.arn
  block_public_policy = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::000000000000:root" }
      Action    = "secretsmanager:GetSecretValue"
      Resource  = "*"
    }]
  })
}

data "aws_secretsmanager_random_password" "new" {
  password_length = 40
}
