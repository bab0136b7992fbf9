import type { NamedDay } from '#features/hours/draft.ts';
import type { Hours, SpecialDay } from '#features/hours/hours.ts';
import { namedDay, specialLines } from '#features/hours/shown.ts';
import { preview } from './entry-text.ts';

const lines = (title: string, all: readonly string[]) =>
  all.length === 0 ? [] : [`${title}\n${all.map((line) => `- ${line}`).join('\n')}`];

const MOST_DAYS = 15;
const shortened = (all: readonly string[]) =>
  all.length > MOST_DAYS
    ? [...all.slice(0, MOST_DAYS), `... and ${all.length - MOST_DAYS} more`]
    : all;

type Understood = {
  week: readonly string[];
  specials: readonly SpecialDay[];
  notUnderstood: readonly string[];
  twice: readonly NamedDay[];
  clock: Hours['clock'];
};

/** What is said to owners about their opening hours. */
export const hoursSentences = {
  shown: (hours: string) => `Your opening hours: ${hours}`,
  howToChange:
    'To change them: !hours and the new text. For one day: !closed tomorrow, or !hours tomorrow 10-14',
  none: 'No opening hours are set. For example: !hours Mon-Fri 9-18, Sat 10-14, closed 25 Dec',
  set: (hours: string) => `Your opening hours are now: ${hours}`,
  before: (hours: string) => `Before: ${preview(hours, 300)}`,
  removed: 'Your opening hours are removed.',
  tooLong: (length: number, most: number) =>
    `That is too long for opening hours: ${length} characters, and they can have ${most}. Use !add for the rest.`,
  understood: ({ week, specials, notUnderstood, twice, clock }: Understood): string[] => [
    ...lines('I understood:', week),
    ...lines('Special days:', shortened(specialLines(specials, clock))),
    ...(notUnderstood.length > 0
      ? [
          `I did not understand: "${notUnderstood.join('", "')}". Customers are told that as it stands.`,
        ]
      : []),
    ...(twice.length > 0
      ? [`It says two things about ${twice.map(namedDay).join(', ')}: the later one holds.`]
      : []),
  ],
  nothingRead:
    'I could not read days and times in it, so I tell it as it stands, and cannot say whether you are open at a moment. Write it like this: Mon-Fri 9-18, Sat 10-14',
  kept: (specials: readonly SpecialDay[], clock: Hours['clock']) =>
    `I keep what was set for single days (!open and the day takes it back):\n${shortened(
      specialLines(specials, clock),
    )
      .map((line) => `- ${line}`)
      .join('\n')}`,
  separateDay:
    'Your hours hold every week, so I did not change them: please send what is for one day by itself, such as !closed tomorrow or !hours tomorrow 10-14',

  howToClose:
    'Write which day, for example: !closed tomorrow, !closed 25 Dec, !closed Mon-Wed, or !closed tomorrow for a wedding',
  howToOpen: 'Write which day, for example: !open tomorrow. For other hours: !open tomorrow 10-14',
  noDay: (text: string) => `I don't know which day "${preview(text, 60)}" is.`,
  weekly:
    'For a day of every week, write it into your hours, for example: !hours Mon-Fri 9-18, Sun closed',
  over: 'That day is over.',
  part: 'For a part of a day, send me when you are open then, for example: !hours tomorrow 9-13',
  noReasonWithHours: (text: string) =>
    `I did not understand: "${preview(text, 60)}". Please send only the day and the hours.`,
  daySet: (specials: readonly SpecialDay[], clock: Hours['clock']) =>
    `Set. Who asks is told:\n${shortened(specialLines(specials, clock))
      .map((line) => `- ${line}`)
      .join('\n')}\n!open and the day takes it back.`,
  takenBack: (days: readonly string[]) =>
    `Taken back. Your usual hours hold:\n${days.map((line) => `- ${line}`).join('\n')}`,
  nothingSet: (days: readonly string[]) =>
    `Nothing was set for that day. Your usual hours hold:\n${days.map((line) => `- ${line}`).join('\n')}\nFor other hours: !open tomorrow 10-14`,
  allTakenBack: 'Taken back. No day is set to differ from your usual hours.',
} as const;
