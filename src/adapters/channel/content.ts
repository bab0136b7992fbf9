import type { Approval, KnownContent, NewContent, TemplateRefused, Templates } from '#ports.ts';
import { BUSY_CODES, WRONG_CREDENTIALS } from './errors.ts';
import type { ApiAnswer } from './request.ts';
import { Refused } from './request.ts';
import { typesOf } from './content-types.ts';
import type { TwilioAccount } from './sdk-client.ts';
import { sdkClient } from './sdk-client.ts';

export type TwilioTemplates = Templates & Disposable;

type Call = { method: 'get' | 'post' | 'delete'; uri: string; data?: object };
type Ask = (call: Call) => Promise<ApiAnswer>;

const ORIGIN = 'https://content.twilio.com';
const CONTENTS = `${ORIGIN}/v1/Content`;
const LISTING = '/v1/ContentAndApprovals';
const PAGE_SIZE = 500;
const NOT_FOUND = 404;

/**
 * Twilio's Content API. Requests are written here and not by the SDK's own classes, which put camelCase on the wire,
 * where only snake_case is understood.
 */
export const twilioTemplates = async (account: TwilioAccount): Promise<TwilioTemplates> => {
  const { client, close } = await sdkClient(account);
  const ask: Ask = ({ data, ...call }) =>
    client.request({
      ...call,
      ...(data && { data, headers: { 'Content-Type': 'application/json' } }),
    });

  return {
    create: (content) => orRefused(() => create(ask, content)),
    submit: (contentSid, { name, category }) =>
      orRefused(async () => {
        const uri = `${CONTENTS}/${contentSid}/ApprovalRequests/whatsapp`;
        return approvalIn((await ask({ method: 'post', uri, data: { name, category } })).body);
      }),
    approvalOf: (contentSid) => approvalOf(ask, contentSid),
    list: () => list(ask),
    remove: (contentSid) =>
      orNull(async () => {
        await ask({ method: 'delete', uri: `${CONTENTS}/${contentSid}` });
      }).then(() => undefined),
    [Symbol.dispose]: close,
  };
};

async function create(ask: Ask, content: NewContent): Promise<{ contentSid: string }> {
  const { friendlyName, language, samples } = content;
  const data = {
    friendly_name: friendlyName,
    language,
    ...(Object.keys(samples).length > 0 && { variables: samples }),
    types: typesOf(content),
  };
  const { body } = await ask({ method: 'post', uri: CONTENTS, data });
  const { sid } = (body ?? {}) as { sid?: string };
  if (!sid) throw new Error("Twilio's answer names no content.");
  return { contentSid: sid };
}

const approvalOf = (ask: Ask, contentSid: string): Promise<Approval | null> =>
  orNull(async () => {
    const { body } = await ask({
      method: 'get',
      uri: `${CONTENTS}/${contentSid}/ApprovalRequests`,
    });
    return approvalIn((body as { whatsapp?: unknown } | null)?.whatsapp);
  });

type Row = { sid: string; friendly_name: string | null; approval_requests: unknown };
type Page = { contents: Row[]; meta: { next_page_url: string | null } };

async function list(ask: Ask): Promise<KnownContent[]> {
  const found: KnownContent[] = [];
  let next: string | null = `${LISTING}?PageSize=${PAGE_SIZE}`;
  while (next !== null) {
    const page = pageIn(await ask({ method: 'get', uri: ORIGIN + next }));
    found.push(...page.contents.map(asKnown));
    next = pathOf(page.meta.next_page_url);
  }
  return found;
}

/** What is behind a page that cannot be followed must not pass for gone. */
function pageIn({ body }: ApiAnswer): Page {
  const { contents, meta } = (body ?? {}) as Partial<Page>;
  if (!Array.isArray(contents) || !meta) throw new Error("Twilio's answer makes no sense.");
  return { contents, meta };
}

function pathOf(url: string | null | undefined): string | null {
  if (!url) return null;
  const { pathname, search } = new URL(url, ORIGIN);
  if (pathname !== LISTING) throw new Error("Twilio's answer makes no sense.");
  return pathname + search;
}

const asKnown = ({ sid, friendly_name: friendlyName, approval_requests: request }: Row) => ({
  contentSid: sid,
  friendlyName: friendlyName ?? '',
  approval: request ? approvalIn(request) : null,
});

function approvalIn(request: unknown): Approval {
  const { status, category, rejection_reason: reason } = (request ?? {}) as Record<string, unknown>;
  if (typeof status !== 'string') throw new Error("Twilio's answer names no status.");
  return {
    status: status.toLowerCase(),
    category: typeof category === 'string' && category !== '' ? category.toUpperCase() : null,
    rejectionReason: typeof reason === 'string' && reason !== '' ? reason : null,
  };
}

/** What Twilio refuses for what is in the request is refused; everything else may be asked again. */
async function orRefused<T>(work: () => Promise<T>): Promise<T | TemplateRefused> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused) || !isAboutThisRequest(error)) throw error;
    const because = error.detail ?? `its error code is ${error.code ?? error.status}`;
    return {
      kind: 'refused',
      code: error.code,
      sentence: `Twilio refused the template: ${because.replace(/\.?$/, '.')}`,
    };
  }
}

function isAboutThisRequest({ status, code }: Refused): boolean {
  const isOfAccount = [401, 403, 408, 429].includes(status) || code === WRONG_CREDENTIALS;
  return status >= 400 && status < 500 && !isOfAccount && !BUSY_CODES.has(code ?? 0);
}

async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused && error.status === NOT_FOUND) return null;
    throw error;
  }
}
