import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { z } from 'zod';
import { ADMIN_KEY, ANA, createWorld, SHOP } from '../support/world.ts';
import { call } from './call.ts';

type Schema = Parameters<typeof z.fromJSONSchema>[0];
type Content = { content: { 'application/json': { schema: Schema } } };
type Operation = { responses: Record<string, Content>; security: unknown[]; summary: string };
type Document = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

const DATA_DIR = await mkdtemp(join(tmpdir(), 'frontdesk-document-'));
after(() => rm(DATA_DIR, { recursive: true, force: true }));

test('the OpenAPI document', async (t) => {
  await using world = await createWorld({ env: { DATA_DIR } });
  const document = (await call(`${world.url}/openapi.json`)).json as Document;
  const shop = await world.shop({ knows: ['We deliver to downtown for $5'] });

  /** Calls what a path of the document stands for, and holds the answer against what the document says of it. */
  async function calls(
    method: string,
    path: string,
    { body, query = '', ...ids }: { body?: unknown; query?: string; [id: string]: unknown } = {},
  ) {
    const operation = document.paths[path]?.[method];
    assert.ok(operation, `${method} ${path} is not documented`);
    const known: Record<string, unknown> = { businessId: shop, ...ids };
    const url = path
      .replace(/top$/, 'top?by=customer')
      .replace(/\{(\w+)\}/g, (_all, id: string) => String(known[id]))
      .concat(query);
    const { status, json } =
      body instanceof FormData
        ? await uploads(url, body)
        : await world.api(method.toUpperCase(), url, body);
    const response = operation.responses[status];
    assert.ok(response, `${method} ${path} is not said to answer ${status}`);
    const schema = JSON.stringify(response.content['application/json'].schema);
    const definitions = JSON.stringify(document.components.schemas);
    const here = (text: string) => text.replaceAll('#/components/schemas/', '#/$defs/');
    const promised = z.fromJSONSchema({
      ...JSON.parse(here(schema)),
      $defs: JSON.parse(here(definitions)),
    });
    const checked = promised.safeParse(json);
    assert.ok(checked.success, `${method} ${path} answers otherwise: ${checked.error?.message}`);
    done.add(`${method} ${path}`);
    return json;
  }
  const done = new Set<string>();

  async function uploads(path: string, form: FormData) {
    const headers = { authorization: `Bearer ${ADMIN_KEY}` };
    const response = await fetch(world.url + path, { method: 'POST', headers, body: form });
    return { status: response.status, json: await response.json() };
  }

  async function callsOnConsent(one: string) {
    const said = { channel: 'whatsapp', purpose: 'marketing', source: 'form', wording: 'Offers.' };
    const granted = { ...said, status: 'granted' };
    const body = { ...granted, phone: '+14155550122' };
    const { customerId } = await calls('post', `${one}/consents`, { body });
    await calls('post', `${one}/consents`, {
      body: { ...granted, customerId, status: 'withdrawn' },
    });
    await calls('post', `${one}/consents`, { body: { ...granted, customerId } });
    await calls('post', `${one}/consents`, { body: said });
    const form = new FormData();
    form.append('file', new Blob(['phone\n+14155550133\n12']), 'a.csv');
    const query = `?${new URLSearchParams({ ...said, attestedBy: 'Olga' }).toString()}`;
    await calls('post', `${one}/consents/import`, { body: form, query });
    const customer = `${one}/customers/{customerId}`;
    await calls('get', `${customer}/consent`, { customerId });
    await calls('post', `${customer}/preference-link`, { customerId });
    await calls('post', `${customer}/phone-code`, { customerId });
    await calls('post', `${customer}/phone-code/check`, { customerId, body: { code: '123456' } });
    await calls('put', `${one}/opt-in`, { body: { words: ['OFFERS'] } });
    await calls('get', `${one}/opt-in`);
  }

  await t.test('every answer is as the document says, and every route is in it', async () => {
    const one = '/api/businesses/{businessId}';
    const registration = {
      businessName: 'B',
      whatsappNumber: '+1234567890',
      ownerPhone: '+14155550111',
    };
    await calls('post', '/api/businesses/register', { body: registration });
    await calls('post', '/api/businesses/register', { body: registration });
    await calls('post', '/api/businesses/register', { body: {} });
    await calls('post', '/api/businesses/register', {
      body: { ...registration, businessName: 'C' },
    });
    await calls('get', '/api/businesses');
    await calls('get', one);
    await calls('patch', one, { body: { owners: ['1987654321'], openingHours: '9 to 5' } });
    await calls('patch', one, { body: { openingHours: 5 } });
    await world.sql`insert into cost_days values (${shop}, current_date, 'sms', 'reply', 'USD', 1, 2, 3, 0)`;
    const budget = { currency: 'USD', day: '0.5' };
    const costPerConversation = { currency: 'INR', amount: 3 };
    await calls('patch', one, { body: { spending: { budget, costPerConversation } } });
    for (const part of ['', '/patterns', '/top']) await calls('get', `${one}/costs${part}`);
    const { entry } = await calls('post', `${one}/knowledge`, { body: { text: 'Hello' } });
    await calls('get', `${one}/knowledge`);
    const { entryId } = entry;
    await calls('get', `${one}/knowledge/{entryId}`, { entryId });
    await calls('put', `${one}/knowledge/{entryId}`, { entryId, body: { text: 'Hi' } });
    await calls('delete', `${one}/knowledge/{entryId}`, { entryId });
    await calls('get', `${one}/knowledge/{entryId}`, { entryId });
    const form = new FormData();
    form.append('file', new Blob(['We deliver']), 'a.txt');
    const documents = `${one}/knowledge/documents`;
    const { document: added } = await calls('post', documents, { body: form });
    await calls('post', documents, { body: new FormData() });
    await calls('post', documents, { body: {} });
    await calls('get', documents);
    const { documentId } = added;
    await calls('get', `${documents}/{documentId}`, { documentId });
    await calls('delete', `${documents}/{documentId}`, { documentId });
    await calls('get', `${documents}/{documentId}`, { documentId });
    await calls('post', `${one}/knowledge/search`, { body: { query: 'downtown' } });
    await calls('post', `${one}/answer`, { body: { question: 'Do you deliver to downtown?' } });
    await calls('post', `${one}/answer`, { body: { question: 'Is there a pool?' } });
    const notice = { to: ANA, purpose: 'transactional', text: 'Your order is ready.' };
    const messages = `${one}/messages`;
    await calls('post', messages, { body: notice });
    await world.phone(ANA).says(SHOP, 'hi');
    const { message } = await calls('post', messages, { body: { ...notice, key: 'k' } });
    await calls('post', messages, { body: { ...notice, key: 'k' } });
    await calls('post', messages, { body: { ...notice, to: 'nobody' } });
    const { messageId } = message;
    await calls('get', `${messages}/{messageId}`, { messageId });
    await calls('delete', `${messages}/{messageId}`, { messageId });
    await calls('get', `${messages}/{messageId}`, { messageId: '999' });
    await calls('get', `${one}/senders`);
    await calls('patch', `${one}/senders/{channel}`, {
      channel: 'whatsapp',
      body: { ratePerSecond: 20 },
    });
    await calls('patch', `${one}/senders/{channel}`, { channel: 'sms', body: {} });
    const templates = `${one}/templates`;
    const template = {
      name: 'closed',
      category: 'UTILITY',
      languages: [{ language: 'en', body: 'We are closed.' }],
    };
    await calls('get', templates);
    await calls('post', templates, { body: template });
    await calls('post', templates, { body: { ...template, name: 'Closed' } });
    await calls('post', `${templates}/lint`, { body: { ...template, name: 'Closed' } });
    const templateId = 'closed';
    await calls('post', `${templates}/{templateId}/submit`, { templateId });
    await calls('post', `${templates}/{templateId}/submit`, { templateId });
    await calls('get', `${templates}/{templateId}`, { templateId });
    await calls('delete', `${templates}/{templateId}`, { templateId });
    await calls('get', `${templates}/{templateId}`, { templateId });
    await calls('get', `${one}/metrics`);
    await callsOnConsent(one);
    await calls('get', `${one}/retention`);
    await calls('patch', `${one}/retention`, { body: { contentDays: 7 } });
    await calls('patch', `${one}/retention`, { body: { contentDays: 0 } });
    const { customers } = await calls('get', `${one}/customers`);
    const { customerId } = customers[0];
    await calls('get', `${one}/customers/{customerId}/export`, { customerId });
    const { erasure } = await calls('delete', `${one}/customers/{customerId}`, { customerId });
    const { erasureId } = erasure;
    await calls('get', `${one}/erasures/{erasureId}`, { erasureId });
    for (const path of ['/api/backups', '/api/keys/rotation']) {
      await calls('post', path);
      await calls('get', path);
    }
    for (const path of ['/health', '/ready', '/webhooks/status', '/api/twilio/status']) {
      await calls('get', path);
    }
    await calls('post', '/webhooks/test');
    await calls('delete', one);
    await calls('get', one);

    const documented = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    );
    assert.deepEqual([...done].toSorted(), documented.toSorted());
  });

  await t.test('the document says which routes need the key', () => {
    assert.match(document.openapi, /^3\.1\./);
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const operation of Object.values(operations)) {
        assert.equal(operation.security.length > 0, path.startsWith('/api/'), path);
        assert.equal('401' in operation.responses, path.startsWith('/api/'), path);
        assert.match(operation.summary, /\.$/);
      }
    }
  });

  await t.test(
    'the document says what to do about a number that is taken, and that one may have to wait',
    () => {
      const told = (path: string, method: string, status: number) =>
        (document.paths[path]?.[method]?.responses[status] as { description?: string } | undefined)
          ?.description ?? '';
      assert.match(told('/api/businesses/register', 'post', 409), /"shared": true/);
      assert.match(told('/api/businesses/{businessId}', 'patch', 409), /"shared": true/);
      assert.match(told('/ready', 'get', 503), /Not at the moment/);
      assert.match(told('/api/businesses/{businessId}', 'delete', 503), /Not at the moment/);
    },
  );

  await t.test(
    'the page at /docs brings everything along, within its own security policy',
    async () => {
      const page = await call(`${world.url}/docs`);
      assert.equal(page.status, 200);
      assert.match(page.headers['content-type'] ?? '', /^text\/html/);
      assert.doesNotMatch(page.text, /<script>|onload=|style=|https?:\/\//);
      const parts = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(
        ([, part]) => part ?? '',
      );
      assert.equal(parts.length, 4);
      for (const part of parts) {
        const { status, text } = await call(world.url + part);
        assert.equal(status, 200, part);
        assert.ok(text.length > 100, part);
      }
      const start = await call(`${world.url}/docs/start.js`);
      assert.match(start.text, /url: '\/openapi\.json'/);
      assert.doesNotMatch(page.headers['content-security-policy'] ?? '', /upgrade-insecure/);
    },
  );
});
