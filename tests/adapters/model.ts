import type { TestContext } from 'node:test';
import { openaiAnswerer } from '#adapters/answerer/openai.ts';
import type { Question } from '#ports.ts';
import { vendorOf } from './loopback.ts';
import type { Call, Reply } from './loopback.ts';

export const PIZZA: Question = {
  text: 'Do you deliver to downtown?',
  history: [
    { from: 'customer', text: 'hola' },
    { from: 'bot', text: 'Hi, this is the assistant of Pizza Palace.' },
  ],
  passages: [
    { id: '0b0c-pizza-delivery', text: 'We deliver to downtown for $5.' },
    { id: '0b0c-pizza-hours', text: 'We are open 9 AM to 9 PM every day.' },
  ],
  business: {
    id: 'pizza_palace_7f3a',
    name: 'Pizza Palace',
    hours: '9 AM to 9 PM',
    timeZone: 'America/New_York',
  },
  now: new Date('2025-11-20T02:05:00Z'),
};

export const COFFEE: Question = {
  text: 'What does an espresso cost?',
  history: [],
  passages: [{ id: '9f9f-coffee-espresso', text: 'An espresso costs $3 at the bar.' }],
  business: { id: 'coffee_corner_11aa', name: 'Coffee Corner', hours: null, timeZone: 'UTC' },
  now: new Date('2025-11-20T02:05:00Z'),
};

type Written = { answer?: string; entryIds?: string[]; confident?: boolean; language?: string };
type Prompt = {
  instructions: string;
  input: { role: string; content: string }[];
} & Record<string, unknown>;

/** What a model was sent. */
export const promptIn = ({ body }: Call) => JSON.parse(body) as Prompt;
/** A response of the model with this content. */
export const output = (content: object[], rest: object = {}): Reply => ({
  status: 200,
  json: {
    id: 'resp_1',
    object: 'response',
    status: 'completed',
    error: null,
    output: [{ type: 'message', id: 'msg_1', role: 'assistant', status: 'completed', content }],
    ...rest,
  },
});
/** A response of the model in these words. */
export const text = (said: string, rest?: object) =>
  output([{ type: 'output_text', text: said, annotations: [] }], rest);
/** A response of the model in the form that it was asked for. */
export const writes = (written: Written) =>
  text(
    JSON.stringify({ answer: '', entryIds: ['E1'], confident: true, language: 'en', ...written }),
  );

/** Our answerer before a model that replies so, at a patience of 1.5 s. */
export async function modelThat(
  t: TestContext,
  reply: (call: Call) => Reply,
  model = 'gpt-5.6-terra',
) {
  const { url, calls } = await vendorOf(t, reply);
  const options = { apiKey: 'sk-secret', baseUrl: `${url}/v1`, model, timeoutMs: 1_500 };
  return { answerer: openaiAnswerer(options), calls };
}
