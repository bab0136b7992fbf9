import type { Html } from '#platform/html.ts';
import { html } from '#platform/html.ts';
import type { Proven } from './proof.ts';

export const PROOF_STYLE =
  'body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#111}table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{border:1px solid #999;padding:.35rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{background:#eee}@media print{body{margin:0}tr{break-inside:avoid}}';

const moment = (at: Date | null) =>
  at?.toISOString().replace('T', ' ').replace('.000Z', ' UTC') ?? '';

/** The proof of one customer as a page that can be printed. */
export const proofPage = (shop: string, proven: Proven, now: Date): Html =>
  html` <main>
    <h1>Consent of a customer of ${shop}</h1>
    <dl>
      <dt>Customer</dt>
      <dd>${proven.customerId} ${proven.name}</dd>
      <dt>Address</dt>
      <dd>${proven.address}</dd>
      <dt>Phone confirmed</dt>
      <dd>${moment(proven.phoneVerifiedAt) || 'no'}</dd>
      <dt>As of</dt>
      <dd>${moment(now)}</dd>
    </dl>
    <h2>What holds</h2>
    ${tableOf(['Channel', 'Purpose', 'Status', 'Since', 'By'], proven.states.map(stateOf))}
    <h2>How it came about</h2>
    ${tableOf(
      ['Time', 'Channel, purpose', 'Status', 'Method, source', 'Wording shown', 'Who', 'Evidence'],
      proven.events.map(lineOf),
    )}
  </main>`;

const tableOf = (columns: readonly string[], rows: readonly Html[]): Html =>
  html`<table>
    <thead>
      <tr>
        ${columns.map((name) => html`<th scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;

const rowOf = (...cells: (string | null)[]): Html =>
  html`<tr>
    ${cells.map((cell) => html`<td>${cell}</td>`)}
  </tr>`;

const stateOf = (one: Proven['states'][number]) =>
  rowOf(one.channel, one.purpose, one.status, moment(one.since), one.method);

const lineOf = (one: Proven['events'][number]) =>
  rowOf(
    moment(one.at),
    `${one.channel}, ${one.purpose}`,
    one.expiresAt ? `${one.status} until ${moment(one.expiresAt)}` : one.status,
    `${one.method}: ${one.source}`,
    wordingOf(one),
    one.actor,
    evidenceOf(one),
  );

function wordingOf({ wording, wordingVersion, language }: Proven['events'][number]) {
  const about = [wordingVersion && `version ${wordingVersion}`, language].filter(Boolean);
  return about.length > 0 && wording ? `${wording} (${about.join(', ')})` : wording;
}

const evidenceOf = ({ messageSid, fileHash, ip }: Proven['events'][number]) =>
  [
    messageSid && `message ${messageSid}`,
    fileHash && `file SHA-256 ${fileHash}`,
    ip && `IP address ${ip}`,
  ]
    .filter(Boolean)
    .join(', ');
