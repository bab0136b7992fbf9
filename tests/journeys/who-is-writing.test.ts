import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { allPhrases } from '#features/conversations/phrases.ts';
import { ownerOf } from '../support/owner.ts';
import { ANA, createWorld, OWNER, SHOP } from '../support/world.ts';

const PHONE = '+1 415 555 0100';
const picture = {
  NumMedia: '1',
  MediaUrl0: 'https://api.twilio.com/x',
  MediaContentType0: 'image/jpeg',
};

/** What Ana hears who is known already and says one thing to a business with a phone. */
async function answerTo(question: string) {
  await using world = await createWorld();
  await world.shop({ knows: ['We sell pizza'] });
  await world.sql`update businesses set contact_phone = ${PHONE} where kind = 'shop'`;
  const ana = world.phone(ANA);
  await ana.says(SHOP, 'hello');
  await ana.says(SHOP, question);
  return { answer: ana.heard()[1] ?? '', unanswered: await ownerOf(world).tells('!unanswered') };
}

describe('who asks whether a machine is writing is told the truth', () => {
  for (const [question, answer] of [
    ['Are you a bot?', /^I'm the automated assistant of Pizza Palace, a machine/],
    ['are you human', /^I'm the automated assistant of Pizza Palace/],
    ['Hi, am I talking to a real person?', /^I'm the automated assistant of Pizza Palace/],
    ['who are you', /^I'm the automated assistant of Pizza Palace/],
    ["What's your name?", /^I'm the automated assistant of Pizza Palace/],
    ['is anyone there?', /^I'm the automated assistant of Pizza Palace/],
    ['is this Pizza Palace?', /^I'm the automated assistant of Pizza Palace/],
    ['¿Eres un robot?', /^Soy el asistente automático de Pizza Palace: una máquina/],
    ['¿quién eres?', /^Soy el asistente automático de Pizza Palace/],
    ['Você é um robô?', /^Sou o assistente automático de Pizza Palace: uma máquina/],
    ['estou falando com uma pessoa?', /^Sou o assistente automático de Pizza Palace/],
    ['क्या आप इंसान हैं?', /^मैं Pizza Palace का ऑटोमैटिक असिस्टेंट हूँ, एक मशीन/],
    ['aap bot ho ya insaan?', /^Main Pizza Palace ka automatic assistant hoon, ek machine/],
    ['మీరు మనిషా?', /^నేను Pizza Palace ఆటోమేటిక్ అసిస్టెంట్‌ని, ఒక యంత్రాన్ని/],
    ['meeru evaru', /^Nenu Pizza Palace automatic assistant ni, oka machine/],
  ] as const) {
    test(question, async () => {
      const heard = await answerTo(question);
      assert.match(heard.answer, answer);
      assert.ok(heard.answer.includes(PHONE));
      assert.match(heard.unanswered, /no unanswered questions/);
    });
  }
});

describe('who asks for a person is told that there is none here, and the owner finds the wish', () => {
  for (const [wish, answer] of [
    ['can I talk to someone?', /^I'm the automated assistant.*can't connect you to a person/],
    ['I want to talk to a person', /can't connect you to a person/],
    ['I want to speak to a manager about my horse', /can't connect you to a person/],
    ['human please', /can't connect you to a person/],
    ['quiero hablar con una persona', /no puedo comunicarle con una persona/],
    ['me puede comunicar con un asesor?', /no puedo comunicarle con una persona/],
    ['Posso falar com um atendente?', /não consigo passar você para uma pessoa/],
    ['मुझे किसी इंसान से बात करनी है', /किसी इंसान से बात नहीं करा सकता/],
    ['kya main kisi se baat kar sakta hoon', /kisi insaan se baat nahi kara sakta/],
    ['మనిషితో మాట్లాడాలి', /మనిషితో మాట్లాడించలేను/],
    ['evarithonaina matladacha?', /manishitho matladinchalenu/],
  ] as const) {
    test(wish, async () => {
      const heard = await answerTo(wish);
      assert.match(heard.answer, answer);
      assert.ok(heard.answer.includes(PHONE));
      assert.ok(heard.unanswered.includes(wish), heard.unanswered);
    });
  }

  test('also beyond the hourly limit', async () => {
    await using world = await createWorld({ env: { RATE_LIMIT_CUSTOMER_PER_HOUR: '1' } });
    await world.shop({ knows: ['We sell pizza'] });
    const ana = world.phone(ANA);
    for (const text of ['Do you sell pizza?', 'Do you sell pizza?', 'can I talk to a person?'])
      await ana.says(SHOP, text);
    assert.match(ana.heard()[2] ?? '', /can't connect you to a person/);
  });

  for (const question of ['¿Es automático?', 'É automático?', 'yeh asli hai?', 'ఇది నిజమేనా?'])
    test(`"${question}" is about what is sold`, async () => {
      const { answer } = await answerTo(question);
      const noted = allPhrases
        .map((say) => say.noted('Pizza Palace'))
        .find((said) => answer.endsWith(said));
      assert.doesNotMatch(answer.replace(noted ?? '', ''), /Pizza Palace/);
    });

  for (const question of [
    'Is the person at the desk friendly?',
    'Do you sell robots?',
    'Is it real?',
    'Is this automatic?',
  ])
    test(`"${question}" is a question like any other`, async () => {
      assert.match((await answerTo(question)).answer, /Sorry, I don't know that/);
    });
});

describe('the first reply says that a machine is writing', () => {
  for (const [said, extra] of [
    ['', picture],
    ['thanks', undefined],
    ['ok', undefined],
    ['bye', undefined],
    ['👍', undefined],
    ['What does it cost?', undefined],
    ['are you a bot?', undefined],
  ] as const) {
    test(`to "${said || 'a picture'}"`, async () => {
      await using world = await createWorld();
      await world.shop();
      const ana = world.phone(ANA);
      await ana.says(SHOP, said, extra);
      assert.match(ana.heard()[0] ?? '', /I'm the automated assistant of Pizza Palace/);
      await ana.says(SHOP, 'thanks');
      assert.doesNotMatch(ana.heard()[1] ?? '', /automated assistant/);
    });
  }

  test('to who stopped and started before asking anything, too', async () => {
    await using world = await createWorld();
    await world.shop({ knows: ['We sell pizza'] });
    const ana = world.phone(ANA);
    for (const text of ['stop', 'start', 'Do you sell pizza?']) await ana.says(SHOP, text);
    assert.match(
      ana.heard()[2] ?? '',
      /I'm the automated assistant of Pizza Palace\. We sell pizza/,
    );
  });

  test('while answers are paused, too', async () => {
    await using world = await createWorld();
    await world.shop();
    await world.phone(OWNER).says(SHOP, '!pause');
    const ana = world.phone(ANA);
    await ana.says(SHOP, 'What does it cost?');
    assert.match(ana.heard()[0] ?? '', /automated assistant of Pizza Palace.*paused/);
  });
});
