import type { ConsentPhrases } from '../phrases.ts';

export const consentEn: ConsentPhrases = {
  noOffers: (shop) =>
    `You won't get any more offers from ${shop}; answers and news about your orders still come. Reply START to get offers again, STOP to end everything.`,
  offersAgain: (shop) => `You get offers from ${shop} again. Reply STOP to end all messages.`,
  askStop: (shop) =>
    `Do you want no more messages from ${shop}? Reply 1: no more messages, 2: only no offers, 3: leave it as it is.`,
  unchanged: (shop) => `All right, nothing changes: you get messages from ${shop} as before.`,
  joinWording: (shop) =>
    `You get offers and news from ${shop}, a few a month. Rates of your phone company may apply. Reply STOP at any time to end them.`,
  confirmJoin: 'Reply 1 to agree.',
  joined: (shop) => `Thank you! You get offers from ${shop} now. Reply STOP to end them.`,
  preferencesLink: (shop, url) =>
    `Here you see what ${shop} keeps about your choices, and can change them: ${url}`,
  preferencesChoice: (shop, getsOffers) =>
    `You get messages from ${shop}, ${getsOffers ? 'offers too' : 'without offers'}. Reply 1: messages and offers, 2: messages without offers, 3: no more messages.`,
  code: (shop, code) =>
    `${code} is your code for ${shop}. It is valid for 10 minutes. Please tell it to nobody who calls you.`,
  page: {
    title: (shop) => `Messages from ${shop}`,
    intro: (shop) => `Choose what ${shop} may send you. You can change it at any time.`,
    channels: { whatsapp: 'WhatsApp', sms: 'SMS', email: 'E-mail' },
    transactional: 'Answers, and news about my orders and appointments',
    marketing: 'Offers and advertising',
    wording: (shop) => `${shop} may send me this here. I can end it at any time.`,
    onSince: (date) => `on since ${date}`,
    offSince: (date) => `off since ${date}`,
    nothingSaid: 'you have not chosen yet',
    language: 'Language',
    save: 'Save',
    saved: 'Your choice is saved.',
    verified: 'Your phone number is confirmed.',
    smsStopped: (number) =>
      `If you once ended SMS with STOP, please also send START to ${number}: your phone company asks for it.`,
    validUntil: (date) => `This page is yours alone. The link is valid until ${date}.`,
    gone: 'This link is not valid any more. Please write “preferences” to get a new one.',
  },
  joinWords: [
    'subscribe',
    'opt in',
    'optin',
    'join',
    'sign up',
    'sign me up',
    'join offers',
    'subscribe to offers',
    'yes offers',
  ],
  preferencesWords: [
    'preferences',
    'my preferences',
    'settings',
    'my settings',
    'my data',
    'what do you have about me',
    'what do you know about me',
    'what data do you have about me',
    'what do you store about me',
    'change my preferences',
  ],
};
