import type { App } from '#app.ts';
import type { OneBusiness } from '#db/tables.ts';
import type { Turn } from '#features/conversations/turn.ts';

export type Uses = Pick<
  App,
  | 'config'
  | 'db'
  | 'clock'
  | 'log'
  | 'vault'
  | 'wakeups'
  | 'answerer'
  | 'understander'
  | 'embedder'
  | 'vectors'
  | 'formerIndex'
  | 'indexOf'
  | 'keptAnswers'
  | 'ledger'
  | 'media'
  | 'files'
  | 'hearing'
  | 'seeing'
> &
  Pick<App, 'channel'>;

/** Does what was asked inside the transaction that also settles the turn, and gives what is said about it. */
export type CarryOut = (tx: OneBusiness, now: Date) => Promise<string>;

/** What a command means: slow work first, then what is left for the transaction. `text` is what follows the command. */
export type Act = (app: Uses, turn: Turn, text: string) => CarryOut | Promise<CarryOut>;

export const say =
  (sentence: string): CarryOut =>
  () =>
    Promise.resolve(sentence);
