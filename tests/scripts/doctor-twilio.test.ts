import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import type { Finding } from '../../scripts/doctor/finding.ts';
import { lineOf } from '../../scripts/doctor/finding.ts';
import {
  checkAccount,
  checkNumbers,
  checkSenders,
  openTwilio,
} from '../../scripts/doctor/twilio.ts';
import { checkSetting } from '../../scripts/doctor/webhook-setting.ts';
import { vendorOf } from '../adapters/loopback.ts';
import type { Reply } from '../adapters/loopback.ts';
import { account, BASE, numbers, sender, senders, SID } from './twilio-answers.ts';

const HOOK = `${BASE}/webhooks/twilio/whatsapp`;
const PATIENT = '#rc=5&rp=all';
const RECOVERS = { fallbackUrl: 'https://spare.example.com/' };

test('a Twilio account that is not ours, or not active, or not there is told apart', async (t) => {
  const cases: [Reply, RegExp][] = [
    [account('active'), /^✓ Twilio account +active, Full$/],
    [account('active', 'Trial'), /^✓ .*a trial: only verified phones/],
    [account('suspended'), /^✗ .*suspended/],
    [{ status: 401, json: { code: 20003, status: 401 } }, /^✗ .*does not accept.*Console again/],
    [{ status: 503 }, /^✗ .*HTTP 503.*Try again later/],
    [{ status: 200, isCut: true }, /^✗ .*gave no answer.*Check the network/],
  ];
  for (const [reply, line] of cases) {
    const { client } = await twilioThat(t, () => reply);
    assert.match(lineOf((await checkAccount(client, SID)).finding), line);
  }
});

test('who cannot reach Twilio is not sent for other credentials', async (t) => {
  const credentials = { accountSid: SID, authToken: 'token', previousAuthToken: undefined };
  const apiBaseUrl = 'http://127.0.0.1:9';
  const { client, close } = await openTwilio({ ...credentials, apiBaseUrl });
  t.after(close);
  const line = lineOf((await checkAccount(client, SID)).finding);
  assert.match(line, /Check the network of this machine.*TWILIO_API_BASE_URL/);
  assert.doesNotMatch(line, /TWILIO_AUTH_TOKEN|again/);
});

test('a WhatsApp sender has to be there, online, and post to us', async (t) => {
  const cases: [Reply, RegExp][] = [
    [senders([]), /^✗ WhatsApp \+14155550100 +The account has no such WhatsApp sender/],
    [senders([sender('OFFLINE', HOOK)]), /^✗ .*offline, not online/],
    [senders([sender('ONLINE', null)]), /^✗ .*posted nowhere/],
    [senders([sender('ONLINE', `${HOOK}${PATIENT}`)]), /^✓ WhatsApp \+14155550100 +posts to/],
    [senders([sender('ONLINE:UPDATING', `${HOOK}${PATIENT}`)]), /^✓/],
  ];
  for (const [reply, line] of cases) {
    const { client, calls } = await twilioThat(t, () => reply);
    const [finding] = await checkSenders(client, ['+14155550100'], BASE);
    assert.match(told(finding), line);
    assert.match(calls[0]?.path ?? '', /Channel=whatsapp/);
  }
});

test('of the sandbox nothing can be looked up, only said where to look', async (t) => {
  const { client, calls } = await twilioThat(t, () => senders([]));
  const [finding] = await checkSenders(client, ['+14155238886'], BASE);
  assert.match(told(finding), /^– .*Sandbox settings.*shop\.example\.com/);
  assert.equal(calls.length, 0);
});

test('an SMS number has to be there, able to text, and post to us itself', async (t) => {
  const own = { phone_number: '+14155550101', capabilities: { sms: true } };
  const url = `${BASE}/webhooks/twilio/sms${PATIENT}`;
  const cases: [object[], RegExp][] = [
    [[], /^✗ SMS \+14155550101 +The account has no such phone number/],
    [[{ ...own, capabilities: { sms: false } }], /^✗ .*cannot text/],
    [[{ ...own, sms_url: url, sms_application_sid: `AP${'0'.repeat(32)}` }], /^✗ .*TwiML App/],
    [[{ ...own, sms_url: 'https://demo.twilio.com/welcome' }], /^✗ .*demo\.twilio\.com/],
    [[{ ...own, sms_url: url, sms_method: 'GET' }], /^✗ .*come by GET/],
    [[{ ...own, sms_url: url, sms_method: 'POST' }], /^✓ SMS/],
  ];
  for (const [found, line] of cases) {
    const { client } = await twilioThat(t, () => numbers(found));
    assert.match(told((await checkNumbers(client, ['+14155550101'], BASE))[0]), line);
  }
});

const settings: [string, object, string[]][] = [
  ['all is set', { url: `${HOOK}${PATIENT}`, ...RECOVERS }, ['✓']],
  ['the older path', { url: `${BASE}/webhook/twilio/whatsapp${PATIENT}`, ...RECOVERS }, ['✓']],
  [
    'capitals in the host',
    { url: `${HOOK.replace('shop', 'SHOP')}${PATIENT}`, ...RECOVERS },
    ['✓'],
  ],
  ['no second try', { url: HOOK, ...RECOVERS }, ['✓', '– .*#rc=5&rp=all']],
  [
    'a second try only when connecting fails',
    { url: `${HOOK}#rc=2`, ...RECOVERS },
    ['✓', '– .*rc=5'],
  ],
  ['no fallback', { url: `${HOOK}${PATIENT}` }, ['✓', '– .*fallback']],
  ['nothing', {}, ['✗ .*nowhere']],
  ['another path', { url: `${BASE}/webhooks` }, ['✗ .*shop.example.com/webhooks']],
  ['another host', { url: HOOK.replace('shop', 'old') }, ['✗ .*old']],
  ['plain HTTP', { url: HOOK.replace('https', 'http') }, ['✗']],
  ['no URL at all', { url: 'soon' }, ['✗ .*soon']],
  ['GET', { url: `${HOOK}${PATIENT}`, method: 'GET', ...RECOVERS }, ['✗ .*GET']],
];

for (const [what, set, lines] of settings) {
  test(`a number of which Twilio has been told: ${what}`, () => {
    const found = checkSetting('Number', set, HOOK).map(lineOf);
    assert.equal(found.length, lines.length, found.join('\n'));
    lines.forEach((line, at) => assert.match(found[at] ?? '', new RegExp(`^${line}`)));
  });
}

async function twilioThat(t: TestContext, reply: () => Reply) {
  const vendor = await vendorOf(t, reply);
  const { client, close } = await openTwilio({
    accountSid: SID,
    authToken: 'token',
    previousAuthToken: undefined,
    apiBaseUrl: vendor.url,
  });
  t.after(close);
  return { client, calls: vendor.calls };
}

const told = (finding: Finding | undefined) => (finding ? lineOf(finding) : '');
