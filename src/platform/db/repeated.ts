/**
 * Statements here are short and alike: planning each time costs more than running them. A plan made once, on
 * tables that are still small, must suit them when they have grown: by index.
 */
export const PLAN_ONCE: readonly [setting: string, value: string][] = [
  ['plan_cache_mode', 'force_generic_plan'],
  ['enable_seqscan', 'off'],
  ['jit', 'off'],
];

const REPEATED = 5;
const MOST_PREPARED = 200;

/** Gives a statement that was run five times on a connection the name under which it is prepared there. */
export function namesForRepeated(): (text: string) => string | undefined {
  const timesRun = new Map<string, number>();
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known || names.size >= MOST_PREPARED) return known;
    const times = (timesRun.get(text) ?? 0) + 1;
    timesRun.set(text, times);
    if (timesRun.size > MOST_PREPARED * 5) timesRun.clear();
    if (times < REPEATED) return undefined;
    const name = `frontdesk_${names.size}`;
    names.set(text, name);
    return name;
  };
}
