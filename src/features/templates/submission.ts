import type { NewContent } from '#ports.ts';
import type { Draft } from './content.ts';
import { plainTextOf } from './twin.ts';

/** A template as the carrier is given it, under a name by which it is found again. */
export const newContentOf = (
  { language, category, content }: Draft,
  friendlyName: string,
): NewContent => ({
  friendlyName,
  language: whatsappLanguage(language),
  category,
  body: content.body,
  plainText: plainTextOf(content),
  samples: Object.fromEntries(content.variables.map(({ sample }, at) => [at + 1, sample])),
  header: content.header,
  footer: content.footer,
  mediaUrl: content.mediaUrl,
  buttons: content.buttons,
});

/** Languages that WhatsApp knows with a region only. */
const regions: Readonly<Record<string, string>> = { pt: 'pt_BR', zh: 'zh_CN' };

/** A language tag as WhatsApp writes it: without a script, its region after an underscore. */
export function whatsappLanguage(tag: string): string {
  const { language, region } = new Intl.Locale(tag);
  return region ? `${language}_${region}` : (regions[language] ?? language);
}

/** Every submission has a name of its own: a rejected one cannot be used again for 30 days. */
export const submittedName = ({
  name,
  businessId,
  id,
}: {
  name: string;
  businessId: string;
  id: string;
}): string => `${name}_${businessId}_${id.slice(0, 8)}`;
