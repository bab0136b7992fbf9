import { createHmac } from 'node:crypto';

/** Twilio's signature of a form webhook: base64 HMAC-SHA1 of the URL and the parameters, sorted by key. */
export function signForm(authToken: string, url: string, form: Record<string, string>): string {
  let signed = url;
  for (const key of Object.keys(form).sort()) signed += key + form[key];
  return createHmac('sha1', authToken).update(signed).digest('base64');
}
