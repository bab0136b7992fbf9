import type { Group } from '../sentences.ts';

export const offers: Group<'offers'> = {
  understood: (text) => `Entendi: “${text}”`,
  wouldTellUntil: (day) => `Eu diria isso até o fim do dia: ${day}.`,
  shallISave: 'Salvo? Responda sim ou não.',
  everyWeek: (words) => `Se é assim toda semana, responda: ${words}`,
  replaces: (number, before) => `Substituiria o número ${number}: “${before}”`,
  changes: (number, before, after) => `Mudaria o número ${number}: “${before}”\npara: “${after}”`,
  replaceOrNew: 'Responda sim para substituir, novo para manter os dois, ou não.',
  replacesWhich: (list) =>
    `Qual destes ele substitui?\n${list}\nResponda com o número, novo para manter todos, ou não.`,
  whichOne: (numbers) =>
    `Responda com um dos números ${numbers}, ou novo para manter todos, ou não, por favor.`,
  sendWhole: 'Não sei o que devo colocar aí. Envie a frase inteira mais uma vez, por favor.',
  noStatement:
    'Não entendi isso como algo a salvar. Para me ensinar algo, envie !add e o que devo saber.',
  changedMeanwhile: (number) =>
    `O número ${number} mudou nesse meio-tempo, então não fiz nada. Envie de novo, por favor.`,
  customerAsked: (question) => `Um cliente perguntou: “${question}”`,
  wouldAnswer: (text) => `Eu responderia: ${text}`,
  replyWithAnswer: 'Isso eu ainda não sei. Envie a resposta e eu salvo.',
  skipped: 'Tudo bem, deixo essa pergunta.',
};
