import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import type { NewContent, Templates } from '#ports.ts';
import { twilioTemplates } from '#adapters/channel/content.ts';
import { simulatedTemplates } from '#adapters/channel/simulated-content.ts';
import { builtInDraft } from '#features/templates/built-in/built-in.ts';
import { newContentOf } from '#features/templates/submission.ts';
import { movableClock } from '#platform/clock.ts';
import type { Call, Reply } from './loopback.ts';
import { vendorOf } from './loopback.ts';

const ACCOUNT = { accountSid: `AC${'a1'.repeat(16)}`, authToken: 'a-token-of-the-tests' };
const request = { name: 'order_status_1', category: 'UTILITY' } as const;

const contentOf = (name: string, language = 'en'): NewContent => {
  const draft = builtInDraft(name, language);
  assert.ok(draft);
  return newContentOf(draft, `${name}_${language}`);
};
const orderStatus = contentOf('order_status');
const bare = { ...orderStatus, body: 'Closed.', plainText: 'Closed.', samples: {} };

type Row = { sid: string; friendly_name: string; approval: Record<string, unknown> };

/** Twilio's Content API as far as it is used; it takes JSON only. */
function contentApi(pageSize = 500) {
  const rows = new Map<string, Row>();
  const shown = ({ sid, friendly_name, approval }: Row) => ({
    ...{ sid, friendly_name, approval_requests: approval },
  });
  const create = (body: { friendly_name: string }): Reply => {
    const sid = `HX${String(rows.size + 1).padStart(32, '0')}`;
    const approval = { status: 'unsubmitted', rejection_reason: '', category: '' };
    rows.set(sid, { sid, friendly_name: body.friendly_name, approval });
    return { status: 201, json: { sid } };
  };
  const page = (query: URLSearchParams): Reply => {
    const from = Number(query.get('Page') ?? 0) * pageSize;
    const contents = [...rows.values()].slice(from, from + pageSize).map(shown);
    const next = `https://content.twilio.com/v1/ContentAndApprovals?PageSize=500&Page=${from / pageSize + 1}`;
    const meta = { next_page_url: from + pageSize < rows.size ? next : null };
    return { status: 200, json: { contents, meta } };
  };
  const submit = (row: Row, body: object): Reply => {
    row.approval = { ...body, status: 'received', rejection_reason: '' };
    return { status: 201, json: row.approval };
  };
  const answer = ({ method, path, body }: Call): Reply => {
    const { pathname, searchParams } = new URL(path, 'http://twilio');
    if (pathname === '/v1/ContentAndApprovals') return page(searchParams);
    if (pathname === '/v1/Content') return create(JSON.parse(body));
    const row = rows.get(pathname.split('/')[3] ?? '');
    if (!row) return { status: 404, json: { code: 20404, message: 'Not found' } };
    if (method === 'DELETE') return { status: rows.delete(row.sid) ? 204 : 404, raw: '' };
    if (method === 'POST') return submit(row, JSON.parse(body));
    return { status: 200, json: { whatsapp: row.approval } };
  };
  return { rows, answer };
}

const simulated = async (): Promise<Templates> => simulatedTemplates({ clock: movableClock() });

async function connected(t: TestContext, pageSize?: number) {
  const api = contentApi(pageSize);
  const vendor = await vendorOf(t, api.answer);
  const templates = await twilioTemplates({ ...ACCOUNT, apiBaseUrl: vendor.url });
  t.after(() => templates[Symbol.dispose]());
  return { templates, vendor, rows: api.rows };
}

for (const [name, open] of [
  ['simulated', simulated],
  ['Twilio', async (t: TestContext) => (await connected(t)).templates],
] as const) {
  describe(`templates: ${name}`, () => {
    test('what is made is unsubmitted, then received, and found by its name', async (t) => {
      const templates = await open(t);
      const made = await templates.create(orderStatus);
      assert.ok('contentSid' in made);
      assert.match(made.contentSid, /^HX[0-9a-f]{32}$/);
      assert.equal((await templates.approvalOf(made.contentSid))?.status, 'unsubmitted');
      assert.deepEqual(await templates.submit(made.contentSid, request), {
        ...{ status: 'received', category: 'UTILITY', rejectionReason: null },
      });
      const [known] = await templates.list();
      assert.equal(known?.contentSid, made.contentSid);
      assert.equal(known?.friendlyName, 'order_status_en');
      assert.equal(known?.approval?.status, 'received');
    });

    test('what is removed is gone, and to remove it again is no fault', async (t) => {
      const templates = await open(t);
      const made = await templates.create(orderStatus);
      assert.ok('contentSid' in made);
      await templates.remove(made.contentSid);
      await templates.remove(made.contentSid);
      assert.equal(await templates.approvalOf(made.contentSid), null);
      assert.deepEqual(await templates.list(), []);
    });

    test('what is not there cannot be submitted, and a sentence says so', async (t) => {
      const templates = await open(t);
      const outcome = await templates.submit(`HX${'0'.repeat(32)}`, request);
      assert.ok('kind' in outcome);
      assert.match(outcome.sentence, /^Twilio refused the template: .+\.$/);
    });
  });
}

describe('the Content API on the wire', () => {
  const typesSent = async (t: TestContext, content: NewContent) => {
    const { templates, vendor } = await connected(t);
    await templates.create(content);
    return JSON.parse(vendor.calls[0]?.body ?? '').types;
  };

  test('speaks snake_case as JSON, with the samples, and asks for approval by name', async (t) => {
    const { templates, vendor } = await connected(t);
    const made = await templates.create(orderStatus);
    assert.ok('contentSid' in made);
    await templates.submit(made.contentSid, request);
    const [create, submit] = vendor.calls;
    assert.match(create?.headers['content-type'] ?? '', /^application\/json/);
    assert.match(create?.headers.authorization ?? '', /^Basic /);
    const sent = JSON.parse(create?.body ?? '');
    assert.deepEqual(Object.keys(sent), ['friendly_name', 'language', 'variables', 'types']);
    assert.deepEqual(sent.types, { 'twilio/text': { body: orderStatus.body } });
    assert.deepEqual(sent.variables['4'], 'ready');
    assert.equal(submit?.path, `/v1/Content/${made.contentSid}/ApprovalRequests/whatsapp`);
    assert.deepEqual(JSON.parse(submit?.body ?? ''), request);
  });

  test('buttons that answer carry their ids, with a plain text for SMS beside them', async (t) => {
    const slot = contentOf('slot_offer', 'es');
    const { 'twilio/quick-reply': quick, 'twilio/text': text, ...rest } = await typesSent(t, slot);
    assert.deepEqual(rest, {});
    assert.deepEqual(quick.actions, [
      { type: 'QUICK_REPLY', title: 'Confirmar', id: 'confirm' },
      { type: 'QUICK_REPLY', title: 'Rechazar', id: 'decline' },
    ]);
    assert.equal(quick.body, slot.body);
    assert.equal(text.body, slot.plainText);
  });

  const link = { kind: 'url', title: 'Track', url: 'https://a.com/{{1}}' } as const;
  const call = { kind: 'phone', title: 'Call', phone: '+14155550100' } as const;
  const yes = { kind: 'reply', title: 'Yes', id: 'yes' } as const;
  const mediaUrl = 'https://example.com/a.jpg';
  for (const [what, more, types] of [
    ['links and calls', { buttons: [link, call] }, ['twilio/call-to-action']],
    ['a picture', { mediaUrl }, ['twilio/media']],
    ['a picture with a button', { mediaUrl, buttons: [yes] }, ['whatsapp/card']],
    ['a footer', { footer: 'Bye' }, ['whatsapp/card']],
    ['answers beside links', { buttons: [yes, link] }, ['whatsapp/card']],
    [
      'a code',
      {
        category: 'AUTHENTICATION',
        buttons: [{ kind: 'copy-code', title: 'Copy', code: '{{1}}' }],
      },
      ['whatsapp/authentication'],
    ],
  ] as const) {
    test(`${what}: ${types.join()}, and always plain text`, async (t) => {
      const sent = await typesSent(t, { ...bare, ...more } as NewContent);
      assert.deepEqual(Object.keys(sent), [...types, 'twilio/text']);
    });
  }

  test('a list of many pages is read to its end', async (t) => {
    const { templates } = await connected(t, 2);
    for (const at of [1, 2, 3, 4, 5]) await templates.create({ ...bare, friendlyName: `n${at}` });
    const names = (await templates.list()).map(({ friendlyName }) => friendlyName);
    assert.deepEqual(names, ['n1', 'n2', 'n3', 'n4', 'n5']);
  });

  test("Twilio's reason is passed on, with its code; what may be asked again is thrown", async (t) => {
    const replies: Reply[] = [
      { status: 400, json: { code: 20001, message: 'Name already exists' } },
      { status: 429, json: { code: 20429, message: 'Too many' } },
      { status: 401, json: { code: 20003, message: 'Authenticate' } },
      { status: 503, json: {} },
      { status: 201, raw: '{"sid": "HX' },
    ];
    const vendor = await vendorOf(t, () => replies.shift() ?? { status: 500 });
    using templates = await twilioTemplates({ ...ACCOUNT, apiBaseUrl: vendor.url });
    assert.deepEqual(await templates.create(bare), {
      ...{ kind: 'refused', code: 20001 },
      sentence: 'Twilio refused the template: Name already exists.',
    });
    for (const _ of [1, 2, 3, 4]) await assert.rejects(templates.create(bare));
    await assert.rejects(templates.list(), 'an outage is not an empty list');
  });

  test('a status that nobody has heard of is kept as it comes', async (t) => {
    const { templates, rows } = await connected(t);
    const made = await templates.create(bare);
    assert.ok('contentSid' in made);
    const row = rows.get(made.contentSid);
    assert.ok(row);
    row.approval = { status: 'In_Appeal', category: 'marketing', rejection_reason: 'x' };
    assert.deepEqual(await templates.approvalOf(made.contentSid), {
      ...{ status: 'in_appeal', category: 'MARKETING', rejectionReason: 'x' },
    });
  });
});
