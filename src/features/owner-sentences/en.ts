import { commands, help } from './en/commands.ts';
import { costs } from './en/costs.ts';
import { documents, unreadable } from './en/documents.ts';
import { hours } from './en/hours.ts';
import { offers } from './en/offers.ts';
import { questions } from './en/questions.ts';
import { templates } from './en/templates.ts';

export const en = {
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
