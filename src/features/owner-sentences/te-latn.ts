import { commands, help } from './te-latn/commands.ts';
import { costs } from './te-latn/costs.ts';
import { documents, unreadable } from './te-latn/documents.ts';
import { hours } from './te-latn/hours.ts';
import { offers } from './te-latn/offers.ts';
import { questions } from './te-latn/questions.ts';
import { templates } from './te-latn/templates.ts';
import type { OwnerSpeech } from './sentences.ts';

export const teLatn: OwnerSpeech = {
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
