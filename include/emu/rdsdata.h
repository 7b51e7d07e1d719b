// The RDS Data API: SQL for the databases of RDS's clusters, over HTTP.
//
//   const auto cluster = *aws.send(rds::CreateDBCluster{.database_name = "shop",
//                                                       .db_cluster_identifier = "shop",
//                                                       .engine = "aurora-mysql",
//                                                       .master_username = "admin",
//                                                       .enable_http_endpoint = true,
//                                                       .manage_master_user_password = true})
//                             .value().db_cluster;
//   using rdsdata::parameter;
//   auto sold = aws.send(rdsdata::ExecuteStatement{
//       .resource_arn = cluster.db_cluster_arn,
//       .secret_arn = cluster.master_user_secret->secret_arn,
//       .sql = "UPDATE stock SET amount = amount - :n WHERE product = :p AND amount >= :n",
//       .parameters = {parameter("n", 2), parameter("p", "ring")}}).value();
//   sold.number_of_records_updated == 1
//
// Each database is one of SQLite's in memory, which understands MySQL or PostgreSQL as the
// cluster's engine says; emu/rdsdata/README.md tells what of them. A statement without a
// transaction is one of its own. Transactions see what is committed, and what they have changed
// themselves; the first one that changes a database keeps others from changing it until it ends,
// and they wait for it, up to 45 seconds.
//
// Errors: DatabaseErrorException with the database's own text, BadRequestException,
// ValidationException, StatementTimeoutException, TransactionNotFoundException,
// DatabaseNotFoundException, HttpEndpointNotEnabledException, InvalidResourceStateException,
// SecretsErrorException, InvalidSecretException, UnsupportedResultException.
// Source: RDS Data API Reference.
#pragma once

#include <emu/rdsdata/errors.h>
#include <emu/rdsdata/fields.h>
#include <emu/rdsdata/looks.h>
#include <emu/rdsdata/statements.h>
#include <emu/rdsdata/transactions.h>
