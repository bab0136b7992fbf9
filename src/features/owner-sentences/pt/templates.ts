import type { Group } from '../sentences.ts';

export const templates: Group<'templates'> = {
  heading: (shop) => `Novidades dos modelos de mensagem de ${shop}:`,
  approved: (names) => `O WhatsApp aprovou: ${names}. A partir de agora eu uso.`,
  rejected: (names, reason) =>
    `O WhatsApp recusou: ${names}. O motivo: ${reason}. Nada é enviado com ele. Peça que mudem o texto e enviem de novo para aprovação.`,
  paused: (names) =>
    `O WhatsApp pausou, porque clientes reclamaram ou não leram: ${names}. Por enquanto nada é enviado com ele. Escreva para menos pessoas e só para quem quer receber; em geral o WhatsApp retira a pausa em algumas horas.`,
  disabled: (names) =>
    `O WhatsApp desativou de vez: ${names}. Nada mais é enviado com ele. Peça que façam outro texto e enviem para aprovação.`,
  stopped: (names, status) =>
    `O WhatsApp não me deixa usar no momento: ${names}. Ele diz: ${status}. Nada é enviado com ele. Vou perguntar de novo e aviso você.`,
  refused: (names, reason) =>
    `Não consegui enviar para aprovação: ${names}. ${reason} Peça que mudem o texto e enviem de novo.`,
  gone: (names) =>
    `O Twilio não tem mais: ${names}. Nada é enviado com ele. Peça que enviem de novo para aprovação, se precisar.`,
  recategorised: (names, category) =>
    `O WhatsApp mudou a categoria para ${category}: ${names}. As mensagens com ele podem custar mais, e as de MARKETING só vão para clientes que querem ofertas. Peça que mudem o texto se não estiver certo.`,
  list: 'Modelos de mensagem, e o que o WhatsApp diz deles:',
  none: 'Ainda não há modelos de mensagem. Quem administra este serviço pode enviar alguns para o WhatsApp.',
  isUnsubmitted: 'ainda não enviado',
  isPending: 'o WhatsApp está analisando',
  isApproved: 'aprovado',
  isRejected: 'recusado',
  isPaused: 'pausado pelo WhatsApp',
  isDisabled: 'desativado pelo WhatsApp',
};
