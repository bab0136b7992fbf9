import { commands, help } from './te/commands.ts';
import { costs } from './te/costs.ts';
import { documents, unreadable } from './te/documents.ts';
import { hours } from './te/hours.ts';
import { offers } from './te/offers.ts';
import { questions } from './te/questions.ts';
import { templates } from './te/templates.ts';
import type { OwnerSpeech } from './sentences.ts';

export const te: OwnerSpeech = {
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
