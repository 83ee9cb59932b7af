import "server-only";
import type { AuthorityGateway } from "./gateway";

/**
 * Production without an authority interface: nothing is known and nothing can be handed over. Orders wait in the
 * outbox until an implementation is configured; nobody is ever approved by a simulation.
 */
export const unconfiguredGateway: AuthorityGateway = {
  submit: () => Promise.reject(new Error("no authority gateway is configured")),
  poll: () => Promise.resolve([]),
  ack: () => Promise.resolve(),
  query: () => Promise.resolve([]),
  lookUp: () => Promise.resolve({ entity: null, domains: {}, blacklistedNames: [] }),
};
