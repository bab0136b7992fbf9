/** The business that holds what is said at a number shared by several, until one of them is chosen. */
export const LOBBY = 'lobby';
