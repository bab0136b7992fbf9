import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import { openaiHearing } from '#adapters/hearing/openai.ts';
import { openaiSeeing } from '#adapters/seeing/openai.ts';
import { OGG, PNG } from '../support/files.ts';
import type { Reply } from './loopback.ts';
import { vendorOf } from './loopback.ts';
import { text } from './model.ts';

const never = new AbortController().signal;
const note = { bytes: OGG, mime: 'audio/ogg' };
const photo = { bytes: PNG, mime: 'image/png' };

async function senses(t: TestContext, reply: () => Reply) {
  const { url, calls } = await vendorOf(t, reply);
  const account = { apiKey: 'sk-secret', baseUrl: `${url}/v1`, timeoutMs: 2_000 };
  return {
    calls,
    hearing: openaiHearing({ ...account, model: 'gpt-4o-mini-transcribe' }),
    seeing: openaiSeeing({ ...account, model: 'gpt-5.6-terra' }),
  };
}

describe('hearing', () => {
  test('sends the recording under a name that tells its format, and gives the words', async (t) => {
    const { hearing, calls } = await senses(t, () => ({
      status: 200,
      json: { text: ' Hi there ' },
    }));
    assert.equal(await hearing.transcribe(note, never), 'Hi there');
    const [call] = calls;
    assert.equal(call?.path, '/v1/audio/transcriptions');
    assert.match(call?.headers['content-type'] ?? '', /^multipart\/form-data/);
    assert.match(call?.body ?? '', /name="file"; filename="recording\.ogg"/);
    assert.match(call?.body ?? '', /name="model"\r\n\r\ngpt-4o-mini-transcribe/);
  });

  test('a recording that is refused holds nothing; a wrong key or an outage is an error', async (t) => {
    const replies = [400, 401, 500, 500];
    const { hearing } = await senses(t, () => ({ status: replies.shift() ?? 500, json: {} }));
    assert.equal(await hearing.transcribe(note, never), '');
    await assert.rejects(hearing.transcribe(note, never));
    await assert.rejects(hearing.transcribe(note, never));
    await assert.rejects(hearing.transcribe(note, AbortSignal.abort()));
  });
});

describe('seeing', () => {
  test('sends the picture itself, and the question as data', async (t) => {
    const { seeing, calls } = await senses(t, () => text('A chocolate cake.'));
    assert.equal(await seeing.describe(photo, 'How much?', never), 'A chocolate cake.');
    const body = JSON.parse(calls[0]?.body ?? '{}');
    assert.equal(body.store, false);
    assert.deepEqual(body.input[0].content, [
      { type: 'input_text', text: '{"question":"How much?"}' },
      {
        type: 'input_image',
        image_url: `data:image/png;base64,${PNG.toString('base64')}`,
        detail: 'auto',
      },
    ]);
  });

  test('a picture without anything to read, or that is refused, shows nothing', async (t) => {
    const replies: Reply[] = [
      text('NOTHING'),
      text('Nothing.'),
      { status: 400, json: {} },
      text('half a men', { status: 'incomplete' }),
      text('', { status: 'failed' }),
    ];
    const { seeing } = await senses(t, () => replies.shift() ?? { status: 500 });
    for (const expected of ['', '', '', 'half a men']) {
      assert.equal(await seeing.read(photo, never), expected);
    }
    await assert.rejects(seeing.read(photo, never));
  });
});
