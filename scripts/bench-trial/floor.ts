import express from 'express';
import { Pool } from 'pg';
import twilio from 'twilio';

/** Where the floor listens and what it talks to; handed over as JSON in the first argument. */
export type FloorSettings = {
  port: number;
  publicUrl: string;
  databaseUrl: string;
  carrierUrl: string;
  accountSid: string;
  authToken: string;
};

const { port, publicUrl, databaseUrl, carrierUrl, accountSid, authToken } = JSON.parse(
  process.argv[2] ?? '{}',
) as FloorSettings;

const pool = new Pool({ connectionString: databaseUrl });
// A connection that the server cut fails the request that uses it, not the process.
pool.on('error', () => {});
await pool.query(`create table if not exists message (
  id bigint generated always as identity primary key,
  sid text not null, sender text not null, recipient text not null, body text not null,
  received_at timestamptz not null default now())`);

const messagesUrl = `${carrierUrl}/2010-04-01/Accounts/${accountSid}/Messages.json`;
const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;

/** The least that a bot can do for a message: check it, keep it, answer it, and only then say 200. */
express()
  .get(['/ready', '/webhooks/twilio/whatsapp'], (_request, response) => void response.sendStatus(200))
  .post(
    '/webhooks/twilio/whatsapp',
    express.urlencoded({ extended: false }),
    async (request, response) => {
      const form = request.body as Record<string, string>;
      const signature = request.get('x-twilio-signature') ?? '';
      if (!twilio.validateRequest(authToken, signature, publicUrl + request.originalUrl, form)) {
        response.sendStatus(403);
        return;
      }
      const { MessageSid, From = '', To = '', Body = '' } = form;
      await pool.query(
        'insert into message (sid, sender, recipient, body) values ($1, $2, $3, $4)',
        [MessageSid, From, To, Body],
      );
      const created = await fetch(messagesUrl, {
        method: 'POST',
        headers: { authorization },
        body: new URLSearchParams({ To: From, From: To, Body }),
      });
      await created.text();
      response.type('text/xml').send('<Response/>');
    },
  )
  .listen(port, '127.0.0.1');
