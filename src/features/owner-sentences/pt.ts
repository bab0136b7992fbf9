import { commands, help } from './pt/commands.ts';
import { costs } from './pt/costs.ts';
import { documents, unreadable } from './pt/documents.ts';
import { hours } from './pt/hours.ts';
import { offers } from './pt/offers.ts';
import { questions } from './pt/questions.ts';
import { templates } from './pt/templates.ts';
import type { OwnerSpeech } from './sentences.ts';

export const pt: OwnerSpeech = {
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
