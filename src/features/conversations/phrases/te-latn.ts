import type { Phrases } from '../phrases.ts';

const orCall = (phone: string | null) => (phone ? ` Meeru maaku ${phone} ku call cheyavachu.` : '');

export const teLatn: Phrases = {
  disclosure: (shop) => `Namaskaram! Nenu ${shop} automatic assistant ni.`,
  greeting: (shop) =>
    `Namaskaram! Nenu ${shop} automatic assistant ni. Meeru emi telusukovali anukuntunnaru?`,
  thanks: 'Santosham! Inkemaina kavalante rayandi.',
  unknown: (phone) => `Kshaminchandi, adi naaku teliyadu.${orCall(phone)}`,
  cannotRead:
    'Nenu inka photolu, voice notelu, filelu teravalenu. Dayachesi mee prashna type cheyandi.',
  empty: 'Aa message chadavalekapoyanu. Dayachesi mee prashna type cheyandi.',
  limit: (minutes) =>
    `Ee gantalo meeru chala prashnalu adigaru, anduke nenu aagali. Dayachesi ${minutes} nimishala tarvata rayandi.`,
  mediaLimit: (minutes) =>
    `Ee gantalo meeru chala filelu pampinaru. ${minutes} nimishala tarvata marinni pampavachu.`,
  paused: (phone) => `Prastutam automatic javabulu aapabaddayi.${orCall(phone)}`,
  help: (shop, phone) =>
    `Idi ${shop} automatic assistant. Prashna adagandi, vyaparam cheppina daani nundi javabu istanu.${orCall(phone)} Messagelu aapadaniki STOP ani rayandi.`,
  optedOut: (shop) =>
    `Ikapai ${shop} nundi meeku messagelu raavu. Manasu marithe START ani rayandi.`,
  optedIn: (shop) =>
    `Malli swagatam! ${shop} messagelu meeku malli vastayi. Aapadaniki STOP ani rayandi.`,
  chooseShop: (numbered) =>
    `Namaskaram! Nenu konni vyaparala automatic assistant ni. Meeku edi kavali? Number rayandi:\n${numbered}`,
  notAChoice: (numbered) => `Dayachesi meeku kavalasina vyaparam number rayandi:\n${numbered}`,
  chosen: (shop) =>
    `Ippudu meeru ${shop} automatic assistant tho matladutunnaru. Emi telusukovali anukuntunnaru? (Vere vyaparam enchukovadaniki "menu" ani rayandi.)`,
  sorry: (phone) =>
    `Kshaminchandi, javabu ivvalekapoyanu. Dayachesi kasepatlo malli adagandi.${orCall(phone)}`,
};
