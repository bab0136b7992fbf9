import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { leansOnTalk, restored } from '#features/answers/follow-up.ts';

const said = (...texts: string[]) => texts.map((text) => ({ from: 'customer' as const, text }));

describe('a message that cannot be understood alone', () => {
  test('is told from one that can, in all seven ways of writing', () => {
    const leaning = [
      'and on Sunday?',
      'What about Sundays?',
      'how much?',
      'for kids?',
      'is it free?',
      'does it come with fries?',
      'And how long does it take?',
      '¿y el domingo?',
      'y para niños?',
      '¿cuánto cuesta?',
      'e no domingo?',
      'quanto custa?',
      'aur Sunday ko?',
      'uska price?',
      'kitne ka hai?',
      'और रविवार को?',
      'कितना?',
      'మరి ఆదివారం?',
      'పిల్లల కోసం?',
      'mari aadivaram?',
      'entha?',
    ];
    for (const message of leaning) assert.equal(leansOnTalk(message), true, message);
    const whole = [
      'And do you have parking?',
      'How much is a haircut?',
      'Are you open this Sunday?',
      'Is it possible to pay by card?',
      'opening hours?',
      'When is it open?',
      'is there parking',
      'thanks',
      'why?',
      '¿Cuánto cuesta el corte?',
      'a que horas abrem?',
      'kya aap delivery karte ho?',
      'मेन्यू क्या है?',
      'ఎప్పుడు తెరుస్తారు?',
    ];
    for (const message of whole) assert.equal(leansOnTalk(message), false, message);
  });

  test('gets what it leaves out from the question before, and a day replaces a day', () => {
    const cases: [string[], string, string | null][] = [
      [['How much is a haircut?'], 'and for kids?', 'How much is a haircut for kids?'],
      [['Are you open on Saturday?'], 'and on Sunday?', 'Are you open on Sunday?'],
      [['Do you deliver?'], 'how much?', 'deliver how much?'],
      [['¿Abren el sábado?'], '¿y el domingo?', 'Abren el domingo?'],
      [['Abrem no sábado?'], 'e no domingo?', 'Abrem no domingo?'],
      [['Saturday ko khula hai?'], 'aur Sunday ko?', 'khula hai Sunday ko?'],
      [['शनिवार को खुला है?'], 'और रविवार को?', 'खुला है रविवार को?'],
      [['శనివారం తెరిచి ఉంటుందా?'], 'మరి ఆదివారం?', 'తెరిచి ఉంటుందా ఆదివారం?'],
      [['How much is a haircut?', 'thanks'], 'for kids?', 'How much is a haircut for kids?'],
      [
        ['How much is a cut?', 'and for kids?'],
        'on Sunday?',
        'How much is a cut for kids on Sunday?',
      ],
      [[], 'how much?', null],
      [['hello'], 'how much?', null],
      [['How much is a haircut?'], 'Do you have parking?', null],
    ];
    for (const [before, message, whole] of cases)
      assert.equal(restored(message, said(...before)), whole, message);
  });
});
