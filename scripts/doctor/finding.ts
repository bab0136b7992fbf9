import { setTimeout as sleep } from 'node:timers/promises';

/** What one check has found. `aside` is no fault: something that is not used, or a piece of advice. */
export type Finding = { about: string } & (
  | { kind: 'fine'; fact: string }
  | { kind: 'wrong'; fault: string; remedy: string }
  | { kind: 'aside'; remark: string }
);

export const fine = (about: string, fact: string): Finding => ({ kind: 'fine', about, fact });

export const wrong = (about: string, fault: string, remedy: string): Finding => ({
  kind: 'wrong',
  about,
  fault,
  remedy,
});

export const aside = (about: string, remark: string): Finding => ({ kind: 'aside', about, remark });

/** How long one check may take. */
export const PATIENCE_MS = 5_000;

/** One line: `✓` fine, `✗` wrong and what to do, `–` not a fault. */
export function lineOf(finding: Finding): string {
  const about = finding.about.padEnd(24);
  switch (finding.kind) {
    case 'fine':
      return `✓ ${about} ${finding.fact}`;
    case 'wrong':
      return `✗ ${about} ${finding.fault} ${finding.remedy}`.trimEnd();
    case 'aside':
      return `– ${about} ${finding.remark}`;
  }
}

/** Runs a check; one that throws, or is not through in time, has found a fault. */
export async function examine(
  about: string,
  check: () => Promise<Finding[]>,
  patienceMs = PATIENCE_MS,
): Promise<Finding[]> {
  const late = new AbortController();
  const tooLate = async () => {
    await sleep(patienceMs, undefined, { signal: late.signal });
    return [wrong(about, `No answer within ${patienceMs / 1000} seconds.`, 'Check the network.')];
  };
  try {
    return await Promise.race([check(), tooLate()]);
  } catch (error) {
    return [wrong(about, sentence(error), 'Try again; if it stays so, please report it.')];
  } finally {
    late.abort();
  }
}

const sentence = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).replace(/[^.]$/, '$&.');
