import { lintButtons } from './lint-buttons.ts';
import { lintBody, lintVariables } from './lint-text.ts';
import type { Draft } from './content.ts';
import type { Problem } from './problem.ts';
import { emojisIn, problem } from './problem.ts';
import { lintLink, messagingLinkIn } from './links.ts';
import { numbersIn } from './placeholders.ts';

const LONGEST_NAME = 100;
const LONGEST_LINE = 60;
const MOST_EMOJIS = 10;

/** Words of a path that stand where a name would. */
const taken = new Set(['lint']);

/** Everything for which WhatsApp would refuse a template, a sentence each; nothing when it may be submitted. */
export function lintTemplate(draft: Draft): Problem[] {
  const { content } = draft;
  return [
    ...lintName(draft.name),
    ...lintBody(content),
    ...lintVariables(content),
    ...lintLine('header', content.header, 1),
    ...lintLine('footer', content.footer, 0),
    ...lintMedia(draft),
    ...lintButtons(content),
    ...lintEmojis(draft),
    ...lintMessagingLinks(draft),
    ...(draft.category === 'AUTHENTICATION' ? lintAuthentication(draft) : []),
  ];
}

function lintName(name: string): Problem[] {
  if (taken.has(name)) return [problem('name', 'name', `A template cannot be called "${name}".`)];
  return /^[a-z][a-z0-9_]*$/.test(name) && name.length <= LONGEST_NAME
    ? []
    : [
        problem(
          'name',
          'name',
          `The name may have small letters a to z, digits and _ only, at most ${LONGEST_NAME}, and begins with a letter: for example order_ready.`,
        ),
      ];
}

/** A header or footer: one short line. */
function lintLine(field: 'header' | 'footer', line: string | null, most: number): Problem[] {
  if (line === null) return [];
  const found: Problem[] = [];
  const say = (sentence: string) => found.push(problem('line', field, sentence));
  if (line.trim() === '') say(`The ${field} is empty; leave it out instead.`);
  if (Array.from(line).length > LONGEST_LINE) {
    say(`The ${field} is too long: WhatsApp takes ${LONGEST_LINE} characters.`);
  }
  if (/[\n\r\t]/.test(line)) say(`The ${field} must be one line.`);
  if (/[*_~`]/.test(line)) say(`The ${field} cannot be bold or italic: leave out * _ ~ and \`.`);
  if (emojisIn(line) > 0) say(`The ${field} cannot have emoji.`);
  if (numbersIn(line).length > most) {
    say(
      most === 0
        ? `The ${field} cannot have variables.`
        : `The ${field} can have ${most} variable at most.`,
    );
  }
  return found;
}

function lintMedia({ content: { mediaUrl, variables, header } }: Draft): Problem[] {
  if (mediaUrl === null) return [];
  const found = lintLink('mediaUrl', 'The address of the picture', mediaUrl, variables);
  if (header === null) return found;
  return [
    ...found,
    problem('media', 'mediaUrl', 'A template has either a header or a picture, not both.'),
  ];
}

const texts = ({ content }: Draft) => [
  content.header ?? '',
  content.body,
  content.footer ?? '',
  ...content.buttons.map(({ title }) => title),
];

function lintEmojis(draft: Draft): Problem[] {
  const count = emojisIn(texts(draft).join(' '));
  return count <= MOST_EMOJIS
    ? []
    : [
        problem(
          'emoji',
          'body',
          `There are ${count} emoji in the template; WhatsApp refuses more than ${MOST_EMOJIS}.`,
        ),
      ];
}

function lintMessagingLinks(draft: Draft): Problem[] {
  return texts(draft).some(messagingLinkIn)
    ? [
        problem(
          'link',
          'body',
          'WhatsApp refuses links to itself, such as wa.me: customers answer in the chat they are in.',
        ),
      ]
    : [];
}

function lintAuthentication({ content }: Draft): Problem[] {
  const { buttons, variables, header, footer, mediaUrl, body } = content;
  const [button] = buttons;
  const isCodeOnly = variables.length === 1 && buttons.length === 1 && button?.kind === 'copy-code';
  const isBare = header === null && footer === null && mediaUrl === null;
  const hasMore = emojisIn(body) > 0 || /https?:\/\/|www\./i.test(body);
  return isCodeOnly && isBare && !hasMore
    ? []
    : [
        problem(
          'authentication',
          'category',
          'A template of the category AUTHENTICATION has one variable, the code, one button that copies it, and no picture, header, footer, link or emoji.',
        ),
      ];
}
