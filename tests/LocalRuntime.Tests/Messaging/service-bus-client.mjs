// What a department would write with Microsoft's own client of Service Bus; one line of JSON a step, for RealClientTests.
import { ServiceBusClient } from "@azure/service-bus";

const client = new ServiceBusClient(
  `Endpoint=sb://127.0.0.1:${process.argv[2]};SharedAccessKeyName=local;SharedAccessKey=bG9jYWw=;UseDevelopmentEmulator=true`,
  { retryOptions: { maxRetries: 1, timeoutInMs: 20000 } },
);
const say = (...what) => console.log(JSON.stringify(what));
const text = (message) => message.body.toString();
const message = (body, rest = {}) => ({ body: Buffer.from(body), messageId: body, ...rest });
const wait = { maxWaitTimeInMs: 15000 };

const sender = client.createSender("q");
const receiver = client.createReceiver("q");
await sender.sendMessages(message("a", { subject: "penalty", applicationProperties: { department: "城管" } }));
let [held] = await receiver.receiveMessages(1, wait);
say("received", text(held), held.subject, held.applicationProperties, held.deliveryCount);
const until = held.lockedUntilUtc;
await new Promise((resolve) => setTimeout(resolve, 20));
say("renewed", (await receiver.renewMessageLock(held)) > until);
await receiver.abandonMessage(held, { why: "busy" });
[held] = await receiver.receiveMessages(1, wait);
say("again", held.deliveryCount, held.applicationProperties.why);
await receiver.deferMessage(held);
[held] = await receiver.receiveDeferredMessages(held.sequenceNumber);
await receiver.deadLetterMessage(held, { deadLetterReason: "Unreadable", deadLetterErrorDescription: "第3行" });
const dead = client.createReceiver("q", { subQueueType: "deadLetter" });
const [given] = await dead.receiveMessages(1, wait);
say("dead", given.deadLetterReason, given.deadLetterErrorDescription);
await dead.completeMessage(given);

const numbers = await sender.scheduleMessages([message("later")], new Date(Date.now() + 3600_000));
say("scheduled", (await receiver.peekMessages(5)).map((m) => [text(m), m.state]));
await sender.cancelScheduledMessages(numbers);

const batch = await sender.createMessageBatch();
for (const body of ["1", "2", "3"]) batch.tryAddMessage(message(body));
await sender.sendMessages(batch);
await sender.sendMessages(message("2"));
const seen = [];
while (seen.length < 3) {
  for (const one of await receiver.receiveMessages(3, wait)) {
    seen.push(text(one));
    await receiver.completeMessage(one);
  }
}
say("batch", seen);

const processed = [];
await sender.sendMessages([message("p"), message("q")]);
await new Promise((resolve) => {
  const subscription = client.createReceiver("q").subscribe({
    processMessage: async (one) => {
      processed.push(`${text(one)} ${one.deliveryCount}`);
      if (text(one) === "p" && one.deliveryCount === 0) throw new Error("The first run fails.");
      if (processed.length >= 3) setTimeout(() => subscription.close().then(resolve), 500);
    },
    processError: async () => {},
  });
});
say("processed", processed.sort());
say("left", (await client.createReceiver("q").peekMessages(5)).length);
try {
  await client.createSender("other").sendMessages(message("x"));
} catch (error) {
  say("refused", error.code);
}
await client.close();
