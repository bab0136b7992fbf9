import type { Request } from 'express';
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
  /** Asks for status reports, checks them and keeps each as a row. */
  takesReports: boolean;
};

const settings = JSON.parse(process.argv[2] ?? '{}') as FloorSettings;
const { port, publicUrl, databaseUrl, carrierUrl, accountSid, authToken } = settings;

const pool = new Pool({ connectionString: databaseUrl });
// A connection that the server cut fails the request that uses it, not the process.
pool.on('error', () => {});
await pool.query(`create table if not exists message (
  id bigint generated always as identity primary key,
  sid text not null, sender text not null, recipient text not null, body text not null,
  received_at timestamptz not null default now())`);

const messagesUrl = `${carrierUrl}/2010-04-01/Accounts/${accountSid}/Messages.json`;
const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;

await pool.query(`create table if not exists report (
  id bigint generated always as identity primary key,
  sid text not null, status text not null, received_at timestamptz not null default now())`);

const reportsPath = '/webhooks/twilio/status';
const reports = settings.takesReports ? { StatusCallback: publicUrl + reportsPath } : {};
const form = express.urlencoded({ extended: false });

const isSigned = (request: Request) =>
  twilio.validateRequest(
    authToken,
    request.get('x-twilio-signature') ?? '',
    publicUrl + request.originalUrl,
    request.body as Record<string, string>,
  );

/** The least that a bot can do for a message: check it, keep it, answer it, and only then say 200. */
express()
  .get('/ready', (_request, response) => void response.sendStatus(200))
  .post('/webhooks/twilio/whatsapp', form, async (request, response) => {
    if (!isSigned(request)) return void response.sendStatus(403);
    const { MessageSid, From = '', To = '', Body = '' } = request.body as Record<string, string>;
    await pool.query('insert into message (sid, sender, recipient, body) values ($1, $2, $3, $4)', [
      MessageSid,
      From,
      To,
      Body,
    ]);
    const created = await fetch(messagesUrl, {
      method: 'POST',
      headers: { authorization },
      body: new URLSearchParams({ To: From, From: To, Body, ...reports }),
    });
    await created.text();
    response.type('text/xml').send('<Response/>');
  })
  .post(reportsPath, form, async (request, response) => {
    if (!isSigned(request)) return void response.sendStatus(403);
    const { MessageSid, MessageStatus } = request.body as Record<string, string>;
    await pool.query('insert into report (sid, status) values ($1, $2)', [
      MessageSid,
      MessageStatus,
    ]);
    response.sendStatus(204);
  })
  .listen(port, '127.0.0.1');
