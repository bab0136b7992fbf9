/** Which rule of WhatsApp's a template breaks. */
export type Rule =
  | 'name'
  | 'text'
  | 'variables'
  | 'samples'
  | 'length'
  | 'ratio'
  | 'line'
  | 'media'
  | 'link'
  | 'emoji'
  | 'buttons'
  | 'plain-text'
  | 'authentication';

/** What is wrong with a template: the rule for programs, the sentence for its owner. */
export type Problem = { rule: Rule; field: string; sentence: string };

export const problem = (rule: Rule, field: string, sentence: string): Problem => ({
  rule,
  field,
  sentence,
});

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How many emoji a text has, as people count them. */
export const emojisIn = (text: string): number =>
  Array.from(graphemes.segment(text)).filter(({ segment }) =>
    /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|\p{Regional_Indicator}|\u20E3/u.test(
      segment,
    ),
  ).length;
