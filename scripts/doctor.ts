import { dimensionsOf } from '#foundation.ts';
import { BadConfiguration, loadEnvFile, readConfig } from '#config.ts';
import type { Config } from '#config.ts';
import { openVault } from '#platform/crypto.ts';
import { parseAddress } from '#platform/phones.ts';
import type { ChannelKind } from '#ports.ts';
import { checkClock } from './doctor/clock.ts';
import type { DatabaseReport } from './doctor/database.ts';
import { checkEmbedded, checkEmbeddedKey, checkPostgres, madeKey } from './doctor/database.ts';
import type { Finding } from './doctor/finding.ts';
import { aside, examine, fine, lineOf } from './doctor/finding.ts';
import { checkFiles } from './doctor/files.ts';
import { checkModels, timeAtOpenAI } from './doctor/model.ts';
import { checkPublicAddress } from './doctor/public-address.ts';
import type { OurNumber } from './doctor/twilio.ts';
import { checkAccount, checkNumbers, checkSenders, openTwilio } from './doctor/twilio.ts';
import { checkIndex } from './doctor/vectors.ts';
import type { Business } from './server-api.ts';
import { Hitch, keyOf, openServer } from './server-api.ts';

function configuration(): Config | null {
  try {
    loadEnvFile();
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof BadConfiguration)) throw error;
    const [, ...faults] = error.message.split('\n');
    for (const fault of faults) console.log(fault.replace(/^- /, '✗ '));
    return null;
  }
}

/** Checks everything at the same time, and tells it in order. */
async function isWell(config: Config): Promise<boolean> {
  const database = checkDatabase(config);
  const twilio = database.then(({ numbers }) => checkTwilio(config, numbers));
  const parts: Promise<Finding[]>[] = [
    Promise.resolve([fine('Configuration', 'readable')]),
    database.then(({ findings }) => findings),
    examine('WEBHOOK_BASE_URL', () =>
      checkPublicAddress(config.webhookBaseUrl, { isLive: config.twilio !== undefined }),
    ),
    twilio.then(({ findings }) => findings),
    examine('OpenAI', () => checkModels(config.openai)),
    examine('Files', () => checkFiles(config)),
    examine('Pinecone', () => {
      const { openai } = config;
      return checkIndex(config.pinecone, openai && dimensionsOf(openai.modelEmbed));
    }),
    twilio.then(async ({ date }) => [checkClock(date ?? (await timeOf(config)), new Date())]),
  ];

  let faults = 0;
  for (const part of parts) {
    const findings = await part;
    for (const finding of findings) console.log(lineOf(finding));
    faults += findings.filter(({ kind }) => kind === 'wrong').length;
  }
  console.log(faults === 0 ? '\nAll is well.' : `\nTo put right: ${faults}.`);
  return faults === 0;
}

async function checkDatabase(config: Config): Promise<DatabaseReport> {
  const { databaseUrl, dataDir, encryptionKey } = config;
  if (!databaseUrl) {
    const { findings, numbers } = await askServer(config);
    const key = checkEmbeddedKey(dataDir, encryptionKey);
    return { findings: [checkEmbedded(dataDir), ...key, ...findings], numbers };
  }
  let numbers: OurNumber[] = [];
  const findings = await examine('Database', async () => {
    const key = encryptionKey ?? madeKey(dataDir);
    const report = await checkPostgres(databaseUrl, key && openVault(key).keyId);
    numbers = report.numbers;
    return report.findings;
  });
  return { findings, numbers };
}

/** The embedded database is open to the server alone, which must be asked for the numbers of the businesses. */
async function askServer(config: Config): Promise<DatabaseReport> {
  if (!config.twilio) return { findings: [], numbers: [] };
  try {
    const known = await openServer({ url: config.localUrl, key: keyOf(config) }).businesses();
    return { findings: [], numbers: known.flatMap(numbersOf) };
  } catch (error) {
    if (!(error instanceof Hitch)) throw error;
    const remark = 'Their own numbers are looked up while the server runs (npm start).';
    return { findings: [aside('Businesses', remark)], numbers: [] };
  }
}

const numbersOf = ({ whatsappNumber, smsNumber }: Business): OurNumber[] => [
  ...(whatsappNumber ? [numberAt('whatsapp', whatsappNumber)] : []),
  ...(smsNumber ? [numberAt('sms', smsNumber)] : []),
];

const numberAt = (channel: ChannelKind, address: string): OurNumber => ({
  channel,
  address: address.replace(/^whatsapp:/, ''),
});

type TwilioReport = { findings: Finding[]; date?: string };

async function checkTwilio(config: Config, registered: OurNumber[]): Promise<TwilioReport> {
  const { twilio, webhookBaseUrl: base } = config;
  if (!twilio || !base) {
    return { findings: [aside('Twilio', 'Not used: phones are simulated (npm run chat).')] };
  }
  const { client, close } = await openTwilio(twilio);
  try {
    const { finding, ...rest } = await checkAccount(client, twilio.accountSid);
    if (finding.kind !== 'fine') return { findings: [finding], ...rest };
    const on = (channel: ChannelKind) => addressesOn(channel, config, registered);
    const numbers = await Promise.all([
      examine('WhatsApp senders', () => checkSenders(client, on('whatsapp'), base)),
      examine('SMS numbers', () => checkNumbers(client, on('sms'), base)),
    ]);
    return { findings: [finding, ...numbers.flat()], ...rest };
  } finally {
    close();
  }
}

function addressesOn(channel: ChannelKind, config: Config, registered: OurNumber[]): string[] {
  const own = channel === 'whatsapp' ? config.whatsappNumber : config.smsNumber;
  const usual = own === undefined ? undefined : parseAddress(own)?.address;
  const others = registered.filter((number) => number.channel === channel);
  return [...new Set([...(usual ? [usual] : []), ...others.map(({ address }) => address)])];
}

const timeOf = async ({ openai }: Config) => openai && timeAtOpenAI(openai);

const config = configuration();
process.exitCode = config && (await isWell(config)) ? 0 : 1;
