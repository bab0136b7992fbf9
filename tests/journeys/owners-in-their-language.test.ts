import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pdfOf } from '../support/files.ts';
import { known, ownerOf } from '../support/owner.ts';
import { file, sending } from '../support/sending-files.ts';
import { last, pass } from '../support/time.ts';
import type { World } from '../support/world.ts';
import { ANA, createWorld, OWNER, SHOP } from '../support/world.ts';

const MINUTE = 60_000;

/** What is remembered of the owner. */
async function languageOf(world: World) {
  const [row] = await world.sql<{ language: string | null }>`
    select p.language from contacts p join contact_aliases a on a.contact_id = p.id
    join owners o on o.person_index = a.person_index`;
  return row?.language ?? null;
}

const speaks = (world: World, language: string) =>
  world.sql`update businesses set default_language = ${language} where kind = 'shop'`;

test('an owner who speaks Spanish is answered in Spanish, whatever her commands and her knowledge are in', async () => {
  await using world = await createWorld();
  const shop = await world.shop();
  const owner = ownerOf(world);
  assert.match(await owner.tells('!list'), /^I know nothing yet/);
  assert.equal(await languageOf(world), null, 'a command is in no language');
  assert.match(
    await owner.tells('¿A qué hora cierran los domingos?'),
    /^A un cliente se le diría:\nLo siento, eso no lo sé\./,
  );
  assert.equal(await languageOf(world), 'es');
  assert.match(await owner.tells('!help'), /^Envíeme:\n!help: esta lista\n!add <texto>: enseñarme/);
  assert.equal(
    await owner.tells('!add We deliver to every street of the town until 25 Dec 2030'),
    'Guardado con el número 1: «We deliver to every street of the town until 25 Dec 2030»\n' +
      'Lo digo hasta el final del miércoles 25 de diciembre.',
  );
  assert.equal(await languageOf(world), 'es', 'what she teaches in English says nothing of her');
  assert.match(await owner.tells('!hours Lun-Vie 9-18, Sáb 10-14'), /- Lunes–viernes: 9:00–18:00/);
  assert.match(
    await owner.tells('!closed 25 dic 2030'),
    /- Miércoles 25 de diciembre de 2030: cerrado/,
  );
  assert.match(await owner.tells('!lsit'), /¿Quiso decir !list\? Responda sí, o envíelo de nuevo/);
  assert.match(await owner.tells('sí'), /^Sé 1 cosa:\n1\. We deliver.* \(hasta el miércoles 25 de/);
  assert.match(await owner.tells('!delete 1'), /Borré el número 1.*\n!undo lo recupera/);
  assert.match(await owner.tells('deshacer'), /¿Quiso decir !undo\?/);
  assert.match(await owner.tells('sí'), /El número 1 está de vuelta/);
  assert.match(await owner.tells('ayuda'), /^Envíeme:/);
  assert.deepEqual(await known(world, shop), [
    'We deliver to every street of the town until 25 Dec 2030',
  ]);
  assert.match(await owner.tells('When do you close on Sundays?'), /^A customer would be told:/);
  assert.match(
    await owner.tells('!stats'),
    /^Today: /,
    'who speaks English is answered in English',
  );
});

describe('a Hindi-speaking owner gets a question, answers it and is offered to save it', () => {
  for (const [script, spoken, asked, sent, yes, saved] of [
    [
      'in Devanagari',
      'रविवार को दुकान कब खुलती है?',
      /^Pizza Palace: एक ग्राहक ने वह पूछा है जो मुझे नहीं पता।\n1\. Do you have a wheelchair ramp\?\nइस मैसेज का जवाब दीजिए, या !answer 1/,
      /^मैं यह आगे भेज रहा हूँ।\nक्या मैं इसे आगे के लिए याद रखूँ\? .*\nहाँ लिखिए, या बदलें/,
      'हाँ',
      /^नंबर 1 पर सेव किया: "Do you have a wheelchair ramp\? Yes, at the back door\."/,
    ],
    [
      'in Latin letters',
      'ravivar ko dukaan kab khulti hai?',
      /^Pizza Palace: ek customer ne woh poocha hai jo mujhe nahi pata\.\n1\. Do you have a wheelchair ramp\?\nIs message ka jawab dijiye, ya !answer 1/,
      /^Main yeh aage bhej raha hoon\.\nKya main ise aage ke liye yaad rakhoon\? .*\nHaan likhiye, ya badlein/,
      'haan',
      /^Number 1 par save kiya: "Do you have a wheelchair ramp\? Yes, at the back door\."/,
    ],
  ] as const) {
    test(script, async () => {
      await using world = await createWorld();
      const shop = await world.shop();
      const owner = ownerOf(world);
      await owner.tells(spoken);
      await world.phone(ANA).says(SHOP, 'Do you have a wheelchair ramp?');
      await pass(world, MINUTE);
      const question = world.phone(OWNER).inbox().at(-1);
      assert.match(question?.body ?? '', asked);
      const quoting = { OriginalRepliedMessageSid: question?.sid ?? '' };
      assert.match(await owner.tells('Yes, at the back door.', quoting), sent);
      assert.match(last(world.phone(ANA)), /wheelchair ramp\?”: Yes, at the back door\.$/);
      assert.match(await owner.tells(yes), saved);
      assert.deepEqual(await known(world, shop), [
        'Do you have a wheelchair ramp? Yes, at the back door.',
      ]);
    });
  }

  test('and words it herself, in words of any language', async () => {
    await using world = await createWorld();
    const shop = await world.shop();
    const owner = ownerOf(world);
    await owner.tells('రేపు షాపు ఎప్పుడు తెరుస్తారు?');
    await world.phone(ANA).says(SHOP, 'Do you have a wheelchair ramp?');
    await pass(world, MINUTE);
    assert.match(await owner.tells('!answer 1 Yes'), /^దీన్ని వారికి పంపుతున్నాను\./);
    assert.match(
      await owner.tells('మార్చండి There is a ramp for wheelchairs at the back door'),
      /^నంబర్ 1 గా సేవ్ చేశాను/,
    );
    assert.deepEqual(await known(world, shop), [
      'There is a ramp for wheelchairs at the back door',
    ]);
    assert.equal(await languageOf(world), 'te');
  });
});

describe('what is not said to us leaves the language of an owner', () => {
  test('her words for a customer, and what customers wrote', async () => {
    await using world = await createWorld();
    await world.shop();
    const owner = ownerOf(world);
    await owner.tells('Vocês abrem no domingo de manhã?');
    assert.equal(await languageOf(world), 'pt');
    await world.phone(ANA).says(SHOP, 'I want to talk to a person');
    const wish = world.phone(OWNER).inbox().at(-1);
    assert.match(wish?.body ?? '', /^Pizza Palace: .*\+14155550122\)? quer falar com uma pessoa/);
    const quoting = { OriginalRepliedMessageSid: wish?.sid ?? '' };
    assert.match(
      await owner.tells('Hello, this is the owner of the shop', quoting),
      /^Vou repassar\.\nRepasso ao cliente 1 tudo/,
    );
    await owner.tells('How can I help you with your order today?');
    assert.equal(await languageOf(world), 'pt');
    assert.match(await owner.tells('!bot'), /^Volto a responder ao cliente 1/);
    await owner.tells('Do you have a table for two people tonight?', { Forwarded: 'true' });
    assert.match(last(world.phone(OWNER)), /^Um cliente perguntou: “Do you have a table/);
    assert.equal(await languageOf(world), 'pt');
  });

  test('a file with a heading', async () => {
    const { world, owner, sends } = await sending();
    await using _world = world;
    await owner.tells('Mee shop lo parking undaa?');
    const menu = file(pdfOf([['Margherita 12.50', 'Diavola 14.00']]), 'm.pdf', 'application/pdf');
    assert.match(
      await sends(menu, 'The summer menu of our restaurant'),
      /^m\.pdf lo naaku 2 entrylu dorikayi:\n1\. .*\nVeetini save cheyala\? Avunu leda vaddu/s,
    );
    assert.match(await owner.tells('avunu'), /^m\.pdf nundi 2 entrylu save chesanu/);
    assert.equal(await languageOf(world), 'te-Latn');
  });
});

describe('who has not spoken yet', () => {
  test('is told in the language of the business', async () => {
    await using world = await createWorld();
    await world.shop();
    await speaks(world, 'pt');
    const owner = ownerOf(world);
    assert.match(await owner.tells('!list'), /^Ainda não sei nada\./);
    await world.phone(ANA).says(SHOP, 'Vocês têm rampa para cadeira de rodas?');
    await pass(world, MINUTE);
    assert.match(last(world.phone(OWNER)), /^Pizza Palace: um cliente pergunta algo/);
    assert.equal(await languageOf(world), null);
  });

  test('is told in the language of her first answer to a customer', async () => {
    await using world = await createWorld();
    await world.shop();
    const owner = ownerOf(world);
    await owner.tells('!help');
    await world.phone(ANA).says(SHOP, 'Do you have a wheelchair ramp?');
    await pass(world, MINUTE);
    const question = world.phone(OWNER).inbox().at(-1);
    const quoting = { OriginalRepliedMessageSid: question?.sid ?? '' };
    assert.match(await owner.tells('हाँ, पीछे के दरवाज़े पर रैंप है।', quoting), /^मैं यह आगे भेज रहा हूँ।/);
    assert.equal(await languageOf(world), 'hi');
  });

  test('is greeted as she greets', async () => {
    await using world = await createWorld();
    await world.shop();
    assert.match(await ownerOf(world).tells('Hola'), /^¡Hola! Soy el asistente de Pizza Palace y/);
    assert.match(await ownerOf(world).tells('!pause'), /^Dejé de responder a los clientes/);
  });

  test('hears English where the business speaks what the product does not', async () => {
    await using world = await createWorld();
    await world.shop();
    await speaks(world, 'fr');
    assert.match(await ownerOf(world).tells('!list'), /^I know nothing yet/);
  });
});
