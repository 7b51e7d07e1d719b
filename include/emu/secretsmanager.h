// AWS Secrets Manager: secrets, the versions of their values and who may read them.
//
//   aws.send(secretsmanager::CreateSecret{.name = "bus/db", .secret_string = "hunter2"}).value();
//   auto read = aws.send(secretsmanager::GetSecretValue{.secret_id = "bus/db"}).value();
//   read.secret_string == "hunter2"
//
// A secret is called by its name, its ARN, or its ARN without the six characters that AWS puts
// behind the name.
//
// All refusals have status 400: ResourceNotFoundException, InvalidRequestException for a secret
// that is marked for deletion, InvalidParameterException, ValidationException for values outside of
// their limits, LimitExceededException, InvalidNextTokenException and those that an operation
// names. Source: AWS Secrets Manager API Reference.
#pragma once

#include <emu/secretsmanager/errors.h>
#include <emu/secretsmanager/passwords.h>
#include <emu/secretsmanager/policies.h>
#include <emu/secretsmanager/secrets.h>
#include <emu/secretsmanager/tags.h>
#include <emu/secretsmanager/types.h>
#include <emu/secretsmanager/values.h>
