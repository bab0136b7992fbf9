import type { Asking } from './said.ts';
import { leading, trailing, whole } from './said.ts';

const never = '(?:do not|dont|don t|dnt|never|no longer|not)';
const write =
  '(?:text|txt|message|msg|contact|write|write to|sms|whatsapp|ping|spam|bother|disturb|dm|harass|reach out to)';
const writing =
  '(?:texting|txting|messaging|msging|contacting|writing(?: to)?|smsing|whatsapping|pinging|spamming|bothering|disturbing|harassing|reaching out to)';
const messages =
  '(?:(?:text |sms |whatsapp |automated |automatic |unwanted |spam )?(?:messages?|texts?|txts?|msgs?|sms|smses)|whatsapps|spam)';
const offers =
  '(?:(?:special |promo |promotional |marketing |daily |weekly )?(?:offers|ads|adverts|advertising|advertisements|promos|promotions|marketing|deals|newsletters?|campaigns|coupons|discounts|commercials)|(?:promotional|promo|marketing|sales|advertising) (?:messages?|texts?|msgs?|sms|stuff))';
const any = '(?: (?:any|more|anymore|further|these|those|your|such|all|of|this|the|with))*';
const person = '(?:me|us|this number|my number|my phone)';
const list =
  '(?:(?: (?:mailing|contact|contacts|text|texting|sms|marketing|customer|broadcast|message|messaging|whatsapp|phone|distribution|promo))* ?(?:lists?|database|records|contacts|system|group))';
const receive =
  '(?: (?:to )?(?:get|getting|receive|receiving|have|see|hear|be sent|being sent|be getting|be receiving))?';
const unwanted = `${never}(?: ever)? (?:want|wish|need|like|care for|care to|wanna|interested in)${receive}`;

/** The English of who wants to hear nothing more. */
export const english: Asking = {
  before: leading(
    'hi|hello|hey|hiya|ok|okay|so|and|but|then|sorry|sir|madam|guys|look|listen|again|yes|no(?! longer| more)|please|pls|plz|kindly|just|thanks|thank you|i said|i told you(?: to)?|i asked you to|i am asking you to|i(?: would| d)? (?:like|want|need|wish)(?: you)?(?: guys)? to|(?:can|could|would|will) (?:you|u|ya)(?: guys| all)?|you (?:must|should|have to|need to|can)|may i ask you to|i|we|u|hereby|really|also',
  ),
  after: trailing(
    'please|pls|plz|any ?more|again|ever|now|right now|at all|immediately|asap|today|thanks|thank you|thx|ok|okay|from now on|from now|from today|in (?:the )?future|sir|madam|guys|already|for good|forever|by text|by sms|via sms|via whatsapp|by whatsapp|on whatsapp|to (?:me|my (?:phone|number)|this number)|on (?:my|this) (?:phone|number)|from (?:you|you guys|this number|your (?:shop|store|company|business|restaurant|salon))|you guys|with this|period|man|bro|dude|thats enough|it s annoying|i beg you',
  ),
  everything: whole(
    `${never}(?: ever)?(?: again)? ${write}(?: to)? ${person}(?: ${messages})?`,
    `${never}(?: ever)? send(?: ${person})?${any} ${messages}`,
    `${never}(?: ever)? send(?: ${person})? (?:anything|stuff)(?: else)?`,
    `(?:stop|quit|cease)(?: the)?(?: fucking| bloody)? ${writing}(?: ${person})?`,
    `(?:stop|quit)(?: sending| with)?(?: ${person})?${any} ${messages}`,
    `(?:stop|quit) sending ${person}(?: (?:stuff|things|this|these|anything))?`,
    `(?:take|remove|delete|get|erase|drop) (?:${person}|my name|my details|my contact)(?: off| out)?(?: of| from)?(?: your| all your|(?: any of)? your| this)${list}`,
    `(?:delete|remove|erase|lose|forget|drop) my (?:phone |mobile |cell |whatsapp )?number(?: from (?:your|this|the)${list})?`,
    `unsubscribe (?:me|us|this number|my number)(?: from${any}(?:${list}| ${messages}| everything| this| it))?`,
    `unsubscribe(?: from${any}(?:${list}| ${messages}| everything| this| it))`,
    'opt me out(?: of (?:this|these|all|everything|your messages))?|opt(?:ing)? out(?: of (?:this|these|all|everything|your messages|messages))?|am opting out|to be (?:removed|unsubscribed|taken off)(?: from (?:your|this))?',
    `no more(?: of)?(?: (?:your|these|those|this))? ${messages}`,
    `${unwanted}${any} ${messages}`,
    `${unwanted} (?:anything|from you|more of (?:this|these))`,
    `${never} (?:ever )?(?:want|wish|like|care|need) to hear(?: anything)?(?: more)?(?: from you)?`,
    `${never} (?:want|wish|like)(?: to be)? (?:contacted|texted|messaged|written to|spammed)`,
    `${never} (?:want|wish|like|need) you(?: guys)?(?: to)? (?:text|message|contact|write|spam|texting|messaging|contacting|writing)(?: to)?(?: me)?`,
    'leave me alone|leave me in peace|(?:please )?stop (?:please|pls|now|texts?|contact)|(?:please|pls|plz|kindly|just|ok|now) stop',
    `(?:you )?(?:do not|dont|don t) have my (?:permission|consent)(?: to (?:text|contact|message|write to) me)?`,
    '(?:withdraw|revoke|cancel|am withdrawing|am revoking) my (?:consent|permission)',
    'stop all(?: this)?',
  ),
  offers: whole(
    `no more(?: of)?(?: (?:your|these|those|this))? ${offers}`,
    `no (?:ads|adverts|advertising|marketing|promos|promotions|spam offers)`,
    `${never}(?: ever)? send(?: ${person})?${any} ${offers}`,
    `(?:stop|quit)(?: sending| with)?(?: ${person})?${any} ${offers}`,
    `${unwanted}${any} ${offers}`,
    `unsubscribe(?: me)? from${any} ${offers}`,
    `opt(?: me)? out of${any} ${offers}`,
    `(?:take|remove) me (?:off|from)(?: your| the)? (?:marketing|promo|promotional|promotions|ads?|offers?) (?:list|messages|texts)`,
    `${never} ${write} me (?:with |about )?(?:your |these |any |any more |more )?${offers}`,
  ),
  unsure: whole(
    'stop(?: it| this| that| everything| all of (?:this|it)| now)?',
    'enough(?: is enough| of this)?|go away|get lost|not interested|wrong number|(?:this|it|that) is(?: just)? spam|spam|too many (?:messages|texts|msgs)|so many (?:messages|texts|msgs)|stop the spam',
    '(?:never|did not|didnt|didn t) (?:sign(?:ed)? up|subscribe|subscribed|ask|asked|agree|agreed)(?: for| to)?(?: (?:this|these|these messages|this list|these texts|any of this|it))?',
    '(?:how (?:do|can|to)(?: i)?|i want to know how to) (?:unsubscribe|opt out|stop (?:this|these|these messages|the messages|getting (?:these |your )?(?:messages|texts)|messages|texts|it)|get off (?:this|your|the) list)',
    `(?:take|remove|get) me (?:off|from) (?:the|this)? ?list|remove me|take me off|delete me`,
    `${never}(?: ever)? ${write}(?: to)? me(?: \\S+){1,5}`,
    `(?:stop|quit) (?:texting|messaging|writing|contacting)(?: to)? me(?: \\S+){1,5}`,
    `(?:stop|${never} send(?: me)?|no more|too many)(?: sending)?(?: me)?${any} (?:updates|reminders|notifications|alerts|emails)`,
    `${never} send(?: me)? so many (?:messages|texts|msgs)`,
    'block (?:me|my number)|to unsubscribe|unsubscribe(?: all)?',
  ),
};
