import { account } from './account.ts';
import type { CarrierCalls, CarrierSettings } from './carrier.ts';
import { startHelper } from './ipc.ts';
import type { ModelCalls, ModelSettings } from './model.ts';
import type { Delivery } from './verdict.ts';

export type VendorPlan = {
  carrier?: Partial<Pick<CarrierSettings, 'delayMs' | 'faults' | 'callbackShare'>>;
  /** Unset: there is no model. */
  model?: ModelSettings;
};

/** The stand-ins, each in a process of its own and on loopback. */
export type Vendors = {
  carrierUrl: string;
  feedPort: number;
  modelUrl: string | null;
  deliveries: () => Promise<Delivery[]>;
  /** What happened at the vendors, by name. */
  counts: () => Promise<Record<string, number>>;
  [Symbol.asyncDispose]: () => Promise<void>;
};

export async function startVendors({ carrier, model }: VendorPlan, seed: number): Promise<Vendors> {
  await using starting = new AsyncDisposableStack();
  const twilio = starting.use(startHelper<CarrierCalls>('carrier.ts'));
  const openai = model ? starting.use(startHelper<ModelCalls>('model.ts')) : null;
  const { apiPort, feedPort } = await twilio.ask('start', {
    accountSid: account.accountSid,
    authToken: account.authToken,
    seed,
    delayMs: 0,
    faults: {},
    callbackShare: 1,
    ...carrier,
  });
  const modelPort = model && openai ? (await openai.ask('start', model)).port : null;
  const started = starting.move();

  return {
    carrierUrl: `http://127.0.0.1:${apiPort}`,
    feedPort,
    modelUrl: modelPort === null ? null : `http://127.0.0.1:${modelPort}/v1`,
    deliveries: () => twilio.ask('deliveries', null),
    counts: async () => ({
      ...(await twilio.ask('counts', null)),
      ...(await openai?.ask('counts', null)),
    }),
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}
