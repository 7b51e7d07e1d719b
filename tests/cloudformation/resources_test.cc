// What the types of resources make. A template has one of each; each case asks the services.
#include <emu/apigatewayv2.h>
#include <emu/cloudwatch.h>
#include <emu/dynamodb.h>
#include <emu/eventbridge.h>
#include <emu/iam.h>
#include <emu/json.h>
#include <emu/lambda.h>
#include <emu/lambda/events.h>
#include <emu/logs.h>
#include <emu/s3.h>
#include <emu/scheduler.h>
#include <emu/secretsmanager.h>
#include <emu/sns.h>
#include <emu/sqs.h>
#include <emu/ssm.h>

#include "cloudformation/stack_fixture.h"

namespace emu::cloudformation {
namespace {

constexpr const char* kRole = R"(
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: "sts:AssumeRole"}
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"]
      Policies:
        - PolicyName: own
          PolicyDocument:
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Action: "sqs:*", Resource: "*"}]
  Function:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: echo
      Runtime: python3.12
      Handler: index.handler
      Role: !GetAtt Role.Arn
      Timeout: "6"
      Environment: {Variables: {STAGE: dev}}
      Code: {ZipFile: "def handler(event, context): return event"}
)";

TEST_SUITE("cloudformation: resources") {
  TEST_CASE_FIXTURE(StackFixture, "a function has its role, and is fed from a queue") {
    std::vector<std::string> bodies;
    cloud.bind("echo", [&](lambda::Context&, std::string_view event) {
      for (const auto& record : emu::from_json<lambda::SqsEvent>(event).value().records) {
        bodies.push_back(record.body);
      }
      return std::string("{}");
    });
    const Stack stack = deploy(std::string("Resources:") + kRole + R"(
  Orders: {Type: AWS::SQS::Queue}
  Feed:
    Type: AWS::Lambda::EventSourceMapping
    Properties: {EventSourceArn: !GetAtt Orders.Arn, FunctionName: !Ref Function, BatchSize: 1}
  Retries:
    Type: AWS::Lambda::EventInvokeConfig
    Properties: {FunctionName: !Ref Function, Qualifier: $LATEST, MaximumRetryAttempts: 1}
Outputs:
  Url: {Value: !Ref Orders}
)")
                            .value();
    const auto function =
        aws.send(lambda::GetFunctionConfiguration{.function_name = "echo"}).value();
    CHECK(function.timeout == std::chrono::seconds(6));
    CHECK(function.environment->variables.at("STAGE") == "dev");
    aws.send(sqs::SendMessage{.queue_url = output_of(stack, "Url"), .message_body = "seat 12A"})
        .value();
    cloud.advance(std::chrono::seconds(30));
    CHECK(bodies == std::vector<std::string>{"seat 12A"});
    CHECK(aws.send(lambda::GetFunctionEventInvokeConfig{.function_name = "echo"})
              .value()
              .maximum_retry_attempts == 1);

    CHECK(delete_stack(cloud, "shop").ok());
    CHECK(aws.send(lambda::ListFunctions{}).value().functions.empty());
    CHECK(aws.send(lambda::ListEventSourceMappings{}).value().event_source_mappings.empty());
    CHECK(aws.send(iam::ListRoles{}).value().roles.empty());
  }

  TEST_CASE_FIXTURE(StackFixture, "an HTTP API answers, from its parts and from OpenAPI") {
    cloud.bind("echo", [](lambda::Context&, std::string_view) {
      return std::string(R"({"statusCode":200,"body":"here"})");
    });
    const Stack stack = deploy(std::string("Resources:") + kRole + R"(
  Allowed:
    Type: AWS::Lambda::Permission
    Properties:
      {Action: "lambda:InvokeFunction", FunctionName: !Ref Function,
       Principal: apigateway.amazonaws.com}
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties: {Name: parts, ProtocolType: HTTP}
  Integration:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      {ApiId: !Ref Api, IntegrationType: AWS_PROXY, IntegrationUri: !GetAtt Function.Arn,
       PayloadFormatVersion: "2.0"}
  Route:
    Type: AWS::ApiGatewayV2::Route
    Properties: {ApiId: !Ref Api, RouteKey: GET /hello, Target: !Sub "integrations/${Integration}"}
  Stage:
    Type: AWS::ApiGatewayV2::Stage
    Properties: {ApiId: !Ref Api, StageName: $default, AutoDeploy: true}
  Whole:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Body:
        openapi: 3.0.1
        info: {title: whole, version: "1.0"}
        paths:
          /hello:
            x-amazon-apigateway-any-method:
              x-amazon-apigateway-integration:
                httpMethod: POST
                type: aws_proxy
                uri: !Sub "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path\
                  /2015-03-31/functions/${Function.Arn}/invocations"
                payloadFormatVersion: "2.0"
  WholeStage:
    Type: AWS::ApiGatewayV2::Stage
    Properties: {ApiId: !Ref Whole, StageName: $default, AutoDeploy: true}
Outputs:
  Parts: {Value: !GetAtt Api.ApiEndpoint}
  Whole: {Value: !GetAtt Whole.ApiEndpoint}
)")
                            .value();
    for (const char* key : {"Parts", "Whole"}) {
      CAPTURE(key);
      const auto answer = cloud.http(
          {.method = "GET", .host = output_of(stack, key).substr(8), .target = "/hello"});
      CHECK(answer.status == 200);
      CHECK(answer.body.view() == "here");
    }
    CHECK(delete_stack(cloud, "shop").ok());
    CHECK(aws.send(apigatewayv2::GetApis{}).value().items.empty());
  }

  TEST_CASE_FIXTURE(StackFixture, "a bucket has its settings and notifies a queue") {
    const Stack stack = deploy(R"(Resources:
  Events: {Type: AWS::SQS::Queue}
  Allowed:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Events]
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - {Effect: Allow, Principal: {Service: s3.amazonaws.com}, Action: "sqs:SendMessage",
             Resource: !GetAtt Events.Arn}
  Files:
    Type: AWS::S3::Bucket
    DependsOn: Allowed
    Properties:
      VersioningConfiguration: {Status: Enabled}
      CorsConfiguration:
        CorsRules: [{AllowedMethods: [GET], AllowedOrigins: ["*"], MaxAge: 60}]
      WebsiteConfiguration: {IndexDocument: index.html, ErrorDocument: error.html}
      LifecycleConfiguration:
        Rules:
          - {Id: old, Status: Enabled, ExpirationInDays: 30, Prefix: tmp/}
          - Id: colder
            Status: Enabled
            Transitions: [{StorageClass: GLACIER, TransitionInDays: 90}]
      PublicAccessBlockConfiguration: {BlockPublicPolicy: false, RestrictPublicBuckets: false}
      Tags: [{Key: team, Value: shop}]
      NotificationConfiguration:
        QueueConfigurations:
          - Event: s3:ObjectCreated:*
            Queue: !GetAtt Events.Arn
            Filter: {S3Key: {Rules: [{Name: suffix, Value: .jpg}]}}
  Readers:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Files
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - {Effect: Allow, Principal: "*", Action: "s3:GetObject",
             Resource: !Sub "${Files.Arn}/*"}
Outputs:
  Bucket: {Value: !Ref Files}
  Url: {Value: !Ref Events}
)")
                            .value();
    const std::string bucket = output_of(stack, "Bucket");
    CHECK(bucket.starts_with("shop-files-"));
    CHECK(aws.send(s3::GetBucketVersioning{.bucket = bucket}).value().status == "Enabled");
    CHECK(aws.send(s3::GetBucketCors{.bucket = bucket}).value().cors_rules.at(0).max_age_seconds ==
          60);
    CHECK(aws.send(s3::GetBucketWebsite{.bucket = bucket}).value().index_document->suffix ==
          "index.html");
    const auto rules =
        aws.send(s3::GetBucketLifecycleConfiguration{.bucket = bucket}).value().rules;
    REQUIRE(rules.size() == 2);
    CHECK(rules[0].expiration->days == 30);
    CHECK(rules[1].transitions.at(0).days == 90);
    CHECK(contains(aws.send(s3::GetBucketPolicy{.bucket = bucket}).value().policy, "GetObject"));
    aws.send(s3::PutObject{.bucket = bucket, .key = "seat.jpg", .body = "x"}).value();
    cloud.advance(std::chrono::seconds(5));
    CHECK(cloud.look(sqs::PeekQueue{.queue = output_of(stack, "Url")}).depth.visible >= 1);

    // On AWS a bucket with something in it stays, too.
    const Status refused = delete_stack(cloud, "shop");
    REQUIRE(!refused);
    CHECK(contains(refused.error().message, "failed to delete: [Files]"));
    CHECK(find().stack_status == "DELETE_FAILED");
  }

  TEST_CASE_FIXTURE(StackFixture, "everything else is made, says its name, and goes again") {
    const Stack stack = deploy(R"(Resources:
  Topic:
    Type: AWS::SNS::Topic
    Properties: {DisplayName: Orders, Tags: [{Key: a, Value: b}]}
  TopicPolicy:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref Topic]
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - {Effect: Allow, Principal: {Service: s3.amazonaws.com}, Action: "sns:Publish",
             Resource: !Ref Topic}
  Queue: {Type: AWS::SQS::Queue}
  Subscription:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: !Ref Topic
      Protocol: sqs
      Endpoint: !GetAtt Queue.Arn
      RawMessageDelivery: true
      FilterPolicy: {kind: [order]}
  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
      KeySchema: [{AttributeName: id, KeyType: HASH}]
      StreamSpecification: {StreamViewType: NEW_IMAGE}
      TimeToLiveSpecification: {Enabled: "true", AttributeName: expires}
  Group: {Type: AWS::Logs::LogGroup, Properties: {RetentionInDays: 7}}
  Bus: {Type: AWS::Events::EventBus, Properties: {Name: orders}}
  Rule:
    Type: AWS::Events::Rule
    Properties:
      EventBusName: !Ref Bus
      EventPattern: {source: [shop]}
      Targets: [{Id: queue, Arn: !GetAtt Queue.Arn}]
  Runner:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - {Effect: Allow, Principal: {Service: scheduler.amazonaws.com}, Action: "sts:AssumeRole"}
  RunnerPolicy:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: send
      Roles: [!Ref Runner]
      PolicyDocument:
        Version: "2012-10-17"
        Statement: [{Effect: Allow, Action: "sqs:SendMessage", Resource: !GetAtt Queue.Arn}]
  Managed:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      Roles: [!Ref Runner]
      PolicyDocument:
        Version: "2012-10-17"
        Statement: [{Effect: Allow, Action: "sqs:GetQueueUrl", Resource: "*"}]
  Schedules: {Type: AWS::Scheduler::ScheduleGroup}
  Schedule:
    Type: AWS::Scheduler::Schedule
    Properties:
      GroupName: !Ref Schedules
      ScheduleExpression: rate(5 minutes)
      FlexibleTimeWindow: {Mode: "OFF"}
      Target: {Arn: !GetAtt Queue.Arn, RoleArn: !GetAtt Runner.Arn, Input: {a: 1}}
  Note: {Type: AWS::SSM::Parameter, Properties: {Type: String, Value: hello, Tags: {a: b}}}
  Secret:
    Type: AWS::SecretsManager::Secret
    Properties:
      GenerateSecretString:
        {SecretStringTemplate: '{"username":"shop"}', GenerateStringKey: password}
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/SQS
      MetricName: ApproximateNumberOfMessagesVisible
      Dimensions: [{Name: QueueName, Value: !GetAtt Queue.QueueName}]
      Statistic: Maximum
      Period: 60
      EvaluationPeriods: 1
      Threshold: 10
      ComparisonOperator: GreaterThanThreshold
      AlarmActions: [!Ref Topic]
  Metadata: {Type: AWS::CDK::Metadata, Properties: {Analytics: v2}}
Outputs:
  Topic: {Value: !Ref Topic}
  Table: {Value: !Ref Table}
  Stream: {Value: !GetAtt Table.StreamArn}
  Group: {Value: !Ref Group}
  GroupArn: {Value: !GetAtt Group.Arn}
  Rule: {Value: !GetAtt Rule.Arn}
  Schedule: {Value: !GetAtt Schedule.Arn}
  Note: {Value: !GetAtt Note.Value}
  Secret: {Value: !Ref Secret}
  Alarm: {Value: !GetAtt Alarm.Arn}
  Managed: {Value: !Ref Managed}
)")
                            .value();
    CHECK(output_of(stack, "Topic").starts_with("arn:aws:sns:us-east-1:000000000000:shop-Topic-"));
    CHECK(output_of(stack, "Table").starts_with("shop-Table-"));
    CHECK(contains(output_of(stack, "Stream"), "/stream/"));
    CHECK(output_of(stack, "GroupArn") ==
          "arn:aws:logs:us-east-1:000000000000:log-group:" + output_of(stack, "Group") + ":*");
    CHECK(contains(output_of(stack, "Rule"), ":rule/orders/shop-Rule-"));
    CHECK(contains(output_of(stack, "Schedule"), ":schedule/shop-Schedules-"));
    CHECK(output_of(stack, "Note") == "hello");
    CHECK(
        output_of(stack, "Managed").starts_with("arn:aws:iam::000000000000:policy/shop-Managed-"));
    const auto secret =
        aws.send(secretsmanager::GetSecretValue{.secret_id = output_of(stack, "Secret")}).value();
    CHECK(contains(secret.secret_string, "\"username\":\"shop\""));
    CHECK(contains(secret.secret_string, "\"password\":\""));
    CHECK(aws.send(dynamodb::DescribeTimeToLive{.table_name = output_of(stack, "Table")})
              .value()
              .time_to_live_description.attribute_name == "expires");
    CHECK(aws.send(cloudwatch::DescribeAlarms{}).value().metric_alarms.size() == 1);

    CHECK(delete_stack(cloud, "shop").ok());
    CHECK(aws.send(sns::ListTopics{}).value().topics.empty());
    CHECK(aws.send(sqs::ListQueues{}).value().queue_urls.empty());
    CHECK(aws.send(dynamodb::ListTables{}).value().table_names.empty());
    CHECK(aws.send(logs::DescribeLogGroups{}).value().log_groups.empty());
    CHECK(aws.send(eventbridge::ListEventBuses{}).value().event_buses.size() == 1);
    CHECK(aws.send(iam::ListRoles{}).value().roles.empty());
    CHECK(aws.send(iam::ListPolicies{.scope = "Local"}).value().policies.empty());
    CHECK(aws.send(scheduler::ListSchedules{}).value().schedules.empty());
    CHECK(aws.send(secretsmanager::ListSecrets{}).value().secret_list.empty());
    CHECK(aws.send(cloudwatch::DescribeAlarms{}).value().metric_alarms.empty());
  }
}

}  // namespace
}  // namespace emu::cloudformation
