import "server-only";
import { isReplaying } from "@/lib/clock/replay";
import { env } from "@/lib/env";
import type { AuthorityGateway } from "./gateway";
import { manualGateway } from "./manual/gateway";
import { patient } from "./patient";
import { sandboxGateway } from "./sandbox/gateway";

export type { Notice, RegisterLookUp, SubmissionPayload } from "./gateway";

const patientSandbox = patient(sandboxGateway);

/** Whether there is a machine at the other end of a line, which may be slow or down; by hand there is none. */
export const hasLine = (): boolean => env.GATEWAY === "sandbox" || isReplaying();

/**
 * The authority this installation talks to; a machine's every call ends within `ANSWER_WITHIN_MS`. The made-up past of a
 * sandbox happened at the simulated one, whoever takes orders there from now on.
 */
export const gateway = (): AuthorityGateway => (hasLine() ? patientSandbox : manualGateway);
