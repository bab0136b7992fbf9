/** The account which the stand-in of Twilio plays, and the keys of the servers under test: made up, loopback only. */
export const account = {
  accountSid: `AC${'0123456789abcdef'.repeat(2)}`,
  authToken: 'fedcba9876543210'.repeat(2),
  adminKey: 'benchmark-admin-key-of-40-characters-long',
  encryptionKey: Buffer.alloc(32, 'benchmark').toString('base64'),
  suppressionKey: Buffer.alloc(32, 'suppressed').toString('base64'),
  modelKey: 'sk-benchmark',
} as const;
