/** Remembers what a function made of a text, for as many texts as `most`; then it starts anew. */
export function remembered<Made>(
  most: number,
  make: (word: string) => Made,
): (word: string) => Made {
  const made = new Map<string, Made>();
  return (word) => {
    const known = made.get(word);
    if (known !== undefined) return known;
    const fresh = make(word);
    if (made.size >= most) made.clear();
    made.set(word, fresh);
    return fresh;
  };
}
