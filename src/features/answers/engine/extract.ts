import type { Found } from './engine.ts';
export const extract = (_question: string, found: Found): string => found.hits[0]?.text ?? '';
