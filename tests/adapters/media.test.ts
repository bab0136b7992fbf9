import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import { nameIn } from '#adapters/media/name.ts';
import { isPublicAddress, publicLookup } from '#adapters/media/public-address.ts';
import { twilioMedia } from '#adapters/media/twilio.ts';

const account = { accountSid: 'AC123', authToken: 'secret' };
const PATH = '/2010-04-01/Accounts/AC123/Messages/MM1/Media/ME1';
const AT_TWILIO = `https://api.twilio.com${PATH}`;
const never = new AbortController().signal;

type Seen = { path: string; authorization: string | undefined };

/** A stand-in for Twilio, and what it was asked. */
async function standIn(
  t: TestContext,
  answer: (req: IncomingMessage, res: ServerResponse, url: string) => void,
) {
  const seen: Seen[] = [];
  const server = createServer((req, res) => {
    seen.push({ path: req.url ?? '', authorization: req.headers.authorization });
    answer(req, res, url);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url, seen, media: twilioMedia({ ...account, apiBaseUrl: url, timeoutMs: 2_000 }) };
}

const redirect = (res: ServerResponse, to: string) => res.writeHead(307, { location: to }).end();

describe('media of the carrier', () => {
  test('are fetched with our credentials first, and without them after the redirect', async (t) => {
    const { media, seen } = await standIn(t, (req, res) => {
      if (req.url === PATH) return redirect(res, '/signed?token=1');
      res.writeHead(200, {
        'content-type': 'application/pdf',
        'content-disposition': 'inline; filename="../menu.pdf"',
      });
      return res.end('%PDF');
    });
    assert.deepEqual(await media.fetch(AT_TWILIO, never), {
      kind: 'fetched',
      file: { bytes: Buffer.from('%PDF'), contentType: 'application/pdf', name: 'menu.pdf' },
    });
    assert.deepEqual(seen, [
      { path: PATH, authorization: `Basic ${Buffer.from('AC123:secret').toString('base64')}` },
      { path: '/signed?token=1', authorization: undefined },
    ]);
  });

  test('are fetched from nowhere but our account at Twilio', async (t) => {
    const { media, seen } = await standIn(t, (_req, res) => res.end('x'));
    for (const url of [
      '',
      'not an address',
      'file:///etc/passwd',
      `http://api.twilio.com${PATH}`,
      `https://api.twilio.com.evil.example${PATH}`,
      `https://evil.example${PATH}`,
      `https://evil.example/?${AT_TWILIO}`,
      `https://api.twilio.com@evil.example${PATH}`,
      `https://user:pass@api.twilio.com${PATH}`,
      `https://api.twilio.com:8443${PATH}`,
      'https://api.twilio.com/2010-04-01/Accounts/AC999/Messages/MM1/Media/ME1',
      'https://api.twilio.com/2010-04-01/Accounts/AC123/Messages.json',
      `https://api.twilio.com${PATH}/../../../Keys.json`,
      'https://127.0.0.1/',
    ]) {
      assert.deepEqual(
        await media.fetch(url, never),
        { kind: 'refused', because: 'not-allowed' },
        url,
      );
    }
    assert.deepEqual(seen, []);
  });

  test('are not looked for in our own network, wherever a redirect leads', async (t) => {
    const inside = await standIn(t, (_req, res) => res.end('secret'));
    for (const to of [
      inside.url,
      inside.url.replace('http:', 'https:'),
      'http://example.com/x',
      'https://localhost:1/x',
      'https://[::1]/x',
      'https://[::ffff:127.0.0.1]/x',
      'https://169.254.169.254/latest/meta-data',
      'https://2130706433/x',
      'https://0x7f.1/x',
      'file:///etc/passwd',
      'https://user:pass@example.com/x',
    ]) {
      const { media } = await standIn(t, (_req, res) => redirect(res, to));
      const outcome = await media.fetch(AT_TWILIO, never).catch((error: unknown) => {
        assert.match(String(error), /not an address of the internet/, to);
        return { kind: 'refused', because: 'not-allowed' };
      });
      assert.deepEqual(outcome, { kind: 'refused', because: 'not-allowed' }, to);
    }
    assert.deepEqual(inside.seen, []);
  });

  test('that are redirected for ever are given up', async (t) => {
    const { media, seen } = await standIn(t, (_req, res) => redirect(res, '/again'));
    assert.deepEqual(await media.fetch(AT_TWILIO, never), {
      kind: 'refused',
      because: 'not-allowed',
    });
    assert.equal(seen.length, 4);
  });

  test('that are larger than allowed are given up while they come, whatever was announced', async (t) => {
    let sent = 0;
    const piece = Buffer.alloc(1024 * 1024);
    const { url } = await standIn(t, (_req, res) => {
      const more = () => {
        while (!res.destroyed && sent < 200 && res.write(piece)) sent++;
        if (sent >= 200) res.end();
      };
      res.on('drain', more);
      more();
    });
    const media = twilioMedia({ ...account, apiBaseUrl: url });
    assert.deepEqual(await media.fetch(AT_TWILIO, never), {
      kind: 'refused',
      because: 'too-large',
    });
    assert.ok(sent < 200, `${sent} MB were sent`);
    const announced = await standIn(t, (_req, res) => {
      res.writeHead(200, { 'content-length': 17 * 1024 * 1024 });
      res.write('x');
    });
    assert.deepEqual(await announced.media.fetch(AT_TWILIO, never), {
      kind: 'refused',
      because: 'too-large',
    });
  });

  test('that are gone are told so; what is down, cut off or too slow is an error', async (t) => {
    const gone = await standIn(t, (_req, res) => res.writeHead(404).end());
    assert.deepEqual(await gone.media.fetch(AT_TWILIO, never), {
      kind: 'refused',
      because: 'gone',
    });
    const down = await standIn(t, (_req, res) => res.writeHead(503).end());
    await assert.rejects(down.media.fetch(AT_TWILIO, never), /HTTP 503/);
    const cut = await standIn(t, (req, res) => {
      res.writeHead(200, { 'content-length': 100 });
      res.write('half');
      setTimeout(() => req.socket.destroy(), 20);
    });
    await assert.rejects(cut.media.fetch(AT_TWILIO, never));
    const slow = await standIn(t, (_req, res) => void res.writeHead(200).write('x'));
    const hasty = twilioMedia({ ...account, apiBaseUrl: slow.url, timeoutMs: 100 });
    await assert.rejects(hasty.fetch(AT_TWILIO, never));
    await assert.rejects(slow.media.fetch(AT_TWILIO, AbortSignal.timeout(50)));
  });
});

describe('addresses', () => {
  test('of the open internet are told from all others', () => {
    for (const address of ['8.8.8.8', '52.1.2.3', '2600:1f18::1', '::ffff:8.8.8.8']) {
      assert.ok(isPublicAddress(address), address);
    }
    for (const address of [
      ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '0.0.0.0'],
      ...['169.254.169.254', '100.64.0.1', '224.0.0.1', '255.255.255.255', '198.18.0.1'],
      ...['::1', '::', 'fe80::1', 'fd00::1', 'ff02::1', '::ffff:10.0.0.1', '::127.0.0.1'],
      ...['64:ff9b::7f00:1', '2002:7f00:1::', 'no address', ''],
    ]) {
      assert.ok(!isPublicAddress(address), address);
    }
  });

  test('of a name that leads into our own network are refused at the connection', async () => {
    const looked = Promise.withResolvers<Error | null>();
    publicLookup('localhost', { all: true }, (error) => looked.resolve(error));
    assert.match(String(await looked.promise), /not an address of the internet/);
  });

  test('names of files come without a path', () => {
    assert.equal(nameIn('inline; filename="menu.pdf"'), 'menu.pdf');
    assert.equal(nameIn("attachment; filename=x; filename*=UTF-8''men%C3%BA.pdf"), 'menú.pdf');
    assert.equal(nameIn("attachment; filename*=UTF-8''..%2F..%2Fetc%2Fpasswd"), 'passwd');
    assert.equal(nameIn('attachment; filename="C:\\x\\menu.pdf"'), 'menu.pdf');
    assert.equal(nameIn('inline'), null);
    assert.equal(nameIn(undefined), null);
  });
});
