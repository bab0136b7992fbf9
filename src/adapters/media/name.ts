/** The name that a `Content-Disposition` gives a file, without any path; null where it gives none. */
export function nameIn(disposition: string | undefined): string | null {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  const plain = /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1];
  const name = extended === undefined ? plain : decoded(extended);
  return name?.split(/[\\/]/).at(-1)?.trim() || null;
}

function decoded(name: string): string | undefined {
  try {
    return decodeURIComponent(name);
  } catch {
    return undefined;
  }
}
