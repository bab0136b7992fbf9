/**
 * A question without the name of the business that it is put to: who says it asks nothing by it. A name of one word is
 * left, for it may be what is asked about.
 */
export function withoutName(question: string, name: string): string {
  const words = name.trim().split(/\s+/);
  if (words.length < 2) return question;
  const said = words.map((word) => RegExp.escape(word)).join('\\s+');
  const rest = question.replace(new RegExp(`(?<!\\p{L})${said}(?!\\p{L})`, 'giu'), ' ').trim();
  return /\p{L}/u.test(rest) ? rest : question;
}
