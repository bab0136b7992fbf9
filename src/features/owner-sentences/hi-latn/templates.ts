import type { Group } from '../sentences.ts';

export const templates: Group<'templates'> = {
  heading: (shop) => `${shop} ke message template ki khabar:`,
  approved: (names) => `WhatsApp ne manzoor kiya: ${names}. Ab se main ise istemaal karunga.`,
  rejected: (names, reason) =>
    `WhatsApp ne namanzoor kiya: ${names}. Uska kaaran: ${reason}. Isse kuch nahi bheja jaata. Text badalwakar phir se jama karwaiye.`,
  paused: (names) =>
    `WhatsApp ne rok diya, kyunki grahakon ne shikayat ki ya ise padha nahi: ${names}. Filhaal isse kuch nahi bheja jaata. Kam logon ko likhiye aur sirf unhe jo chahte hain; WhatsApp aksar kuch ghanton mein rok hata deta hai.`,
  disabled: (names) =>
    `WhatsApp ne hamesha ke liye band kiya: ${names}. Ab isse kuch nahi bheja jaata. Doosra text banwakar jama karwaiye.`,
  stopped: (names, status) =>
    `WhatsApp abhi mujhe yeh istemaal nahi karne deta: ${names}. Woh kehta hai: ${status}. Isse kuch nahi bheja jaata. Main phir poochunga aur aapko bataunga.`,
  refused: (names, reason) =>
    `Main yeh jama nahi kar saka: ${names}. ${reason} Text badalwakar phir se jama karwaiye.`,
  gone: (names) =>
    `Twilio ke paas ab nahi hai: ${names}. Isse kuch nahi bheja jaata. Zaroorat ho to phir se jama karwaiye.`,
  recategorised: (names, category) =>
    `WhatsApp ne category badalkar ${category} kar di: ${names}. Isse message mehenge ho sakte hain, aur MARKETING wale sirf un grahakon ko jaate hain jo offer chahte hain. Yeh sahi na ho to text badalwaiye.`,
  list: 'Message template, aur WhatsApp unke baare mein kya kehta hai:',
  none: 'Abhi koi message template nahi hai. Jo yeh service chalate hain, woh WhatsApp ko kuch bhej sakte hain.',
  isUnsubmitted: 'abhi jama nahi kiya',
  isPending: 'WhatsApp dekh raha hai',
  isApproved: 'manzoor',
  isRejected: 'namanzoor',
  isPaused: 'WhatsApp ne roka hai',
  isDisabled: 'WhatsApp ne band kiya hai',
};
