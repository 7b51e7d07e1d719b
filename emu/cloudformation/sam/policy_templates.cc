#include "cloudformation/sam/policy_templates.h"

namespace emu::cloudformation::sam {

namespace {

constexpr std::array<PolicyTemplate, 30> kTemplates = {{
    {"AWSSecretsManagerGetSecretValuePolicy",
     "SecretArn",
     {{{"secretsmanager:GetSecretValue", "${secretArn}"}}}},
    {"CloudFormationDescribeStacksPolicy",
     "",
     {{{"cloudformation:DescribeStacks",
        "arn:${AWS::Partition}:cloudformation:${AWS::Region}:${AWS::AccountId}:stack/*"}}}},
    {"CloudWatchDashboardPolicy",
     "",
     {{{"cloudwatch:GetDashboard cloudwatch:ListDashboards cloudwatch:PutDashboard "
        "cloudwatch:ListMetrics",
        "*"}}}},
    {"CloudWatchDescribeAlarmHistoryPolicy", "", {{{"cloudwatch:DescribeAlarmHistory", "*"}}}},
    {"CloudWatchPutMetricPolicy", "", {{{"cloudwatch:PutMetricData", "*"}}}},
    {"DynamoDBCrudPolicy",
     "TableName",
     {{{"dynamodb:GetItem dynamodb:DeleteItem dynamodb:PutItem dynamodb:Scan dynamodb:Query "
        "dynamodb:UpdateItem dynamodb:BatchWriteItem dynamodb:BatchGetItem dynamodb:DescribeTable "
        "dynamodb:ConditionCheckItem",
        "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${tableName} "
        "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${tableName}/index/"
        "*"}}}},
    {"DynamoDBReadPolicy",
     "TableName",
     {{{"dynamodb:GetItem dynamodb:Scan dynamodb:Query dynamodb:BatchGetItem "
        "dynamodb:DescribeTable",
        "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${tableName} "
        "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${tableName}/index/"
        "*"}}}},
    {"DynamoDBReconfigurePolicy",
     "TableName",
     {{{"dynamodb:UpdateTable",
        "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${tableName}"}}}},
    {"DynamoDBStreamReadPolicy",
     "TableName StreamName",
     {{{"dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator",
        "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${tableName}/stream/"
        "${streamName}"},
       {"dynamodb:ListStreams",
        "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${tableName}/stream/"
        "*"}}}},
    {"DynamoDBWritePolicy",
     "TableName",
     {{{"dynamodb:PutItem dynamodb:UpdateItem dynamodb:BatchWriteItem",
        "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${tableName} "
        "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${tableName}/index/"
        "*"}}}},
    {"EventBridgePutEventsPolicy",
     "EventBusName",
     {{{"events:PutEvents",
        "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus/"
        "${eventBusName}"}}}},
    {"FilterLogEventsPolicy",
     "LogGroupName",
     {{{"logs:FilterLogEvents",
        "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${logGroupName}:"
        "log-stream:*"}}}},
    {"KMSDecryptPolicy",
     "KeyId",
     {{{"kms:Decrypt",
        "arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/${keyId}"}}}},
    {"KMSEncryptPolicy",
     "KeyId",
     {{{"kms:Encrypt",
        "arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/${keyId}"}}}},
    {"LambdaInvokePolicy",
     "FunctionName",
     {{{"lambda:InvokeFunction",
        "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:"
        "${functionName}*"}}}},
    {"S3CrudPolicy",
     "BucketName",
     {{{"s3:GetObject s3:ListBucket s3:GetBucketLocation s3:GetObjectVersion s3:PutObject "
        "s3:PutObjectAcl s3:GetLifecycleConfiguration s3:PutLifecycleConfiguration "
        "s3:DeleteObject",
        "arn:${AWS::Partition}:s3:::${bucketName} arn:${AWS::Partition}:s3:::${bucketName}/*"}}}},
    {"S3FullAccessPolicy",
     "BucketName",
     {{{"s3:GetObject s3:GetObjectAcl s3:GetObjectVersion s3:PutObject s3:PutObjectAcl "
        "s3:DeleteObject s3:DeleteObjectTagging s3:DeleteObjectVersionTagging s3:GetObjectTagging "
        "s3:GetObjectVersionTagging s3:PutObjectTagging s3:PutObjectVersionTagging",
        "arn:${AWS::Partition}:s3:::${bucketName}/*"},
       {"s3:ListBucket s3:GetBucketLocation s3:GetLifecycleConfiguration "
        "s3:PutLifecycleConfiguration",
        "arn:${AWS::Partition}:s3:::${bucketName}"}}}},
    {"S3ReadPolicy",
     "BucketName",
     {{{"s3:GetObject s3:ListBucket s3:GetBucketLocation s3:GetObjectVersion "
        "s3:GetLifecycleConfiguration",
        "arn:${AWS::Partition}:s3:::${bucketName} arn:${AWS::Partition}:s3:::${bucketName}/*"}}}},
    {"S3WritePolicy",
     "BucketName",
     {{{"s3:PutObject s3:PutObjectAcl s3:PutLifecycleConfiguration",
        "arn:${AWS::Partition}:s3:::${bucketName} arn:${AWS::Partition}:s3:::${bucketName}/*"}}}},
    {"SESBulkTemplatedCrudPolicy",
     "IdentityName",
     {{{"ses:GetIdentityVerificationAttributes ses:SendEmail ses:SendRawEmail "
        "ses:SendTemplatedEmail ses:SendBulkTemplatedEmail ses:VerifyEmailIdentity",
        "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/${identityName}"}}}},
    {"SESCrudPolicy",
     "IdentityName",
     {{{"ses:GetIdentityVerificationAttributes ses:SendEmail ses:SendRawEmail "
        "ses:VerifyEmailIdentity",
        "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/${identityName}"}}}},
    {"SESSendBouncePolicy",
     "IdentityName",
     {{{"ses:SendBounce",
        "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/${identityName}"}}}},
    {"SNSCrudPolicy",
     "TopicName",
     {{{"sns:ListSubscriptionsByTopic sns:CreateTopic sns:SetTopicAttributes sns:Subscribe "
        "sns:Publish",
        "arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:${topicName}*"}}}},
    {"SNSPublishMessagePolicy",
     "TopicName",
     {{{"sns:Publish",
        "arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:${topicName}"}}}},
    {"SQSPollerPolicy",
     "QueueName",
     {{{"sqs:ChangeMessageVisibility sqs:ChangeMessageVisibilityBatch sqs:DeleteMessage "
        "sqs:DeleteMessageBatch sqs:GetQueueAttributes sqs:ReceiveMessage",
        "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${queueName}"}}}},
    {"SQSSendMessagePolicy",
     "QueueName",
     {{{"sqs:SendMessage*",
        "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${queueName}"}}}},
    {"SSMParameterReadPolicy",
     "ParameterName",
     {{{"ssm:DescribeParameters", "*"},
       {"ssm:GetParameters ssm:GetParameter ssm:GetParametersByPath",
        "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/${parameterName}"}}}},
    {"SSMParameterWithSlashPrefixReadPolicy",
     "ParameterName",
     {{{"ssm:DescribeParameters", "*"},
       {"ssm:GetParameters ssm:GetParameter ssm:GetParametersByPath",
        "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter${parameterName}"}}}},
    {"StepFunctionsExecutionPolicy",
     "StateMachineName",
     {{{"states:StartExecution",
        "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:"
        "${stateMachineName}"}}}},
    {"VPCAccessPolicy",
     "",
     {{{"ec2:CreateNetworkInterface ec2:DeleteNetworkInterface ec2:DescribeNetworkInterfaces "
        "ec2:DetachNetworkInterface",
        "*"}}}},
}};

}  // namespace

std::span<const PolicyTemplate> policy_templates() { return kTemplates; }

}  // namespace emu::cloudformation::sam
