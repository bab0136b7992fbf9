import { commands, help } from './hi-latn/commands.ts';
import { costs } from './hi-latn/costs.ts';
import { documents, unreadable } from './hi-latn/documents.ts';
import { hours } from './hi-latn/hours.ts';
import { offers } from './hi-latn/offers.ts';
import { questions } from './hi-latn/questions.ts';
import { templates } from './hi-latn/templates.ts';
import type { OwnerSpeech } from './sentences.ts';

export const hiLatn: OwnerSpeech = {
  help,
  commands,
  hours,
  questions,
  documents,
  unreadable,
  offers,
  templates,
  costs,
};
