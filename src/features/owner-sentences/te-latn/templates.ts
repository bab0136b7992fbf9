import type { Group } from '../sentences.ts';

export const templates: Group<'templates'> = {
  heading: (shop) => `${shop} message templatela samacharam:`,
  approved: (names) => `WhatsApp aamodinchindi: ${names}. Ika nundi deenni vaadutanu.`,
  rejected: (names, reason) =>
    `WhatsApp tiraskarinchindi: ${names}. Daani kaaranam: ${reason}. Deenitho emi pampadam ledu. Text ni marpinchi malli samarpinchamanandi.`,
  paused: (names) =>
    `Customerlu firyadu chesaru leda chadavaledu kabatti WhatsApp aapindi: ${names}. Prastutaniki deenitho emi pampadam ledu. Takkuva mandiki, kaavalanukune vaariki matrame rayandi; sadharananga WhatsApp konni gantallo malli anumatistundi.`,
  disabled: (names) =>
    `WhatsApp saswatanga nilipivesindi: ${names}. Ika deenitho emi pampadam ledu. Vere text tayaru cheyinchi samarpinchamanandi.`,
  stopped: (names, status) =>
    `WhatsApp prastutam deenni vaadanivvadam ledu: ${names}. Adi cheppedi: ${status}. Deenitho emi pampadam ledu. Malli adigi meeku chebutanu.`,
  refused: (names, reason) =>
    `Deenni samarpinchalekapoyanu: ${names}. ${reason} Text ni marpinchi malli samarpinchamanandi.`,
  gone: (names) =>
    `Twilio daggara ippudu ledu: ${names}. Deenitho emi pampadam ledu. Avasaramaite malli samarpinchamanandi.`,
  recategorised: (names, category) =>
    `WhatsApp category ni ${category} ga marchindi: ${names}. Deenitho pampe messagelaku kharchu ekkuva kaavachu, MARKETING vi offerlu kaavalanukune customerlaku matrame veltayi. Adi sari kaakapote text ni marpinchandi.`,
  list: 'Message templatelu, vaati gurinchi WhatsApp cheppedi:',
  none: 'Inka message templatelu levu. Ee service nadipevaaru WhatsApp ku konni samarpinchagalaru.',
  isUnsubmitted: 'inka samarpinchaledu',
  isPending: 'WhatsApp pariseelistondi',
  isApproved: 'aamodinchabadindi',
  isRejected: 'tiraskarinchabadindi',
  isPaused: 'WhatsApp aapindi',
  isDisabled: 'WhatsApp nilipivesindi',
};
