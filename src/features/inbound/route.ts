import { wordsOfAll } from '#features/conversations/languages.ts';
import { bare } from './keywords.ts';
import { LOBBY } from './lobby.ts';
import type { Meant, OwnShop } from './meant-shop.ts';
import { meantShop } from './meant-shop.ts';

export type Shop = { id: string; name: string };

/** Where a message at one of our numbers belongs. */
export type Route =
  | {
      kind: 'business';
      businessId: string;
      remember: boolean;
      /** Where an owner of several answers one of them: she is told which. */
      meant?: Meant;
    }
  /** Several businesses share the number and nothing says which one is meant. */
  | { kind: 'lobby'; remember: boolean }
  | { kind: 'nobody' };

export type Called = {
  shops: readonly Shop[];
  /** Shops on this number whose owner is writing. */
  own: readonly OwnShop[];
  /** Who was chosen last at this number: a shop, or the lobby while the menu is open. */
  chosenId: string | null;
  chosenAt: Date | null;
  /** The shop whose question an owner quotes. */
  quotedId: string | null;
  body: string;
  /** Strangers may register a business by writing to this number. */
  mayRegister: boolean;
};

const menuWords = new Set(wordsOfAll('menu').map(bare));

/** The word that brings the choice among the businesses of a number back. */
export const isMenuWord = (body: string): boolean => menuWords.has(bare(body));

const linkText = /^\s*start\s+([a-z0-9_]+)\s*$/i;

/** The business that the text of a link names ("start pizza_palace_7f3a"); null where it is no such text. */
export const linkedId = (body: string): string | null =>
  linkText.exec(body)?.[1]?.toLowerCase() ?? null;

/** Decides by the called number; on a shared one by the text of a link, the choice made before, or ownership. */
export function route(called: Called): Route {
  const { shops, own, body, mayRegister } = called;
  const [only, second] = shops;
  const isRegistration = mayRegister && own.length === 0 && asksToRegister(body);
  if (isRegistration) return { kind: 'lobby', remember: false };
  if (!only) return mayRegister ? { kind: 'lobby', remember: false } : { kind: 'nobody' };
  if (!second) return { kind: 'business', businessId: only.id, remember: false };
  return routeAmong(called);
}

function routeAmong({ shops, own, chosenId, chosenAt, quotedId, body }: Called): Route {
  const quoted = own.find(({ id }) => id === quotedId);
  if (quoted) return { kind: 'business', businessId: quoted.id, remember: false };
  const linked = linkedId(body);
  const named = shops.find(({ id }) => id === linked);
  if (named) return { kind: 'business', businessId: named.id, remember: true };
  if (isMenuWord(body)) return { kind: 'lobby', remember: true };
  const meant = own.length > 1 ? meantShop(body, own, { id: chosenId, at: chosenAt }) : null;
  if (meant) return { kind: 'business', businessId: meant.shopId, remember: false, meant };
  if (chosenId === LOBBY) return { kind: 'lobby', remember: false };
  const chosen = shops.find(({ id }) => id === chosenId);
  if (chosen) return { kind: 'business', businessId: chosen.id, remember: false };
  const [owned, otherOwned] = own;
  if (owned && !otherOwned) return { kind: 'business', businessId: owned.id, remember: false };
  return { kind: 'lobby', remember: false };
}

/** True for the command with which a stranger registers a business. */
export const asksToRegister = (body: string): boolean => /^\s*[!！]\s*register\b/iu.test(body);
