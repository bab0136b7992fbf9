import type { TemplateButton } from '#ports.ts';
import type { Content } from './content.ts';
import { lintLink } from './links.ts';
import { numbersIn } from './placeholders.ts';
import type { Problem } from './problem.ts';
import { emojisIn, problem } from './problem.ts';

/** Longer ones are not shown whole on every phone; WhatsApp itself takes 25 in templates and 20 in a chat. */
const LONGEST_TITLE = 20;
const MOST = 10;

const limits: Record<TemplateButton['kind'], { most: number; sentence: string }> = {
  reply: { most: 10, sentence: 'A template can have at most 10 buttons that answer.' },
  url: { most: 2, sentence: 'A template can have at most 2 buttons that open a page.' },
  phone: { most: 1, sentence: 'A template can have 1 button that calls.' },
  'copy-code': { most: 1, sentence: 'A template can have 1 button that copies a code.' },
};

/** What is wrong with the buttons: how many there are of a kind, in what order, and each by itself. */
export function lintButtons({ buttons, variables }: Content): Problem[] {
  const found: Problem[] = [];
  const say = (sentence: string) => found.push(problem('buttons', 'buttons', sentence));
  if (buttons.length > MOST) say(`A template can have at most ${MOST} buttons.`);
  for (const [kind, { most, sentence }] of Object.entries(limits)) {
    if (buttons.filter((button) => button.kind === kind).length > most) say(sentence);
  }
  if (!isGrouped(buttons)) {
    say('Buttons that answer and other buttons must not be mixed: put those that answer together.');
  }
  const titles = buttons.map(({ title }) => title.trim().toLowerCase());
  if (new Set(titles).size < titles.length) say('Two buttons have the same text.');
  const ids = buttons.flatMap((button) => (button.kind === 'reply' ? button.id : []));
  if (new Set(ids).size < ids.length) say('Two buttons that answer have the same id.');
  return [...found, ...buttons.flatMap((button) => lintButton(button, variables))];
}

/** Those that answer stand together, before or after the others. */
function isGrouped(buttons: readonly TemplateButton[]): boolean {
  const changes = buttons.filter(
    ({ kind }, at) => at > 0 && (kind === 'reply') !== (buttons[at - 1]?.kind === 'reply'),
  );
  return changes.length <= 1;
}

function lintButton(button: TemplateButton, variables: Content['variables']): Problem[] {
  return [...lintTitle(button.title), ...lintTarget(button, variables)];
}

function lintTitle(title: string): Problem[] {
  const say = (sentence: string) => [problem('buttons', 'buttons', sentence)];
  if (title.trim() === '') return say('A button has no text.');
  if (Array.from(title).length > LONGEST_TITLE) {
    return say(`The button "${title}" is too long: it can have ${LONGEST_TITLE} characters.`);
  }
  const isPlain = !/[\n\r\t*_~`{}]/.test(title) && emojisIn(title) === 0;
  return isPlain
    ? []
    : say(
        `The button "${title}" may have plain words only: no variable, emoji, * _ ~ or new line.`,
      );
}

function lintTarget(button: TemplateButton, variables: Content['variables']): Problem[] {
  const say = (sentence: string) => [
    problem('buttons', 'buttons', `The button "${button.title}" ${sentence}`),
  ];
  switch (button.kind) {
    case 'reply':
      return /^[\w.:-]{1,200}$/.test(button.id)
        ? []
        : say('needs an id of letters, digits and _ . : - by which its answer is known.');
    case 'url':
      return lintLink(
        'buttons',
        `The address of the button "${button.title}"`,
        button.url,
        variables,
      );
    case 'phone':
      return /^\+[1-9]\d{6,14}$/.test(button.phone)
        ? []
        : say('needs a whole phone number, such as +14155550100.');
    case 'copy-code':
      return button.code.trim() !== '' &&
        Array.from(button.code).length <= 15 &&
        (numbersIn(button.code).length === 0 || /^\{\{\d+\}\}$/.test(button.code))
        ? []
        : say('needs a code of at most 15 characters, or one variable.');
  }
}
