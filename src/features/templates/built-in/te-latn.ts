import type { PlainAll } from './definitions.ts';

export const teLatn: PlainAll = {
  booking_confirmation:
    'Namaskaram {{1}}, {{2}} lo mee booking khayam ayyindi: {{3}}, {{4}}, {{5}} ku. Marchalante javabu ivvandi.',
  appointment_reminder:
    'Namaskaram {{1}}, {{2}} nundi gurtu chestunnamu: {{3}}, {{4}}, {{5}} ku. Raalekapote javabu ivvandi.',
  promotional_offer:
    'Namaskaram {{1}}, {{2}} offer: {{3}}, {{4}} varaku. Offerlu vaddante STOP ani rayandi.',
  feedback_request:
    'Namaskaram {{1}}, {{3}} na {{2}} ku vachinanduku dhanyavadalu. Ela undi? 1 (bagaledu) nundi 5 (chala bagundi) rayandi.',
  order_confirmation:
    'Namaskaram {{1}}, {{3}} lo mee order {{2}} ku dhanyavadalu, mottam {{4}}. Siddham kagane chebutamu.',
  order_status:
    'Namaskaram {{1}}, {{3}} lo mee order {{2}} sthiti: {{4}}. Edaina adagalante javabu ivvandi.',
  slot_offer:
    'Namaskaram {{1}}, {{2}} lo samayam khali undi: {{3}}, {{4}}, {{5}} ku, {{6}} tho, {{7}}. {{8}} nimishallo AVUNU leda VADDU ani rayandi.',
  owner_question:
    '{{1}} assistant daggara mee kosam okati undi: {{2}} Ee message ku javabu ivvandi.',
};
