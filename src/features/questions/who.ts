import type { OwnerSentences } from '#features/owner-sentences/sentences.ts';
import type { Vault } from '#platform/crypto.ts';

type Somebody = { theirSealed: string; nameSealed?: string | null };

/** What a customer is called in a talk: by their name, else by their number. */
export const nameOf = (vault: Vault, somebody: Somebody, say: OwnerSentences): string =>
  somebody.nameSealed ? vault.decrypt(somebody.nameSealed) : callerOf(vault, somebody, say);

/** Whether a number is known of them; some customers write under a name alone. */
export const hasPhone = (vault: Vault, { theirSealed }: Somebody): boolean =>
  vault.decrypt(theirSealed).startsWith('+');

/** Who is to be called or written to, as the owner is told: name and number, as far as they are known. */
export function callerOf(
  vault: Vault,
  { theirSealed, nameSealed }: Somebody,
  say: OwnerSentences,
): string {
  const address = vault.decrypt(theirSealed);
  const name = nameSealed ? vault.decrypt(nameSealed) : null;
  if (!address.startsWith('+')) return name ?? say.questions.aCustomer;
  return name ? `${name} (${address})` : address;
}
