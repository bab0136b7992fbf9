import type { NewContent, TemplateButton } from '#ports.ts';

type Types = Record<string, object>;

/**
 * The bodies of a content as Twilio takes them, in snake_case: plain text always, so that the same content can go by
 * SMS, and beside it the one type that shows all of it on WhatsApp.
 */
export function typesOf(content: NewContent): Types {
  const rich = richTypeOf(content);
  return { ...rich, 'twilio/text': { body: rich ? content.plainText : content.body } };
}

function richTypeOf(content: NewContent): Types | null {
  const { body, header, footer, mediaUrl, buttons, category } = content;
  if (category === 'AUTHENTICATION') return { 'whatsapp/authentication': authentication(content) };
  const replies = buttons.filter(({ kind }) => kind === 'reply');
  const isMixed = replies.length > 0 && replies.length < buttons.length;
  const isCard = header !== null || footer !== null || isMixed;
  if (isCard || (mediaUrl !== null && buttons.length > 0))
    return { 'whatsapp/card': card(content) };
  if (mediaUrl !== null) return { 'twilio/media': { body, media: [mediaUrl] } };
  const actions = buttons.map(actionOf);
  if (replies.length > 0) return { 'twilio/quick-reply': { body, actions } };
  return actions.length > 0 ? { 'twilio/call-to-action': { body, actions } } : null;
}

const card = ({ body, header, footer, mediaUrl, buttons }: NewContent) => ({
  body,
  ...(header !== null && { header_text: header }),
  ...(footer !== null && { footer }),
  ...(mediaUrl !== null && { media: [mediaUrl] }),
  ...(buttons.length > 0 && { actions: buttons.map(actionOf) }),
});

/** WhatsApp words these itself. */
const authentication = ({ buttons }: NewContent) => ({
  add_security_recommendation: true,
  actions: buttons.map(({ title }) => ({ type: 'COPY_CODE', copy_code_text: title })),
});

function actionOf(button: TemplateButton) {
  const { title } = button;
  switch (button.kind) {
    case 'reply':
      return { type: 'QUICK_REPLY', title, id: button.id };
    case 'url':
      return { type: 'URL', title, url: button.url };
    case 'phone':
      return { type: 'PHONE_NUMBER', title, phone: button.phone };
    case 'copy-code':
      return { type: 'COPY_CODE', title, code: button.code };
  }
}
