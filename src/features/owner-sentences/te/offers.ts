import type { Group } from '../sentences.ts';

export const offers: Group<'offers'> = {
  understood: (text) => `నాకు అర్థమైంది: "${text}"`,
  wouldTellUntil: (day) => `దీన్ని ${day} చివరి వరకు చెబుతాను.`,
  shallISave: 'సేవ్ చేయాలా? అవును లేదా వద్దు అని రాయండి.',
  everyWeek: (words) => `ప్రతి వారం ఇలాగే అయితే, ఇలా రాయండి: ${words}`,
  replaces: (number, before) => `ఇది నంబర్ ${number} స్థానంలో వస్తుంది: "${before}"`,
  changes: (number, before, after) => `దీంతో నంబర్ ${number} మారుతుంది: "${before}"\nకొత్తగా: "${after}"`,
  replaceOrNew: 'మార్చడానికి అవును, రెండూ ఉంచడానికి కొత్తది, లేదా వద్దు అని రాయండి.',
  replacesWhich: (list) =>
    `ఇది వీటిలో దేని స్థానంలో వస్తుంది?\n${list}\nదాని నంబర్ రాయండి, అన్నీ ఉంచడానికి కొత్తది, లేదా వద్దు అని రాయండి.`,
  whichOne: (numbers) => `దయచేసి వీటిలో ఒక నంబర్ రాయండి: ${numbers}, అన్నీ ఉంచడానికి కొత్తది, లేదా వద్దు అని రాయండి.`,
  sendWhole: 'అక్కడ ఏమి రాయాలో అర్థం కాలేదు. దయచేసి మొత్తం వాక్యాన్ని మళ్ళీ పంపండి.',
  noStatement: 'ఇది సేవ్ చేయాల్సిన విషయంగా అనిపించలేదు. నాకు ఏదైనా నేర్పడానికి !add మరియు ఆ విషయం పంపండి.',
  changedMeanwhile: (number) => `ఈలోగా నంబర్ ${number} మారింది, అందుకే ఏమీ చేయలేదు. దయచేసి మళ్ళీ పంపండి.`,
  customerAsked: (question) => `ఒక కస్టమర్ అడిగారు: "${question}"`,
  wouldAnswer: (text) => `నేను ఇలా జవాబిస్తాను: ${text}`,
  replyWithAnswer: 'అది నాకు ఇంకా తెలియదు. జవాబు రాయండి, సేవ్ చేస్తాను.',
  skipped: 'సరే, ఆ ప్రశ్నను వదిలేశాను.',
};
