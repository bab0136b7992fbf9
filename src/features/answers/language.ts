export const detectLanguage = (_text: string, known?: string): string => known ?? 'en';
