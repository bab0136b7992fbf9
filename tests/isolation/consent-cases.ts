import assert from 'node:assert/strict';
import { AppError } from '#errors.ts';
import { choose } from '#features/consent/choose.ts';
import { optInFormOf, setOptInForm } from '#features/consent/opt-in-queries.ts';
import { cancelUnwanted, optIn, optOut } from '#features/consent/opt-outs.ts';
import { preferencesOf } from '#features/consent/preferences.ts';
import * as consent from '#features/consent/queries.ts';
import { suppressedOf } from '#features/consent/suppressed.ts';
import { keepCode, sendCode, tryCode } from '#features/consent/verify-phone.ts';

import { ANA } from '../support/world.ts';
import type { Case, Theirs } from './case.ts';

const now = new Date();
const shop = {
  ...{ name: '', timeZone: 'UTC', defaultLanguage: 'en' },
  ...{ whatsappNumber: null, smsNumber: null },
};
const about = { channel: 'whatsapp', purpose: 'marketing' } as const;
const proof = { method: 'api', source: 'stolen', actor: 'stolen' } as const;
const person = ({ businessId, contactId }: Theirs) => ({
  ...{ businessId, contactId, ...proof },
  channel: 'whatsapp' as const,
});

/** The queries on consent, called in one business's transaction with what belongs to another. */
export const consentCases: Record<string, Case> = {
  'consent/queries.ts recordConsents': (tx, theirs) =>
    consent
      .recordConsents(tx, [{ ...person(theirs), purpose: 'marketing', status: 'granted' }], now)
      .then(() => []),
  'consent/queries.ts consentOf': async (tx, { contactId }) =>
    (await consent.consentOf(tx, [contactId], about, now)).size,
  'consent/queries.ts ledgerOf': (tx, { contactId }) => consent.ledgerOf(tx, contactId),
  'consent/queries.ts grantedBy': (tx, { messageId }) => consent.grantedBy(tx, messageId),
  'consent/queries.ts messageSidOf': (tx, { messageId }) => consent.messageSidOf(tx, messageId),
  'consent/queries.ts findCustomer': (tx, { contactId }) => consent.findCustomer(tx, contactId),
  'consent/queries.ts setLanguage': async (tx, { contactId }) =>
    (await consent.setLanguage(tx, contactId, 'es')).rows,
  'consent/opt-outs.ts optOut': (tx, theirs) =>
    optOut(tx, [{ ...person(theirs), channel: 'sms', scope: 'everything' }], now),
  'consent/opt-outs.ts optIn': (tx, theirs) =>
    optIn(tx, [{ ...person(theirs), only: null }], now).then(() => []),
  'consent/opt-outs.ts cancelUnwanted': (tx, theirs) =>
    cancelUnwanted(tx, [{ ...person(theirs), scope: 'everything' }], now).then(() => []),
  'consent/opt-in-queries.ts optInFormOf': async (tx) => Object.keys(await optInFormOf(tx)),
  'consent/opt-in-queries.ts setOptInForm': (tx) =>
    setOptInForm(tx, { words: ['x'] }).then(() => []),
  'consent/choose.ts choose': (tx, theirs) =>
    choose(
      tx,
      person(theirs),
      { before: { messages: true, offers: false }, after: { messages: false, offers: false } },
      now,
    ).then(() => []),
  'consent/preferences.ts preferencesOf': (tx, { contactId }) =>
    preferencesOf(tx, shop, contactId, now),
  'consent/verify-phone.ts sendCode': (tx, { businessId, contactId }, { app }) =>
    sendCode(
      tx,
      app,
      { shop: { businessId, name: '', defaultLanguage: 'en' }, customerId: contactId },
      now,
    ).catch((error: unknown) =>
      assert.ok(error instanceof AppError && error.code === 'customer_not_found'),
    ),
  'consent/verify-phone.ts keepCode': async (tx, { contactId }) =>
    (await keepCode(tx, contactId, { hash: 'x', expiresAt: now, now })) ? 1 : 0,
  'consent/verify-phone.ts tryCode': async (tx, { businessId, contactId }, { app }) => {
    const tried = await tryCode(tx, app, { businessId, customerId: contactId, code: '1' }, now);
    return tried === 'over' ? 0 : tried;
  },
  'consent/suppressed.ts suppressedOf': async (tx, { businessId }, { app }) => {
    const asked = { businessId, channel: 'sms', addresses: [ANA] } as const;
    return (await suppressedOf(tx, app, asked)).size;
  },
};
