// AWS Systems Manager Parameter Store: names with values, in hierarchies and versions.
//
//   aws.send(ssm::PutParameter{.name = "/bus/prod/limit", .value = "42", .type =
// "String"}).value();   const auto limit = aws.send(ssm::GetParameter{.name =
// "/bus/prod/limit"}).value();   limit.parameter->value == "42"
//
//   ssm::GetParametersByPath all{.path = "/bus", .recursive = true};
//   for_each_page(aws, all, [&](const ssm::GetParametersByPathResult& page) { … }).value();
//
// All refusals have status 400: ValidationException for values outside of their limits and names
// that are none, ParameterNotFound, ParameterVersionNotFound, ParameterAlreadyExists,
// InvalidNextToken and those that an operation names.
// Source: AWS Systems Manager API Reference.
#pragma once

#include <emu/ssm/errors.h>
#include <emu/ssm/labels.h>
#include <emu/ssm/metadata.h>
#include <emu/ssm/parameters.h>
#include <emu/ssm/tags.h>
#include <emu/ssm/types.h>
