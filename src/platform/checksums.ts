/** Whether digits fit as those of payment cards do (Luhn). */
export function fitsLuhn(digits: string): boolean {
  const sum = Array.from(digits, Number)
    .toReversed()
    .reduce((total, digit, i) => total + (i % 2 === 0 ? digit : doubled(digit)), 0);
  return sum % 10 === 0;
}

const doubled = (digit: number) => (digit > 4 ? digit * 2 - 9 : digit * 2);

/** Whether an account number fits its check digits (ISO 13616, modulo 97); without spaces, in capitals. */
export function fitsIban(iban: string): boolean {
  const moved = iban.slice(4) + iban.slice(0, 4);
  const digits = moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return Array.from(digits).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

/** Whether digits fit as those of Aadhaar do (Verhoeff: the dihedral group of ten). */
export function fitsVerhoeff(digits: string): boolean {
  const check = Array.from(digits, Number)
    .toReversed()
    .reduce((sum, digit, i) => multiplied(sum, permuted(digit, i)), 0);
  return check === 0;
}

/** In the group of the pentagon: 0 to 4 are turns, 5 to 9 flips. */
function multiplied(a: number, b: number): number {
  const isFlip = a >= 5;
  const turns = isFlip ? (a - 5 - (b % 5) + 10) % 5 : ((a % 5) + (b % 5)) % 5;
  return turns + (isFlip === b >= 5 ? 0 : 5);
}

const PERMUTATION = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

function permuted(digit: number, times: number): number {
  let at = digit;
  for (let i = 0; i < times % 8; i++) at = PERMUTATION[at] ?? 0;
  return at;
}
