/** Error codes that say that the person wants nothing from this sender: opted out at the carrier, blocked or opted out on WhatsApp, blocked. */
const OPTED_OUT = new Set([21610, 63014, 30004]);

/** Of these the carrier keeps no list: who writes to us again has ended it. */
const BLOCKS = [63014, 30004];

export const meansOptedOut = (code: number | null | undefined): code is number =>
  code !== null && code !== undefined && OPTED_OUT.has(code);

/** What stands as the source of opting out that the carrier told us of. */
export const sourceOf = (code: number) => `carrier ${code}`;

const ended = new Set(BLOCKS.map(sourceOf));

/** Whether opting out from this source was a block, which is over when the person writes to us. */
export const endsWithAMessage = (source: string) => ended.has(source);
