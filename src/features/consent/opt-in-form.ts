import type { ConsentPhrases } from './phrases.ts';

/** How people opt in to the offers of a business: its own words and wording, each wording with its version. */
export type OptInForm = {
  words?: readonly string[] | undefined;
  wording?: string | undefined;
  /** Opting in counts only when it has been confirmed. */
  isDouble?: boolean | undefined;
  version?: number | undefined;
};

/** What one agrees to. Without a wording of the business nobody has seen one before, so it is shown, and confirmed. */
export function agreementOf(form: OptInForm, say: ConsentPhrases, shop: string) {
  const own = form.wording;
  return {
    wording: own ?? say.joinWording(shop),
    version: own === undefined ? 'standard 1' : `${form.version ?? 1}`,
    mustConfirm: own === undefined || form.isDouble === true,
  };
}
