import type { WordedAll } from './definitions.ts';

export const en: WordedAll = {
  booking_confirmation: {
    body: 'Hello {{1}}, your booking at {{2}} is confirmed.\n\nWhat: {{3}}\nDay: {{4}}\nTime: {{5}}\n\nReply to this message if you need to change anything.',
    plainText:
      'Hello {{1}}, your booking at {{2}} is confirmed: {{3}} on {{4}} at {{5}}. Reply to change it.',
  },
  appointment_reminder: {
    body: 'Hello {{1}}, this is a reminder of your appointment at {{2}}.\n\nWhat: {{3}}\nDay: {{4}}\nTime: {{5}}\n\nReply to this message if you cannot come.',
    plainText:
      'Hello {{1}}, a reminder from {{2}}: {{3}} on {{4}} at {{5}}. Reply if you cannot come.',
  },
  promotional_offer: {
    body: 'Hello {{1}}, {{2}} has an offer for you: {{3}}. It is valid until {{4}}.\n\nReply STOP if you do not want offers from us.',
    plainText: 'Hello {{1}}, an offer from {{2}}: {{3}}, valid until {{4}}. Reply STOP to opt out.',
  },
  feedback_request: {
    body: 'Hello {{1}}, thank you for your visit to {{2}} on {{3}}. How was it?\n\nReply with a number from 1 (poor) to 5 (excellent). A few words help us, too.',
    plainText:
      'Hello {{1}}, thank you for your visit to {{2}} on {{3}}. How was it? Reply 1 (poor) to 5 (excellent).',
  },
  order_confirmation: {
    body: 'Hello {{1}}, thank you for your order {{2}} at {{3}}. The total is {{4}}.\n\nWe write to you here as soon as it is ready.',
    plainText:
      'Hello {{1}}, thank you for your order {{2}} at {{3}}, total {{4}}. We tell you when it is ready.',
  },
  order_status: {
    body: 'Hello {{1}}, there is news of your order {{2}} at {{3}}. It is now: {{4}}.\n\nReply to this message if you have a question.',
    plainText:
      'Hello {{1}}, your order {{2}} at {{3}} is now: {{4}}. Reply if you have a question.',
  },
  slot_offer: {
    body: 'Hello {{1}}, you are on the waiting list of {{2}} and a time has become free.\n\nWhat: {{3}}\nDay: {{4}}\nTime: {{5}}\nWith: {{6}}\nPrice: {{7}}\n\nPlease answer within {{8}} minutes. After that we offer it to the next person.',
    plainText:
      'Hello {{1}}, a time is free at {{2}}: {{3}} on {{4}} at {{5}} with {{6}}, {{7}}. Reply YES to book or NO to pass within {{8}} minutes.',
    replies: ['Confirm', 'Decline'],
  },
  owner_question: {
    body: 'Hello, this is the assistant of {{1}}. I have something for you: {{2}}\n\nReply to this message to answer, or send !help to see what I can do.',
    plainText:
      'The assistant of {{1}} has something for you: {{2}} Reply to this message to answer.',
  },
};
