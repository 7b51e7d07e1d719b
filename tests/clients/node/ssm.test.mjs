import {
  HierarchyLevelLimitExceededException,
  InvalidFilterKey,
  InvalidResourceId,
  paginateDescribeParameters,
  paginateGetParameterHistory,
  paginateGetParametersByPath,
  ParameterAlreadyExists,
  ParameterNotFound,
  ParameterPatternMismatchException,
  ParameterVersionNotFound,
  SSM,
} from "@aws-sdk/client-ssm";

import {allPages, assert, client, describe, it, refused} from "./support.mjs";

async function storeWith(...names) {
  const ssm = client(SSM);
  for (const Name of names) await ssm.putParameter({Name, Value: Name, Type: "String"});
  return ssm;
}

const namesOf = (parameters) => parameters.map(({Name}) => Name);

describe("SSM Parameter Store", () => {
  it("keeps parameters with their versions", async () => {
    const ssm = client(SSM);
    const made = await ssm.putParameter({Name: "/bus/limit", Value: "42", Type: "String"});
    assert.equal(made.Version, 1);
    assert.equal(made.Tier, "Standard");
    await refused(
      ssm.putParameter({Name: "/bus/limit", Value: "43", Type: "String"}),
      ParameterAlreadyExists,
      {status: 400},
    );
    await ssm.putParameter({Name: "/bus/limit", Value: "43", Overwrite: true});
    const {Parameter} = await ssm.getParameter({Name: "/bus/limit:1"});
    assert.equal(Parameter.Value, "42");
    assert.equal(Parameter.Selector, ":1");
    assert.ok(Parameter.LastModifiedDate instanceof Date);
    await refused(ssm.getParameter({Name: "/bus/limit:9"}), ParameterVersionNotFound, {
      message: /version 9 of \/bus\/limit/,
    });
    await ssm.deleteParameter({Name: "/bus/limit"});
    await refused(ssm.getParameter({Name: "/bus/limit"}), ParameterNotFound, {status: 400});
  });

  it("encrypts secure strings, and refuses what is none", async () => {
    const ssm = client(SSM);
    await ssm.putParameter({Name: "password", Value: "hunter2", Type: "SecureString"});
    const read = async (WithDecryption) =>
      (await ssm.getParameter({Name: "password", WithDecryption})).Parameter.Value;
    assert.equal(await read(true), "hunter2");
    assert.match(await read(false), /^AQICA/);
    await refused(
      ssm.putParameter({Name: "a", Value: "x", Type: "String", AllowedPattern: "^\\d+$"}),
      ParameterPatternMismatchException,
    );
    await refused(
      ssm.putParameter({Name: "/a".repeat(16), Value: "x", Type: "String"}),
      HierarchyLevelLimitExceededException,
    );
  });

  it("reads and deletes several", async () => {
    const ssm = await storeWith("a", "b");
    const read = await ssm.getParameters({Names: ["b", "x", "a"]});
    assert.deepEqual(namesOf(read.Parameters), ["a", "b"]);
    assert.deepEqual(read.InvalidParameters, ["x"]);
    const gone = await ssm.deleteParameters({Names: ["a", "x"]});
    assert.deepEqual(gone.DeletedParameters, ["a"]);
    assert.deepEqual(gone.InvalidParameters, ["x"]);
  });

  it("lists by path and by filters", async () => {
    const ssm = await storeWith("/a/one", "/a/two", "/a/deep/three", "/b/four");
    const below = paginateGetParametersByPath(
      {client: ssm, pageSize: 1},
      {Path: "/a", Recursive: true},
    );
    assert.deepEqual(namesOf(await allPages(below, "Parameters")), [
      "/a/deep/three",
      "/a/one",
      "/a/two",
    ]);
    const all = paginateDescribeParameters({client: ssm, pageSize: 3}, {});
    assert.equal((await allPages(all, "Parameters")).length, 4);
    const found = await ssm.describeParameters({
      ParameterFilters: [{Key: "Path", Option: "OneLevel", Values: ["/a"]}],
    });
    assert.deepEqual(namesOf(found.Parameters), ["/a/one", "/a/two"]);
    await refused(
      ssm.describeParameters({ParameterFilters: [{Key: "Label", Values: ["x"]}]}),
      InvalidFilterKey,
    );
  });

  it("labels versions and tells their history", async () => {
    const ssm = await storeWith("a");
    for (const Value of ["2", "3"]) await ssm.putParameter({Name: "a", Value, Overwrite: true});
    const labelled = await ssm.labelParameterVersion({
      Name: "a",
      ParameterVersion: 2,
      Labels: ["prod", "1st"],
    });
    assert.deepEqual(labelled.InvalidLabels, ["1st"]);
    assert.equal((await ssm.getParameter({Name: "a:prod"})).Parameter.Value, "2");
    const pages = paginateGetParameterHistory({client: ssm, pageSize: 2}, {Name: "a"});
    const history = await allPages(pages, "Parameters");
    assert.deepEqual(
      history.map(({Version}) => Version),
      [1, 2, 3],
    );
    assert.deepEqual(history[1].Labels, ["prod"]);
    const taken = await ssm.unlabelParameterVersion({
      Name: "a",
      ParameterVersion: 2,
      Labels: ["prod"],
    });
    assert.deepEqual(taken.RemovedLabels, ["prod"]);
  });

  it("tags parameters", async () => {
    const ssm = await storeWith("a");
    const tagged = {ResourceType: "Parameter", ResourceId: "a"};
    await ssm.addTagsToResource({
      ...tagged,
      Tags: [
        {Key: "team", Value: "bus"},
        {Key: "x", Value: ""},
      ],
    });
    await ssm.removeTagsFromResource({...tagged, TagKeys: ["x"]});
    const {TagList} = await ssm.listTagsForResource(tagged);
    assert.deepEqual(TagList, [{Key: "team", Value: "bus"}]);
    await refused(ssm.listTagsForResource({...tagged, ResourceId: "b"}), InvalidResourceId);
  });
});
