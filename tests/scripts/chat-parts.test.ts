import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTerminalCommand } from '../../scripts/chat/commands.ts';
import { businessNamed, personAt } from '../../scripts/chat/people.ts';
import type { Message } from '../../scripts/chat/phone.ts';
import { createScreen } from '../../scripts/chat/screen.ts';
import type { Business } from '../../scripts/server-api.ts';
import { OWNER, SHOP } from '../support/world.ts';

const commands: [string, object | null][] = [
  ['Do you deliver?', null],
  ['!help', null],
  [' /not for the terminal', null],
  ['/quit', { kind: 'quit' }],
  ['/clock', { kind: 'clock', advanceMs: null }],
  ['/clock +2h', { kind: 'clock', advanceMs: 7_200_000 }],
  ['/clock 90s', { kind: 'clock', advanceMs: 90_000 }],
  ['/switch', { kind: 'switch', wish: null }],
  [
    '/switch sms owner pizza palace',
    { kind: 'switch', wish: { role: 'owner', channel: 'sms', business: 'pizza palace' } },
  ],
  ['/switch +14155550122', { kind: 'switch', wish: { from: '+14155550122' } }],
  ['/next failed 63016', { kind: 'next', outcome: { kind: 'failed', code: 63016 } }],
  ['/send menu.pdf', { kind: 'send', path: 'menu.pdf', caption: '' }],
  ['/send "our menu.pdf" !add x', { kind: 'send', path: 'our menu.pdf', caption: '!add x' }],
  ['/next read', { kind: 'next', outcome: { kind: 'read' } }],
];

test('what begins with a slash is for the terminal, all else for the phone', () => {
  for (const [line, meant] of commands) assert.deepEqual(readTerminalCommand(line), meant, line);
  for (const line of ['/clock tomorrow', '/next failed', '/next blue', '/send', '/hlep']) {
    assert.equal(readTerminalCommand(line)?.kind, 'wrong', line);
  }
});

test('a message is shown when it arrives, with the statuses it went through, and later ones as they come', () => {
  const printed: string[] = [];
  const screen = createScreen({
    print: (text) => printed.push(text),
    nameOf: () => 'Pizza Palace',
  });
  const message: Message = {
    id: 'SM1',
    channel: 'whatsapp',
    from: SHOP,
    body: 'Nine.\nEvery day.',
    status: 'queued',
    error: null,
  };
  for (const status of ['queued', 'queued', 'sent']) screen.show({ ...message, status });
  assert.deepEqual(printed, []);
  for (const status of ['delivered', 'delivered', 'read']) screen.show({ ...message, status });
  assert.deepEqual(printed, [
    'Pizza Palace\n  Nine.\n  Every day.\n  ✓✓ delivered (queued, sent)',
    '  ✓✓ read (queued, sent, delivered)   Nine.',
  ]);
  screen.show({ ...message, id: 'SM2', status: 'sent' });
  assert.equal(screen.flush(), 2);
  assert.equal(printed.at(-1), 'Pizza Palace\n  Nine.\n  Every day.\n  ✓ sent');
});

test('a business without an SMS number or without owners says so', () => {
  const business: Business = {
    businessId: 'pizza_palace_7f3a',
    name: 'Pizza Palace',
    whatsappNumber: `whatsapp:${SHOP}`,
    smsNumber: null,
    owners: [],
  };
  assert.throws(() => personAt(business, { channel: 'sms' }), /Pizza Palace has no SMS number/);
  assert.throws(() => personAt(business, { role: 'owner' }), /has no owner/);
  assert.equal(personAt({ ...business, owners: [OWNER] }, { role: 'owner' }).from, OWNER);
  assert.throws(() => businessNamed([business], 'coffee'), /No business is called "coffee"/);
  assert.equal(businessNamed([business], 'PIZZA'), business);
});
