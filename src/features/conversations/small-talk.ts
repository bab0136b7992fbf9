import { bare } from '#features/inbound/keywords.ts';

const thanks = new Set(
  [
    'thanks, thank you, thank you so much, thanks a lot, thx, ty, ok, okay, k, cool, great, great thanks, ok thanks',
    'okay thank you, perfect, bye, goodbye, got it, gracias, muchas gracias, vale, obrigado, obrigada, valeu',
    'dhanyavaad, dhanyawad, shukriya, thik hai, theek hai, dhanyavadalu, धन्यवाद, शुक्रिया, ధన్యవాదాలు',
  ]
    .join(', ')
    .split(', ')
    .map(bare),
);

const approval = /^(?:👍|👌|🙏|❤|😊|🙂|\u{FE0F}|\p{Emoji_Modifier}|\s)+$/u;

/** True when nothing but thanks, agreement or goodbye is said. */
export const isThanks = (text: string): boolean => thanks.has(bare(text)) || approval.test(text);
