import { commands, help } from './es/commands.ts';
import { costs } from './es/costs.ts';
import { documents, unreadable } from './es/documents.ts';
import { hours } from './es/hours.ts';
import { offers } from './es/offers.ts';
import { questions } from './es/questions.ts';
import { templates } from './es/templates.ts';
import type { OwnerSpeech } from './sentences.ts';

export const es: OwnerSpeech = {
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
