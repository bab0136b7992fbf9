import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ANA, createWorld, OWNER, SHOP } from '../support/world.ts';

const SMS_SHOP = '+14155550177';

describe('stopping and starting', () => {
  for (const word of [
    'STOP',
    ' Stop!! ',
    'unsubscribe',
    'parar',
    'sair',
    'बंद करो',
    'रोकें',
    'ఆపండి',
    'band karo',
  ]) {
    test(`after "${word}" nothing is sent but one confirmation`, async () => {
      await using world = await createWorld();
      await world.shop({ knows: ['We are open 9 AM to 9 PM every day'] });
      const ana = world.phone(ANA);
      await ana.says(SHOP, word);
      await ana.says(SHOP, 'What are your opening hours?');
      await ana.says(SHOP, 'hello?');
      assert.equal(ana.heard().length, 1);
      assert.match(ana.heard()[0] ?? '', /Pizza Palace.*(START|INICIAR|VOLTAR)/);
    });
  }

  for (const word of ['START', 'unstop', 'शुरू करो', 'começar', 'empezar', 'ప్రారంభించండి']) {
    test(`"${word}" restores what STOP ended`, async () => {
      await using world = await createWorld();
      await world.shop({ knows: ['We are open 9 AM to 9 PM every day'] });
      const ana = world.phone(ANA);
      await ana.says(SHOP, 'stop');
      await ana.says(SHOP, word);
      await ana.says(SHOP, 'What are your opening hours?');
      const [, welcome, answer] = ana.heard();
      assert.match(welcome ?? '', /Pizza Palace.*(STOP|PARAR)/);
      assert.match(answer ?? '', /9 AM to 9 PM/);
    });
  }

  for (const sentence of [
    'please do not stop',
    'stop by at 5?',
    'Where is the bus stop?',
    'can I cancel my appointment?',
  ]) {
    test(`"${sentence}" is conversation`, async () => {
      await using world = await createWorld();
      await world.shop();
      const ana = world.phone(ANA);
      await ana.says(SHOP, sentence);
      const optOuts = await world.sql`select * from opt_outs`;
      assert.equal(optOuts.length, 0);
      assert.equal(ana.heard().length, 1);
    });
  }

  test('on SMS the carrier says goodbye by itself, and we do not say it twice', async () => {
    await using world = await createWorld();
    await world.shop({ sms: SMS_SHOP, knows: ['We are open 9 AM to 9 PM every day'] });
    const ana = world.phone(ANA, { on: 'sms' });
    await ana.says(SMS_SHOP, 'STOP');
    const ours = await world.sql`select * from messages where direction = 'out'`;
    assert.equal(ours.length, 0);
    await ana.says(SMS_SHOP, 'What are your opening hours?');
    const later = await world.sql`select * from messages where direction = 'out'`;
    assert.equal(later.length, 0);
  });

  test('an owner who sends !help by SMS is answered, for the carrier does not know that word', async () => {
    await using world = await createWorld();
    await world.shop({ sms: SMS_SHOP });
    const owner = world.phone(OWNER, { on: 'sms' });
    await owner.says(SMS_SHOP, '!help');
    assert.match(owner.heard().at(-1) ?? '', /!add/);
  });

  test('a word that the carrier does not know is confirmed by us on SMS too', async () => {
    await using world = await createWorld();
    await world.shop({ sms: SMS_SHOP });
    const ana = world.phone(ANA, { on: 'sms' });
    await ana.says(SMS_SHOP, 'parar');
    assert.match(ana.heard().at(-1) ?? '', /No recibirá más mensajes/);
  });

  test('"cancel" and "yes" stop and start on SMS, as they do at the carrier, and nothing on WhatsApp', async () => {
    await using world = await createWorld();
    await world.shop({ sms: SMS_SHOP, knows: ['We are open 9 AM to 9 PM every day'] });
    const sms = world.phone(ANA, { on: 'sms' });
    await sms.says(SMS_SHOP, 'CANCEL');
    assert.equal((await world.sql`select * from opt_outs where channel = 'sms'`).length, 1);
    await sms.says(SMS_SHOP, 'YES');
    assert.equal((await world.sql`select * from opt_outs`).length, 0);
    await world.phone(ANA).says(SHOP, 'cancel');
    assert.equal((await world.sql`select * from opt_outs`).length, 0);
  });

  test('where Advanced Opt-Out has answered, we stay silent and record it', async () => {
    await using world = await createWorld();
    await world.shop();
    const ana = world.phone(ANA);
    await ana.says(SHOP, 'arrêt', { OptOutType: 'STOP' });
    await ana.says(SHOP, 'hello?');
    assert.deepEqual(ana.heard(), []);
  });

  test('START of who never stopped claims no return', async () => {
    await using world = await createWorld();
    await world.shop();
    const ana = world.phone(ANA);
    await ana.says(SHOP, 'START');
    assert.deepEqual(ana.heard(), ['You get messages from Pizza Palace. Reply STOP to end them.']);
  });

  test('stopping ends messages of this business on this channel, and of no other', async () => {
    await using world = await createWorld();
    await world.shop();
    await world.shop({ name: 'Coffee Corner', number: '+14155550101', knows: ['We open at 7 AM'] });
    const ana = world.phone(ANA);
    await ana.says(SHOP, 'stop');
    await ana.says('+14155550101', 'When do you open?');
    assert.match(ana.heard().at(-1) ?? '', /7 AM/);
  });

  test('HELP says who this is and how to stop', async () => {
    await using world = await createWorld();
    await world.shop();
    const ana = world.phone(ANA);
    await ana.says(SHOP, 'help');
    assert.match(ana.heard()[0] ?? '', /assistant of Pizza Palace.*STOP/s);
  });

  test('an owner who stops hears nothing more, even of commands', async () => {
    await using world = await createWorld();
    await world.shop();
    const owner = world.phone(OWNER);
    await owner.says(SHOP, 'STOP');
    await owner.says(SHOP, '!list');
    assert.equal(owner.heard().length, 1);
  });

  test("an owner's !stop stops nothing, and !pause is proposed; a customer's !stop is a STOP", async () => {
    await using world = await createWorld();
    await world.shop({ sms: SMS_SHOP });
    const owner = world.phone(OWNER);
    await owner.says(SHOP, '!stop');
    assert.match(owner.heard().at(-1) ?? '', /Did you mean !pause.*Reply yes/);
    await owner.says(SHOP, 'yes');
    assert.match(owner.heard().at(-1) ?? '', /I stopped answering customers/);
    await owner.says(SHOP, '!start');
    assert.match(owner.heard().at(-1) ?? '', /Did you mean !resume/);
    const sms = world.phone(OWNER, { on: 'sms' });
    await sms.says(SMS_SHOP, '!unsubscribe');
    assert.match(sms.heard().at(-1) ?? '', /Did you mean !pause/);
    assert.deepEqual(await world.sql`select * from opt_outs`, []);

    const ana = world.phone(ANA);
    await ana.says(SHOP, '!stop');
    assert.match(ana.heard().at(-1) ?? '', /won't get any more messages/);
    assert.equal((await world.sql`select * from opt_outs`).length, 1);
  });

  test('STOP is confirmed once, however often it is said, and once more after START', async () => {
    await using world = await createWorld();
    await world.shop();
    const ana = world.phone(ANA);
    for (const word of ['STOP', 'stop', 'stop!']) await ana.says(SHOP, word);
    assert.equal(ana.heard().length, 1);
    for (const word of ['START', 'STOP', 'STOP']) await ana.says(SHOP, word);
    assert.equal(ana.heard().length, 3);
  });

  test('a reply that waited in the queue is cancelled by STOP', async () => {
    await using world = await createWorld();
    await world.shop({ knows: ['We are open 9 AM to 9 PM every day'] });
    const ana = world.phone(ANA);
    world.carrier.nextOutcomes([{ kind: 'unreachable' }], `whatsapp:${ANA}`);
    await ana.sends(SHOP, 'What are your opening hours?');
    await world.settle();
    await ana.sends(SHOP, 'stop');
    const [waiting] = await world.sql<{ state: string }>`
      select state from messages where direction = 'out' order by id limit 1`;
    assert.equal(waiting?.state, 'cancelled', 'at once, in the transaction that stores the word');
    world.clock.advance(120_000);
    await world.settle();
    assert.equal(ana.heard().length, 1);
    assert.match(ana.heard()[0] ?? '', /won't get any more/);
  });
});
