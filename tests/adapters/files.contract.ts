import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import type { Files, GivenFile } from '#ports.ts';

const file = (text: string): GivenFile => ({
  bytes: Buffer.from(text),
  contentType: 'text/plain',
  name: 'a.txt',
});

/** What every store of files promises. */
export function filesContract(name: string, open: (t: TestContext) => Promise<Files>): void {
  const textOf = async (files: Files, business: string, id: string) => {
    const bytes = await files.get(business, id);
    return bytes && Buffer.from(bytes).toString();
  };

  describe(name, () => {
    test('gives back what was put, and the latest of it', async (t) => {
      const files = await open(t);
      const id = randomUUID();
      assert.equal(await files.get('pizza_1', id), null);
      await files.put('pizza_1', id, file('first'));
      await files.put('pizza_1', id, file('second'));
      assert.equal(await textOf(files, 'pizza_1', id), 'second');
    });

    test('keeps businesses apart', async (t) => {
      const files = await open(t);
      const id = randomUUID();
      await files.put('pizza_1', id, file('mine'));
      assert.equal(await files.get('coffee_2', id), null);
      await files.remove('coffee_2', [id]);
      await files.removeBusiness('coffee_2');
      assert.equal(await textOf(files, 'pizza_1', id), 'mine');
    });

    test('removes what it is told to, and all of a business', async (t) => {
      const files = await open(t);
      const ids = Array.from({ length: 105 }, () => randomUUID());
      for (const id of ids) await files.put('pizza_1', id, file(id));
      await files.remove('pizza_1', ids.slice(0, 2));
      await files.remove('pizza_1', ids.slice(0, 1));
      assert.equal(await files.get('pizza_1', ids[0] ?? ''), null);
      assert.equal(await textOf(files, 'pizza_1', ids[2] ?? ''), ids[2]);
      await files.removeBusiness('pizza_1');
      for (const id of ids) assert.equal(await files.get('pizza_1', id), null);
    });
  });
}
