import { consentEn } from '#features/consent/phrases/en.ts';
import type { Phrases } from '../phrases.ts';
import { clockTime, uncapitalised } from '../phrase-times.ts';
import type { Speech } from '../speech.ts';
import { anyOf, beginning, pattern } from '../speech.ts';

const orCall = (phone: string | null) => (phone ? ` You can call us at ${phone}.` : '');
const OFFER = ' Would you like to be called back? Reply “call me”.';

export const en: Phrases = {
  disclosure: (shop) => `Hi! I'm the automated assistant of ${shop}.`,
  greeting: (shop) => `Hello! I'm the automated assistant of ${shop}. What would you like to know?`,
  thanks: "You're welcome! Just write if there is anything else.",
  identity: (shop, phone) =>
    `I'm the automated assistant of ${shop}, a machine and not a person.${orCall(phone)}`,
  noPerson: (shop, phone) =>
    `I'm the automated assistant of ${shop}, and I can't connect you to a person here.${orCall(phone)}`,
  unknown: (phone) => `Sorry, I don't know that.${orCall(phone)}`,
  asking: (shop) => `I don't know that, so I'm asking ${shop}. You'll get the answer here.`,
  noted: (shop) => `I've noted it for ${shop}.`,
  fromShop: (shop, question, answer) => `${shop} about “${question}”: ${answer}`,
  couldNotAsk: (shop, phone) =>
    `I couldn't reach ${shop} with your question. I keep it for them.${orCall(phone)}`,
  noAnswerYet: ({ shop, question, phone, offersCall }) =>
    `${shop} hasn't answered “${question}” so far.${offersCall ? OFFER : ''}${orCall(phone)}`,
  cannotSay: ({ shop, question, phone, offersCall }) =>
    `${shop} can't answer “${question}” here, sorry.${offersCall ? OFFER : ''}${orCall(phone)}`,
  callMe: ['call me', 'call me back', 'call back', 'please call me'],
  agreed: ['yes', 'yes please', 'yeah', 'sure', 'ok'],
  callBackAsked: (shop) => `All right, I'm asking ${shop} to call you.`,
  callBackNoted: (shop) => `All right, I've noted for ${shop} that you would like a call.`,
  cannotCall: (shop, phone) =>
    `I can't see a phone number of yours here, so ${shop} can't call you.${orCall(phone)}`,
  toPerson: (shop) =>
    `I'm passing your message on to ${shop}, so that a person can write to you here. I stay quiet meanwhile. Write “bot” to talk to me again.`,
  botAgain: (shop) => `You're talking to the automated assistant of ${shop} again.`,
  nobodyFree: (shop, phone) =>
    `Nobody at ${shop} could take over so far, so I'm answering again. They have your message.${orCall(phone)}`,
  cannotRead: "I can't open pictures, voice notes or files yet. Please type your question.",
  cannotOpen: "I can't open this kind of file. Please type your question.",
  notMadeOut: "Sorry, I couldn't make that out. Please type your question.",
  empty: "I couldn't read that message. Please type your question.",
  limit: (minutes) =>
    `You've asked a lot this hour, so I have to pause. Please write again in ${minutes} minutes.`,
  mediaLimit: (minutes) =>
    `You've sent a lot of files this hour. You can send more in ${minutes} minutes.`,
  paused: (shop, phone) => `Automatic answers of ${shop} are paused at the moment.${orCall(phone)}`,
  suspended: (shop) => `${shop} isn't answering messages here at the moment.`,
  help: (shop, phone) =>
    `This is the automated assistant of ${shop}. Ask a question and I answer from what the business told me.${orCall(phone)} Reply STOP to get no more messages.`,
  optedOut: (shop) =>
    `You won't get any more messages from ${shop}. Reply START if you change your mind.`,
  optedIn: (shop) => `You get messages from ${shop}. Reply STOP to end them.`,
  optedOutBefore: (shop) => `You stopped messages from ${shop}. Reply START to get them again.`,
  consent: consentEn,
  chooseShop: (numbered) =>
    `Hi! I'm an automated assistant for several businesses. Which one do you mean? Reply with a number:\n${numbered}`,
  notAChoice: (numbered) => `Please reply with the number of the business you mean:\n${numbered}`,
  moreShops: (count) => `... and ${count} more. If yours is not here, write its name.`,
  noShopYet:
    "Hi! I'm an automated assistant. No business is registered at this number yet. To register yours, send !register and its name, for example: !register Coffee Corner",
  chosen: (shop) =>
    `You're now talking to the automated assistant of ${shop}. What would you like to know? (Send "menu" to choose another business.)`,
  sorry: (phone) =>
    `Sorry, something kept me from answering. Please ask again in a moment.${orCall(phone)}`,
  hoursLabel: 'Opening hours',
  hours: {
    weekdays: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
    months:
      'January February March April May June July August September October November December'.split(
        ' ',
      ),
    today: 'today',
    tomorrow: 'tomorrow',
    onDate: (weekday, date) => `on ${weekday} ${date}`,
    date: (day, month) => `${day} ${month}`,
    time: (minutes, clock) => clockTime(minutes, clock, ['AM', 'PM']),
    at: (day, time) => `${day} at ${time}`,
    yes: (sentence) => `Yes, ${uncapitalised(sentence)}`,
    no: (sentence) => `No, ${uncapitalised(sentence)}`,
    openNow: (until) => `We are open now, until ${until}.`,
    openNowAndOn: 'We are open now, around the clock.',
    closedNow: 'We are closed now.',
    opens: (when) => `We open ${when}.`,
    openOn: (day, spans) => `We are open ${day}, ${spans}.`,
    openAllDayOn: (day) => `We are open ${day}, for 24 hours.`,
    closedOn: (day) => `We are closed ${day}.`,
    closedAt: (when) => `We are closed ${when}.`,
    afterHours: (when) => `We are closed now and open ${when}.`,
    closed: 'closed',
    allDay: 'open 24 hours',
    asUsual: 'as usual',
    notUnderstood: 'not understood',
    everyDay: 'every day',
    everyYear: (date) => `${date}, every year`,
    inYear: (date, year) => `${date} ${year}`,
  },
};

/** What a writer may take us for. */
const machine = anyOf(
  '(?:a |an |the |really |actually |just |even |real |live )*(?:bots?|robots?|chat ?bots?|machines?|computers?|ai|automated|automatic|humans?|human being|persons?|people|real|program|chatgpt)',
);
/** Of "it" and "this" only what no article in a shop is called. */
const bot =
  '(?:a |an |the |really |actually |just )*(?:bot|robot|chat ?bot|ai|human|real person|person|real human|automated)';
const someone =
  '(?:to|with) (?:someone|somebody|anyone|anybody|(?:a |an |the |your |some |any )?(?:actual |real |live |human )*(?:person|human|human being|people|agent|representative|operator|staff|staff member|employee|manager|owner|boss|team|support|customer service|customer care))';

export const english: Speech = {
  sentences: en,
  words: {
    stop: 'stop, stopall, stop all, unsubscribe, end, quit, revoke, optout, opt out',
    start: 'start, unstop, subscribe, opt in, optin',
    help: 'help, info',
    menu: 'menu',
    greeting: 'hi, hello, hey, hiya, good, morning, evening, afternoon, there, sir, madam',
    thanks:
      'thanks, thank you, thank you so much, thanks a lot, thx, ty, ok, okay, k, cool, great, great thanks, ok thanks, okay thank you, perfect, bye, goodbye, got it',
    yes: 'yes, y, yep, yeah, yup, yes please, ok, okay, sure, correct, right, go ahead, do it, please do, save it, yes save it',
    no: 'no, n, nope, nah, no thanks, no thank you, cancel, drop, drop it, none, neither, never mind, leave it',
    edit: 'edit, change',
    skip: 'skip, skip it, cancel, never mind, nevermind, leave it, ignore it, forget it, drop it',
    save: 'save, save it, save them, save all, yes save it, yes save them',
    one: 'one, as one, one entry, as one entry, 1 one entry, together',
    separate: 'separate, separately, separate entries, as separate entries, each, split, two',
    replace: 'replace, replace it, change, change it, yes replace, yes replace it, update it',
    another: 'new, keep both, both, add, add it, new one, as new, separate',
    undo: 'undo, undo it, undo that',
  },
  wonders: {
    identity: pattern(
      `(?:are|r) (?:you|u|ya) ${machine}(?: or ${machine})?`,
      `(?:you are|you re|u r) ${machine}(?: right| no)?`,
      `(?:is|s) (?:this|it|that) ${bot}(?: or ${bot})?`,
      `(?:am i|is this me|are we) (?:talking|speaking|chatting|texting|writing) (?:to|with) ${machine}(?: or ${machine})?`,
      '(?:who|what) (?:are|r) (?:you|u)',
      'who (?:is|s) (?:this|that|it)',
      'whos this',
      '(?:who|whom) am i (?:talking|speaking|chatting|texting|writing) (?:to|with)',
      'what(?: is| s|s) (?:your|ur) name',
      'is (?:any|some)(?:one|body) (?:there|here)',
    ),
    person: beginning(
      `(?:.{0,40} )?(?:talk|speak|chat) ${someone}`,
      `(?:.{0,20} )?(?:connect|transfer|put) me (?:through )?${someone}`,
    ),
    personAlone: pattern(
      '(?:(?:i )?(?:want|need) |give me |get me )?(?:a |an )?(?:real |live |actual )?(?:human|person|agent|representative|operator)',
    ),
  },
};
