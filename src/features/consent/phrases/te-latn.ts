import type { ConsentPhrases } from '../phrases.ts';

export const consentTeLatn: ConsentPhrases = {
  noOffers: (shop) =>
    `Ikapai ${shop} offerlu meeku raavu; javabulu, mee orderla samacharam vastune untayi. Offerlu malli kavalante START, anni aapalante STOP ani rayandi.`,
  offersAgain: (shop) =>
    `${shop} offerlu meeku malli vastayi. Anni messagelu aapadaniki STOP ani rayandi.`,
  askStop: (shop) =>
    `${shop} nundi meeku ika messagelu vadda? Javabuga rayandi 1: messagelu vaddu, 2: offerlu matrame vaddu, 3: ippudunnatte unchandi.`,
  unchanged: (shop) => `Sare, emi maaraledu: ${shop} messagelu meeku mundulage vastayi.`,
  joinWording: (shop) =>
    `${shop} offerlu, kotta vishayalu meeku nelaku konni vastayi. Mee phone company charges undavachu. Aapadaniki eppudaina STOP ani rayandi.`,
  confirmJoin: 'Angeekariste 1 ani rayandi.',
  joined: (shop) =>
    `Dhanyavadalu! Ikapai ${shop} offerlu meeku vastayi. Aapadaniki STOP ani rayandi.`,
  preferencesLink: (shop, url) =>
    `Mee empikala gurinchi ${shop} daggara emundo ikkada chusi marchukovachu: ${url}`,
  preferencesChoice: (shop, getsOffers) =>
    `${shop} messagelu meeku vastunnayi, ${getsOffers ? 'offerlu kuda' : 'offerlu lekunda'}. Javabuga rayandi 1: messagelu, offerlu, 2: offerlu lekunda messagelu, 3: messagelu vaddu.`,
  code: (shop, code) =>
    `${shop} kosam mee code ${code}. Idi 10 nimishalu panichestundi. Phone chese evariki cheppakandi.`,
  page: {
    title: (shop) => `${shop} messagelu`,
    intro: (shop) => `${shop} meeku emi pampavacho enchukondi. Eppudaina marchukovachu.`,
    channels: { whatsapp: 'WhatsApp', sms: 'SMS', email: 'E-mail' },
    transactional: 'Javabulu, naa orderlu, appointmentla samacharam',
    marketing: 'Offerlu, prakatanalu',
    wording: (shop) => `${shop} naaku ivi ikkada pampavachu. Nenu eppudaina aapavachu.`,
    onSince: (date) => `${date} nundi on`,
    offSince: (date) => `${date} nundi off`,
    nothingSaid: 'meeru inka enchukoledu',
    language: 'Bhasha',
    save: 'Save cheyandi',
    saved: 'Mee empika save ayindi.',
    verified: 'Mee phone number nirdharinchabadindi.',
    smsStopped: (number) =>
      `Meeru eppudaina STOP raasi SMS aapi unte, ${number} ku START kuda pampandi: mee phone company adugutundi.`,
    validUntil: (date) => `Ee page meedi matrame. Link ${date} varaku panichestundi.`,
    gone: 'Ee link ika panicheyadu. Kottadi kavalante “naa empikalu” ani rayandi.',
  },
  joinWords: [
    'cheratanu',
    'cherandi',
    'naaku offerlu kavali',
    'naku offers kavali',
    'offerlu kavali',
  ],
  preferencesWords: [
    'naa empikalu',
    'na empikalu',
    'empikalu',
    'naa data',
    'naa gurinchi mee daggara emundi',
    'na gurinchi mee daggara emundi',
  ],
};
