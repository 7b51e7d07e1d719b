import {IAM} from "@aws-sdk/client-iam";
import {S3} from "@aws-sdk/client-s3";
import {STS} from "@aws-sdk/client-sts";

import {
  assert,
  client,
  describe,
  freshAccount,
  it,
  policy,
  refused,
  server,
  trust,
} from "./support.mjs";

// A role that everybody in the account may take, and that may do everything.
async function newRole(account) {
  const iam = client(IAM, {account});
  const RoleName = "guide";
  const AssumeRolePolicyDocument = trust({AWS: `arn:aws:iam::${account}:root`});
  const {Role} = await iam.createRole({RoleName, AssumeRolePolicyDocument});
  await iam.putRolePolicy({RoleName, PolicyName: "all", PolicyDocument: policy("*")});
  return Role.Arn;
}

function sessionOf({AccessKeyId, SecretAccessKey, SessionToken}) {
  return {
    credentials: {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
    },
  };
}

describe("STS", () => {
  it("says who calls", async () => {
    const account = freshAccount();
    const identity = await client(STS, {account}).getCallerIdentity({});
    assert.equal(identity.Account, account);
    assert.equal(identity.Arn, `arn:aws:iam::${account}:root`);
  });

  it("lends a role for a while, narrowed by a session policy", async () => {
    const account = freshAccount();
    const RoleArn = await newRole(account);
    const sts = client(STS, {account});
    const {Credentials, AssumedRoleUser} = await sts.assumeRole({
      RoleArn,
      RoleSessionName: "tour",
      DurationSeconds: 900,
      Policy: policy("s3:ListAllMyBuckets"),
      Tags: [{Key: "team", Value: "bus"}],
    });
    assert.equal(AssumedRoleUser.Arn, `arn:aws:sts::${account}:assumed-role/guide/tour`);
    assert.ok(Credentials.Expiration instanceof Date);
    const session = sessionOf(Credentials);
    const who = await client(STS, session).getCallerIdentity({});
    assert.equal(who.Arn, AssumedRoleUser.Arn);
    assert.deepEqual((await client(S3, session).listBuckets({})).Buckets ?? [], []);
    await refused(client(S3, session).createBucket({Bucket: "of-the-tour"}), "AccessDenied");

    await server.advance("901s");
    await refused(client(STS, session).getCallerIdentity({}), "ExpiredToken", {status: 403});
    await refused(client(S3, session).listBuckets({}), "ExpiredToken", {status: 400});
  });

  it("gives temporary credentials and tells whose a key is", async () => {
    const account = freshAccount();
    const sts = client(STS, {account});
    const {Credentials} = await sts.getSessionToken({DurationSeconds: 900});
    const info = await sts.getAccessKeyInfo({AccessKeyId: Credentials.AccessKeyId});
    assert.equal(info.Account, account);
    const session = client(STS, sessionOf(Credentials));
    assert.equal((await session.getCallerIdentity({})).Account, account);
  });
});
