#include "iam/managed_policies.h"

#include <map>
#include <string>
#include <utility>

#include "core/base/assert.h"
#include "core/hash/ids.h"
#include "core/hash/random.h"
#include "iam/limits.h"
#include "iam/policy_document.h"

namespace emu::iam {

namespace {

struct Source {
  const char* path;
  const char* name;
  const char* description;
  const char* document;
};

// Source: AWS Managed Policy Reference Guide. Of ReadOnlyAccess, what concerns the services that
// are here.
constexpr Source kSources[] = {
    {"/", "AdministratorAccess", "Provides full access to AWS services and resources.",
     R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]})"},
    {"/", "AmazonDynamoDBFullAccess", "Provides full access to Amazon DynamoDB.",
     R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["dynamodb:*","dax:*",
         "application-autoscaling:*","cloudwatch:*MetricData","cloudwatch:*Alarm*",
         "cloudwatch:GetMetricStatistics","cloudwatch:ListMetrics","iam:GetRole","iam:ListRoles",
         "kms:DescribeKey","kms:ListAliases","lambda:*EventSourceMapping*","lambda:*Function",
         "lambda:ListFunctions","sns:*Subscription*","sns:*Topic*","tag:GetResources"],
         "Resource":"*"}]})"},
    {"/", "AmazonS3FullAccess", "Provides full access to all buckets.",
     R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow",
         "Action":["s3:*","s3-object-lambda:*"],"Resource":"*"}]})"},
    {"/", "AmazonS3ReadOnlyAccess", "Provides read only access to all buckets.",
     R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:Get*","s3:List*",
         "s3:Describe*","s3-object-lambda:Get*","s3-object-lambda:List*"],"Resource":"*"}]})"},
    {"/", "AmazonSQSFullAccess", "Provides full access to Amazon SQS.",
     R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sqs:*",
         "Resource":"*"}]})"},
    {"/", "AmazonSSMFullAccess", "Provides full access to Amazon SSM.",
     R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["cloudwatch:PutMetricData",
         "ds:CreateComputer","ds:DescribeDirectories","ec2:DescribeInstanceStatus","logs:*","ssm:*",
         "ec2messages:*"],"Resource":"*"},{"Effect":"Allow","Action":"iam:CreateServiceLinkedRole",
         "Resource":"arn:aws:iam::*:role/aws-service-role/ssm.amazonaws.com/)"
     R"(AWSServiceRoleForAmazonSSM*",
         "Condition":{"StringLike":{"iam:AWSServiceName":"ssm.amazonaws.com"}}},{"Effect":"Allow",
         "Action":["iam:DeleteServiceLinkedRole","iam:GetServiceLinkedRoleDeletionStatus"],
         "Resource":"arn:aws:iam::*:role/aws-service-role/ssm.amazonaws.com/)"
     R"(AWSServiceRoleForAmazonSSM*"
         },{"Effect":"Allow","Action":["ssmmessages:CreateControlChannel",
         "ssmmessages:CreateDataChannel","ssmmessages:OpenControlChannel",
         "ssmmessages:OpenDataChannel"],"Resource":"*"}]})"},
    {"/", "AmazonSSMReadOnlyAccess", "Provides read only access to Amazon SSM.",
     R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["ssm:Describe*",
         "ssm:Get*","ssm:List*"],"Resource":"*"}]})"},
    {"/", "CloudWatchLogsFullAccess", "Provides full access to CloudWatch Logs.",
     R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow",
         "Action":["logs:*","cloudwatch:GenerateQuery"],"Resource":"*"}]})"},
    {"/", "PowerUserAccess",
     "Provides full access to AWS services and resources, but not to users and groups.",
     R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow",
         "NotAction":["iam:*","organizations:*","account:*"],"Resource":"*"},{"Effect":"Allow",
         "Action":["iam:CreateServiceLinkedRole","iam:DeleteServiceLinkedRole","iam:ListRoles",
         "organizations:DescribeOrganization","account:ListRegions",
         "account:GetAccountInformation"],"Resource":"*"}]})"},
    {"/", "ReadOnlyAccess", "Provides read-only access to AWS services and resources.",
     R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["apigateway:GET",
         "cloudformation:Describe*","cloudformation:Get*","cloudformation:List*",
         "cloudwatch:Describe*","cloudwatch:Get*","cloudwatch:List*","dynamodb:BatchGet*",
         "dynamodb:Describe*","dynamodb:Get*","dynamodb:List*","dynamodb:PartiQLSelect",
         "dynamodb:Query","dynamodb:Scan","ec2:Describe*","ec2:Get*","elasticache:Describe*",
         "elasticache:List*","elasticloadbalancing:Describe*","iam:Generate*","iam:Get*",
         "iam:List*","iam:Simulate*","lambda:Get*","lambda:List*","logs:Describe*",
         "logs:FilterLogEvents","logs:Get*","logs:List*","logs:StartQuery","logs:StopQuery",
         "logs:TestMetricFilter","rds:Describe*","rds:List*","s3:DescribeJob","s3:Get*","s3:List*",
         "secretsmanager:Describe*","secretsmanager:GetResourcePolicy","secretsmanager:List*",
         "ses:Describe*","ses:Get*","ses:List*","sns:Check*","sns:Get*","sns:List*","sqs:Get*",
         "sqs:List*","sqs:Receive*","ssm:Describe*","ssm:Get*","ssm:List*",
         "sts:GetAccessKeyInfo","sts:GetCallerIdentity","sts:GetSessionToken","tag:Get*"],
         "Resource":"*"}]})"},
    {"/", "SecretsManagerReadWrite",
     "Provides read/write access to AWS Secrets Manager via the AWS Management Console.",
     R"({"Version":"2012-10-17","Statement":[{"Sid":"BasicPermissions","Effect":"Allow",
         "Action":["secretsmanager:*","cloudformation:CreateChangeSet",
         "cloudformation:DescribeChangeSet","cloudformation:DescribeStackResource",
         "cloudformation:DescribeStacks","cloudformation:ExecuteChangeSet",
         "docdb-elastic:GetCluster","docdb-elastic:ListClusters","ec2:DescribeSecurityGroups",
         "ec2:DescribeSubnets","ec2:DescribeVpcs","kms:DescribeKey","kms:ListAliases",
         "kms:ListKeys","lambda:ListFunctions","rds:DescribeDBClusters",
         "rds:DescribeDBInstances","redshift:DescribeClusters","redshift-serverless:ListWorkgroups",
         "redshift-serverless:GetNamespace","tag:GetResources"],"Resource":"*"},
         {"Sid":"LambdaPermissions","Effect":"Allow","Action":["lambda:AddPermission",
         "lambda:CreateFunction","lambda:GetFunction","lambda:InvokeFunction",
         "lambda:UpdateFunctionConfiguration"],
         "Resource":"arn:aws:lambda:*:*:function:SecretsManager*"},{"Sid":"SARPermissions",
         "Effect":"Allow","Action":["serverlessrepo:CreateCloudFormationChangeSet",
         "serverlessrepo:GetApplication"],
         "Resource":"arn:aws:serverlessrepo:*:*:applications/SecretsManager*"},
         {"Sid":"S3Permissions","Effect":"Allow","Action":["s3:GetObject"],
         "Resource":["arn:aws:s3:::awsserverlessrepo-changesets*",
         "arn:aws:s3:::secrets-manager-rotation-apps-*/*"]}]})"},
    {"/service-role/", "AWSLambdaBasicExecutionRole",
     "Provides write permissions to CloudWatch Logs.",
     R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["logs:CreateLogGroup",
         "logs:CreateLogStream","logs:PutLogEvents"],"Resource":"*"}]})"},
    {"/service-role/", "AWSLambdaSQSQueueExecutionRole",
     "Provides receive message, delete message, and read attribute access to SQS queues, and write "
     "permissions to CloudWatch Logs.",
     R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["sqs:ReceiveMessage",
         "sqs:DeleteMessage","sqs:GetQueueAttributes","logs:CreateLogGroup","logs:CreateLogStream",
         "logs:PutLogEvents"],"Resource":"*"}]})"},
};

constexpr Time kCreated = std::chrono::sys_days(std::chrono::year(2015) / 2 / 6);

using Policies = std::map<std::string, ManagedPolicy, std::less<>>;

Policies make_policies() {
  Policies policies;
  for (const Source& source : kSources) {
    ManagedPolicy policy;
    policy.name = source.name;
    // The same in every run, whatever its seed.
    Random ids = Random(0).fork(source.name);
    policy.id = "ANPA" + upper_alnum_id(ids, kEntityIdLength);
    policy.arn = std::string("arn:aws:iam::aws:policy") + source.path + source.name;
    policy.path = source.path;
    policy.description = source.description;
    policy.created = kCreated;
    EMU_ASSERT(check_policy(DocumentKind::kPermissions, source.document).ok(),
               "AWS's own policies are well-formed");
    policy.versions = {{.document = source.document, .created = kCreated}};
    std::string arn = policy.arn;
    policies.emplace(std::move(arn), std::move(policy));
  }
  return policies;
}

const Policies& policies_by_arn() {
  static const Policies kPolicies = make_policies();
  return kPolicies;
}

}  // namespace

const std::vector<const ManagedPolicy*>& aws_managed_policies() {
  static const std::vector<const ManagedPolicy*> kPolicies = [] {
    std::vector<const ManagedPolicy*> all;
    for (const auto& [arn, policy] : policies_by_arn()) all.push_back(&policy);
    return all;
  }();
  return kPolicies;
}

const ManagedPolicy* aws_managed_policy(std::string_view arn) {
  const auto found = policies_by_arn().find(arn);
  return found == policies_by_arn().end() ? nullptr : &found->second;
}

}  // namespace emu::iam
