// Amazon RDS: clusters and instances of databases, as resources.
//
//   auto cluster = *aws.send(rds::CreateDBCluster{.database_name = "shop",
//                                                 .db_cluster_identifier = "shop",
//                                                 .engine = "aurora-mysql",
//                                                 .master_username = "admin",
//                                                 .enable_http_endpoint = true,
//                                                 .manage_master_user_password = true})
//                       .value().db_cluster;
//   cluster.master_user_secret->secret_arn   // of a secret in Secrets Manager
//
// What is in a cluster's databases is reached by the RDS Data API (<emu/rdsdata.h>). Nothing
// listens at the endpoints that are answered: a driver of MySQL or PostgreSQL reaches nobody.
//
// Identifiers are kept in small letters. Errors have RDS's names for Query: DBClusterNotFoundFault,
// DBClusterAlreadyExistsFault, InvalidDBClusterStateFault, InvalidParameterValue,
// InvalidParameterCombination and those that an operation names.
// Source: Amazon RDS API Reference.
#pragma once

#include <emu/rds/cluster_parameter_groups.h>
#include <emu/rds/clusters.h>
#include <emu/rds/engines.h>
#include <emu/rds/errors.h>
#include <emu/rds/global_clusters.h>
#include <emu/rds/instances.h>
#include <emu/rds/parameter_groups.h>
#include <emu/rds/subnet_groups.h>
#include <emu/rds/tags.h>
#include <emu/rds/types.h>
