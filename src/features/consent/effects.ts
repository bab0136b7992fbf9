import type { App } from '#app.ts';
import type { OneBusiness } from '#db/tables.ts';
import { closeQuestion, openQuestion } from '#features/commands/queries.ts';
import { phrasesIn } from '#features/conversations/phrases.ts';
import type { Reply, ReplyKind, Turn } from '#features/conversations/turn.ts';
import { liftSuppression } from '#features/privacy/suppression.system.ts';
import type { Effect } from '#features/questions/raise.ts';

import { parseAddress } from '#platform/phones.ts';
import type { ConsentMethod } from './events.ts';
import type { NewConsent, Proof } from './queries.ts';
import { consentOf, grantedBy, messageSidOf, recordConsents } from './queries.ts';

import { cancelUnwanted, optIn, optOut } from './opt-outs.ts';
import { agreementOf } from './opt-in-form.ts';
import { preferenceLink } from './preference-link.ts';
import type { Choices, ConsentWish, Option } from './wish.ts';

import { CHOICE } from './wish.ts';

const OPEN_FOR_MS = 24 * 3_600_000;

type Uses = Pick<App, 'vault' | 'suppressor' | 'config'>;
type At = { app: Uses; tx: OneBusiness; turn: Turn; now: Date };
type Told = { outcome: string; replies: Reply[]; namesItself: boolean };

/** Carries out what a customer wants of being written to, in the transaction that settles the turn. */
export function consentEffect(
  app: Uses,
  turn: Turn,
  wish: ConsentWish | { kind: 'started' },
): Effect {
  return async (tx, now) => {
    const at: At = { app, tx, turn, now };
    switch (wish.kind) {
      case 'started':
        return started(at);
      case 'ask-stop':
        return askStop(at);
      case 'chosen':
        return choose(at, wish.option, wish.choices);
      case 'join':
        return join(at, wish.word);
      case 'preferences':
        return showPreferences(at);
    }
  };
}

const phrasesOf = ({ language, business }: Turn) => phrasesIn(language ?? business.language);
const lastOf = ({ messages }: Turn) => messages.at(-1)?.id ?? '0';
const told = (outcome: string, kind: ReplyKind, text: string): Told => ({
  outcome,
  replies: [{ kind, text }],
  namesItself: true,
});

/** START: what it brought back is said. */
async function started({ tx, turn }: At): Promise<Told> {
  const say = phrasesOf(turn);
  const granted = await grantedBy(tx, lastOf(turn));
  const isOffersOnly = granted.length === 1 && granted[0] === 'marketing';
  const text = isOffersOnly
    ? say.consent.offersAgain(turn.business.name)
    : say.optedIn(turn.business.name);
  return told('keyword-start', 'opt-in', text);
}

async function askStop(at: At): Promise<Told> {
  await ask(at, { options: ['everything', 'offers', 'keep'] });
  const text = phrasesOf(at.turn).consent.askStop(at.turn.business.name);
  return { ...told('consent-asked', 'small-talk', text), namesItself: false };
}

const ask = ({ tx, turn, now }: At, choices: Choices) =>
  openQuestion(tx, turn.conversationId, {
    kind: CHOICE,
    choices,
    askedAt: now,
    expiresAt: new Date(now.getTime() + OPEN_FOR_MS),
  });

/** What is proved by the customer's last message. */
async function proofOf(
  { tx, turn }: At,
  proof: Pick<Proof, 'method'> & Partial<Proof>,
): Promise<Proof> {
  return {
    businessId: turn.businessId,
    contactId: turn.contactId,
    channel: turn.channel,
    source: 'their message',
    actor: 'customer',
    language: turn.language,
    messageSid: await messageSidOf(tx, lastOf(turn)),
    ...proof,
  };
}

async function choose(at: At, option: Option, choices: Choices): Promise<Told> {
  const { tx, turn, now } = at;
  const say = phrasesOf(turn);
  const { name } = turn.business;
  await closeQuestion(tx, turn.conversationId);
  switch (option) {
    case 'keep':
      return told('consent-kept', 'small-talk', say.consent.unchanged(name));
    case 'join':
    case 'resume':
      return agree(at, choices, option === 'join' ? 'double-opt-in' : 'message');
    case 'everything':
    case 'offers': {
      const wording = say.consent.askStop(name);
      const person = { ...(await proofOf(at, { method: 'message', wording })), scope: option };
      await optOut(tx, [person], now);
      await cancelUnwanted(tx, [person], now);
      const text = option === 'everything' ? say.optedOut(name) : say.consent.noOffers(name);
      return told('keyword-stop', 'opt-out', text);
    }
  }
}

/** Joins at once where a wording of the business's own was shown before, else when it is confirmed. */
async function join(at: At, word: string): Promise<Told> {
  const { turn } = at;
  const say = phrasesOf(turn);
  const { optIn: form, name } = turn.business;
  const { wording, version, mustConfirm } = agreementOf(form, say.consent, name);
  const choices: Choices = { options: ['join'], wording, version };
  if (!mustConfirm) return agree(at, choices, 'keyword', `the word "${word}"`);
  await ask(at, choices);
  return told('consent-asked', 'opt-in-asked', `${wording} ${say.consent.confirmJoin}`);
}

async function agree(
  at: At,
  { wording, version, channel = at.turn.channel }: Choices,
  method: ConsentMethod,
  source = 'their message',
): Promise<Told> {
  const { tx, turn, now, app } = at;
  const wordingVersion = version ?? null;
  const said = { method, source, wording: wording ?? null, wordingVersion };
  const proof = { ...(await proofOf(at, said)), channel };
  await optIn(tx, [{ ...proof, only: null }], now);
  const granted: Omit<NewConsent, 'purpose'> = { ...proof, status: 'granted' };
  await recordConsents(
    tx,
    [
      { ...granted, purpose: 'transactional' },
      { ...granted, purpose: 'marketing' },
    ],
    now,
  );
  const address = parseAddress(app.vault.decrypt(turn.theirSealed));
  if (address) {
    const hashes = [app.suppressor.hashOf(turn.businessId, address.person)];
    await liftSuppression(tx, { businessId: turn.businessId, channel, hashes });
  }
  return told('consent-joined', 'opt-in', phrasesOf(turn).consent.joined(turn.business.name));
}

/** The link where a public address is known, else the choices by message. */
async function showPreferences(at: At): Promise<Told> {
  const { app, tx, turn, now } = at;
  const say = phrasesOf(turn).consent;
  const { name } = turn.business;
  const base = app.config.webhookBaseUrl;
  // Who opted out has asked for this one answer.
  const kind = turn.isOptedOut ? 'opt-out' : 'small-talk';
  if (base !== undefined) {
    const { businessId, contactId } = turn;
    const url = preferenceLink(app.vault, base, { businessId, contactId }, now);
    return told('preferences', kind, say.preferencesLink(name, url));
  }
  if (turn.isOptedOut) return told('preferences', kind, phrasesOf(turn).optedOutBefore(name));
  const about = { channel: turn.channel, purpose: 'marketing' } as const;
  const states = await consentOf(tx, [turn.contactId], about, now);
  const getsOffers = states.get(turn.contactId)?.status === 'granted';
  const wording = say.joinWording(name);
  const version = 'standard 1';
  await ask(at, { options: ['resume', 'offers', 'everything'], wording, version });
  return told('preferences', kind, say.preferencesChoice(name, getsOffers));
}
