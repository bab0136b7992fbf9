import type { Asked, Business } from '../../tests/fixtures/answers/devset.ts';

/** What became of one question. */
export type Outcome = {
  business: Business;
  asked: Asked;
  /** The place of the right entry among the hits, from 0; -1 where it is not among them. */
  rank: number;
  kind: 'correct' | 'wrong' | 'silent' | 'abstained' | 'false';
  told: string | undefined;
  /** Characters of the reply; null where none is told. */
  length: number | null;
  confidence: number;
  milliseconds: number;
};

/** How a question went of which the entry at `rank` was told, or nothing. */
export function kindOf({ expected }: Asked, isTold: boolean, rank: number): Outcome['kind'] {
  if (expected.length === 0) return isTold ? 'false' : 'abstained';
  if (!isTold) return 'silent';
  return rank === 0 ? 'correct' : 'wrong';
}
