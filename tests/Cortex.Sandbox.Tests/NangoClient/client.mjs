// Drives Nango's own Node client: one JSON line in, one JSON line out, in the same order.
//
//   {"host","apiKey","signingKey"}                  the first line: whom to talk to
//   {"call":"listRecords","args":[…]}               → {"ok":true,"value":…} or {"ok":false,"status","body","message"}
//
// What the client answers with as a whole HTTP response is told as {"status","data"}.
import { createInterface } from 'node:readline';
import { Nango } from '@nangohq/node';

const calls = new Set([
  'createConnectSession', 'createReconnectSession', 'deleteConnection', 'get', 'getAsyncActionResult', 'getConnection', 'getMetadata',
  'listConnections', 'listRecords', 'patchConnection', 'pauseSync', 'post', 'pruneRecords', 'setMetadata', 'startSync', 'syncStatus',
  'triggerAction', 'triggerActionAsync', 'triggerSync', 'updateMetadata', 'verifyIncomingWebhookRequest',
]);

const plain = (value) => (value?.config && value?.request ? { status: value.status, data: value.data } : value);

async function answer(nango, { call, args }) {
  if (!calls.has(call)) {
    return { ok: false, message: `client.mjs knows no call '${call}'` };
  }

  try {
    return { ok: true, value: plain(await nango[call](...args)) ?? null };
  } catch (error) {
    return { ok: false, status: error.response?.status ?? null, body: error.response?.data ?? null, message: error.message };
  }
}

let nango;
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  if (nango) {
    console.log(JSON.stringify(await answer(nango, request)));
  } else {
    nango = new Nango({ host: request.host, apiKey: request.apiKey, webhookSigningKey: request.signingKey });
    console.log(JSON.stringify({ ok: true, value: process.version }));
  }
}
