import type { Reply } from '../adapters/loopback.ts';

export const SID = `AC${'a1'.repeat(16)}`;
export const BASE = 'https://shop.example.com';

export const account = (status: string, type = 'Full'): Reply => ({
  status: 200,
  json: { sid: SID, status, type },
});

export const numbers = (found: object[]): Reply => ({
  status: 200,
  json: { incoming_phone_numbers: found, next_page_uri: null },
});

export const senders = (found: object[]): Reply => ({
  status: 200,
  json: { senders: found, meta: { key: 'senders', next_page_url: null } },
});

export const sender = (status: string, url: string | null) => ({
  sid: `XE${'0'.repeat(32)}`,
  sender_id: 'whatsapp:+14155550100',
  status,
  webhook: { callback_url: url, callback_method: 'POST' },
});
