import { randomUUID } from 'node:crypto';
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { Approval, TemplateRefused } from '#ports.ts';
import type { ClaimLoop } from '#platform/claim-loop.ts';
import { claimLoop } from '#platform/claim-loop.ts';
import type { News } from './changes.ts';
import { newsDueAt, newsOf, nextAskAt } from './changes.ts';
import type { Draft } from './content.ts';
import type { Stage } from './queries.ts';
import { newContentOf, submittedName } from './submission.ts';
import { claimTellings, tellNews } from './tell-news.system.ts';

type Uses = Pick<App, 'db' | 'clock' | 'log' | 'config' | 'vault' | 'wakeups' | 'templates'>;

/** A template that is due, claimed with `token`. */
type Due = Draft & {
  businessId: string;
  id: string;
  stage: Exclude<Stage, 'draft'>;
  status: string;
  contentSid: string | null;
  givenCategory: string | null;
  submittedAt: Date | null;
  attempts: number;
  token: string;
};

type Work =
  | { kind: 'submit' | 'remove'; template: Due }
  | { kind: 'ask'; templates: readonly Due[] }
  | { kind: 'tell'; businessId: string };

const POLL_MS = 10_000;
const AT_ONCE = 3;
const MOST_ASKED = 200;
const LEASE_S = 30;
const LONGEST_WAIT_S = 3_600;
/** Of so many templates the list of the whole account is read instead of each. */
const MANY = 4;

/** Takes templates to WhatsApp, asks how they stand, removes them, and tells owners of what has changed. */
export function templateLoop(app: Uses): ClaimLoop<Work> {
  const loop = claimLoop<Work>({
    name: 'templates',
    concurrency: AT_ONCE,
    pollMs: POLL_MS,
    claim: async (limit) => [...workIn(await claimDue(app, limit)), ...(await claimTellings(app))],
    handle: (work) => handle(app, work),
    log: app.log,
  });
  app.wakeups.on('templates_due', loop.wake);
  return loop;
}

/**
 * What was claimed and not taken further is due again after its lease, which doubles with each attempt. Of those that are asked
 * about many are taken at once, of the others no more than can be in hand.
 */
const claimDue = ({ db, clock }: Uses, limit: number) => {
  const now = clock.now();
  const due = (condition: RawBuilder<unknown>, most: number) => sql`(business_id, id) in (
    select business_id, id from templates where due_at <= ${now} and ${condition}
    order by due_at limit ${most} for update skip locked)`;
  return db.runAsSystem(sql<Due>`
    update templates t set claim_token = ${randomUUID()}::uuid, attempts = attempts + 1,
      due_at = ${now}::timestamptz
        + least(${LONGEST_WAIT_S}::int, ${LEASE_S}::int * power(2, least(attempts, 12))) * interval '1 second'
    where ${due(sql`stage = 'watched'`, MOST_ASKED)} or ${due(sql`stage <> 'watched'`, limit)}
    returning business_id as "businessId", id, name, language, category, content, stage, status,
      content_sid as "contentSid", given_category as "givenCategory", submitted_at as "submittedAt",
      attempts, claim_token as token`);
};

function workIn(due: readonly Due[]): Work[] {
  const of = (stage: Due['stage']) => due.filter((one) => one.stage === stage);
  const watched = of('watched');
  return [
    ...of('submitting').map((template) => ({ kind: 'submit' as const, template })),
    ...of('leaving').map((template) => ({ kind: 'remove' as const, template })),
    ...(watched.length > 0 ? [{ kind: 'ask' as const, templates: watched }] : []),
  ];
}

/** What cannot be done now is done again when the lease ends. */
async function handle(app: Uses, work: Work): Promise<void> {
  try {
    await carryOut(app, work);
  } catch (error) {
    app.log.warn('a template could not be taken further; it is tried again', {
      what: work.kind,
      reason: String(error),
    });
  }
}

function carryOut(app: Uses, work: Work): Promise<void> {
  switch (work.kind) {
    case 'submit':
      return submit(app, work.template);
    case 'remove':
      return remove(app, work.template);
    case 'ask':
      return ask(app, work.templates);
    case 'tell':
      return tellNews(app, work.businessId);
  }
}

/** What an earlier attempt may have done already is found by its name, and not done twice. */
async function submit(app: Uses, due: Due): Promise<void> {
  const name = submittedName(due);
  const made = await madeBefore(app, due, name);
  const content = made ?? (await app.templates.create(newContentOf(due, name)));
  if ('kind' in content) return refuse(app, due, content);
  const { contentSid } = content;
  if (due.contentSid === null) await keepContent(app, due, contentSid);
  const before = made ? await app.templates.approvalOf(contentSid) : null;
  const approval = isSubmitted(before)
    ? before
    : await app.templates.submit(contentSid, { name, category: due.category });
  if (!('kind' in approval)) return keepApproval(app, { ...due, contentSid }, approval);
  await app.templates.remove(contentSid);
  return refuse(app, due, approval);
}

const isSubmitted = (approval: Approval | null): approval is Approval =>
  approval !== null && approval.status !== 'unsubmitted';

async function madeBefore({ templates }: Uses, { contentSid, attempts }: Due, name: string) {
  if (contentSid !== null) return { contentSid };
  if (attempts <= 1) return null;
  const known = await templates.list();
  return known.find(({ friendlyName }) => friendlyName === name) ?? null;
}

async function remove(app: Uses, { contentSid, id, token }: Due): Promise<void> {
  if (contentSid !== null) await app.templates.remove(contentSid);
  await app.db.runAsSystem(sql`delete from templates
    where id = ${id}::uuid and claim_token = ${token}::uuid and stage = 'leaving'`);
}

/** One question where few are due, the list of the account where there are many. */
async function ask(app: Uses, due: readonly Due[]): Promise<void> {
  const listed = due.length >= MANY ? await app.templates.list() : null;
  const known = new Map(listed?.map(({ contentSid, approval }) => [contentSid, approval]));
  for (const template of due) {
    const contentSid = template.contentSid ?? '';
    const approval = known.get(contentSid) ?? (await app.templates.approvalOf(contentSid));
    if (approval && approval.status !== 'unsubmitted') await keepApproval(app, template, approval);
    else await forget(app, template);
  }
}

/** Throws where somebody else has taken it over meanwhile, who finds what was made by its name. */
async function keepContent({ db }: Uses, { id, token }: Due, contentSid: string): Promise<void> {
  const kept = await db.runAsSystem(sql`update templates set content_sid = ${contentSid}
    where id = ${id}::uuid and claim_token = ${token}::uuid returning id`);
  if (kept.length === 0) throw new Error('The claim on the template is lost');
}

/** Keeps what WhatsApp says; once a version is approved, those before it are removed. */
async function keepApproval({ db, clock }: Uses, due: Due, approval: Approval): Promise<void> {
  const now = clock.now();
  const { status, category, rejectionReason } = approval;
  const submittedAt = due.submittedAt ?? now;
  const news = newsOf(due, approval);
  await db.runAsSystem(sql`
    with kept as (update templates set stage = 'watched', status = ${status}, content_sid = ${due.contentSid},
        given_category = coalesce(${category}, given_category), rejection_reason = ${rejectionReason},
        submitted_at = ${submittedAt}, asked_at = ${now}, due_at = ${nextAskAt(status, submittedAt, now)},
        attempts = 0, claim_token = null, ${withNews(news, now)}
      where id = ${due.id}::uuid and claim_token = ${due.token}::uuid and stage in ('submitting', 'watched')
      returning business_id, name, language, version, status)
    update templates t set stage = 'leaving', attempts = 0, due_at = ${new Date(now.getTime() + DAY_MS)}
    from kept k where k.status = 'approved' and t.business_id = k.business_id and t.name = k.name
      and t.language = k.language and t.version < k.version and t.stage = 'watched'`);
}

const DAY_MS = 24 * 3_600_000;

/** What has become of it since takes the place of what was not told yet; another category is told beside it. */
const withNews = (news: readonly News[], now: Date) => sql`
  news = case when ${news}::text[] = '{}' then news
    when ${news}::text[] = '{recategorised}' then array_append(news, 'recategorised')
    else ${news}::text[] end,
  news_due_at = least(news_due_at, ${newsDueAt(news, now)}::timestamptz)`;

/** Twilio will not have it as it is: it waits to be changed, and the owner hears why. */
async function refuse({ db, clock }: Uses, due: Due, { sentence }: TemplateRefused): Promise<void> {
  await backToDraft(db, due, { reason: sentence, news: 'refused', now: clock.now() });
}

/** The carrier does not have it any more, so nothing can be sent with it. */
const forget = ({ db, clock }: Uses, due: Due): Promise<void> =>
  backToDraft(db, due, { reason: null, news: 'gone', now: clock.now() });

async function backToDraft(
  db: Uses['db'],
  { id, token }: Due,
  { reason, news, now }: { reason: string | null; news: News; now: Date },
): Promise<void> {
  await db.runAsSystem(sql`update templates set stage = 'draft', status = 'unsubmitted', content_sid = null,
      given_category = null, rejection_reason = ${reason}, submitted_at = null, asked_at = ${now},
      due_at = null, attempts = 0, claim_token = null, ${withNews([news], now)}
    where id = ${id}::uuid and claim_token = ${token}::uuid and stage in ('submitting', 'watched')`);
}
