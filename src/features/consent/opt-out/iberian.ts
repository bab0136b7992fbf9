import type { Asking } from './said.ts';
import { leading, trailing, whole } from './said.ts';

const mensajes =
  '(?:(?:sus |tus |los |las |estos |esos |esas |tantos |ningun |este |ese |mas )*(?:mensajes?|mensajitos|sms|whatsapps?|wasaps?|textos?|msjs?|msgs?)(?: de texto| de whatsapp)?)';
const ofertas =
  '(?:(?:sus |tus |las |los |estas |estos |esas |esos |tantas |tanta |tantos |mas |de |la |esta |esa |su |tu |ninguna )*(?:ofertas|promos|promociones|publicidad|propagandas?|anuncios|descuentos|marketing|boletin(?:es)?|newsletters?|campanas|cupones|mensajes (?:de )?(?:publicidad|publicitarios|promocionales|marketing|promociones)))';
const escriban =
  '(?:escrib(?:as|an|a|ais)|contact(?:es|en|e|eis)|molest(?:es|en|e|eis)|texte(?:es|en|e))';
const manden = '(?:mand(?:es|en|e|eis)|envi(?:es|en|e|eis)|pas(?:es|en|e))';
const deje = '(?:dej(?:e|en|a|ad)|par(?:e|en|a|ad)|ces(?:e|en)|termin(?:e|en))';
const quite =
  '(?:quit(?:eme|enme|ame|adme)|borr(?:eme|enme|ame)|saqu(?:eme|enme)|sac(?:ame)|elimin(?:eme|enme|ame)|remuev(?:anme|ame))';
const lista =
  '(?:listas?(?: de (?:contactos|envios|difusion|correos?|clientes|mensajes))?|base(?: de datos)?|agenda|contactos|grupo|registro)';

/** The Spanish of who wants to hear nothing more; without accents. */
export const spanish: Asking = {
  before: leading(
    'por favor|porfa|porfavor|favor de|hola|buenas(?: tardes| noches)?|buenos dias|oye|oiga|oigan|ya|que|pero|ok|gracias|muchas gracias|disculpe|perdon|les pido que|le pido que|te pido que|quiero que|quisiera que|necesito que|(?:me )?(?:podrias|podrian|puedes|pueden|puede|podria)|y|solicito que|senores|no gracias|yo|les ruego que|si',
  ),
  after: trailing(
    'por favor|porfa|porfavor|gracias|muchas gracias|nunca mas|mas|ya|nunca|jamas|ok|de una vez|por whatsapp|por sms|a este numero|a mi (?:numero|celular|telefono|movil)|en (?:el )?futuro|a partir de ahora|de nuevo|otra vez|inmediatamente|ahora mismo|senores|de ustedes|suyos|tuyos|en absoluto',
  ),
  everything: whole(
    `(?:ya )?no me ${escriban}(?: (?:mas|nunca mas))?(?: ${mensajes}| nada)?`,
    `(?:ya )?(?:no|nunca) me ${manden}(?: mas)? (?:${mensajes}|nada)(?: mas)?`,
    `(?:ya )?no ${manden}(?: mas)? ${mensajes}`,
    `(?:ya )?no me ${manden} mas`,
    `${deje} de (?:escribirme|contactarme|molestarme|textearme|escribir|molestar|mandarme|enviarme)(?: mas)?(?: ${mensajes}| cosas)?`,
    `${deje} de (?:mandar|enviar)(?:nos)?(?: mas)? ${mensajes}`,
    `(?:ya )?no (?:quiero|deseo|quisiera|necesito|me interesa)(?: mas)?(?: seguir)?(?: recibir| recibiendo| ver)? ${mensajes}`,
    `(?:ya )?no (?:quiero|deseo|quisiera) (?:recibir|saber)(?: mas)? nada(?: mas)?`,
    `(?:ya )?no (?:quiero|deseo) que me (?:${escriban}|${manden})(?: mas)?(?: ${mensajes}| nada)?`,
    `(?:ya )?no (?:quiero|deseo) (?:ser contactad[oa]|que me contacten)`,
    `no mas ${mensajes}|basta de ${mensajes}|ni un mensaje mas`,
    `${quite} de (?:su|tu|sus|tus|esta|este|vuestra|todas sus) ${lista}`,
    '(?:den|de|da|dar|dadme)(?:me)? de baja(?: (?:de (?:su|la|esta|tu) lista|del servicio|mi numero))?|quiero (?:la baja|darme de baja)|me quiero dar de baja|me doy de baja',
    `(?:borr(?:en|e|a)|elimin(?:en|e|a)|quit(?:en|e|a)|sa(?:quen|que|ca)) mi (?:numero|telefono|celular|contacto)(?: de (?:su|la|tu|esta) ${lista})?`,
    'dej(?:enme|ame|eme|adme) (?:en paz|tranquil[oa])|no (?:moleste[ns]?|molestar)|no me moleste[ns]?',
    'par(?:en|e|ar) (?:los|estos|sus|con los) mensajes|cancel(?:en|e|a|ar) (?:mi|la) suscripcion',
  ),
  offers: whole(
    `(?:ya )?no me ${manden}(?: mas)? ${ofertas}`,
    `(?:ya )?no ${manden}(?: mas)? ${ofertas}`,
    `(?:ya )?no (?:quiero|deseo|quisiera|me interesan?)(?: seguir)?(?: recibir| recibiendo)?(?: mas)? ${ofertas}`,
    `no mas ${ofertas}|basta de ${ofertas}|sin publicidad|nada de publicidad`,
    `${deje} de (?:mandarme|enviarme|mandar|enviar)(?: mas)? ${ofertas}`,
    `(?:ya )?no (?:quiero|deseo) que me ${manden}(?: mas)? ${ofertas}`,
    `${quite} de (?:su|la|tu) lista de (?:ofertas|promociones|publicidad|marketing)`,
  ),
  unsure: whole(
    'basta(?: ya)?|paren(?: ya)?|numero equivocado|se equivoco de numero|se equivocaron de numero|(?:esto )?es spam|spam|no insistan?|no me interesa(?:n)?(?: nada)?|demasiados mensajes|muchos mensajes',
    `como (?:me )?(?:puedo )?(?:doy|dar|darme) de baja|como (?:hago para )?(?:dejar|dejo) de recibir (?:${mensajes}|esto)|como cancelo (?:los mensajes|esto)`,
    `${quite} de la lista|${quite}|no me escrib(?:as|an|a)(?: \\S+){1,5}|no manden tantos mensajes|no me ${manden} tantos mensajes`,
  ),
};

const mensagens =
  '(?:(?:suas |essas |estas |as |tantas |nenhuma |mais |esse |esta |sua )*(?:mensage(?:m|ns)|msgs?|sms|zaps?|whats|whatsapps?|torpedos?)(?: de texto)?)';
const promocoes =
  '(?:(?:suas |seus |essas |esses |estas |as |os |tantas |tanta |mais |nenhuma |de |sua |essa )*(?:ofertas|promocoes|promos|propagandas?|publicidades?|anuncios|descontos|marketing|newsletters?|campanhas|divulgacao|divulgacoes|cupons|mensage(?:m|ns) (?:de )?(?:promocao|promocoes|promocionais|publicitarias|propaganda|marketing|oferta|ofertas)))';
const mande = '(?:mande[m]?|manda|mandar|envie[m]?|envia|enviar|mandem)';
const pare = '(?:pare[m]?|para|parar|deixe[m]?|deixa|cesse[m]?)';
const tire =
  '(?:tire[m]?|tira|remova[m]?|remove|exclua[m]?|exclui|apague[m]?|apaga|retire[m]?|retira|delete[m]?|deleta)';
const forMe = '(?: (?:pra|para|p) mim| me)?';

/** The Portuguese of who wants to hear nothing more; without accents. */
export const portuguese: Asking = {
  before: leading(
    'por favor|porfavor|pfv|pf|pfvr|favor|oi|ola|bom dia|boa tarde|boa noite|gente|entao|ja|mas|ok|obrigad[oa]|desculpa|desculpe|eu|peco que|quero que|gostaria que|voces? (?:podem|pode)|vcs? (?:podem|pode)|podem|pode|poderiam|poderia|e|pessoal|moco|moca',
  ),
  after: trailing(
    'por favor|pfv|pf|pfvr|obrigad[oa]|valeu|mais|nunca mais|ja|agora|ok|pra mim|para mim|nesse numero|neste numero|no meu (?:numero|celular|telefone|whatsapp)|pelo whatsapp|por sms|por whatsapp|de voces?|de vcs?|a partir de agora|de novo|nunca|imediatamente|seu|sua|suas',
  ),
  everything: whole(
    `(?:nao|nunca)(?: me)? ${mande}${forMe}(?: mais)?${forMe} (?:${mensagens}|nada)(?: mais)?`,
    `(?:nao|nunca) me ${mande} mais|nao ${mande} mais`,
    `(?:nao|nunca) me (?:escreva[m]?|escreve|contate[m]?|contacte[m]?|incomode[m]?|incomoda|perturbe[m]?|perturba|chame[m]? mais)(?: mais)?`,
    `${pare} de (?:me )?(?:mandar|enviar)(?: me)?${forMe}(?: mais)?(?: ${mensagens}| coisas)?`,
    `${pare} de (?:me )?(?:escrever|incomodar|perturbar|contatar|encher(?: o saco)?|chamar)`,
    `${pare} (?:com )?(?:as|essas|suas) mensagens`,
    `nao (?:quero|desejo|gostaria de|preciso)(?: mais)?(?: de)?(?: receber| ver)?(?: mais)? ${mensagens}(?: mais)?`,
    'nao (?:quero|desejo)(?: mais)? receber(?: mais)?(?: nada| contato)(?: mais)?|nao quero(?: mais)? receber',
    `nao (?:quero|desejo)(?: mais)? que (?:voces? |vcs? )?me (?:mandem|mande|escrevam|escreva|contatem|contate|enviem|envie|incomodem)(?: mais)?(?: ${mensagens}| nada)?`,
    `nao (?:quero|desejo)(?: mais)? ser (?:contatad[oa]|contactad[oa])`,
    `(?:me ${tire}|${tire}(?: me)?)(?: o)?(?: meu (?:numero|contato|nome|telefone))? (?:da|dessa|desta|de|das) (?:sua |suas |essa |esta )(?:lista|listas|base(?: de dados)?|cadastro|contatos|grupo)(?: de (?:contatos|transmissao|envio|mensagens))?`,
    `(?:me ${tire}|${tire} me) dessa lista|${tire} (?:o )?meu (?:numero|contato|telefone)(?: da(?: sua)? lista)?`,
    'me (?:descadastr|desinscrev)(?:e|em|a|am)|quero (?:me )?(?:descadastrar|desinscrever)|(?:quero )?cancelar (?:a |minha )?inscricao|quero sair (?:da|dessa|desta) (?:sua )?lista',
    'me deixe[m]? em paz|me deixa em paz|deixe[m]? me em paz|nao (?:perturbe[m]?|incomode[m]?)',
    `(?:chega de|sem mais|nada de|basta de) ${mensagens}`,
  ),
  offers: whole(
    `(?:nao|nunca)(?: me)? ${mande}${forMe}(?: mais)? ${promocoes}`,
    `nao (?:quero|desejo)(?: mais)?(?: receber| ver)?(?: mais)? ${promocoes}`,
    `(?:chega de|sem mais|nada de|basta de|sem) ${promocoes}`,
    `${pare} de (?:me )?(?:mandar|enviar)(?: me)?${forMe}(?: mais)? ${promocoes}`,
    `nao (?:quero|desejo)(?: mais)? que (?:voces? |vcs? )?me (?:mandem|mande|enviem|envie)(?: mais)? ${promocoes}`,
    `me ${tire} da (?:sua )?lista de (?:ofertas|promocoes|propaganda|marketing)`,
  ),
  unsure: whole(
    'chega|basta|(?:para|pare|parem) com isso|numero errado|(?:e|foi) engano|engano|(?:isso|isto) e spam|spam|nao tenho interesse|nao me interessa|muitas mensagens|me tira|me tirem',
    `como (?:faco para |eu faco para |posso |que eu )?(?:sair|saio|cancelar|cancelo|parar de receber|paro de receber|me descadastrar|descadastrar)(?: (?:dessa lista|da lista|as mensagens|essas mensagens|mensagens|isso|disso))`,
    `(?:me ${tire}|${tire} me) da lista|nao me (?:escreva[m]?|chame[m]?|contate[m]?)(?: \\S+){1,5}|nao ${mande} tantas mensagens`,
  ),
};
