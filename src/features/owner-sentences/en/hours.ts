/** What is said to owners about their opening hours. */
export const hours = {
  shown: (text: string) => `Your opening hours: ${text}`,
  howToChange:
    'To change them: !hours and the new text. For one day: !closed tomorrow, or !hours tomorrow 10-14',
  none: 'No opening hours are set. For example: !hours Mon-Fri 9-18, Sat 10-14, closed 25 Dec',
  set: (text: string) => `Your opening hours are now: ${text}`,
  before: (text: string) => `Before: ${text}`,
  removed: 'Your opening hours are removed.',
  tooLong: (length: number, most: number) =>
    `That is too long for opening hours: ${length} characters, and they can have ${most}. Use !add for the rest.`,
  understood: 'I understood:',
  specialDays: 'Special days:',
  /** `words` are what she wrote, each in quotes. */
  notUnderstood: (words: string) =>
    `I did not understand: ${words}. Customers are told that as it stands.`,
  saidTwice: (days: string) => `It says two things about ${days}: the later one holds.`,
  nothingRead:
    'I could not read days and times in it, so I tell it as it stands, and cannot say whether you are open at a moment. Write it like this: Mon-Fri 9-18, Sat 10-14',
  /** Stands above days. */
  kept: 'I keep what was set for single days (!open and the day takes it back):',
  separateDay:
    'Your hours hold every week, so I did not change them: please send what is for one day by itself, such as !closed tomorrow or !hours tomorrow 10-14',

  howToClose:
    'Write which day, for example: !closed tomorrow, !closed 25 Dec, !closed Mon-Wed, or !closed tomorrow for a wedding',
  howToOpen: 'Write which day, for example: !open tomorrow. For other hours: !open tomorrow 10-14',
  noDay: (text: string) => `I don't know which day "${text}" is.`,
  weekly:
    'For a day of every week, write it into your hours, for example: !hours Mon-Fri 9-18, Sun closed',
  over: 'That day is over.',
  part: 'For a part of a day, send me when you are open then, for example: !hours tomorrow 9-13',
  noReasonWithHours: (text: string) =>
    `I did not understand: "${text}". Please send only the day and the hours.`,
  daySet: (days: string) => `Set. Who asks is told:\n${days}\n!open and the day takes it back.`,
  takenBack: (days: string) => `Taken back. Your usual hours hold:\n${days}`,
  nothingSet: (days: string) =>
    `Nothing was set for that day. Your usual hours hold:\n${days}\nFor other hours: !open tomorrow 10-14`,
  allTakenBack: 'Taken back. No day is set to differ from your usual hours.',
};
