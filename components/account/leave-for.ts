/**
 * Leaves for a sign-in elsewhere: a token against forged requests, then the issuer's address. False when it cannot be
 * reached; otherwise the browser is on its way.
 */
export async function leaveFor(endpoint: string, next: string): Promise<boolean> {
  try {
    const tokenAnswer = await fetch("/api/auth/csrf", { cache: "no-store" });
    const { csrfToken } = (await tokenAnswer.json()) as { csrfToken: string };
    const answer = await fetch(`/api/auth/signin/${endpoint}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ csrfToken, callbackUrl: next }),
    });
    const { url } = (await answer.json()) as { url?: string };
    if (!answer.ok || url === undefined) return false;
    location.assign(url);
    return true;
  } catch {
    return false;
  }
}
