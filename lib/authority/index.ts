import "server-only";
import { env } from "@/lib/env";
import type { AuthorityGateway } from "./gateway";
import { sandboxGateway } from "./sandbox/gateway";
import { unconfiguredGateway } from "./unconfigured";

export type { Notice, RegisterLookUp, SubmissionPayload } from "./gateway";

/** The authority this installation talks to: the simulated one in the sandbox, none yet in production. */
export const gateway = (): AuthorityGateway =>
  env.MODE === "sandbox" ? sandboxGateway : unconfiguredGateway;
