import type { RequestHandler } from 'express';
import { Router } from 'express';
import type { App } from '#app.ts';
import { isCommonNumber } from '#features/businesses/common-number.ts';
import { meters } from '#features/health/meters.ts';
import { rememberingVault } from '#platform/crypto.ts';
import { formBody } from '#platform/http/form.ts';
import { isFromThisMachine } from '#platform/http/loopback.ts';
import type { ChannelKind } from '#ports.ts';
import { looksUnfinished, REST_OF_MESSAGE_MS } from './completeness.ts';
import { keywordSaid, optingOf } from '#features/consent/opting.ts';
import { LOBBY } from './lobby.ts';
import type { Form, Inbound } from './message.ts';
import { readInbound } from './message.ts';
import type { Meant } from './meant-shop.ts';
import { questionNamedIn } from './meant-shop.ts';
import { nobodyKnown, numberDirectory, personAtNumber, rememberChoice } from './numbers.system.ts';
import type { Received } from './receive.system.ts';
import { receiver } from './receive.system.ts';
import { whoWrote } from './who.ts';
import { asksToRegister, route } from './route.ts';

type Uses = Pick<
  App,
  | 'config'
  | 'db'
  | 'clock'
  | 'channel'
  | 'vault'
  | 'suppressor'
  | 'wakeups'
  | 'answerer'
  | 'turns'
  | 'log'
  | 'accountSid'
  | 'lifecycle'
  | 'publicUrl'
>;

const paths = {
  inbound: ['/webhooks/twilio/whatsapp', '/webhooks/twilio/sms', '/webhook/twilio/whatsapp'],
};

const NOTHING_TO_SAY = { 'Content-Type': 'text/xml; charset=utf-8' };

/** Takes what the carrier delivers: verified, stored and due, then acknowledged; nothing slow in between. */
export function inboundWebhook(app: Uses): Router {
  const router = Router();
  const take = taker(app);

  const remember = () => {
    app.lifecycle.hasTurnedAway = true;
  };
  const takeOrRemember = (message: Inbound) =>
    take(message).catch((error: unknown) => {
      remember();
      throw error;
    });

  // A token that was changed at the carrier makes its webhooks look forged: they are looked for there.
  router.post(paths.inbound, formBody, signedByCarrier(app, remember), async (req, res) => {
    const message = readInbound((req.body ?? {}) as Form);
    if (message) await takeOrRemember(message);
    else app.log.warn('TWILIO message ignored: it names no account, sender, receiver or message');
    res.writeHead(200, NOTHING_TO_SAY).end('<Response/>');
  });
  router.get(paths.inbound, (_req, res) => void res.status(200).end());
  return router;
}

type SignedUses = Pick<Uses, 'config' | 'channel' | 'log' | 'accountSid' | 'publicUrl'>;

/** Refuses with 403 what the carrier did not sign for our account, before it is read; `whenOurs` hears of one that names our account. */
export const signedByCarrier =
  (
    { config, channel, log, accountSid, publicUrl }: SignedUses,
    whenOurs = () => {},
  ): RequestHandler =>
  (req, res, next) => {
    const form = (req.body ?? {}) as Form;
    const signature = req.get('x-twilio-signature') ?? '';
    const isOurs =
      form.AccountSid === accountSid &&
      channel.isSigned({ url: publicUrl() + req.originalUrl, signature, form });
    const isOpenHere = channel.kind === 'simulated' && config.isKeylessHere;
    const isLocalTry = isOpenHere && signature === '' && isFromThisMachine(req);
    if (isOurs || isLocalTry) return next();
    if (form.AccountSid === accountSid) whenOurs();
    log.warn('TWILIO webhook refused: not signed for our account', { path: req.path });
    res
      .status(403)
      .type('text/plain')
      .send('This request is not signed by Twilio for this account.');
  };

/** Routes one message to its business and stores it. True when it is new. */
export function taker(app: Uses): (message: Inbound, receivedAt?: Date) => Promise<boolean> {
  const shopsAt = numberDirectory(app);
  const receive = receiver(app);
  const vault = rememberingVault(app.vault);

  return async (message, receivedAt = app.clock.now()) => {
    const people = [message.person, ...(message.otherPerson ? [message.otherPerson] : [])];
    const indexes = people.flatMap((person) => vault.blindIndexes(person));
    const personIndex = vault.blindIndex(message.person);
    const otherIndex = message.otherPerson && vault.blindIndex(message.otherPerson);
    const place = await businessOf(app, shopsAt, message, indexes);
    if (!place) return false;
    const { businessId, meant } = place;
    const isNew = await receive(
      toStore(withMeant({ ...message, receivedAt, now: app.clock.now() }, meant), vault.encrypt, {
        businessId,
        personIndex,
        otherIndex,
        who: () => whoWrote(app, businessId, message),
      }),
    );
    app.log.info('TWILIO message received', {
      business: businessId,
      messageSid: message.messageSid,
      isNew,
    });
    if (isNew) meters.messageReceived(message.channel);
    return isNew;
  };
}

async function businessOf(
  app: Uses,
  shopsAt: ReturnType<typeof numberDirectory>,
  { channel, ourAddress, body, messageSid, accountSid, details }: Inbound,
  personIndexes: readonly string[],
): Promise<{ businessId: string; meant?: Meant | undefined } | null> {
  const shops = await shopsAt(channel, ourAddress);
  const mayRegister = isOpen(app, channel, ourAddress);
  const repliedTo = typeof details?.repliedTo === 'string' ? details.repliedTo : null;
  const person =
    shops.length > 1 || (mayRegister && asksToRegister(body))
      ? await personAtNumber(app, {
          ...{ channel, ourAddress, personIndexes, accountSid, repliedTo },
          questionNumber: questionNamedIn(body),
          now: app.clock.now(),
        })
      : nobodyKnown;
  const where = route({ shops, body, mayRegister, ...person });
  if (where.kind === 'nobody') {
    app.log.warn('TWILIO message to a number that belongs to no business', {
      ourAddress,
      messageSid,
    });
    return null;
  }
  const businessId = where.kind === 'lobby' ? LOBBY : where.businessId;
  const meant = where.kind === 'business' ? where.meant : undefined;
  if (where.remember) {
    const at = { channel, ourAddress, personIndex: personIndexes[0] ?? '' };
    await rememberChoice(app, at, businessId, app.clock.now());
  }
  return { businessId, meant };
}

/** An owner of several shops at a number is told which of them she has answered. */
const withMeant = <M extends Pick<Inbound, 'details'>>(message: M, meant: Meant | undefined): M =>
  meant ? { ...message, details: { ...message.details, amongShops: meant.unclear } } : message;

/** Registration by WhatsApp is for the number that all businesses may have in common. */
const isOpen = (app: Uses, channel: ChannelKind, ourAddress: string) =>
  app.config.registrationByWhatsapp && channel === 'whatsapp' && isCommonNumber(app, ourAddress);

function toStore(
  message: Inbound & { receivedAt: Date; now: Date },
  seal: (plain: string) => string,
  who: Pick<Received, 'businessId' | 'personIndex' | 'otherIndex' | 'who'>,
): Received {
  const { channel, body, optOutType, profileName } = message;
  const opting = optingOf(message);
  const isKnown = opting !== null || keywordSaid(message) !== null;
  const isWaiting = message.kind === 'text' && !isKnown && looksUnfinished(body);
  const waitMs = isWaiting ? REST_OF_MESSAGE_MS : 0;
  return {
    ...who,
    nameSealed: profileName && seal(profileName),
    theirSealed: seal(message.from),
    channel,
    ourAddress: message.ourAddress,
    accountSid: message.accountSid,
    messageSid: message.messageSid,
    body,
    receivedAt: message.receivedAt,
    kind: message.kind,
    details: optOutType ? { ...message.details, optOutType } : message.details,
    opting,
    dueAt: new Date(message.now.getTime() + waitMs),
  };
}
