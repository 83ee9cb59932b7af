import { REFUSAL_STATUS, type RefusalCode } from "@/lib/filing/shared/refusal";

export interface SignInFailure {
  /** `second_step`: not refused, a code is still to come. */
  readonly code: RefusalCode | "second_step";
  /** Seconds to wait (`too_many`, `busy`). */
  readonly seconds: number | null;
}

const isCode = (value: string): value is SignInFailure["code"] =>
  value === "second_step" || Object.hasOwn(REFUSAL_STATUS, value);

/** What the server put into the error of its answer: a code of the closed list, perhaps with seconds. */
export function failureOf(error: string): SignInFailure {
  const [code = "", detail = ""] = error.split(" ");
  return { code: isCode(code) ? code : "internal", seconds: /^\d+$/.test(detail) ? Number(detail) : null };
}

const INTERNAL: SignInFailure = { code: "internal", seconds: null };

/**
 * Signs in through next-auth's endpoints: a token against forged requests, then the credentials. Null when signed in;
 * the page should then be loaded anew, so that nothing rendered for somebody else stays.
 */
export async function handshake(
  provider: "password" | "persona",
  fields: Readonly<Record<string, string>>,
): Promise<SignInFailure | null> {
  try {
    const tokenAnswer = await fetch("/api/auth/csrf", { cache: "no-store" });
    const { csrfToken } = (await tokenAnswer.json()) as { csrfToken: string };
    const answer = await fetch(`/api/auth/callback/${provider}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ ...fields, csrfToken, callbackUrl: "/", json: "true" }),
    });
    const { url } = (await answer.json()) as { url?: string };
    const error = url === undefined ? "internal" : new URL(url, location.href).searchParams.get("error");
    if (error !== null) return failureOf(error);
    return answer.ok ? null : INTERNAL;
  } catch {
    return INTERNAL;
  }
}
