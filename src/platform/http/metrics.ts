import type { Request, RequestHandler } from 'express';
import { collectDefaultMetrics, Histogram, register } from 'prom-client';

const durations = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'How long requests took, by route.',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Measures every request from here on; the route is its pattern, so that ids make no series of their own. */
export const timed: RequestHandler = (req, res, next) => {
  const stop = durations.startTimer();
  res.once('close', () => {
    const method = knownMethods.has(req.method) ? req.method : 'other';
    stop({ method, route: routeOf(req), status: res.headersSent ? res.statusCode : 'aborted' });
  });
  next();
};

function routeOf({ route, path }: Request): string {
  const pattern: unknown = route?.path;
  if (typeof pattern === 'string') return pattern;
  // One route at several fixed paths: the path itself is the pattern.
  return Array.isArray(pattern) ? path.toLowerCase().replace(/\/+$/, '') : 'unknown';
}

/** Answers with the metrics of this process in the text format of Prometheus, after `refresh` has read the gauges. */
export function metricsPage(refresh: () => Promise<void>): RequestHandler {
  if (!register.getSingleMetric('process_cpu_seconds_total')) collectDefaultMetrics();
  return async (_req, res) => {
    await refresh();
    res.type(register.contentType).send(await register.metrics());
  };
}
