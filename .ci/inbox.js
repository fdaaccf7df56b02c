// Slack's own SDK for Node talks to an inbox as it would to Slack: calls, pages, errors, limits, faults, files and
// webhooks. Usage: node inbox.js url-of-the-inbox token
const assert = require('node:assert');
const { WebClient, ErrorCode, retryPolicies, LogLevel } = require('@slack/web-api');
const { IncomingWebhook, ErrorCode: WebhookErrorCode } = require('@slack/webhook');

const [base, token] = process.argv.slice(2);
const silent = Object.fromEntries(['debug', 'info', 'warn', 'error', 'setLevel', 'setName'].map((name) => [name, () => {}]));
silent.getLevel = () => LogLevel.ERROR;
const options = { slackApiUrl: `${base}api/`, logger: silent, retryConfig: { retries: 0 } };
const client = (more = {}, as = token) => new WebClient(as, { ...options, ...more });
const slack = client();

// What a person would do on the inbox's page.
async function page(path, body) {
  const answer = await fetch(base + path, {
    method: body === undefined ? 'DELETE' : 'POST',
    headers: { 'Content-Type': 'application/json', Origin: new URL(base).origin },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  assert.equal(answer.status, 200, `${path}: ${await answer.clone().text()}`);
}
const fault = (order) => page('faults', { times: 1, ...order });

async function refused(promise, code) {
  await assert.rejects(promise, (error) => {
    assert.equal(error.code, ErrorCode.PlatformError);
    assert.equal(error.data.ok, false);
    assert.equal(error.data.error, code);
    return true;
  });
}

const tests = {
  async 'the token is tested, and tells its scopes'() {
    const me = await slack.auth.test();
    assert.match(me.bot_id, /^B/);
    assert.match(me.user_id, /^U/);
    assert.ok(me.response_metadata.scopes.includes('chat:write'));
    await refused(client({}, 'xoxb-wrong').auth.test(), 'invalid_auth');
    assert.deepEqual((await slack.api.test({ foo: 'bar' })).args, { foo: 'bar' });
  },

  async 'a message is posted, edited, linked and deleted'() {
    const posted = await slack.chat.postMessage({
      channel: '#oncall',
      text: 'Order 4711 not found',
      blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*ERROR* Order 4711 not found' } }],
      metadata: { event_type: 'order_failed', event_payload: { id: '4711' } },
    });
    assert.match(posted.channel, /^C/);
    assert.equal(posted.message.ts, posted.ts);
    assert.equal(posted.message.type, 'message');
    assert.deepEqual(posted.response_metadata.acceptedScopes, ['chat:write']);
    const { channel, ts } = posted;
    const edited = await slack.chat.update({ channel, ts, text: 'Order 4711 found' });
    assert.equal(edited.text, 'Order 4711 found');
    assert.equal(edited.message.edited.user, (await slack.auth.test()).user_id);
    assert.match((await slack.chat.getPermalink({ channel, message_ts: ts })).permalink, /\/archives\/C/);
    await slack.chat.delete({ channel, ts });
    await refused(slack.chat.delete({ channel, ts }), 'message_not_found');
  },

  async 'a refusal is an error with Slack\'s own word and the place'() {
    await refused(slack.chat.postMessage({ channel: 'No Such', text: 'x' }), 'channel_not_found');
    await refused(slack.chat.postMessage({ channel: '#oncall', text: '' }), 'no_text');
    await refused(slack.chat.update({ channel: 'C1', text: 'x' }), 'invalid_arguments');
    await refused(slack.apiCall('files.upload', { content: 'x' }), 'method_deprecated');
    await refused(slack.apiCall('no.such.method'), 'unknown_method');
    await refused(slack.views.open({ trigger_id: '1.2.x', view: { type: 'modal', title: {}, blocks: [] } }), 'invalid_trigger_id');
    await assert.rejects(
      slack.chat.postMessage({ channel: '#oncall', text: 'x', blocks: [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }] }),
      (error) => error.data.error === 'invalid_blocks'
        && error.data.response_metadata.messages[0] === '[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]',
    );
  },

  async 'a thread is read back page by page'() {
    const { channel, ts } = await slack.chat.postMessage({ channel: '#threads', text: 'parent' });
    for (let i = 1; i <= 4; i++) {
      await slack.chat.postMessage({ channel, thread_ts: ts, text: `reply ${i}`, reply_broadcast: i === 4 });
    }
    const texts = [];
    for await (const answer of slack.paginate('conversations.replies', { channel, ts, limit: 2 })) {
      assert.ok(answer.messages.length <= 2);
      texts.push(...answer.messages.map((message) => message.text));
    }
    assert.deepEqual(texts, ['parent', 'reply 1', 'reply 2', 'reply 3', 'reply 4']);
    const history = await slack.conversations.history({ channel });
    assert.deepEqual(history.messages.map((message) => message.text), ['reply 4', 'parent']);
    assert.equal(history.messages[1].reply_count, 4);
    await refused(slack.conversations.replies({ channel, ts: '1.000000' }), 'thread_not_found');
  },

  async 'channels are listed page by page, joined and asked about'() {
    for (const name of ['one', 'two', 'three', 'four', 'five']) {
      await slack.chat.postMessage({ channel: name, text: 'x' });
    }
    const names = await slack.paginate('conversations.list', { limit: 2 }, () => false,
      (all, answer) => [...(all ?? []), ...answer.channels.map((channel) => channel.name)]);
    assert.ok(['one', 'two', 'three', 'four', 'five'].every((name) => names.filter((each) => each === name).length === 1));
    const { channels } = await slack.users.conversations({ types: 'public_channel,private_channel' });
    const { id } = channels.find((channel) => channel.name === 'three');
    await page('workspace', { removeBot: '#three' });
    assert.equal((await slack.conversations.info({ channel: id })).channel.is_member, false);
    await refused(slack.conversations.history({ channel: id }), 'not_in_channel');
    await refused(slack.chat.postMessage({ channel: id, text: 'x' }), 'not_in_channel');
    assert.equal((await slack.conversations.join({ channel: id })).channel.is_member, true);
    assert.equal((await slack.conversations.join({ channel: id })).warning, 'already_in_channel');
    await page('workspace', { archive: '#three' });
    await refused(slack.chat.postMessage({ channel: id, text: 'x' }), 'is_archived');
    await page('workspace', { unarchive: '#three' });
    await refused(slack.conversations.list({ types: 'everything' }), 'invalid_types');
  },

  async 'reactions and pins are kept'() {
    const { channel, ts } = await slack.chat.postMessage({ channel: '#marks', text: 'x' });
    await slack.reactions.add({ channel, timestamp: ts, name: 'eyes' });
    await refused(slack.reactions.add({ channel, timestamp: ts, name: 'eyes' }), 'already_reacted');
    assert.deepEqual((await slack.reactions.get({ channel, timestamp: ts })).message.reactions.map(({ name, count }) => [name, count]), [['eyes', 1]]);
    assert.equal((await slack.reactions.list()).items[0].message.ts, ts);
    await slack.reactions.remove({ channel, timestamp: ts, name: 'eyes' });
    await slack.pins.add({ channel, timestamp: ts });
    await refused(slack.pins.add({ channel, timestamp: ts }), 'already_pinned');
    assert.deepEqual((await slack.pins.list({ channel })).items.map((item) => item.message.ts), [ts]);
    await slack.pins.remove({ channel, timestamp: ts });
    await refused(slack.pins.remove({ channel, timestamp: ts }), 'no_pin');
  },

  async 'files are uploaded in three steps, several at once, into a thread'() {
    const { channel, ts } = await slack.chat.postMessage({ channel: '#files', text: 'parent' });
    await slack.filesUploadV2({
      channel_id: channel, thread_ts: ts, initial_comment: 'Traces',
      file_uploads: [{ content: 'java.lang.Error: ü', filename: 'one.txt' }, { file: Buffer.from([0, 1, 2, 255]), filename: 'two.bin' }],
    });
    const { messages } = await slack.conversations.replies({ channel, ts });
    assert.equal(messages[1].text, 'Traces');
    assert.deepEqual(messages[1].files.map(({ name, size }) => [name, size]), [['one.txt', 19], ['two.bin', 4]]);
    const file = await slack.files.info({ file: messages[1].files[0].id });
    assert.equal(await (await fetch(file.file.url_private)).text(), 'java.lang.Error: ü');
  },

  async 'a limit is waited for as long as Slack says, or told'() {
    await fault({ kind: 'throttle', seconds: 1, method: 'chat.postMessage' });
    const waited = [];
    const patient = client({ retryConfig: { retries: 1, minTimeout: 0, maxTimeout: 1 } });
    patient.on('rate_limited', (seconds) => waited.push(seconds));
    const started = Date.now();
    assert.equal((await patient.chat.postMessage({ channel: '#limits', text: 'later' })).ok, true);
    assert.deepEqual(waited, [1]);
    assert.ok(Date.now() - started >= 950);
    await fault({ kind: 'throttle', seconds: 7, method: 'chat.update' });
    await assert.rejects(client({ rejectRateLimitedCalls: true }).chat.update({ channel: 'C1', ts: '1.0', text: 'x' }),
      { code: ErrorCode.RateLimitedError, retryAfter: 7 });
  },

  async 'Slack\'s own limit on posting is one a second in each channel'() {
    await page('workspace', { limits: 'slack' });
    const hasty = client({ rejectRateLimitedCalls: true });
    const posts = await Promise.allSettled(Array.from({ length: 6 }, () => hasty.chat.postMessage({ channel: '#busy', text: 'x' })));
    const tooFast = posts.filter((post) => post.status === 'rejected').map((post) => post.reason);
    assert.ok(tooFast.length >= 2);
    assert.ok(tooFast.every((error) => error.code === ErrorCode.RateLimitedError && error.retryAfter === 1));
    assert.equal((await hasty.chat.postMessage({ channel: '#calm', text: 'x' })).ok, true);
    await page('workspace', { limits: 'default' });
  },

  async 'faults are errors of their own kinds'() {
    await fault({ kind: 'error500' });
    await assert.rejects(slack.auth.test(), (error) => error.code === ErrorCode.HTTPError && error.statusCode >= 500);
    for (const kind of ['reset', 'cut']) {
      await fault({ kind });
      await assert.rejects(slack.auth.test(), (error) => kind === 'cut' || error.code === ErrorCode.RequestError);
    }
    await fault({ kind: 'hang' });
    await assert.rejects(client({ timeout: 300 }).auth.test(), { code: ErrorCode.RequestError });
    await fault({ kind: 'garbage' });
    await assert.rejects(slack.auth.test(), { code: ErrorCode.PlatformError });
    await fault({ kind: 'error500' });
    const retrying = client({ retryConfig: { retries: 1, minTimeout: 0, maxTimeout: 1 } });
    assert.equal((await retrying.auth.test()).ok, true);
    await page('workspace', { revokeToken: true });
    await refused(slack.auth.test(), 'token_revoked');
    await page('workspace', { restoreToken: true });
    assert.equal((await slack.auth.test()).ok, true);
  },

  async 'a webhook takes a text, blocks and attachments, and tells what is wrong by status and code'() {
    const webhook = (path, more) => new IncomingWebhook(`${base}services/T000INBOX/${path}`, more);
    const inbox = webhook('B000INBOX/hooks');
    assert.deepEqual(await inbox.send('hello'), { text: 'ok' });
    assert.deepEqual(await inbox.send({
      text: 'hello', blocks: [{ type: 'divider' }], attachments: [{ color: '#ff0000', fallback: 'x', blocks: [{ type: 'divider' }] }],
    }), { text: 'ok' });
    const wrong = (hook, message, statusCode, body) => assert.rejects(hook.send(message), { code: WebhookErrorCode.HTTPError, statusCode, body });
    await wrong(inbox, { text: '' }, 400, 'no_text');
    await wrong(inbox, { blocks: [{ type: 'header', text: { type: 'plain_text', text: '' } }] }, 400, 'invalid_blocks');
    await wrong(webhook('B0OTHER/hooks'), 'x', 404, 'no_service');
    await page('workspace', { archive: '#hooks' });
    await wrong(inbox, 'x', 410, 'channel_is_archived');
    await page('workspace', { unarchive: '#hooks' });
    await fault({ kind: 'throttle', seconds: 2, method: 'webhook' });
    await wrong(inbox, 'x', 429, '{"retry_after":2,"ok":false,"error":"rate_limited"}');
    await fault({ kind: 'error500', method: 'webhook' });
    const retrying = webhook('B000INBOX/hooks', { retryConfig: { retries: 1, minTimeout: 0, maxTimeout: 1 } });
    assert.deepEqual(await retrying.send('again'), { text: 'ok' });
  },
};

(async () => {
  let failed = 0;
  for (const [name, test] of Object.entries(tests)) {
    try {
      await test();
    } catch (error) {
      failed++;
      console.log(`${name}: ${error.stack}\n${error.data ? JSON.stringify(error.data) : ''}`);
    } finally {
      await page('faults');
    }
  }
  console.log(`Slack's SDK for Node and the inbox: ${Object.keys(tests).length - failed} of ${Object.keys(tests).length} conversations as with Slack`);
  process.exit(failed > 0 ? 1 : 0);
})();
