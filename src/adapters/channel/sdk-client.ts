import type { RequestClient } from 'twilio';
import type { ApiClient } from './request.ts';
import { apiClient } from './request.ts';

export type TwilioAccount = {
  accountSid: string;
  authToken: string;
  /** Another origin for Twilio's API. */
  apiBaseUrl?: string | undefined;
  timeoutMs?: number;
};

/** The official SDK over our own HTTP client. Only this call loads it: it costs 0.15 s and 35 MB. */
export async function sdkClient({
  accountSid,
  authToken,
  apiBaseUrl,
  timeoutMs = 10_000,
}: TwilioAccount) {
  const { default: twilio } = await import('twilio');
  const http = apiClient({ apiBaseUrl, timeoutMs });
  const client = twilio(accountSid, authToken, { httpClient: asSdkClient(http) });
  return { twilio, client, close: http.close };
}

/** The SDK asks for its own class and calls nothing of it but `request`. */
const asSdkClient = (http: ApiClient) => http as unknown as RequestClient;
