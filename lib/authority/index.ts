import "server-only";
import { env } from "@/lib/env";
import type { AuthorityGateway } from "./gateway";
import { patient } from "./patient";
import { sandboxGateway } from "./sandbox/gateway";
import { unconfiguredGateway } from "./unconfigured";

export type { Notice, RegisterLookUp, SubmissionPayload } from "./gateway";

const patientSandbox = patient(sandboxGateway);

/** Whether there is anybody to talk to. */
export const isGatewayConfigured = (): boolean => env.MODE === "sandbox";

/**
 * The authority this installation talks to: the simulated one in the sandbox, none yet in production. Every call ends
 * within `ANSWER_WITHIN_MS`.
 */
export const gateway = (): AuthorityGateway => (isGatewayConfigured() ? patientSandbox : unconfiguredGateway);
