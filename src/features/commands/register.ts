import type { App } from '#app.ts';
import { AppError } from '#errors.ts';
import type { Registered, Registration } from '#features/businesses/register.system.ts';
import { register } from '#features/businesses/register.system.ts';
import { isGreeting } from '#features/inbound/completeness.ts';
import { bare, isCommand, keywordOf } from '#features/inbound/keywords.ts';
import { isMenuWord, linkedId } from '#features/inbound/route.ts';
import { parsePhone } from '#platform/phones.ts';
import type { Act } from './act.ts';
import { say } from './act.ts';
import { unquoted } from './parse.ts';
import { languageTo, sentencesIn, sentencesTo } from '#features/owner-sentences/sentences.ts';
import { preview } from './entry-text.ts';

const LONGEST_NAME = 100;

type Uses = Pick<App, 'config' | 'db' | 'clock' | 'vault' | 'wakeups' | 'channel'>;

export type WhatsappRegistration = {
  name: string;
  /** The WhatsApp number that was written to; the business shares it with the others there. */
  number: string;
  ownerSealed: string;
  timeZone?: string;
  /** Of who registers it. */
  language: string | null;
};

/**
 * Registers a business for whoever wrote, and gives the sentence to answer with. The same name again gives the
 * same business. Opens transactions of its own.
 */
export async function registerByWhatsapp(app: Uses, wanted: WhatsappRegistration): Promise<string> {
  const sentences = sentencesIn(wanted.language).commands;
  const name = unquoted(wanted.name).replace(/\s+/gu, ' ');
  if (!app.config.registrationByWhatsapp) return sentences.noRegistration;
  if (bare(name) === '') return sentences.howToRegister;
  if (!isName(name)) return sentences.noName(preview(name, 60));
  if (name.length > LONGEST_NAME) return sentences.nameTooLong(LONGEST_NAME);
  const ownerPhone = app.vault.decrypt(wanted.ownerSealed);
  if (!parsePhone(ownerPhone)) return sentences.needsPhone;
  const registered = await registerIfFree(app, {
    businessName: name,
    whatsappNumber: wanted.number,
    ownerPhone,
    timeZone: wanted.timeZone,
    shared: true,
    onlyUnderOwnName: true,
  });
  if (!registered) return sentences.nameTaken(name);
  const { businessId, whatsappNumber, isNew } = registered;
  const digits = whatsappNumber.replace(/\D/gu, '');
  const link = `https://wa.me/${digits}?text=start%20${businessId}`;
  return isNew ? sentences.registered(name, link) : sentences.registeredBefore(name, link);
}

/** Customers write the name to choose the business: it must not be what means something else here. */
const isName = (name: string) =>
  /\p{L}/u.test(name) &&
  !isCommand(name) &&
  !isMenuWord(name) &&
  !isGreeting(name) &&
  linkedId(name) === null &&
  keywordOf(name, 'whatsapp') === null;

/** Null when another business of the number has the name. */
async function registerIfFree(app: Uses, wanted: Registration): Promise<Registered | null> {
  try {
    return await register(app, wanted);
  } catch (error) {
    if (error instanceof AppError && error.code === 'name_taken') return null;
    throw error;
  }
}

export const registerFurther: Act = async (app, turn, text) => {
  if (turn.channel !== 'whatsapp') return say(sentencesTo(turn).commands.needsWhatsapp);
  const { theirSealed, ourAddress, business } = turn;
  const { timeZone } = business;
  const language = languageTo(turn);
  const wanted = { number: ourAddress, ownerSealed: theirSealed, timeZone, language };
  return say(await registerByWhatsapp(app, { ...wanted, name: text }));
};
