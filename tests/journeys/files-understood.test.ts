import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { GivenFile } from '#ports.ts';
import { docxOf, OGG, paragraph, pdfOf, PNG } from '../support/files.ts';
import { known } from '../support/owner.ts';
import { file, kept, sending } from '../support/sending-files.ts';
import { hearingOf, seeingOf } from '../support/senses.ts';
import { ANA, SHOP } from '../support/world.ts';

test('a file that cannot be read is answered with the reason, and nothing is kept of it', async () => {
  const { world, shop, sends } = await sending();
  await using _world = world;
  const long = Array.from({ length: 101 }, (_, i) => [`Page ${i}`]);
  const cases: [GivenFile, RegExp][] = [
    [file(Buffer.alloc(0), 'a.pdf'), /no text in a\.pdf: it is empty/],
    [file(pdfOf([['x']]).subarray(0, 150), 'b.pdf'), /b\.pdf is damaged.*send it again/],
    [file(pdfOf([['x']], { encrypt: true }), 'c.pdf'), /c\.pdf is locked with a password/],
    [file(pdfOf(long), 'd.pdf'), /d\.pdf has 101 pages, and I read up to 100/],
    [file(pdfOf([[]]), 'e.pdf'), /e\.pdf has only pictures/],
    [file(Buffer.from('MZ\x90\0\x03', 'latin1'), 'f.pdf'), /f\.pdf is a file of the kind EXE/],
    [file(docxOf(paragraph('a'.repeat(3e7))), 'g.docx'), /g\.docx holds far more/],
    [file(Buffer.alloc(17 * 1024 * 1024), 'h.txt'), /larger than 16 MB/],
    [file(PNG, 'menu.pdf'), /no AI model is set up.*!add/],
    [file(OGG), /no AI model is set up.*!add/],
  ];
  for (const [given, sentence] of cases) {
    assert.match(await sends(given), sentence);
    world.clock.advance(3_600_000);
  }
  assert.deepEqual(await known(world, shop), []);
  assert.deepEqual(await kept(world), []);
});

describe('with a model', () => {
  test('a photo of the menu becomes entries', async () => {
    const { seeing } = seeingOf('# Drinks\nCoffee $3\nTea $2');
    const { world, shop, owner, sends } = await sending({ seeing });
    await using _world = world;
    assert.match(await sends(file(PNG, null, 'image/png')), /I found 2 entries in your picture/);
    await owner.tells('yes');
    assert.deepEqual(await known(world, shop), ['Drinks: Coffee $3', 'Drinks: Tea $2']);
  });

  test('what the owner says becomes entries, and what they ask is answered', async () => {
    const { hearing } = hearingOf('We are closed on Mondays.');
    const { world, shop, owner, sends } = await sending({ hearing });
    await using _world = world;
    assert.match(
      await sends(file(OGG, null, 'audio/ogg')),
      /in your voice note:\n1\. We are closed/,
    );
    await owner.tells('yes');
    assert.deepEqual(await known(world, shop), ['We are closed on Mondays.']);

    const asking = await sending({
      hearing: hearingOf('Are you closed on Mondays?').hearing,
    });
    await using _asking = asking.world;
    await asking.owner.tells('!add We are closed on Mondays.');
    assert.match(await asking.sends(file(OGG)), /A customer would be told:\nWe are closed/);
  });

  test('characters that no database can store harm nothing', async () => {
    const { hearing } = hearingOf('We are\u0000 closed \ud83d on Mondays.');
    const { world, shop, owner, sends } = await sending({ hearing });
    await using _world = world;
    await sends(file(OGG, 'a\u0000\ud83d.ogg'));
    await owner.tells('yes');
    assert.deepEqual(await known(world, shop), ['We are closed \ufffd on Mondays.']);
    const ana = world.phone(ANA);
    await ana.says(SHOP, '', world.carrier.attach(file(OGG)));
    assert.match(ana.heard()[0] ?? '', /closed/);
  });

  test('what shows or says nothing is told so', async () => {
    const { seeing } = seeingOf('');
    const { hearing } = hearingOf('');
    const { world, sends } = await sending({ seeing, hearing });
    await using _world = world;
    assert.match(await sends(file(PNG)), /could not make out any text/);
    assert.match(await sends(file(OGG)), /could not make out what was said/);
  });
});
