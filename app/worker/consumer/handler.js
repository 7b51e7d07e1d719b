// The worker, made slow on purpose: with DELAY beyond its timeout, no message is ever done.

const delay = Number(process.env.DELAY);

exports.consumer = async (event) => {
  for (const record of event.Records) {
    await new Promise((resolve) => setTimeout(resolve, delay * 1000));
    console.log("Message Body: ", record.body);
    console.log("Message Attribute: ", record.messageAttributes.AttributeName.stringValue);
    console.log("Result: ", JSON.parse(record.body).input + 1);
  }
};
