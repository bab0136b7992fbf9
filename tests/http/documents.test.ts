import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { documentLoop } from '#features/documents/documents.system.ts';
import { LETTERS, PNG } from '../support/files.ts';
import { known, ownerOf } from '../support/owner.ts';
import { ADMIN_KEY, ANA, SHOP } from '../support/world.ts';

import { documentsOf, HOURS, shopWith, upload } from './uploading.ts';

describe('a file that is uploaded', () => {
  test('is acknowledged, read, answers customers, and is removed with all that it told', async () => {
    const { world, shop, read } = await shopWith();
    await using _world = world;
    const { status, json } = await upload(world, shop, HOURS);
    assert.equal(status, 202);
    const { documentId } = json.document;
    assert.partialDeepStrictEqual((await read(documentId)).document, {
      ...{ number: 1, name: 'hours.pdf', source: 'api', state: 'waiting' },
      ...{ entriesFound: 0, entriesAdded: 0, error: null, finishedAt: null },
    });
    assert.equal(await documentLoop(world.app).drain(), 1);
    assert.partialDeepStrictEqual((await read(documentId)).document, {
      ...{ state: 'added', pages: 1, entriesFound: 1, entriesAdded: 1 },
    });
    const [entry] = (await world.api('GET', `/api/businesses/${shop}/knowledge`)).json.entries;
    assert.deepEqual(
      [entry.text, entry.source],
      ['Opening hours: Monday to Friday 9 to 18', 'file: hours.pdf'],
    );
    const ana = world.phone(ANA);
    await ana.says(SHOP, 'What are your opening hours?');
    assert.match(ana.heard()[0] ?? '', /Monday to Friday 9 to 18/);
    assert.match(await ownerOf(world).tells('!sources'), /1\. hours\.pdf: 1 entry/);

    assert.equal((await world.api('DELETE', `${documentsOf(shop)}/${documentId}`)).status, 200);
    assert.deepEqual(await known(world, shop), []);
    assert.equal(await world.app.files.get(shop, documentId), null);
    assert.equal((await world.api('GET', `${documentsOf(shop)}/${documentId}`)).status, 404);
    assert.equal((await world.api('DELETE', `${documentsOf(shop)}/${documentId}`)).status, 404);
  });

  test('is listed with the others, the newest first', async () => {
    const { world, shop } = await shopWith();
    await using _world = world;
    for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) await upload(world, shop, HOURS, { name });
    const { json } = await world.api('GET', `${documentsOf(shop)}?limit=2`);
    assert.deepEqual(
      [json.documents.map(({ name }: { name: string }) => name), json.total],
      [['c.pdf', 'b.pdf'], 3],
    );
    const { json: beyond } = await world.api('GET', `${documentsOf(shop)}?offset=5`);
    assert.deepEqual([beyond.documents, beyond.total], [[], 3]);
  });

  test('twice adds nothing twice', async () => {
    const { world, shop, read } = await shopWith();
    await using _world = world;
    await upload(world, shop, HOURS);
    const { json } = await upload(world, shop, HOURS);
    await documentLoop(world.app).drain();
    assert.partialDeepStrictEqual((await read(json.document.documentId)).document, {
      ...{ state: 'added', number: 2, entriesFound: 1 },
    });
    assert.equal((await known(world, shop)).length, 1);
  });

  test('that cannot be read says why, and stays on record', async () => {
    const { world, shop, read } = await shopWith();
    await using _world = world;
    const { json } = await upload(world, shop, PNG, { name: 'menu.png', type: 'image/png' });
    await documentLoop(world.app).drain();
    const { document } = await read(json.document.documentId);
    assert.equal(document.state, 'failed');
    assert.match(document.error, /no AI model is set up/);
  });

  test('is named without any path, and kept under an id of ours', async () => {
    const { world, shop } = await shopWith();
    await using _world = world;
    const { json } = await upload(world, shop, HOURS, { name: '../../../etc/passwd' });
    assert.equal(json.document.name, 'passwd');
    assert.deepEqual(
      Buffer.from((await world.app.files.get(shop, json.document.documentId)) ?? []),
      HOURS,
    );
    await assert.rejects(world.app.files.get('../x', json.document.documentId));
    await assert.rejects(world.app.files.get(shop, '../../../../../../etc/passwd'));
  });
});

describe('an upload is refused', () => {
  test('without a key, for a business that is not there, and in any other form', async () => {
    const { world, shop } = await shopWith();
    await using _world = world;
    const path = documentsOf(shop);
    const none = await fetch(world.url + path, {
      method: 'POST',
      headers: { authorization: 'Bearer wrong-wrong-wrong' },
      body: new FormData(),
    });
    assert.equal(none.status, 401);
    assert.equal((await upload(world, 'nobody', HOURS)).status, 404);
    const json = await world.api('POST', path, { file: 'x' });
    assert.deepEqual([json.status, json.json.error.code], [415, 'unsupported_content_type']);
    assert.match(json.json.error.message, /multipart\/form-data/);
    assert.equal((await world.api('PUT', path, {})).status, 405);
  });

  test('without a file, with an empty, a larger or several ones, or cut off', async () => {
    const { world, shop } = await shopWith();
    await using _world = world;
    const large = await upload(world, shop, Buffer.alloc(16 * 1024 * 1024 + 1, LETTERS));
    assert.deepEqual([large.status, large.json.error.code], [413, 'file_too_large']);
    assert.match(large.json.error.message, /at most 16 MB/);
    const empty = await upload(world, shop, Buffer.alloc(0));
    assert.deepEqual([empty.status, empty.json.error.code], [400, 'file_empty']);
    for (const [body, code] of [
      ['--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n', 'file_required'],
      [
        '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nb',
        'unreadable_form',
      ],
      [
        `${'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nb\r\n'.repeat(2)}--x--\r\n`,
        'several_files',
      ],
    ] as const) {
      const response = await fetch(world.url + documentsOf(shop), {
        method: 'POST',
        headers: {
          authorization: `Bearer ${ADMIN_KEY}`,
          'content-type': 'multipart/form-data; boundary=x',
        },
        body,
      });
      assert.equal(response.status, 400);
      const { error } = (await response.json()) as { error: { code: string } };
      assert.equal(error.code, code);
    }
    assert.deepEqual((await world.api('GET', documentsOf(shop))).json.documents, []);
  });
});
