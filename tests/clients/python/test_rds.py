"""RDS."""

import support


class RdsTest(support.ClientTest):
    def setUp(self):
        super().setUp()
        self.rds = self.client("rds")

    def cluster(self, identifier="shop", engine="aurora-mysql", **more):
        return self.rds.create_db_cluster(
            DBClusterIdentifier=identifier,
            Engine=engine,
            MasterUsername="admin",
            ManageMasterUserPassword=True,
            **more,
        )["DBCluster"]


class Clusters(RdsTest):
    def test_a_cluster_is_made_modified_and_deleted(self):
        made = self.cluster(DatabaseName="shop", EnableHttpEndpoint=True)
        self.assertEqual(made["Status"], "creating")
        self.rds.get_waiter("db_cluster_available").wait(DBClusterIdentifier="shop")
        [seen] = self.rds.describe_db_clusters(DBClusterIdentifier="shop")["DBClusters"]
        self.assertEqual(seen["DBClusterArn"], f"arn:aws:rds:eu-west-1:{self.account}:cluster:shop")
        self.assertTrue(seen["HttpEndpointEnabled"])
        self.assertIn(":secret:rds!cluster-", seen["MasterUserSecret"]["SecretArn"])
        self.assertEqual(len(seen["AvailabilityZones"]), 3)
        with self.refused("DBClusterAlreadyExistsFault", 400):
            self.cluster()
        changed = self.rds.modify_db_cluster(
            DBClusterIdentifier="shop",
            BackupRetentionPeriod=7,
            VpcSecurityGroupIds=["sg-1"],
            ServerlessV2ScalingConfiguration={"MinCapacity": 0.5, "MaxCapacity": 2},
        )["DBCluster"]
        self.assertEqual(changed["VpcSecurityGroups"][0]["VpcSecurityGroupId"], "sg-1")
        self.assertEqual(changed["ServerlessV2ScalingConfiguration"]["MinCapacity"], 0.5)
        self.rds.delete_db_cluster(DBClusterIdentifier="shop", SkipFinalSnapshot=True)
        self.rds.get_waiter("db_cluster_deleted").wait(DBClusterIdentifier="shop")
        with self.refused("DBClusterNotFoundFault", 404, "DBCluster shop not found."):
            self.rds.describe_db_clusters(DBClusterIdentifier="shop")

    def test_parameter_groups(self):
        made = self.rds.create_db_parameter_group(
            DBParameterGroupName="Shop",
            DBParameterGroupFamily="mysql8.0",
            Description="of the shop",
            Tags=[{"Key": "team", "Value": "bus"}],
        )["DBParameterGroup"]
        self.assertEqual(made["DBParameterGroupName"], "shop")
        self.assertEqual(
            made["DBParameterGroupArn"], f"arn:aws:rds:eu-west-1:{self.account}:pg:shop"
        )
        parameter = {
            "ParameterName": "max_connections",
            "ParameterValue": "100",
            "ApplyMethod": "pending-reboot",
        }
        self.rds.modify_db_parameter_group(DBParameterGroupName="shop", Parameters=[parameter])
        [seen] = self.rds.describe_db_parameters(DBParameterGroupName="shop", Source="user")[
            "Parameters"
        ]
        self.assertEqual(seen["ParameterValue"], "100")
        self.assertEqual(seen["ApplyMethod"], "pending-reboot")
        self.rds.reset_db_parameter_group(DBParameterGroupName="shop", ResetAllParameters=True)
        [group] = self.rds.describe_db_parameter_groups()["DBParameterGroups"]
        self.assertEqual(group["DBParameterGroupFamily"], "mysql8.0")
        self.rds.delete_db_parameter_group(DBParameterGroupName="shop")
        with self.refused("DBParameterGroupNotFound", 404):
            self.rds.describe_db_parameter_groups(DBParameterGroupName="shop")

    def test_cluster_parameter_groups(self):
        self.rds.create_db_cluster_parameter_group(
            DBClusterParameterGroupName="shop",
            DBParameterGroupFamily="aurora-mysql8.0",
            Description="of the shop",
        )
        parameter = {
            "ParameterName": "time_zone",
            "ParameterValue": "UTC",
            "ApplyMethod": "immediate",
        }
        self.rds.modify_db_cluster_parameter_group(
            DBClusterParameterGroupName="shop", Parameters=[parameter]
        )
        [seen] = self.rds.describe_db_cluster_parameters(DBClusterParameterGroupName="shop")[
            "Parameters"
        ]
        self.assertEqual(seen["Source"], "user")
        self.rds.reset_db_cluster_parameter_group(
            DBClusterParameterGroupName="shop",
            Parameters=[{"ParameterName": "time_zone", "ApplyMethod": "immediate"}],
        )
        groups = self.rds.describe_db_cluster_parameter_groups()["DBClusterParameterGroups"]
        self.assertEqual(len(groups), 1)
        self.rds.delete_db_cluster_parameter_group(DBClusterParameterGroupName="shop")

    def test_there_are_no_global_clusters(self):
        self.assertEqual(self.rds.describe_global_clusters()["GlobalClusters"], [])

    def test_states(self):
        self.cluster()
        self.rds.reboot_db_cluster(DBClusterIdentifier="shop")
        self.rds.stop_db_cluster(DBClusterIdentifier="shop")
        [seen] = self.rds.describe_db_clusters()["DBClusters"]
        self.assertEqual(seen["Status"], "stopped")
        self.rds.start_db_cluster(DBClusterIdentifier="shop")
        with self.refused("InvalidDBClusterStateFault", 400):
            self.rds.start_db_cluster(DBClusterIdentifier="shop")

    def test_the_http_endpoint_is_switched(self):
        arn = self.cluster()["DBClusterArn"]
        self.assertTrue(self.rds.enable_http_endpoint(ResourceArn=arn)["HttpEndpointEnabled"])
        self.assertFalse(self.rds.disable_http_endpoint(ResourceArn=arn)["HttpEndpointEnabled"])

    def test_clusters_are_listed_in_pages_and_by_filters(self):
        for number in range(21):
            self.cluster(f"c{number}")
        pages = self.pages(self.rds, "describe_db_clusters", 20)
        self.assertEqual([len(page["DBClusters"]) for page in pages], [20, 1])
        found = self.rds.describe_db_clusters(
            Filters=[{"Name": "db-cluster-id", "Values": ["c3", "c4"]}]
        )
        self.assertEqual(len(found["DBClusters"]), 2)


class Instances(RdsTest):
    def member(self, identifier):
        return self.rds.create_db_instance(
            DBInstanceIdentifier=identifier,
            DBInstanceClass="db.r6g.large",
            Engine="aurora-mysql",
            DBClusterIdentifier="shop",
        )["DBInstance"]

    def test_members_of_a_cluster(self):
        self.cluster()
        self.assertEqual(self.member("one")["DBInstanceStatus"], "creating")
        self.rds.get_waiter("db_instance_available").wait(DBInstanceIdentifier="one")
        self.member("two")
        [cluster] = self.rds.describe_db_clusters()["DBClusters"]
        writers = {
            member["DBInstanceIdentifier"]: member["IsClusterWriter"]
            for member in cluster["DBClusterMembers"]
        }
        self.assertEqual(writers, {"one": True, "two": False})
        self.rds.failover_db_cluster(DBClusterIdentifier="shop")
        self.rds.reboot_db_instance(DBInstanceIdentifier="one")
        for identifier in ("one", "two"):
            self.rds.delete_db_instance(DBInstanceIdentifier=identifier)
            self.rds.get_waiter("db_instance_deleted").wait(DBInstanceIdentifier=identifier)
        with self.refused("DBInstanceNotFound", 404):
            self.rds.describe_db_instances(DBInstanceIdentifier="one")

    def test_an_instance_alone_in_a_subnet_group(self):
        made = self.rds.create_db_subnet_group(
            DBSubnetGroupName="private",
            DBSubnetGroupDescription="d",
            SubnetIds=["subnet-1", "subnet-2"],
        )["DBSubnetGroup"]
        self.assertEqual(len(made["Subnets"]), 2)
        self.rds.create_db_instance(
            DBInstanceIdentifier="alone",
            DBInstanceClass="db.t3.medium",
            Engine="postgres",
            AllocatedStorage=20,
            MasterUsername="someone",
            MasterUserPassword="password",
            DBSubnetGroupName="private",
            Tags=[{"Key": "kind", "Value": "test"}],
        )
        [seen] = self.rds.describe_db_instances()["DBInstances"]
        self.assertEqual(seen["Endpoint"]["Port"], 5432)
        self.assertEqual(seen["DBSubnetGroup"]["DBSubnetGroupName"], "private")
        self.assertEqual(seen["TagList"], [{"Key": "kind", "Value": "test"}])
        self.rds.modify_db_instance(DBInstanceIdentifier="alone", AllocatedStorage=40)
        self.rds.stop_db_instance(DBInstanceIdentifier="alone")
        self.rds.start_db_instance(DBInstanceIdentifier="alone")
        with self.refused("InvalidDBSubnetGroupStateFault", 400):
            self.rds.delete_db_subnet_group(DBSubnetGroupName="private")
        self.rds.delete_db_instance(DBInstanceIdentifier="alone", SkipFinalSnapshot=True)
        self.rds.modify_db_subnet_group(
            DBSubnetGroupName="private", SubnetIds=["subnet-1", "subnet-3"]
        )
        [group] = self.rds.describe_db_subnet_groups()["DBSubnetGroups"]
        self.assertEqual(group["Subnets"][1]["SubnetIdentifier"], "subnet-3")
        self.rds.delete_db_subnet_group(DBSubnetGroupName="private")

    def test_what_is_offered(self):
        [newest] = self.rds.describe_db_engine_versions(Engine="aurora-mysql", DefaultOnly=True)[
            "DBEngineVersions"
        ]
        options = self.rds.describe_orderable_db_instance_options(
            Engine="aurora-mysql", EngineVersion=newest["EngineVersion"]
        )["OrderableDBInstanceOptions"]
        self.assertIn("db.serverless", [option["DBInstanceClass"] for option in options])

    def test_tags(self):
        arn = self.cluster()["DBClusterArn"]
        self.rds.add_tags_to_resource(
            ResourceName=arn, Tags=[{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}]
        )
        self.rds.remove_tags_from_resource(ResourceName=arn, TagKeys=["a"])
        tags = self.rds.list_tags_for_resource(ResourceName=arn)["TagList"]
        self.assertEqual(tags, [{"Key": "b", "Value": "2"}])
