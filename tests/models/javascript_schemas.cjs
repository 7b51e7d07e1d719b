// What the clients of the AWS SDK for JavaScript know of their operations, as a JSON document in the
// form of botocore's models, as far as their schemas tell it: names, places on the wire and types.
//
//   node javascript_schemas.cjs <node_modules> client-sqs client-s3 …
//
// Packages that are not there are left out.
const path = require("node:path");

// Kinds of schemas, and traits that are one bit.
const SIMPLE = 0, LIST = 1, MAP = 2;
const TYPES = { 0: "string", 1: "number", 2: "boolean", 4: "timestamp", 5: "timestamp",
  6: "timestamp", 7: "timestamp", 15: "document", 17: "number", 19: "number", 21: "blob", 42: "blob" };
const LABEL = 1, PAYLOAD = 16, STATUS = 32;

function traits(value) {
  const words = typeof value === "object" && value !== null ? value : {};
  const bits = typeof value === "number" ? value : 0;
  return {
    label: Boolean(bits & LABEL) || "httpLabel" in words,
    payload: Boolean(bits & PAYLOAD) || "httpPayload" in words,
    status: Boolean(bits & STATUS) || "httpResponseCode" in words,
    words,
  };
}

// Whether it is a pair of a schema and traits: a schema of its own has a namespace there.
function hasTraits(value) {
  return Array.isArray(value) && typeof value[1] !== "string";
}

class Model {
  constructor() {
    this.shapes = {};
    this.count = 0;
  }

  // The name of a shape for a schema, which may be a function that gives it.
  shape(schema) {
    while (typeof schema === "function") schema = schema();
    if (typeof schema === "number") {
      if (schema >= 128) return this.add({ type: "map", value: { shape: this.shape(schema & 63) } });
      if (schema >= 64) return this.add({ type: "list", member: { shape: this.shape(schema & 63) } });
      return this.add({ type: TYPES[schema] ?? "string" });
    }
    if (!Array.isArray(schema)) return this.add({ type: "string" });
    if (hasTraits(schema)) return this.shape(schema[0]);
    const [kind, , name] = schema;
    if (kind === SIMPLE) return this.shape(schema[4]);
    if (kind === LIST) return this.add({ type: "list", member: { shape: this.shape(schema[4]) } });
    if (kind === MAP) return this.add({ type: "map", value: { shape: this.shape(schema[5]) } });
    if (!(name in this.shapes)) this.structure(name, schema);
    return name;
  }

  add(shape) {
    const name = `#${this.count++}`;
    this.shapes[name] = shape;
    return name;
  }

  structure(name, [, , , , names, types, required]) {
    const shape = { type: "structure", members: {}, required: names.slice(0, required ?? 0) };
    this.shapes[name] = shape;
    names.forEach((member, i) => {
      const entry = hasTraits(types[i]) ? types[i] : [types[i], 0];
      const { label, payload, status, words } = traits(entry[1]);
      const described = { shape: this.shape(entry[0]) };
      if (label) described.location = "uri";
      if (status) described.location = "statusCode";
      if (payload) shape.payload = member;
      const wire = words.httpHeader ?? words.httpPrefixHeaders ?? words.httpQuery;
      if ("httpHeader" in words) described.location = "header";
      if ("httpPrefixHeaders" in words) described.location = "headers";
      if ("httpQuery" in words) described.location = "querystring";
      const name = wire ?? words.xmlName ?? words.jsonName;
      if (name !== undefined) described.locationName = name;
      shape.members[member] = described;
    });
  }
}

function modelOf(client) {
  const model = new Model();
  const operations = {};
  for (const value of Object.values(client)) {
    if (!Array.isArray(value) || value[0] !== 9) continue;
    const [input, output] = [value[4], value[5]].map((schema) => {
      const name = model.shape(schema);
      return model.shapes[name].type === "structure" ? { shape: name } : {}; // else it has none
    });
    operations[value[2]] = { input, output };
  }
  return { operations, shapes: model.shapes };
}

const [folder, ...packages] = process.argv.slice(2);
const models = {};
for (const name of packages) {
  let client;
  try {
    client = require(path.resolve(folder, "@aws-sdk", name));
  } catch {
    continue;
  }
  models[name] = modelOf(client);
}
process.stdout.write(JSON.stringify(models));
