import type { TemplateButton } from '#ports.ts';
import type { Content } from './content.ts';
import { filled } from './placeholders.ts';

/** The same message for channels that show text only, with its variables: the one that was written for it, else made from the rest. */
export function plainTextOf(content: Content): string {
  if (content.plainText !== null) return content.plainText;
  const { header, body, footer, buttons } = content;
  const replies = buttons.filter(({ kind }) => kind === 'reply').map(({ title }) => title);
  const rest = buttons.flatMap((button) => lineOf(button) ?? []);
  const lines = [
    header,
    unmarked(body),
    ...rest,
    replies.length > 0 && replies.join(' / '),
    footer,
  ];
  return lines.filter(Boolean).join('\n');
}

/** What WhatsApp shows as bold, italic, struck out or fixed-width. */
const unmarked = (text: string) =>
  text
    .replaceAll(/(?<![\p{L}\p{N}])([*_~])(?=\S)(.*?\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replaceAll('```', '');

function lineOf(button: TemplateButton): string | null {
  switch (button.kind) {
    case 'reply':
      return null;
    case 'url':
      return `${button.title}: ${button.url}`;
    case 'phone':
      return `${button.title}: ${button.phone}`;
    case 'copy-code':
      return `${button.title}: ${button.code}`;
  }
}

/** The plain text with the values in it; throws where a value is missing. */
export const renderTwin = (
  { plainText }: { plainText: string },
  values: Readonly<Record<string, string>>,
): string => filled(plainText, values);
