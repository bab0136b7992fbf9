import { commands, help } from './hi/commands.ts';
import { costs } from './hi/costs.ts';
import { documents, unreadable } from './hi/documents.ts';
import { hours } from './hi/hours.ts';
import { offers } from './hi/offers.ts';
import { questions } from './hi/questions.ts';
import { templates } from './hi/templates.ts';
import type { OwnerSpeech } from './sentences.ts';

export const hi: OwnerSpeech = {
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
