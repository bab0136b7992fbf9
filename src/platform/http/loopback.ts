import type { IncomingMessage } from 'node:http';

const loopbackSocket = /^(?:::ffff:)?127\.|^::1$/;
const loopbackHost = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;
const forwarding = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-real-ip',
  'via',
  'cf-connecting-ip',
];

/** True for a request made on this machine to this machine: no tunnel or proxy stands between. */
export const isFromThisMachine = ({ socket, headers }: IncomingMessage): boolean =>
  loopbackSocket.test(socket.remoteAddress ?? '') &&
  loopbackHost.test(headers.host ?? '') &&
  forwarding.every((name) => headers[name] === undefined);
