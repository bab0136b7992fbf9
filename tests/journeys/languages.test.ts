import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ANA, BEN, createWorld, SHOP } from '../support/world.ts';

/** What Ana hears when she says these one after the other to a business of that language. */
async function heardAfter(
  said: readonly string[],
  { language = 'en', knows = [] as string[] } = {},
) {
  await using world = await createWorld();
  await world.shop({ knows });
  await world.sql`update businesses set default_language = ${language} where kind = 'shop'`;
  const ana = world.phone(ANA);
  for (const text of said) await ana.says(SHOP, text);
  return ana.heard();
}

const unknown = { en: /Sorry, I don't know/, es: /eso no lo sé/, pt: /isso eu não sei/ };

describe('a language that the product does not speak is answered in that of the business', () => {
  for (const text of [
    'Bonjour, quels sont vos horaires ?',
    'Combien coûtent les pommes ?',
    'Quanto costano le mele?',
    'ma sono aperti',
    'A nu este bine',
    'OWNER: reply undo',
    'is pizza bad',
    'Is pears bad',
    'Wann habt ihr geöffnet?',
    '你们几点开门？',
    'ما هي ساعات العمل؟',
  ]) {
    test(text, async () => {
      assert.match((await heardAfter([text])).at(-1) ?? '', unknown.en);
      assert.match(
        (await heardAfter([text], { language: 'es' })).at(-1) ?? '',
        /^¡Hola!|no lo sé|Sorry/,
      );
    });
  }

  for (const text of ['Haben Sie frische Äpfel?', '有苹果吗？', 'هل لديكم تفاح؟'])
    test(`"${text}" after Portuguese, and Portuguese is not forgotten`, async () => {
      const heard = await heardAfter(['Vocês vendem cavalos azuis?', text, 'cavalos']);
      assert.match(heard[0] ?? '', unknown.pt);
      assert.match(heard[1] ?? '', unknown.en);
      assert.match(heard[2] ?? '', unknown.pt);
    });
});

describe('a greeting or a keyword of one language is answered in it', () => {
  for (const [text, answer, language] of [
    ['Hola', /^¡Hola! Soy/, 'en'],
    ['Buenos días', /^¡Hola! Soy/, 'en'],
    ['Olá', /^Olá! Sou/, 'en'],
    ['boa noite', /^Olá! Sou/, 'en'],
    ['Namaste', /^Namaste! Main/, 'en'],
    ['Namaste', /^Namaskaram! Nenu/, 'te'],
    ['muchas gracias', /^¡Hola!.*¡De nada!/, 'en'],
    ['hello', /^Olá! Sou/, 'pt'],
    ['PARAR', /No recibirá más mensajes/, 'en'],
    ['PARAR', /não vai receber mais mensagens/, 'pt'],
    ['ALTO', /No recibirá más mensajes/, 'en'],
    ['SAIR', /não vai receber mais mensagens/, 'en'],
    ['PARE', /No recibirá más mensajes/, 'en'],
    ['band karo', /koi message nahi aayega/, 'en'],
    ['INICIAR', /^Recibe mensajes/, 'en'],
    ['AYUDA', /^Este es el asistente/, 'en'],
    ['AJUDA', /^Este é o assistente/, 'en'],
    ['STOP', /No recibirá más mensajes/, 'es'],
  ] as const) {
    test(`${text} at a business that speaks ${language}`, async () => {
      assert.match((await heardAfter([text], { language }))[0] ?? '', answer);
    });
  }

  test('a word that two languages share is taken for the one that the customer speaks', async () => {
    const heard = await heardAfter(['Vocês vendem cavalos azuis?', 'PARAR']);
    assert.match(heard[1] ?? '', /não vai receber mais mensagens/);
  });
});

describe('the label of the opening hours is said in the language of the question', () => {
  for (const [question, label] of [
    ['What are your opening hours?', /Opening hours: 9-18/],
    ['¿Cuál es su horario de apertura?', /Horario: 9-18/],
    ['Qual é o horário de funcionamento?', /Horário de funcionamento: 9-18/],
    ['दुकान कितने बजे खुलती है?', /खुलने का समय: 9-18/],
    ['dukaan kitne baje khulti hai?', /Khulne ka samay: 9-18/],
    ['షాపు ఎన్ని గంటలకు తెరుస్తారు?', /పని వేళలు: 9-18/],
    ['shop enni gantalaku terustaru?', /Pani velalu: 9-18/],
  ] as const) {
    test(question, async () => {
      await using world = await createWorld();
      await world.shop();
      await world.sql`update businesses set opening_hours = '9-18' where kind = 'shop'`;
      const ana = world.phone(ANA);
      await ana.says(SHOP, question);
      assert.match(ana.heard()[0] ?? '', label);
    });
  }
});

describe('a customer’s language', () => {
  const unknownIn = {
    hi: /माफ़ कीजिए/,
    'hi-Latn': /Maaf kijiye/,
    te: /క్షమించండి/,
    'te-Latn': /Kshaminchandi/,
    es: /eso no lo sé/,
  };

  for (const [language, question] of [
    ['hi', 'क्या आप नीले घोड़े बेचते हैं?'],
    ['hi-Latn', 'kya aap neele ghode bechte ho'],
    ['te', 'మీరు నీలి గుర్రాలు అమ్ముతారా?'],
    ['te-Latn', 'meeru neeli gurralu ammutara andi'],
    ['es', '¿Venden ustedes caballos azules?'],
  ] as const) {
    test(`is answered in its own letters, and two words do not change it: ${language}`, async () => {
      const heard = await heardAfter([question, 'blue horses']);
      assert.match(heard[0] ?? '', unknownIn[language]);
      assert.match(heard[1] ?? '', unknownIn[language]);
    });
  }

  test('is remembered for each of them, and not for the others', async () => {
    await using world = await createWorld();
    await world.shop();
    const [ana, ben] = [world.phone(ANA), world.phone(BEN)];
    await ana.says(SHOP, '¿Venden ustedes caballos azules?');
    await ben.says(SHOP, 'kya aap neele ghode bechte ho');
    world.clock.advance(48 * 3_600_000);
    await ana.says(SHOP, 'unicornios rosas');
    await ben.says(SHOP, 'blue unicorns');
    assert.match(ana.heard().at(-1) ?? '', unknownIn.es);
    assert.match(ben.heard().at(-1) ?? '', unknownIn['hi-Latn']);
  });

  test('follows who writes a whole sentence in another', async () => {
    const heard = await heardAfter([
      '¿Venden ustedes caballos azules?',
      'Sorry, do you sell blue horses here?',
    ]);
    assert.match(heard[1] ?? '', unknown.en);
  });

  test('is that of a business whose tag names a country, too', async () => {
    assert.match(
      (await heardAfter(['unicornios rosas'], { language: 'pt-BR' }))[0] ?? '',
      unknown.pt,
    );
  });
});
