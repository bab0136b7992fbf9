import type { PlainAll } from './definitions.ts';

export const hiLatn: PlainAll = {
  booking_confirmation:
    'Namaste {{1}}, {{2}} mein aapki booking pakki hai: {{3}}, {{4}}, {{5}} baje. Badalne ke liye jawab dijiye.',
  appointment_reminder:
    'Namaste {{1}}, {{2}} se yaad dila rahe hain: {{3}}, {{4}}, {{5}} baje. Na aa saken to jawab dijiye.',
  promotional_offer:
    'Namaste {{1}}, {{2}} ka offer: {{3}}, {{4}} tak. Offer band karne ke liye STOP likhiye.',
  feedback_request:
    'Namaste {{1}}, {{3}} ko {{2}} aane ke liye dhanyavaad. Kaisa laga? 1 (kharab) se 5 (bahut achha) tak number likhiye.',
  order_confirmation:
    'Namaste {{1}}, {{3}} mein aapke order {{2}} ke liye dhanyavaad, kul {{4}}. Taiyar hone par batayenge.',
  order_status:
    'Namaste {{1}}, {{3}} mein aapke order {{2}} ki sthiti: {{4}}. Kuch poochna ho to jawab dijiye.',
  slot_offer:
    'Namaste {{1}}, {{2}} mein samay khaali hai: {{3}}, {{4}}, {{5}} baje, {{6}} ke saath, {{7}}. {{8}} minute mein HAAN ya NAHI likhiye.',
  owner_question:
    '{{1}} ke assistant ke paas aapke liye kuch hai: {{2}} Is message ka jawab dijiye.',
};
