import type { IncomingMessage } from 'node:http';

const loopbackSocket = /^(?:::ffff:)?127\.|^::1$/;
const loopbackHost = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/** What tunnels, proxies and content networks add on the way. */
const forwarding =
  /^(?:forwarded|via|x-forwarded(?:-.+)?|x-original-(?:host|for|url)|x-real-ip|true-client-ip|(?:x-|fastly-|fly-|x-cluster-)client-ip|x-envoy-.+|cf-.+|cdn-loop|x-amzn-trace-id|ngrok-.+|tailscale-.+)$/;

type Request = Pick<IncomingMessage, 'headers' | 'httpVersion'> & {
  socket: Pick<IncomingMessage['socket'], 'remoteAddress'>;
};

/**
 * True for a request made on this machine to this machine: no tunnel or proxy stands between (old ones speak
 * HTTP/1.0 and hide everything else), and no page of another site made the browser send it.
 */
export const isFromThisMachine = ({ socket, headers, httpVersion }: Request): boolean =>
  loopbackSocket.test(socket.remoteAddress ?? '') &&
  loopbackHost.test(headers.host ?? '') &&
  httpVersion !== '1.0' &&
  !Object.keys(headers).some((name) => forwarding.test(name)) &&
  isFromOwnPage(headers);

const isFromOwnPage = ({ origin, ...headers }: IncomingMessage['headers']): boolean =>
  headers['sec-fetch-site'] !== 'cross-site' &&
  (origin === undefined || loopbackHost.test(origin.replace(/^https?:\/\//, '')));
