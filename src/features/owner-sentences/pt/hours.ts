import type { Group } from '../sentences.ts';

export const hours: Group<'hours'> = {
  shown: (text) => `Seu horário: ${text}`,
  howToChange:
    'Para mudar: !hours e o texto novo. Para um só dia: !closed amanhã, ou !hours amanhã 10-14',
  none: 'Ainda não há horário. Por exemplo: !hours Seg-Sex 9-18, Sáb 10-14, fechado 25 dez',
  set: (text) => `Seu horário agora é: ${text}`,
  before: (text) => `Antes: ${text}`,
  removed: 'Apaguei seu horário.',
  tooLong: (length, most) =>
    `É longo demais para um horário: ${length} caracteres, e ele pode ter ${most}. Use !add para o resto.`,
  understood: 'Entendi:',
  specialDays: 'Dias especiais:',
  notUnderstood: (words) => `Não entendi: ${words}. Os clientes ouvem isso como está escrito.`,
  saidTwice: (days) => `Diz duas coisas sobre ${days}: vale a última.`,
  nothingRead:
    'Não consegui ler dias e horas no texto, então digo como está escrito e não sei dizer se está aberto em um dado momento. Escreva assim: Seg-Sex 9-18, Sáb 10-14',
  kept: 'Mantenho o que foi definido para dias isolados (!open e o dia desfaz):',
  separateDay:
    'Seu horário vale para todas as semanas, então não mudei nada: envie à parte o que é de um só dia, por exemplo !closed amanhã ou !hours amanhã 10-14',

  howToClose:
    'Escreva o dia, por exemplo: !closed amanhã, !closed 25 dez, !closed Seg-Qua, ou !closed amanhã por um casamento',
  howToOpen: 'Escreva o dia, por exemplo: !open amanhã. Para outro horário: !open amanhã 10-14',
  noDay: (text) => `Não sei que dia é “${text}”.`,
  weekly:
    'Para um dia de todas as semanas, escreva no seu horário, por exemplo: !hours Seg-Sex 9-18, Dom fechado',
  over: 'Esse dia já passou.',
  part: 'Para uma parte do dia, diga quando abre nesse dia, por exemplo: !hours amanhã 9-13',
  noReasonWithHours: (text) => `Não entendi: “${text}”. Envie só o dia e as horas, por favor.`,
  daySet: (days) => `Pronto. Quem perguntar vai ouvir:\n${days}\n!open e o dia desfaz.`,
  takenBack: (days) => `Desfeito. Vale seu horário de sempre:\n${days}`,
  nothingSet: (days) =>
    `Não havia nada definido para esse dia. Vale seu horário de sempre:\n${days}\nPara outro horário: !open amanhã 10-14`,
  allTakenBack: 'Desfeito. Nenhum dia foge mais do seu horário de sempre.',
};
