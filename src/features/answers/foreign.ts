import { isLanguage } from '#features/conversations/languages.ts';

/** Common words of languages in Latin letters that the engine has no lexicon of: enough to notice them, not to tell them apart well. */
const words: Record<string, string> = {
  fr: 'le la les un une des du de et est sont vos votre nos notre mon mes je tu il elle nous vous ils on ce cette ces que quel quelle quels quelles qui quoi où quand comment combien pourquoi pas ne avec pour dans sur chez sans plus avez ouvert ouverte ouverts fermé fermés ouvrez fermez faites livrez horaires heure heures prix coûte coûtent jour jours bonjour bonsoir salut merci puis peut pouvez voulez avoir être très bien aujourd hui demain jusqu tarif réserver livraison ouverture fermeture dimanche samedi aussi mais',
  it: 'il lo la gli le un uno una di del della dei delle da dal in nel nella con su per tra e è sono sei siete avete ho hai ha abbiamo che chi cosa quale quali quando dove come quanto quanta quanti quante perché non ma anche vostro vostra vostri vostre questo questa aperto aperta aperti aperte chiuso chiusi chiudete aprite orari orario costa costano prezzo prezzi buongiorno buonasera ciao grazie salve oggi domani domenica sabato fate posso potete vorrei consegna prenotare prenotazione ogni fino',
  de: 'der die das den dem des ein eine einen einem einer und oder ist sind war bin bist haben habt hat sie ihr wir ich du er es mir mich euch ihre eure unser was wer wie wo wann warum welche welcher welches wieviel viel nicht kein keine mit für von zu zum zur bei auf aus an am im nach bis auch noch nur aber geöffnet öffnen offen geschlossen kostet kosten preis öffnungszeiten uhr tag tage heute morgen sonntag samstag guten hallo danke bitte kann können gibt möchte liefern liefert machen macht haben',
  nl: 'de het een en of is zijn ben bent heeft hebben jullie wij ik je uw u ons wat wie hoe waar wanneer waarom welke hoeveel niet geen met voor van naar op aan bij ook nog maar open gesloten kost kosten prijs openingstijden dag vandaag morgen zondag zaterdag goedemorgen goedendag hallo bedankt dank graag kan kunnen bezorgen',
  ro: 'un o și si este sunt ești sunteți eu tu el ea noi voi la de din cu pe în nu da ce cine cât cat costă costa câte când unde cum care program deschis deschisă deschiși închis orar bună buna ziua salut mulțumesc vă va rog bine azi mâine duminică sâmbătă aveți livrați',
  pl: 'i w z na do nie tak jest są jestem czy co kto jak gdzie kiedy dlaczego ile jakie jaki która macie mają można proszę dziękuję dzień dobry cześć otwarte czynne zamknięte godziny kosztuje kosztują cena dziś jutro niedzielę sobotę',
  tr: 'bir ve bu şu ne kim nasıl nerede nereye zaman kaç kadar mı mi mu mü var yok değil için ile saat saatte saatleri açık kapalı fiyat fiyatı merhaba selam günaydın teşekkürler teşekkür lütfen bugün yarın pazar misiniz mısınız',
  id: 'yang dan di ke dari ini itu apa siapa bagaimana berapa kapan dimana mana mengapa tidak bukan ada saya anda kami kita bisa buka tutup jam harga hari selamat pagi siang malam terima kasih tolong sampai untuk dengan',
  sv: 'och är det den en ett jag du vi ni han hon som att på av för med till från inte har hur vad var när varför vilka vilken öppet öppna stängt kostar pris öppettider idag imorgon söndag hej tack kan',
};

/** The languages that have a word, as indexes. */
const havers = new Map<string, number[]>();
const lists = Object.entries(words).filter(([tag]) => !isLanguage(tag));
for (const [index, [, list]] of lists.entries()) {
  for (const word of new Set(list.split(' ').map(foldAccents))) {
    havers.set(word, [...(havers.get(word) ?? []), index]);
  }
}

function foldAccents(word: string): string {
  return word.normalize('NFD').replace(/[\u{300}-\u{36f}]/gu, '');
}

/**
 * How many of the words, without accents, speak for the likeliest language that the product does not speak: one each,
 * less where ours have the word too (`owners`, how many of them). Zero where no word is theirs alone.
 */
export function foreignVotes(text: readonly string[], owners: (word: string) => number): number {
  const tally = new Map<number, { votes: number; isTheirs: boolean }>();
  for (const word of text) {
    for (const index of havers.get(word) ?? []) {
      const known = tally.get(index) ?? { votes: 0, isTheirs: false };
      const count = owners(word);
      tally.set(index, {
        votes: known.votes + 1 / (1 + count),
        isTheirs: known.isTheirs || count === 0,
      });
    }
  }
  return Math.max(0, ...[...tally.values()].map(({ votes, isTheirs }) => (isTheirs ? votes : 0)));
}
